export type OfficeDays = {
  /** The day as Sage prints it: `11/22/2026`. */
  readonly words: (instant: string) => string;
  /** The same day as `2026-11-22`. */
  readonly date: (instant: string) => string;
};

/** Days of instants (ISO UTC) where the office is, for lists: one formatter for all rows. `timeZone` is an IANA name. */
export function officeDays(timeZone: string | undefined): OfficeDays {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const words = (instant: string): string => {
    const ms = Date.parse(instant);
    return Number.isNaN(ms) ? instant : format.format(ms);
  };
  return { words, date: (instant) => words(instant).replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, '$3-$1-$2') };
}
