import type { Clock } from '../../../electron/engine/ports/runtime.ts';

/** A clock on which nothing happens before somebody moves it. */
export function createManualClock(): Clock & { readonly pass: (ms: number) => void } {
  let now = Date.parse('2026-11-23T17:00:00.000Z');
  let timers: readonly { readonly due: number; readonly callback: () => void }[] = [];
  return {
    now: () => new Date(now).toISOString(),
    monotonicMs: () => now,
    after: (delayMs, callback) => {
      const timer = { due: now + delayMs, callback };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    pass: (ms) => {
      now += ms;
      const due = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const { callback } of due) callback();
    },
  };
}
