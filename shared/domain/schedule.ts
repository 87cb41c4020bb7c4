import { addMinutesTo, compareInstants, dateInZone, minutesBetween } from './dates.ts';

/**
 * Timers are not counted down: a machine that sleeps stops counting. The next due instant is stored, and a short tick asks here
 * whether it has come. All of it is in UTC, so that daylight saving does not exist.
 */
export type Schedule = {
  readonly everyMinutes: number;
  /** Instant, ISO UTC. */
  readonly nextDueUtc: string;
};

/** `recomputed`: not due, but the stored due time made no sense any more and now lies one interval ahead. */
export type ScheduleReason = 'due' | 'notYet' | 'paused' | 'recomputed';

export type Decision = { readonly due: boolean; readonly schedule: Schedule; readonly reason: ScheduleReason };

/** Clocks are corrected by seconds all the time; only more than this counts as the clock having been set back. */
const clockSlackMinutes = 1;

/**
 * Decides one tick, and gives the schedule to store. However many runs were missed, one is due, and the next lies a whole interval
 * after now. Nothing is due while paused; a pause that ends with a run missed makes that run due.
 * When the wall clock went back since `lastTickUtc`, or the due time lies further ahead than one interval (a clock set back while
 * nothing ran, or an interval made shorter), the due time is computed anew from now.
 */
export function decide(
  schedule: Schedule,
  nowUtc: string,
  pausedUntil: string | null,
  lastTickUtc: string | null = null,
): Decision {
  if (pausedUntil !== null && compareInstants(nowUtc, pausedUntil) < 0) {
    return { due: false, schedule, reason: 'paused' };
  }
  const fromNow = { ...schedule, nextDueUtc: addMinutesTo(nowUtc, schedule.everyMinutes) };
  if (compareInstants(schedule.nextDueUtc, nowUtc) <= 0) return { due: true, schedule: fromNow, reason: 'due' };

  const wentBack = lastTickUtc !== null && minutesBetween(nowUtc, lastTickUtc) > clockSlackMinutes;
  const tooFar = minutesBetween(nowUtc, schedule.nextDueUtc) > schedule.everyMinutes + clockSlackMinutes;
  if (wentBack || tooFar) return { due: false, schedule: fromNow, reason: 'recomputed' };
  return { due: false, schedule, reason: 'notYet' };
}

/** Local hour at which a night's sweep may begin: after the office and its own backups, long before the first user. */
const sweepHour = 2;

/** Local hour from which the day's backup may be made: people are there, the computer is on, and the morning's pushes are done. */
const backupHour = 12;

/** The date of the day an instant belongs to, when days change at this local hour. */
function dayFrom(startHour: number, instant: string, timeZone: string): string {
  const date = dateInZone(instant, timeZone);
  const hour = new Intl.DateTimeFormat('en-US-u-nu-latn', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
    new Date(instant),
  );
  // Midday, so that no calendar arithmetic comes near a date border.
  return Number(hour) >= startHour ? date : addMinutesTo(`${date}T12:00:00Z`, -24 * 60).slice(0, 10);
}

/**
 * True when the full sweep is to run: never swept, or not yet in this local night. A night that was slept through is made up for
 * as soon as the machine is awake. A last sweep more than a day in the future comes from a wrong clock and does not count.
 */
export function sweepDue(lastSweepUtc: string | null, nowUtc: string, timeZone: string): boolean {
  if (lastSweepUtc === null) return true;
  if (minutesBetween(nowUtc, lastSweepUtc) > 24 * 60) return true;
  return dayFrom(sweepHour, nowUtc, timeZone) > dayFrom(sweepHour, lastSweepUtc, timeZone);
}

/** True when the day's backup is to be made: none yet, or none since noon of the office's last day. However many were missed, one is due. */
export function backupDue(lastUtc: string | null, nowUtc: string, timeZone: string): boolean {
  if (lastUtc === null || minutesBetween(nowUtc, lastUtc) > 24 * 60) return true;
  return dayFrom(backupHour, nowUtc, timeZone) > dayFrom(backupHour, lastUtc, timeZone);
}
