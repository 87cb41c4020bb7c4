/** An instant as people write it in the office's time zone: `Nov 22, 2026, 9:42 AM`. `timeZone` is an IANA name. */
export function instantWords(instant: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    Date.parse(instant),
  );
}

/** Only the time of day: `9:42 AM`. */
export function timeWords(instant: string, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone }).format(Date.parse(instant));
}
