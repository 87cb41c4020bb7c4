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

/** An instant on the office's clock as Sage's time columns hold it, in whole seconds: `2026-03-31 14:05:09.000`. */
export function officeTime(instant: string, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '00';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}.000`;
}
