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
  for (let seed = from; seed <= until; ) {
    const met: Met = new Map();
    const broken: Report['broken'][number][] = [];
    let scenarios = 0;
    let transfers = 0;
    for (; seed <= until && scenarios < partSize; seed += step) {
      const outcome = await runScenario(seed, { templates, met });
      scenarios += 1;
      transfers += outcome.transfers;
      for (const words of outcome.broken) broken.push({ seed, words });
    }
    parentPort?.postMessage({ scenarios, transfers, broken, met } satisfies Report);
  }
}

await runShare(workerData as Share);
