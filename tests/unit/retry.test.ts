import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryBaseMs, retryCapMs, retryDelayMs, retryWaitIsOver } from '#shared/domain/retry.ts';

describe('waiting before another attempt', () => {
  it('doubles the window from 5 seconds to 15 minutes', () => {
    const windows = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((attempt) => retryDelayMs(attempt, 0.5) * 2);
    expect(windows).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 900_000, 900_000]);
  });

  it('spreads over the whole window, down to nothing', () => {
    expect(retryDelayMs(3, 0)).toBe(0);
    expect(retryDelayMs(3, 0.999999)).toBe(19_999);
  });

  it('never gives up and never waits longer than the cap, however many attempts failed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 2 ** 31 - 1 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, fraction) => {
          const delay = retryDelayMs(attempt, fraction);
          return Number.isInteger(delay) && delay >= 0 && delay <= retryCapMs;
        },
      ),
    );
    expect(retryDelayMs(0, 0.5)).toBe(retryBaseMs / 2);
  });
});

describe('a wait that was stored', () => {
  const until = '2026-11-23T17:10:00.000Z';

  it('is over when its time has come', () => {
    expect(retryWaitIsOver(until, '2026-11-23T17:09:59.999Z')).toBe(false);
    expect(retryWaitIsOver(until, until)).toBe(true);
    expect(retryWaitIsOver(until, '2026-11-23T18:00:00.000Z')).toBe(true);
  });

  it('is over when the clock was set back so far that no wait could be that long', () => {
    expect(retryWaitIsOver(until, '2026-11-23T16:55:00.000Z')).toBe(false);
    expect(retryWaitIsOver(until, '2026-11-23T16:54:59.999Z')).toBe(true);
    expect(retryWaitIsOver(until, '2026-11-22T17:00:00.000Z')).toBe(true);
  });
});
