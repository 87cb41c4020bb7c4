import { z } from 'zod';
import type { Home } from '../hosts/homeFolder.ts';
import { askAtHome } from '../hosts/homeSocket.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { enrolHere, type Opened, openPlumbline } from './openPlumbline.ts';
import { refuse } from './output.ts';
import { serve } from './serve.ts';
import type { Call, Verb } from './verb.ts';

export const serveVerb: Verb = {
  name: 'serve',
  words: 'Run Plumbline with its timers, and its screens in a browser on this machine.',
  more: [
    'Prints an address that opens one browser, once, within five minutes. Run the same command again for another one:',
    'the Plumbline that is running then answers. It listens on 127.0.0.1 only. Ctrl+C ends it after a write that has begun.',
  ],
  options: [
    { name: 'port', value: 'N', words: 'Port to listen on; any free one when left out.' },
    { name: 'enrol', value: 'FILE', words: 'Use this enrolment file first; else the one in the data folder.' },
  ],
  run: runServe,
};

async function runServe(call: Call): Promise<ExitCode> {
  const { output } = call;
  const port = readPort(call.option('port'));
  if (port === null) {
    output.note(`--port is ${call.option('port')}; it must be a whole number from 1 to 65535.`);
    return exitCodes.usage;
  }
  const home = call.openHome(call.homePath);
  if (home === null) return exitCodes.needsPerson;
  const running = await sayRunning(call, home);
  if (running !== null) return running;
  const enrolment = await enrolHere(call, home, call.option('enrol'));
  if (!enrolment.ok) return refuse(output, enrolment.failure);
  if (enrolment.value !== null) output.note(`${enrolment.value.sentence} ${enrolment.value.remedy}`.trimEnd());
  const opened = await openPlumbline(call, home, null, { enrolment: enrolment.value });
  if (!opened.ok) return refuse(output, opened.failure);
  const served = await serve(call, home, opened.value, port);
  if (!served.ok) {
    await opened.value.companies.stop();
    return refuse(output, served.failure);
  }
  const { web, stop } = served.value;
  output.say(`${openWords(opened.value)} open at ${web.url}`);
  for (const line of failedWords(opened.value)) output.note(line);
  output.note('The address opens one browser within five minutes. For another one run the same command again.');
  output.note('Ctrl+C ends Plumbline.');
  output.result({ ok: true, url: web.url, port: web.port, home: home.folder });
  await call.interrupted;
  await stop();
  return exitCodes.ok;
}

/** Whose books are open: one company is named, several are counted. */
function openWords({ companies }: Opened): string {
  const open = companies.known().filter(({ id }) => companies.placeOf(id).state === 'open');
  const [only] = open;
  return open.length === 1 && only !== undefined ? `${only.name} is` : `${open.length} companies are`;
}

/** What to do about each company that could not be opened. */
function failedWords({ companies }: Opened): readonly string[] {
  return companies.known().flatMap(({ id, name }) => {
    const place = companies.placeOf(id);
    if (place.state !== 'failed') return [];
    return [`${name} could not be opened: ${place.failure.sentence} ${place.failure.remedy ?? ''}`.trimEnd()];
  });
}

/** Where Plumbline runs on this home folder already it is asked for another address. Null: it does not run. */
async function sayRunning({ output }: Call, home: Home): Promise<ExitCode | null> {
  const reply = await askAtHome(home.folder, { ask: 'address' });
  if (reply === null) return null;
  if (!reply.ok) return refuse(output, reply.failure);
  const { url, port } = z.object({ url: z.string(), port: z.number() }).parse(reply.value);
  output.say(`Plumbline is running already. Another browser can open it at ${url}`);
  output.result({ ok: true, url, port, home: home.folder });
  return exitCodes.ok;
}

/** 0: any free port; null: not a port. */
function readPort(text: string | null): number | null {
  if (text === null) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}
