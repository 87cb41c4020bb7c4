/** The smallest value that at least `share` of all values do not exceed (nearest rank); `share` between 0 and 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('A percentile of nothing');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** What a piece of work cost: time by the wall clock, and processor time of all threads of this process, both in ms. */
export type Cost = { readonly wallMs: number; readonly cpuMs: number };

export async function costOf(work: () => unknown): Promise<Cost> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** The same for work that waits for nothing and runs in this thread alone; what else the machine does hardly changes `cpuMs`. */
export function threadCostOf(work: () => unknown): Cost {
  const cpu = process.threadCpuUsage();
  const start = performance.now();
  work();
  const wallMs = performance.now() - start;
  const { user, system } = process.threadCpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

/** Times synchronous work by the wall clock, in ms. */
export function wallMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
