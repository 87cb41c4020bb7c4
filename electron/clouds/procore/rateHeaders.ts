import type { HttpReply } from '../http.ts';

/**
 * What a reply says about the calls left. Procore counts in two rolling windows, 10 seconds and 60 minutes, and every reply, errors
 * included, tells of the one that is nearer to its end (its page “Rate Limiting”, confidence high).
 */
export type RateNotice = {
  readonly window: 'spike' | 'hour';
  /** Calls allowed in that window. */
  readonly limit: number;
  /** Calls left when it answered. */
  readonly remaining: number;
  /** Until the window begins anew, by the far end's own clock. */
  readonly resetInMs: number;
};

/** A reset farther off than the short window can only be the long one's; a second for headers in whole seconds. */
const spikeResetMs = 11_000;

/**
 * Null when the reply carries no complete notice. `now`: this machine's clock, for replies without a date. `hourLimit`: the long
 * window's limit if it is known, because at the end of an hour its reset is as near as the short one's.
 */
export function readRateNotice(reply: HttpReply, now: string, hourLimit: number | null): RateNotice | null {
  const [limit, remaining, reset] = ['Limit', 'Remaining', 'Reset'].map((name) =>
    wholeNumber(reply.header(`X-Rate-Limit-${name}`)),
  );
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  if (limit === null || remaining === null || reset === null || limit < 1) return null;
  // Against the far end's clock: this machine's may be minutes off.
  const resetInMs = Math.max(0, reset * 1000 - Date.parse(reply.date ?? now));
  const window = resetInMs <= spikeResetMs && limit !== hourLimit ? 'spike' : 'hour';
  return { window, limit, remaining, resetInMs };
}

function wholeNumber(header: string | null): number | null {
  return header !== null && /^\d{1,12}$/.test(header.trim()) ? Number(header.trim()) : null;
}
