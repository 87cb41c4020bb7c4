import type { Catalog } from '../catalog.ts';
import type { Column, Table } from '../columns.ts';
import { columnOf, tableNamed } from '../schema/tables.ts';

/** `table.column` → the tighter limit of this company's database. */
export type Limits = Catalog['limits'];

/** Notes are read back as at most 4,000 characters (longer text columns cost the driver a megabyte a row). */
export const longNoteLimit = 4000;

/** What a whole number of SQL Server's type int holds. */
const anyInteger = { least: -2_147_483_648, most: 2_147_483_647 };

/** How many characters a text column takes here. */
export function longestText(limits: Limits, table: Table, column: Column): number {
  const limit = limits[`${table.name}.${column.name}`];
  const described = column.type === 'text' && column.length !== 'max' ? column.length : longNoteLimit;
  return limit !== undefined && 'length' in limit ? Math.min(limit.length, described) : described;
}

/** The same by name, for a column that must be described. */
export function longestTextOf(limits: Limits, table: string, column: string): number {
  const described = tableNamed(table);
  return longestText(limits, described, columnOf(described, column));
}

/** How many digits a decimal column takes here, of which `scale` after the point. */
export function digitLimit(
  limits: Limits,
  table: Table,
  column: Extract<Column, { type: 'decimal' }>,
): { readonly precision: number; readonly scale: number } {
  const limit = limits[`${table.name}.${column.name}`];
  return limit !== undefined && 'precision' in limit ? limit : column;
}

export function rangeLimit(
  limits: Limits,
  table: Table,
  column: Column,
): { readonly least: number; readonly most: number } {
  const limit = limits[`${table.name}.${column.name}`];
  return limit !== undefined && 'least' in limit ? limit : anyInteger;
}
