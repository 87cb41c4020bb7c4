/** Of the zone asked for last: a clock costs half a millisecond to make, and there is one office. */
let lastClock: { readonly timeZone: string; readonly format: Intl.DateTimeFormat } | null = null;

function clockOf(timeZone: string): Intl.DateTimeFormat {
  if (lastClock?.timeZone !== timeZone) {
    const format = new Intl.DateTimeFormat('en-CA-u-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    lastClock = { timeZone, format };
  }
  return lastClock.format;
}

/** Clocks are put forward and back at quarters of an hour and at no other time: within one, their distance from UTC is the same. */
const quarterMs = 15 * 60_000;
let lastDistance: { readonly timeZone: string; readonly quarter: number; readonly ms: number } | null = null;

/** An instant on the office's clock as Sage's time columns hold it, in whole seconds: `2026-03-31 14:05:09.000`. */
export function officeTime(instant: string, timeZone: string): string {
  const ms = Date.parse(instant);
  const quarter = Math.floor(ms / quarterMs);
  if (lastDistance?.quarter !== quarter || lastDistance.timeZone !== timeZone) {
    lastDistance = { timeZone, quarter, ms: distanceFromUtc(ms, timeZone) };
  }
  const shown = new Date(ms + lastDistance.ms).toISOString();
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)}.000`;
}

/** What the office's clock is ahead of UTC at an instant, in ms. */
function distanceFromUtc(ms: number, timeZone: string): number {
  const part = new Map(
    clockOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
  const time = `${part.get('hour')}:${part.get('minute')}:${part.get('second')}`;
  return Date.parse(`${day}T${time}Z`) - Math.floor(ms / 1000) * 1000;
}
