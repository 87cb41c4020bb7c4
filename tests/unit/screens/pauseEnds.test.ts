import { expect, test } from 'vitest';
import { tomorrowAtSix } from '#shared/domain/pauseEnds.ts';

test('tomorrow at six is six in the morning where the office is', () => {
  expect(tomorrowAtSix('2026-07-01T18:00:00.000Z', 'America/Los_Angeles')).toBe('2026-07-02T13:00:00.000Z');
});

test('late in the evening, tomorrow is the office’s tomorrow and not that of UTC', () => {
  expect(tomorrowAtSix('2026-07-02T05:00:00.000Z', 'America/Los_Angeles')).toBe('2026-07-02T13:00:00.000Z');
});

test('it is still six after the clocks have changed in the night', () => {
  expect(tomorrowAtSix('2026-10-31T20:00:00.000Z', 'America/Chicago')).toBe('2026-11-01T12:00:00.000Z');
  expect(tomorrowAtSix('2026-03-07T20:00:00.000Z', 'America/Chicago')).toBe('2026-03-08T11:00:00.000Z');
});

test('zones with half hours are met to the minute', () => {
  expect(tomorrowAtSix('2026-07-01T12:00:00.000Z', 'Asia/Kolkata')).toBe('2026-07-02T00:30:00.000Z');
});
