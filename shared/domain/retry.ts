import { minutesBetween } from './dates.ts';

/** First window: long enough for a restarted SQL Server service or a Wi-Fi hand-over, short enough not to be noticed. */
export const retryBaseMs = 5_000;

/** Longest window: after a whole night without the server, work goes on within a quarter of an hour of its return. */
export const retryCapMs = 15 * 60_000;

/**
 * Milliseconds to wait before trying again, with full jitter: anywhere between nothing and a window that doubles with every
 * attempt up to the cap, so that many installations do not come back at the same moment. There is no last attempt.
 * `attempt` counts failures so far, from 1; `fraction` is chance in [0, 1).
 */
export function retryDelayMs(attempt: number, fraction: number): number {
  const window = Math.min(retryCapMs, retryBaseMs * 2 ** (Math.max(1, attempt) - 1));
  return Math.floor(window * fraction);
}

/**
 * Whether a wait that was to end at `until` is over. No such wait is longer than the cap, so one that seems to be was begun before
 * the clock was set back: it is over, or a transfer would rest for as long as the clock went back. Both are instants, ISO UTC.
 */
export function retryWaitIsOver(until: string, now: string): boolean {
  const aheadMs = minutesBetween(now, until) * 60_000;
  return aheadMs <= 0 || aheadMs > retryCapMs;
}
