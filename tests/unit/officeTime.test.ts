import { describe, expect, it } from 'vitest';
import { officeTime } from '../../electron/engine/push/officeTime.ts';

describe("the time on the office's clock", () => {
  it('follows the office through a change of its clocks, to the second', () => {
    const chicago = (instant: string) => officeTime(instant, 'America/Chicago');
    expect(chicago('2026-03-08T07:59:59.999Z')).toBe('2026-03-08 01:59:59.000');
    expect(chicago('2026-03-08T08:00:00.000Z')).toBe('2026-03-08 03:00:00.000');
    expect(chicago('2026-11-01T06:59:59.000Z')).toBe('2026-11-01 01:59:59.000');
    expect(chicago('2026-11-01T07:00:00.000Z')).toBe('2026-11-01 01:00:00.000');
  });

  it('is right in zones that are ahead by half and quarter hours, and that change by half an hour', () => {
    expect(officeTime('2026-06-30T18:20:30.000Z', 'Asia/Kathmandu')).toBe('2026-07-01 00:05:30.000');
    expect(officeTime('2026-04-04T14:59:59.000Z', 'Australia/Lord_Howe')).toBe('2026-04-05 01:59:59.000');
    expect(officeTime('2026-04-04T15:00:00.000Z', 'Australia/Lord_Howe')).toBe('2026-04-05 01:30:00.000');
  });

  it('is of the zone asked for, also when another was asked for at the same moment', () => {
    const at = '2026-12-31T23:30:00.000Z';
    expect(officeTime(at, 'America/Los_Angeles')).toBe('2026-12-31 15:30:00.000');
    expect(officeTime(at, 'Europe/Berlin')).toBe('2027-01-01 00:30:00.000');
  });
});
