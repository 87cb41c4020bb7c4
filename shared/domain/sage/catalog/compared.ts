import type { Column, Table } from '../columns.ts';
import type { TableUse } from '../uses/tableUse.ts';
import { usedColumns, writtenColumns } from '../uses.ts';
import type { FoundColumn } from './found.ts';

/** One described column, and what Plumbline does with its table. */
export type Compared = { readonly table: Table; readonly use: TableUse; readonly column: Column };

export function isUsed({ use, column }: Compared): boolean {
  return usedColumns(use).has(column.name);
}

export function isWritten({ use, column }: Compared): boolean {
  return writtenColumns(use).has(column.name);
}

/** Given by Plumbline in every new row: what the database would fill in by itself is of no account. */
export function isAlwaysGiven({ use, column }: Compared): boolean {
  return use.insert === undefined || use.insert.always.includes(column.name);
}

/** A new row would fail for want of a value in this column, unless it is given one. */
export function demandsValue(found: FoundColumn): boolean {
  const filled = found.default !== null || found.identity || found.computed || found.type === 'timestamp';
  return !found.nullable && !filled;
}

export function harm(yes: boolean): 'blocks' | 'note' {
  return yes ? 'blocks' : 'note';
}
