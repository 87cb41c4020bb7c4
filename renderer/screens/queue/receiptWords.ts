import type { Receipt } from '#shared/domain/plan.ts';
import { differentValue } from '#shared/domain/plans/changeOrder/differing.ts';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { isTableName, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { storedWords } from '#shared/domain/sage/storedWords.ts';

function tableOf(name: string): Table | null {
  return isTableName(name) ? tableNamed(name) : null;
}

/** The grid that a row stands in, as Sage calls it: `Prime Change Details (6-4-1)`. */
export function gridWords(name: string): string {
  const table = tableOf(name);
  return table === null ? name : `${table.title} (${table.screen})`;
}

/** The field as Sage's screen calls it. */
export function fieldWords(table: string, column: string): string {
  return columnOf(table, column)?.label ?? column;
}

function columnOf(table: string, name: string): Column | null {
  return tableOf(table)?.columns.find((column) => column.name === name) ?? null;
}

/** A written value as Sage's screens show it; a dash for nothing. */
export function writtenWords(table: string, name: string, value: string | null): string {
  if (value === null || value === '') return '–';
  const column = columnOf(table, name);
  return column === null ? value : storedWords(column, value);
}

/** Whether what was read back is another value than was planned; no phase is also 0, and nothing an empty text. */
export function differs(
  table: string,
  { column, planned, readBack }: Receipt['rows'][number]['columns'][number],
): boolean {
  return columnOf(table, column) === null ? planned !== readBack : differentValue(table, column, planned, readBack);
}
