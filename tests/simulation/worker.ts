import { parentPort, workerData } from 'node:worker_threads';
import { runScenario } from './scenario.ts';
import { createTemplates } from './templates.ts';
import type { Met } from './world/faults.ts';

/** Runs the scenarios of one share of the seeds and tells, part by part, what became of them. */
export type Share = { readonly from: number; readonly step: number; readonly until: number };

export type Report = {
  readonly scenarios: number;
  readonly transfers: number;
  readonly broken: readonly { readonly seed: number; readonly words: string }[];
  readonly met: Met;
};

const partSize = 1_000;

async function runShare({ from, step, until }: Share): Promise<void> {
  // Thousands of expected errors a second: nobody looks at where they come from.
  Error.stackTraceLimit = 0;
  const templates = await createTemplates();
  let [at, isDone] = [from, false];
  // Where everybody waits for somebody else there is nothing left to do, and the process ends.
  process.once('exit', () => {
    const broken = [{ seed: at, words: 'it never came to an end' }];
    if (!isDone) parentPort?.postMessage({ scenarios: 0, transfers: 0, broken, met: new Map() } satisfies Report);
  });
  for (let seed = from; seed <= until; ) {
    const met: Met = new Map();
    const broken: Report['broken'][number][] = [];
    let scenarios = 0;
    let transfers = 0;
    for (; seed <= until && scenarios < partSize; seed += step) {
      at = seed;
      const outcome = await runScenario(seed, { templates, met });
      scenarios += 1;
      transfers += outcome.transfers;
      for (const words of outcome.broken) broken.push({ seed, words });
    }
    parentPort?.postMessage({ scenarios, transfers, broken, met } satisfies Report);
  }
  isDone = true;
}

await runShare(workerData as Share);
