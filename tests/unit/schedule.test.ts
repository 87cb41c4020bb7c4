import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutesTo, compareInstants, minutesBetween } from '#shared/domain/dates.ts';
import { decide, type Schedule, sweepDue } from '#shared/domain/schedule.ts';

const noon = '2026-06-15T12:00:00.000Z';
const pull: Schedule = { everyMinutes: 30, nextDueUtc: noon };

describe('the timers', () => {
  it('are not due a second early, and due on the dot', () => {
    const early = addMinutesTo(noon, -1 / 60);
    expect(decide(pull, early, null)).toEqual({ due: false, schedule: pull, reason: 'notYet' });
    expect(decide(pull, noon, null)).toEqual({
      due: true,
      schedule: { everyMinutes: 30, nextDueUtc: '2026-06-15T12:30:00.000Z' },
      reason: 'due',
    });
  });

  it('make one run of a whole week of missed ones', () => {
    const later = addMinutesTo(noon, 7 * 24 * 60 + 11);
    const first = decide(pull, later, null);
    expect(first.due).toBe(true);
    const second = decide(first.schedule, addMinutesTo(later, 1 / 3), null, later);
    expect(second).toMatchObject({ due: false, reason: 'notYet' });
    expect(minutesBetween(later, second.schedule.nextDueUtc)).toBe(30);
  });

  it('stay quiet while paused, and catch up once when the pause ends', () => {
    const pausedUntil = addMinutesTo(noon, 90);
    expect(decide(pull, addMinutesTo(noon, 60), pausedUntil)).toEqual({ due: false, schedule: pull, reason: 'paused' });
    expect(decide(pull, pausedUntil, pausedUntil).due).toBe(true);
  });

  it('ignore a clock corrected by up to a minute', () => {
    const schedule = { everyMinutes: 30, nextDueUtc: addMinutesTo(noon, 10) };
    expect(decide(schedule, noon, null, addMinutesTo(noon, 1)).reason).toBe('notYet');
  });

  it('start a new interval when the clock went back by more than a minute', () => {
    const schedule = { everyMinutes: 30, nextDueUtc: addMinutesTo(noon, 10) };
    expect(decide(schedule, noon, null, addMinutesTo(noon, 1.1))).toEqual({
      due: false,
      schedule: { everyMinutes: 30, nextDueUtc: '2026-06-15T12:30:00.000Z' },
      reason: 'recomputed',
    });
  });

  it('do not sleep for years after a clock was wrong for a moment, even when nobody saw it go back', () => {
    const schedule = { everyMinutes: 30, nextDueUtc: '2030-01-01T00:00:00.000Z' };
    const healed = decide(schedule, noon, null);
    expect(healed.reason).toBe('recomputed');
    expect(decide(healed.schedule, addMinutesTo(noon, 30), null).due).toBe(true);
  });

  it('take a shorter interval at once', () => {
    const schedule = { everyMinutes: 5, nextDueUtc: addMinutesTo(noon, 25) };
    expect(decide(schedule, noon, null).schedule.nextDueUtc).toBe('2026-06-15T12:05:00.000Z');
  });

  it('never run twice within one interval of real time and never stay silent for more than two, whatever the clock does', () => {
    const jump = fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
    );
    fc.assert(
      fc.property(fc.array(jump, { minLength: 1, maxLength: 300 }), fc.constantFrom(5, 30), (jumps, everyMinutes) => {
        let wall = noon;
        let lastTick: string | null = null;
        let schedule: Schedule = { everyMinutes, nextDueUtc: noon };
        let quiet = 0; // real minutes since the last run or the last jump
        for (const by of jumps) {
          wall = addMinutesTo(wall, 1 + by);
          quiet = by === 0 ? quiet + 1 : 0;
          const decision = decide(schedule, wall, null, lastTick);
          schedule = decision.schedule;
          lastTick = wall;
          if (compareInstants(schedule.nextDueUtc, wall) <= 0) return false;
          if (minutesBetween(wall, schedule.nextDueUtc) > everyMinutes + 1) return false;
          if (decision.due) quiet = 0;
          if (quiet > everyMinutes + 1) return false;
        }
        return true;
      }),
      { numRuns: 500 },
    );
  });
});

describe('the nightly sweep', () => {
  const zone = 'America/Chicago'; // UTC-5 in June
  it('runs at once when there never was one', () => {
    expect(sweepDue(null, noon, zone)).toBe(true);
  });

  it('waits for 02:00 local time, and then runs once in that night', () => {
    const evening = '2026-06-15T03:00:00Z'; // 22:00 on the 14th
    expect(sweepDue(evening, '2026-06-15T06:59:00Z', zone)).toBe(false);
    expect(sweepDue(evening, '2026-06-15T07:00:00Z', zone)).toBe(true);
    expect(sweepDue('2026-06-15T07:00:00Z', '2026-06-15T07:00:20Z', zone)).toBe(false);
    expect(sweepDue('2026-06-15T07:00:00Z', '2026-06-16T06:59:00Z', zone)).toBe(false);
    expect(sweepDue('2026-06-15T07:00:00Z', '2026-06-16T07:00:00Z', zone)).toBe(true);
  });

  it('makes up in the morning for a night slept through', () => {
    expect(sweepDue('2026-06-12T07:00:00Z', '2026-06-15T14:00:00Z', zone)).toBe(true);
  });

  it('runs once in the nights when clocks change', () => {
    // 2026-03-08: 02:00 does not exist in Chicago; 03:00 local is 08:00 UTC.
    expect(sweepDue('2026-03-07T08:00:00Z', '2026-03-08T07:59:00Z', zone)).toBe(false);
    expect(sweepDue('2026-03-07T08:00:00Z', '2026-03-08T08:00:00Z', zone)).toBe(true);
    // 2026-11-01: 01:00 to 02:00 comes twice; 02:00 is 08:00 UTC.
    expect(sweepDue('2026-10-31T07:00:00Z', '2026-11-01T07:30:00Z', zone)).toBe(false);
    expect(sweepDue('2026-10-31T07:00:00Z', '2026-11-01T08:00:00Z', zone)).toBe(true);
    // 2026-10-25: 02:00 to 03:00 comes twice in Berlin, at 00:00 and 01:00 UTC.
    expect(sweepDue('2026-10-24T00:30:00Z', '2026-10-25T00:10:00Z', 'Europe/Berlin')).toBe(true);
    expect(sweepDue('2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z', 'Europe/Berlin')).toBe(false);
  });

  it('does not wait years for a sweep that a wrong clock recorded in the future', () => {
    expect(sweepDue('2030-01-01T00:00:00Z', noon, zone)).toBe(true);
    expect(sweepDue(addMinutesTo(noon, 5), noon, zone)).toBe(false);
  });
});
