import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { approvalsBench } from './approvals.ts';
import { desktopBench } from './desktop.ts';
import { type Bench, type Effort, type Figure, keepsTarget } from './figure.ts';
import { logBench } from './log.ts';
import { procoreBench } from './procore.ts';
import { pullBench } from './pull.ts';
import { pushBench } from './push.ts';
import { readerBench } from './reader.ts';
import { table } from './table.ts';
import { workerBench } from './worker.ts';

/*
 * `npm run bench`: measures and prints; targets are printed beside the figures, never enforced. Ends with 1 only when a bench could
 * not measure. After `--`: --json (one JSON object last), --only push,log (some benches), --quick (few rounds, to try it out).
 */
const benches: readonly Bench[] = [
  pushBench,
  readerBench,
  workerBench,
  pullBench,
  approvalsBench,
  logBench,
  procoreBench,
  desktopBench,
];

const { values: words } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});

const effort: Effort = {
  rounds: (full) => (words.quick ? Math.max(3, Math.round(full / 10)) : full),
  say: (text) => process.stderr.write(`${text}\n`),
};

const names = words.only === '' ? benches.map(({ name }) => name) : words.only.split(',');
const unknown = names.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  effort.say(`There is no bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const start = performance.now();
const figures: Figure[] = [];
const failures: { readonly bench: string; readonly error: string }[] = [];
for (const bench of benches.filter(({ name }) => names.includes(name))) {
  effort.say(`Measuring: ${bench.title} …`);
  try {
    const measured = await bench.run(effort);
    figures.push(...measured);
    process.stdout.write(`${table(bench.title, measured)}\n`);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    failures.push({ bench: bench.name, error: reason });
    effort.say(`${bench.title}: could not be measured. ${reason}`);
  }
}

const machine = {
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  processors: cpus().length,
  model: cpus()[0]?.model.trim() ?? '',
};
const missed = figures.filter((figure) => keepsTarget(figure) === false);
const kept = figures.filter((figure) => keepsTarget(figure) === true);
process.stdout.write(
  `${kept.length} figures keep their target, ${missed.length} do not${missed.map(({ name }) => `\n  missed: ${name}`).join('')}\n` +
    `${machine.processors} × ${machine.model}, ${machine.platform}, Node ${machine.node}\n`,
);
if (words.json) {
  const result = {
    machine,
    quick: words.quick,
    figures: figures.map((figure) => ({ ...figure, ok: keepsTarget(figure) })),
    failures,
    elapsedMs: Math.round(performance.now() - start),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
process.exitCode = failures.length === 0 ? 0 : 1;
