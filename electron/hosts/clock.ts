import type { Clock } from '../engine/ports/runtime.ts';

/** `setTimeout` fires at once above this (a signed 32-bit number of milliseconds, 24.8 days). */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's own time: the only place that reads it. */
export function createSystemClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    monotonicMs: () => performance.now(),
    after: (delayMs, callback) => {
      let timer: NodeJS.Timeout;
      function arm(leftMs: number): void {
        timer =
          leftMs > longestTimerMs
            ? setTimeout(() => arm(leftMs - longestTimerMs), longestTimerMs)
            : setTimeout(callback, Math.max(0, leftMs));
      }
      arm(delayMs);
      return () => clearTimeout(timer);
    },
  };
}
