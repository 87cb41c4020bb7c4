type Formats = { readonly moment: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat };

/** By time zone: to make one takes longer than to write a whole list with it, and lists are drawn anew every minute. */
const made = new Map<string | undefined, Formats>();

/** An instant as people write it in the office's time zone: `Nov 22, 2026, 9:42 AM`. `timeZone` is an IANA name. */
export function instantWords(instant: string, timeZone: string | undefined): string {
  return formatsOf(timeZone).moment.format(Date.parse(instant));
}

/** Only the time of day: `9:42 AM`. */
export function timeWords(instant: string, timeZone: string | undefined): string {
  return formatsOf(timeZone).time.format(Date.parse(instant));
}

function formatsOf(timeZone: string | undefined): Formats {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const formats = {
    moment: new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone }),
    time: new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone }),
  };
  made.set(timeZone, formats);
  return formats;
}
