import { addMinutesTo, dateInZone } from './dates.ts';

/** How far a zone is ahead of UTC at an instant, in minutes. */
function zoneOffset(instant: string, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const part = new Map(format.formatToParts(Date.parse(instant)).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number.parseInt(part.get(type) ?? '0', 10);
  const wall = Date.UTC(number('year'), number('month') - 1, number('day'), number('hour'), number('minute'));
  return Math.round((wall - Date.parse(instant)) / 60_000);
}

/** The instant of 6:00 in the morning of the next day where the office is, also across a change of daylight saving time. */
export function tomorrowAtSix(now: string, timeZone: string): string {
  const tomorrow = new Date(`${dateInZone(now, timeZone)}T06:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  const wall = tomorrow.toISOString();
  const guess = addMinutesTo(wall, -zoneOffset(wall, timeZone));
  return addMinutesTo(wall, -zoneOffset(guess, timeZone));
}

/** The ends that a pause can have. There is none without an end: a forgotten pause is silence. */
export function pauseEnds(
  now: string,
  timeZone: string,
): readonly { readonly label: string; readonly until: string }[] {
  return [
    { label: 'For 15 minutes', until: addMinutesTo(now, 15) },
    { label: 'For 1 hour', until: addMinutesTo(now, 60) },
    { label: 'Until tomorrow, 6:00 AM', until: tomorrowAtSix(now, timeZone) },
  ];
}
