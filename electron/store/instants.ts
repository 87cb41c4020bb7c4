import { isDate } from '#shared/domain/dates.ts';
import { standardSettings } from '#shared/domain/settings.ts';

/** An instant as text that sorts by time, UTC with milliseconds, whatever zone it was written in; other text stays as it is. */
export function instantKey(text: string): string {
  // A day without a time becomes noon UTC, which is the same day in nearly every office.
  if (isDate(text)) return `${text}T12:00:00.000Z`;
  if (!/(?:Z|[+-]\d{2}:\d{2})$/i.test(text)) return text;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

/** The same for text that may be no instant at all: then null. */
export function instantOrNull(text: string | null): string | null {
  const key = text === null ? '' : instantKey(text);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(key) ? key : null;
}

/** Both ends as instants: at or after `from`, before `to`. Null = no limit. */
export type InstantRange = { readonly from: string | null; readonly to: string | null };

export type OfficeDays = {
  /** The day of an instant where the office is, YYYY-MM-DD; null for text that is no instant. */
  readonly dayOf: (instant: string) => string | null;
  /** From the first moment of one day to the last of another; text that is no day sets no limit. */
  readonly range: (firstDay: string, lastDay: string) => InstantRange;
};

const hourMs = 3_600_000;

/** Days of one office. `timeZone` is an IANA name; one that this machine does not know gives way to the standard one. */
function officeDays(timeZone: string): OfficeDays {
  const format = formatIn(timeZone) ?? formatIn(standardSettings.timeZone);
  const dayAt = (ms: number): string => {
    const part = new Map(format?.formatToParts(ms).map(({ type, value }) => [type, value]));
    return `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`;
  };
  // Found by halving, because daylight saving moves the start of a day; zones lie between 12 hours behind and 14 ahead of UTC.
  const startOf = (day: string): string => {
    const midnight = Date.parse(`${day}T00:00:00.000Z`);
    let before = (midnight - 16 * hourMs) / 1000;
    let reached = (midnight + 16 * hourMs) / 1000;
    while (reached - before > 1) {
      const middle = Math.floor((before + reached) / 2);
      if (dayAt(middle * 1000) >= day) reached = middle;
      else before = middle;
    }
    return new Date(reached * 1000).toISOString();
  };
  return {
    dayOf: (instant) => {
      const ms = Date.parse(instantKey(instant));
      return Number.isNaN(ms) ? null : dayAt(ms);
    },
    range: (firstDay, lastDay) => ({
      from: isDate(firstDay) ? startOf(firstDay) : null,
      to: isDate(lastDay) ? startOf(dayAfter(lastDay)) : null,
    }),
  };
}

/** The days of the office where it is now; a calendar costs half a millisecond to make, so the last one is kept. */
export function officeDaysIn(readTimeZone: () => string): () => OfficeDays {
  let last: { readonly timeZone: string; readonly days: OfficeDays } | null = null;
  return () => {
    const timeZone = readTimeZone();
    if (last?.timeZone !== timeZone) last = { timeZone, days: officeDays(timeZone) };
    return last.days;
  };
}

function formatIn(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  } catch {
    return null;
  }
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 24 * hourMs).toISOString().slice(0, 10);
}
