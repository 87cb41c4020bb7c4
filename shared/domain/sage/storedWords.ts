import { displayCostCode } from '../costCode.ts';
import { dayWords } from '../dates.ts';
import { formatMoney, parseMoney } from '../money.ts';
import type { Column } from './columns.ts';
import { statusWords } from './enumerations.ts';

/** A stored value as Sage's screens show it: `3-Contract`, `(1,250.00)`, `11/22/2026`; what has no form of its own as it is stored. */
export function storedWords(column: Column, text: string): string {
  if (column.values !== undefined) return statusWords(column.values, text);
  if (column.name === 'cstcde') return displayCostCode(text);
  if (column.type === 'date') return dayWords(text);
  const amount = column.type === 'decimal' && column.scale === 2 ? parseMoney(text) : null;
  return amount === null ? text : formatMoney(amount);
}
