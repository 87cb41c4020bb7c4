import { isDate } from './dates.ts';

/**
 * When an invoice is due by the terms of its vendor (4-4), Sage's text `##DY`, `##TH` or `##MO`: so many days later, on that day of
 * the following month, so many months later. That the text looks like this has confidence high; that `TH` means the following month
 * is a guess, so the date is shown and may be typed over.
 *
 * In: terms, and the invoice's date. Null: no terms, or none of these.
 */
export function dueByTerms(terms: string, date: string): string | null {
  const [, digits = '', unit = ''] = /^(\d{1,3})\s*(DY|TH|MO)$/i.exec(terms.trim()) ?? [];
  const count = Number(digits);
  if (!isDate(date) || unit === '') return null;
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  switch (unit.toUpperCase()) {
    case 'DY':
      return dateText(Date.UTC(year, month - 1, day + count));
    case 'TH':
      return count < 1 || count > 31 ? null : dayOfMonth(year, month, count);
    default:
      return dayOfMonth(year, month - 1 + count, day);
  }
}

/** That day of a month counted from January of a year, 0 … ; the last one where the month is shorter. */
function dayOfMonth(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateText(Date.UTC(year, month, Math.min(day, last)));
}

function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
