import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { openWorkerCompany } from './workerCompany.ts';

/*
 * Runs in a process of its own, which stands for the engine's: reads a whole company through a worker, as the first pull does, and
 * prints what that cost. In: the company's file and how often.
 */
const [file = '', times = '1'] = process.argv.slice(2);

export type Pulled = {
  readonly rows: number;
  readonly wallMs: number;
  /** The longest time in which this process did nothing else. */
  readonly stallMs: number;
  /** Above what the processes held when idle. */
  readonly extraMb: number;
  readonly workerExtraMb: number;
};

let workerPid = 0;
const sage = openWorkerCompany(file, (started) => {
  workerPid = started.pid() ?? 0;
});
// Idle: the worker is up, the code of both is warm.
await sage.reasonsUsed();
await readAll(sage);
global.gc?.();
const idle = process.memoryUsage.rss();
const workerIdle = workerMemory('VmRSS');

const spans: Omit<Pulled, 'extraMb' | 'workerExtraMb'>[] = [];
for (let time = 0; time < Number(times); time += 1) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const rows = await readAll(sage);
  const wallMs = performance.now() - start;
  delay.disable();
  spans.push({ rows, wallMs, stallMs: delay.max / 1e6 });
}
// By itself: asking the system after every page takes longer than many a page.
let peak = 0;
await readAll(sage, () => {
  peak = Math.max(peak, process.memoryUsage.rss());
});
const extraMb = (peak - idle) / 1e6;
const workerExtraMb = (workerMemory('VmHWM') - workerIdle) / 1e6;
await sage.close();
const pulls: readonly Pulled[] = spans.map((span) => ({ ...span, extraMb, workerExtraMb }));
process.stdout.write(`${JSON.stringify(pulls)}\n`);

async function readAll(company: SageCompany, afterPage: () => void = () => {}): Promise<number> {
  let rows = 0;
  for (const kind of sageKinds) {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<SageCompany['read']>> = await company.read(kind, { changedFrom: null, after });
      if (!page.ok) throw new Error(page.failure.sentence);
      rows += page.value.rowsRead;
      after = page.value.next;
      afterPage();
    } while (after !== null);
  }
  return rows;
}

/** Bytes, as Linux counts them; 0 elsewhere. */
function workerMemory(what: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${workerPid}/status`, 'utf8');
    return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
