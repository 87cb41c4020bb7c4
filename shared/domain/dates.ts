/**
 * Dates are `YYYY-MM-DD` in the office's time zone; instants are ISO 8601 with `Z` or an offset and come out as UTC with
 * milliseconds. A malformed instant or an unknown time zone is a bug in the caller and throws.
 */

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970. Text without a zone is refused: it would be read in the zone of whatever machine runs this. */
function epochMs(instant: string): number {
  const ms = instantPattern.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(ms)) throw new Error(`Not an instant: ${JSON.stringify(instant)}`);
  return ms;
}

/** Of the zone asked for last: a calendar costs half a millisecond to make, and there is one office. */
let lastCalendar: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | null = null;

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  if (lastCalendar?.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    lastCalendar = { timeZone, format };
  }
  return lastCalendar.format;
}

/** The calendar date of an instant where the office is, `YYYY-MM-DD`. `timeZone` is an IANA name, e.g. `America/Chicago`. */
export function dateInZone(instant: string, timeZone: string): string {
  const format = calendarOf(timeZone);
  const part = new Map(format.formatToParts(epochMs(instant)).map(({ type, value }) => [type, value]));
  return `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`;
}

/** The time of day of an instant where the office is, `16:05`. */
export function timeInZone(instant: string, timeZone: string): string {
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat('en-US-u-nu-latn', { timeZone, ...hours }).format(epochMs(instant));
}

/** True for a day that exists, written `YYYY-MM-DD`, from year 1 on (SQL Server's `date` starts there). */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}

/** The instant so many minutes later (earlier when negative), as UTC. */
export function addMinutesTo(instant: string, minutes: number): string {
  return new Date(epochMs(instant) + minutes * 60_000).toISOString();
}

/** Minutes from one instant to another, with fractions; negative when `to` is the earlier one. */
export function minutesBetween(from: string, to: string): number {
  return (epochMs(to) - epochMs(from)) / 60_000;
}

/** Orders two instants, the earlier first, whatever zone they are written in. */
export function compareInstants(a: string, b: string): -1 | 0 | 1 {
  const difference = epochMs(a) - epochMs(b);
  if (difference === 0) return 0;
  return difference < 0 ? -1 : 1;
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const hour = 60;
const day = 24 * hour;
/** Average lengths of the Gregorian calendar: good enough for words. */
const month = 30.44 * day;
const year = 365.25 * day;

/**
 * How long ago in words: `just now`, `2 minutes ago`, `yesterday`, `3 months ago`; for later instants `in 5 minutes`, `tomorrow`.
 * Less than a minute either way is `just now`, since clocks of two machines differ by seconds.
 */
export function relativeWords(fromInstant: string, nowInstant: string): string {
  const minutes = minutesBetween(fromInstant, nowInstant);
  const past = minutes >= 0;
  const length = Math.abs(minutes);
  if (length < 1) return 'just now';
  if (length >= day && length < 2 * day) return past ? 'yesterday' : 'tomorrow';
  const words =
    length < hour
      ? counted(Math.floor(length), 'minute')
      : length < day
        ? counted(Math.floor(length / hour), 'hour')
        : length < month
          ? counted(Math.floor(length / day), 'day')
          : length < year
            ? counted(Math.floor(length / month), 'month')
            : counted(Math.floor(length / year), 'year');
  return past ? `${words} ago` : `in ${words}`;
}

/** The same for what is to come, such as a next try, which is never said to have been: less than a minute ahead is `in a moment`. */
export function comingWords(instant: string, nowInstant: string): string {
  const minutes = minutesBetween(instant, nowInstant);
  return minutes <= 0 && minutes > -1 ? 'in a moment' : relativeWords(instant, nowInstant);
}

/** A date as Sage prints it, `11/22/2026`; anything else as it is. */
export function dayWords(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');
}
