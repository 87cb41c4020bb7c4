import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutesTo,
  comingWords,
  compareInstants,
  dateInZone,
  isDate,
  minutesBetween,
  relativeWords,
} from '#shared/domain/dates.ts';

describe('dates', () => {
  it.each([
    ['2026-03-01T05:59:59.999Z', 'America/Chicago', '2026-02-28'],
    ['2026-03-01T06:00:00.000Z', 'America/Chicago', '2026-03-01'],
    ['2026-07-01T04:59:00Z', 'America/Chicago', '2026-06-30'],
    ['2026-07-01T05:00:00Z', 'America/Chicago', '2026-07-01'],
    ['2026-12-31T23:30:00Z', 'Pacific/Auckland', '2027-01-01'],
    ['2026-06-30T23:30:00-05:00', 'UTC', '2026-07-01'],
    ['2024-02-29T12:00Z', 'UTC', '2024-02-29'],
  ])('puts %s in %s on %s', (instant, zone, date) => {
    expect(dateInZone(instant, zone)).toBe(date);
  });

  it('knows which days exist', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'].every(isDate)).toBe(true);
    expect(
      [
        '2026-02-29',
        '1900-02-29',
        '2026-04-31',
        '2026-13-01',
        '2026-00-10',
        '2026-01-00',
        '0000-01-01',
        '2026-1-1',
        '26-01-01',
        '2026-01-01T00:00',
        '01/02/2026',
        '',
        '2026-01-01\n',
      ].filter(isDate),
    ).toEqual([]);
  });

  it('refuses instants without a zone, because every machine would read them differently', () => {
    for (const text of ['2026-01-01T10:00:00', '2026-01-01', 'yesterday', '', '2026-13-01T00:00:00Z']) {
      expect(() => addMinutesTo(text, 1)).toThrow('Not an instant');
      expect(() => dateInZone(text, 'UTC')).toThrow('Not an instant');
    }
    expect(() => dateInZone('2026-01-01T10:00:00Z', 'Mars/Olympus')).toThrow();
  });
});

describe('instants', () => {
  it('adds minutes across midnight and year ends', () => {
    expect(addMinutesTo('2026-12-31T23:50:00Z', 30)).toBe('2027-01-01T00:20:00.000Z');
    expect(addMinutesTo('2026-01-01T00:00:00.000Z', -1)).toBe('2025-12-31T23:59:00.000Z');
  });

  it('measures and orders in one timeline, whatever zone they are written in', () => {
    expect(minutesBetween('2026-01-01T00:00:00Z', '2026-01-01T00:01:30Z')).toBe(1.5);
    expect(minutesBetween('2026-01-01T01:00:00Z', '2026-01-01T00:00:00Z')).toBe(-60);
    expect(compareInstants('2026-01-01T00:00:00Z', '2025-12-31T19:00:00-05:00')).toBe(0);
    expect(compareInstants('2026-01-01T00:00:00.001Z', '2026-01-01T00:00:00Z')).toBe(1);
    expect(compareInstants('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toBe(-1);
  });

  it('measures exactly what it added', () => {
    const instant = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((d) => d.toISOString());
    fc.assert(
      fc.property(instant, fc.integer({ min: -1e6, max: 1e6 }), (from, minutes) => {
        return minutesBetween(from, addMinutesTo(from, minutes)) === minutes;
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('time in words', () => {
  const now = '2026-06-15T12:00:00.000Z';
  it.each([
    [0, 'just now'],
    [0.9, 'just now'],
    [-0.9, 'just now'],
    [1, '1 minute ago'],
    [2.7, '2 minutes ago'],
    [59.9, '59 minutes ago'],
    [60, '1 hour ago'],
    [23 * 60 + 59, '23 hours ago'],
    [24 * 60, 'yesterday'],
    [48 * 60, '2 days ago'],
    [30 * 24 * 60, '30 days ago'],
    [31 * 24 * 60, '1 month ago'],
    [364 * 24 * 60, '11 months ago'],
    [366 * 24 * 60, '1 year ago'],
    [800 * 24 * 60, '2 years ago'],
    [-5, 'in 5 minutes'],
    [-60, 'in 1 hour'],
    [-24 * 60, 'tomorrow'],
    [-3 * 24 * 60, 'in 3 days'],
  ])('calls %d minutes "%s"', (minutes, words) => {
    expect(relativeWords(addMinutesTo(now, -minutes), now)).toBe(words);
  });
});

it.each([
  [0.5, 'in a moment'],
  [0, 'in a moment'],
  [5, 'in 5 minutes'],
  [-0.5, 'just now'],
  [-3, '3 minutes ago'],
])('what comes in %d minutes is not said to have been: %s', (minutes, words) => {
  const now = '2026-11-22T12:00:00.000Z';
  expect(comingWords(addMinutesTo(now, minutes), now)).toBe(words);
});
