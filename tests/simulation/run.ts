import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { figure } from '../soak/figures.ts';
import { runScenario } from './scenario.ts';
import { createTemplates } from './templates.ts';
import type { Report, Share } from './worker.ts';
import { faults, type Met, places } from './world/faults.ts';

/*
 * The simulation at full length: `node tests/simulation/run.ts --scenarios 1000000`. Ends with 1 when a promise was broken or a kind
 * of fault was never met. `--from` is the first seed. `--seed N` replays one scenario and prints everything that happens in it.
 */
const { values: words } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string', default: '' },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);

process.exitCode =
  words.seed === '' ? await runAll(Number(words.from), Number(words.scenarios)) : await replay(Number(words.seed));

async function replay(seed: number): Promise<number> {
  const { broken } = await runScenario(seed, { templates: await createTemplates(), met: new Map(), trace: say });
  for (const problem of broken) say(`BROKEN ${problem}`);
  say(
    broken.length === 0 ? `Scenario ${seed} kept every promise.` : `Scenario ${seed} broke ${broken.length} promises.`,
  );
  return broken.length === 0 ? 0 : 1;
}

async function runAll(from: number, scenarios: number): Promise<number> {
  const started = performance.now();
  const step = Math.max(1, availableParallelism());
  const until = from + scenarios - 1;
  const total = { scenarios: 0, transfers: 0, broken: 0 };
  const met: Met = new Map();
  let told = 0;
  const add = (report: Report) => {
    total.scenarios += report.scenarios;
    total.transfers += report.transfers;
    for (const [name, times] of report.met) met.set(name, (met.get(name) ?? 0) + times);
    for (const { seed, words: problem } of report.broken) {
      total.broken += 1;
      if (total.broken <= 20) say(`Seed ${seed}: ${problem}. Replay: node tests/simulation/run.ts --seed ${seed}`);
    }
    if (total.scenarios - told < scenarios / 10) return;
    told = total.scenarios;
    say(`${number(total.scenarios)} of ${number(scenarios)} scenarios, ${rate()} a second`);
  };
  const cpu = process.cpuUsage();
  const cpuPerScenario = () => {
    const { user, system } = process.cpuUsage(cpu);
    return Math.round((user + system) / total.scenarios);
  };
  const rate = () => number(Math.round(total.scenarios / ((performance.now() - started) / 1000)));
  await Promise.all(Array.from({ length: step }, (_, index) => runWorker({ from: from + index, step, until }, add)));

  const missing = places
    .flatMap((place) => faults[place].map((fault) => `${place} ${fault}`))
    .filter((name) => !met.has(name));
  const faultsMet = [...met.values()].reduce((sum, times) => sum + times, 0);
  for (const name of missing) say(`Never met: ${name}`);
  const summary = `${number(total.scenarios)} scenarios (seeds ${from} to ${until}) with ${number(total.transfers)} transfers and ${number(faultsMet)} faults of ${met.size} kinds in ${Math.round((performance.now() - started) / 1000)} s, ${rate()} a second, ${cpuPerScenario()} µs of processor time each: ${total.broken} promises broken`;
  say(summary);
  figure('Simulation', summary);
  return total.broken === 0 && missing.length === 0 && total.scenarios === scenarios ? 0 : 1;
}

function runWorker(share: Share, add: (report: Report) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: share,
      // Nearly everything is gone after one scenario: room for many of them before anything is collected.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
    worker.on('message', add);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
