import { dayWords } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/money.ts';
import type { OfficeDays } from './officeDays.ts';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const money = /^-?\d+\.\d{2}$/;

/** A stored value as people read it: amounts and days as Sage prints them, a dash for nothing, anything else as it is. */
export function valueWords(value: string, days: OfficeDays): string {
  if (value === '') return '–';
  if (money.test(value)) return formatMoney(value);
  if (instant.test(value)) return days.words(value);
  return dayWords(value);
}
