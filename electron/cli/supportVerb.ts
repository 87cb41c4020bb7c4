import { resolve } from 'node:path';
import { hostRequests } from '#shared/contract/companies.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Home } from '../hosts/homeFolder.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { replacePrivateFile } from '../hosts/wholeFile.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exitCodes.ts';
import { openPlumbline } from './openPlumbline.ts';
import { sayFailure } from './output.ts';
import type { Call, Verb } from './verb.ts';

export const supportVerb: Verb = {
  name: 'support-package',
  words:
    'Put what support needs into one ZIP file: self-checks, logs, configuration and counts, without secrets, names and amounts.',
  more: [
    'Sends nothing. Says what is in the file and what was left out, so that it can be looked at before it is sent.',
  ],
  options: [{ name: 'out', value: 'FILE', words: 'Where to write it; its own name in this folder when left out.' }],
  run: runSupport,
};

type HostAsk = (channel: 'support.prepare' | 'support.part', payload: object) => Promise<Result<unknown>>;

async function runSupport(call: Call): Promise<ExitCode> {
  const { output } = call;
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const reached = await reach(call, home);
  const made = reached.ok ? await make(reached.value.ask) : reached;
  if (reached.ok) await reached.value.close();
  if (!made.ok) {
    sayFailure(output, made.failure);
    return exitCodeOf(made.failure);
  }
  const { shown, zip } = made.value;
  const file = resolve(call.option('out') ?? shown.name);
  const refused = replacePrivateFile(file, zip);
  if (refused !== null) {
    sayFailure(output, notWritten(file, refused));
    return exitCodes.needsPerson;
  }
  output.say(`${file} (${Math.ceil(zip.length / 1024)} kB) holds:`);
  for (const { name, bytes, what } of shown.files) output.say(`  ${name} (${bytes} bytes): ${what}`);
  output.say('Left out:');
  for (const { what, why } of shown.leftOut) output.say(`  ${what}. ${why}`);
  output.result({ ok: true, file, bytes: zip.length, files: shown.files });
  return exitCodes.ok;
}

/** The running Plumbline, or one put together for this. */
async function reach(
  call: Call,
  home: Home,
): Promise<Result<{ readonly ask: HostAsk; readonly close: () => Promise<void> }>> {
  const atHome = (channel: string, payload: object) =>
    askAtHome(home.folder, { ask: 'engine', company: null, channel, payload });
  const there = await atHome('companies.list', {});
  if (there !== null) {
    const ask: HostAsk = async (channel, payload) => (await atHome(channel, payload)) ?? fail(gone);
    return succeed({ ask, close: async () => undefined });
  }
  const opened = await openPlumbline(call, home, null);
  if (!opened.ok) return opened;
  const { companies, door } = opened.value;
  return succeed({ ask: (channel, payload) => door.request(null, channel, payload), close: companies.stop });
}

async function make(ask: HostAsk) {
  const prepared = await ask('support.prepare', {});
  if (!prepared.ok) return prepared;
  const shown = hostRequests['support.prepare'].response.parse(prepared.value);
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const asked: Result<unknown> = await ask('support.part', { id: shown.id, offset });
    if (!asked.ok) return asked;
    const part = hostRequests['support.part'].response.parse(asked.value);
    pieces.push(Buffer.from(part.base64, 'base64'));
    offset = part.next;
  }
  return succeed({ shown, zip: Buffer.concat(pieces) });
}

const gone: Failure = {
  next: 'needsPerson',
  code: 'cli.gone',
  sentence: 'The running Plumbline was stopped while it was asked.',
  remedy: 'Try again.',
};

function notWritten(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'support.notWritten',
    sentence: `${file} could not be written (${code}).`,
    remedy: 'Name another place with --out.',
  };
}
