import type { Clock } from '../../engine/ports/runtime.ts';

/** Requests allowed in any 10 seconds and in any hour. */
export type Limits = { readonly spike: number; readonly hourly: number };

/**
 * Procore's own numbers are per app and may change at any time; its documentation shows 25 and 3,600 as examples. Wider here, so that
 * nobody who practises has to wait; whoever tests the limits sets narrow ones.
 */
export const usualLimits: Limits = { spike: 500, hourly: 20_000 };

const windows = [
  { name: 'spike', ms: 10_000 },
  { name: 'hourly', ms: 3_600_000 },
] as const;

export type Allowance = { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> };

export type RateLimiter = {
  readonly limits: () => Limits;
  readonly setLimits: (limits: Partial<Limits>) => void;
  /** Counts a request if it is allowed, and tells the window that is nearest to its end either way. */
  readonly take: () => Allowance;
};

/** Both rolling windows of one credential. A refused request does not count: how Procore counts those is not documented. */
export function createRateLimiter(clock: Clock, first: Limits): RateLimiter {
  let limits = first;
  let taken: number[] = [];

  return {
    limits: () => limits,
    setLimits: (changed) => {
      limits = { ...limits, ...changed };
    },
    take: () => {
      const now = clock.monotonicMs();
      const hourAgo = now - windows[1].ms;
      const firstKept = taken.findIndex((at) => at > hourAgo);
      taken = firstKept < 0 ? [] : firstKept > 0 ? taken.slice(firstKept) : taken;
      const states = windows.map(({ name, ms }) => {
        const before = taken.findLastIndex((at) => at <= now - ms);
        const oldest = taken[before + 1] ?? now;
        return { limit: limits[name], left: limits[name] - (taken.length - 1 - before), freeInMs: ms - (now - oldest) };
      });
      const allowed = states.every(({ left }) => left > 0);
      if (allowed) taken.push(now);
      const nearest = states.reduce((a, b) => (b.left < a.left ? b : a));
      const seconds = Math.ceil(nearest.freeInMs / 1000);
      return {
        allowed,
        headers: {
          'X-Rate-Limit-Limit': String(nearest.limit),
          'X-Rate-Limit-Remaining': String(Math.max(0, nearest.left - (allowed ? 1 : 0))),
          'X-Rate-Limit-Reset': String(Math.ceil((Date.parse(clock.now()) + nearest.freeInMs) / 1000)),
          ...(allowed ? {} : { 'Retry-After': String(Math.max(1, seconds)) }),
        },
      };
    },
  };
}
