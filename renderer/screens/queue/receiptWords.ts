import { displayCostCode } from '#shared/domain/costCode.ts';
import { formatMoney, parseMoney } from '#shared/domain/money.ts';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { statusWords } from '#shared/domain/sage/enumerations.ts';
import { isTableName, tableNamed } from '#shared/domain/sage/schema/tables.ts';

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
  if (column?.values !== undefined) return statusWords(column.values, value);
  if (name === 'cstcde') return displayCostCode(value);
  if (column?.type === 'date') return value.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');
  if (column?.type !== 'decimal' || column.scale !== 2) return value;
  const amount = parseMoney(value);
  return amount === null ? value : formatMoney(amount);
}
