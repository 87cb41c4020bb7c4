import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '#shared/domain/failure.ts';
import { createSystemClock } from '../../hosts/clock.ts';
import type { Companies } from '../../hosts/companies/companies.ts';
import type { Composed } from '../../hosts/composition.ts';
import type { Config } from '../../hosts/config.ts';
import type { Home } from '../../hosts/homeFolder.ts';
import { type ExitCode, exitCodeOf, exitCodes } from '../exitCodes.ts';
import { type Opened, openPlumbline } from '../openPlumbline.ts';
import { refuse } from '../output.ts';
import { serve } from '../serve.ts';
import type { Call, Verb } from '../verb.ts';
import { type DemoCloud, demoClouds, parts, type Stage } from './clouds.ts';
import { findElectron, runElectron } from './electronWindow.ts';

export const demoVerb: Verb = {
  name: 'demo',
  words: 'Play both clouds once on the sample company, tell what was done, and leave Plumbline open.',
  more: [
    'Clearstory: pulls, accepts one imported project, maps one, pushes three CORs (a new change order, one added to an existing one,',
    'one split over three cost codes with a multiplier), and reads everything again. Procore: cost codes, a project, a vendor and a',
    'budget from each side, a budget update, commitments and their change orders, a batch of invoices of which one is refused and',
    'mended, an order that is unlinked and sent again; then both sides are read again and added up. With --json Procore prints one',
    'object for each kind and one with the reconciliation; the exit code is 1 when anything differs. Uses a fresh folder, removed at',
    'the end, unless --home is given. Touches no real company, Clearstory or Procore.',
  ],
  options: [
    { name: 'cloud', value: 'NAME', words: 'Play one only: clearstory or procore.' },
    { name: 'once', words: 'End after the summary instead of leaving Plumbline open.' },
  ],
  run: runDemo,
};

async function runDemo(call: Call): Promise<ExitCode> {
  const { output } = call;
  const real = refuseReal(call.config);
  if (real !== null) {
    output.note(real);
    return exitCodes.needsPerson;
  }
  const named = call.option('cloud');
  const clouds = demoClouds.filter((cloud) => named === null || cloud === named);
  if (clouds.length === 0) {
    output.note(`--cloud is ${demoClouds.join(' or ')}, not “${named}”.`);
    return exitCodes.usage;
  }
  const fresh = call.option('home') === null ? mkdtempSync(join(tmpdir(), 'plumbline-demo-')) : null;
  try {
    const home = call.openHome(fresh ?? call.homePath);
    return home === null ? exitCodes.needsPerson : await demoIn(call, home, clouds);
  } finally {
    if (fresh !== null) rmSync(fresh, { recursive: true, force: true });
  }
}

async function demoIn(call: Call, home: Home, clouds: readonly DemoCloud[]): Promise<ExitCode> {
  const { output } = call;
  output.note('Creating the sample company and the practice clouds …');
  const opened = await openPlumbline(call, home, null);
  if (!opened.ok) return refuse(output, opened.failure);
  const { companies } = opened.value;
  const composed = firstOf(companies);
  const played = await play(clouds, { composed, clock: companies.clock, home, output });
  if (!played.ok) {
    await companies.stop();
    return refuse(output, played.failure);
  }
  if (call.option('once') !== null) {
    await companies.stop();
    return played.value;
  }
  const electron = findElectron(call.app.folder, call.environment);
  if (electron !== null) {
    await companies.stop();
    output.note('Plumbline opens in its own window. Close it to end the demo.');
    if (await runElectron(electron, call.app.folder, home.folder)) return exitCodes.ok;
    output.note('The window could not be opened; the browser takes its place.');
    const again = await openPlumbline(call, home, null);
    if (!again.ok) return refuse(output, again.failure);
    return stayOpen(call, home, again.value);
  }
  return stayOpen(call, home, opened.value);
}

/** One cloud after the other; the worst exit code of them. */
async function play(clouds: readonly DemoCloud[], stage: Omit<Stage, 'elapsed'>): Promise<Result<ExitCode>> {
  const { monotonicMs } = createSystemClock();
  let code: ExitCode = exitCodes.ok;
  for (const cloud of clouds) {
    const started = monotonicMs();
    const done = await parts[cloud]({ ...stage, elapsed: () => Math.round(monotonicMs() - started) });
    if (!done.ok) return done;
    if (done.value !== exitCodes.ok) code = done.value;
  }
  return { ok: true, value: code };
}

/** The company that the demo works on: the first one; without any the start has failed. */
function firstOf(companies: Companies): Composed {
  const [first] = companies.known();
  const place = first === undefined ? null : companies.placeOf(first.id);
  if (place?.state !== 'open') throw new Error('The demo has no company');
  return place.composed;
}

async function stayOpen(call: Call, home: Home, opened: Opened): Promise<ExitCode> {
  const { output } = call;
  const served = await serve(call, home, opened, 0);
  if (!served.ok) {
    await opened.companies.stop();
    output.note(served.failure.sentence);
    output.note(served.failure.remedy ?? '');
    return exitCodeOf(served.failure);
  }
  output.say(`Plumbline is open: ${served.value.web.url}`);
  output.note('The address opens one browser within five minutes. Another one for it:');
  output.note(`  npm run plumbline -- serve --home ${home.folder}`);
  output.note('Ctrl+C ends the demo.');
  await call.interrupted;
  await served.value.stop();
  return exitCodes.ok;
}

/** The demo pushes without asking anybody: only where nothing is real. */
function refuseReal({ sage, clearstory, procore, companies }: Config): string | null {
  const isReal =
    companies !== undefined ||
    (sage?.kind === 'odbc' && sage.dialect === 'mssql') ||
    (clearstory !== undefined && 'baseUrl' in clearstory) ||
    (procore !== undefined && !('sandbox' in procore));
  return isReal
    ? 'The demo works on the sample company and the practice Clearstory and Procore only: leave --config out.'
    : null;
}
