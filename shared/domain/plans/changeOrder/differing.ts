import { isDecimal, sameDecimal } from '../../decimal.ts';
import type { PlannedColumn } from '../../plan.ts';
import { columnOf, tableNamed } from '../../sage/schema/tables.ts';
import { changing } from './steps.ts';

/** The columns whose value is another one than Sage has, each with the value that must still be there. */
export function differing(
  table: string,
  wanted: readonly PlannedColumn[],
  present: Readonly<Record<string, string | null>>,
): readonly PlannedColumn[] {
  return wanted
    .filter(
      ({ column, cell }) => cell.kind === 'text' && differentValue(table, column, cell.text, present[column] ?? null),
    )
    .map((column) => changing(column, present[column.column] ?? null));
}

/**
 * False when both texts are one value in that column. "No phase" is empty or 0. Another scale of a decimal, other line ends (a text field on a screen turns
 * CR LF into LF) or blanks around a text are no change: writing them would touch a row for nothing.
 */
export function differentValue(table: string, column: string, a: string | null, b: string | null): boolean {
  if (a === b) return false;
  if (column === 'phsnum') return (a ?? '0') !== (b ?? '0');
  const { type } = columnOf(tableNamed(table), column);
  if (type === 'text') return plain(a) !== plain(b);
  if (a === null || b === null) return true;
  return !(type === 'decimal' && isDecimal(a) && isDecimal(b) && sameDecimal(a, b));
}

function plain(text: string | null): string {
  return (text ?? '').replace(/\r\n?/g, '\n').trim();
}
