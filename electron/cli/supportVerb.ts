import { resolve } from 'node:path';
import type { HostResponseOf } from '#shared/contract/companies.ts';
import { type Failure, type Result, succeed } from '#shared/domain/failure.ts';
import { replacePrivateFile } from '../hosts/wholeFile.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { refuse } from './output.ts';
import { type AskHost, reachPlumbline } from './reachPlumbline.ts';
import type { Call, Verb } from './verb.ts';
import { whichWords } from './whichPlumbline.ts';

export const supportVerb: Verb = {
  name: 'support-package',
  words:
    'Put what support needs into one ZIP file: self-checks, logs, configuration and counts, without secrets, names and amounts.',
  more: [
    'Sends nothing. Says what is in the file and what was left out, so that it can be looked at before it is sent.',
    whichWords,
  ],
  options: [{ name: 'out', value: 'FILE', words: 'Where to write it; its own name in this folder when left out.' }],
  run: runSupport,
};

async function runSupport(call: Call): Promise<ExitCode> {
  const { output } = call;
  const reached = await reachPlumbline(call);
  if (!reached.ok) return refuse(output, reached.failure);
  const { asked, ask, close } = reached.value;
  const made = await make(ask);
  await close();
  if (!made.ok) return refuse(output, made.failure);
  const { shown, zip } = made.value;
  const file = resolve(call.option('out') ?? shown.name);
  const refused = replacePrivateFile(file, zip);
  if (refused !== null) return refuse(output, notWritten(file, refused));
  output.say(`${file} (${Math.ceil(zip.length / 1024)} kB) holds:`);
  for (const { name, bytes, what } of shown.files) output.say(`  ${name} (${bytes} bytes): ${what}`);
  output.say('Left out:');
  for (const { what, why } of shown.leftOut) output.say(`  ${what}. ${why}`);
  output.result({ ok: true, asked, file, bytes: zip.length, files: shown.files });
  return exitCodes.ok;
}

async function make(ask: AskHost) {
  const prepared = await ask('support.prepare', {});
  if (!prepared.ok) return prepared;
  const shown = prepared.value;
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: Result<HostResponseOf<'support.part'>> = await ask('support.part', { id: shown.id, offset });
    if (!part.ok) return part;
    pieces.push(Buffer.from(part.value.base64, 'base64'));
    offset = part.value.next;
  }
  return succeed({ shown, zip: Buffer.concat(pieces) });
}

function notWritten(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'support.notWritten',
    sentence: `${file} could not be written (${code}).`,
    remedy: 'Name another place with --out.',
  };
}
