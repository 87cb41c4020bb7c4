import { changeOrderUses } from './uses/changeOrders.ts';
import { commitmentUses } from './uses/commitments.ts';
import { masterUses } from './uses/masters.ts';
import { payableUses } from './uses/payables.ts';
import type { TableUse, TableUses } from './uses/tableUse.ts';

/**
 * What Plumbline does with each Sage table: the single source of the rights that it asks for, of what the catalog probe compares, and
 * of what the executor is allowed to write. Tables that are not here are described but not used.
 */
export const tableUses: TableUses = { ...changeOrderUses, ...commitmentUses, ...masterUses, ...payableUses };

/** What is done with a table; null when it is not used. */
export function tableUse(table: string): TableUse | null {
  return (tableUses as Readonly<Record<string, TableUse | undefined>>)[table] ?? null;
}

/** The columns of rows in Sage that some plan changes, each once. */
export function updatedColumns({ updates = [] }: TableUse): readonly string[] {
  return [...new Set(updates.flatMap(({ columns }) => columns))];
}

/** The columns that some plan writes, each once. */
export function writtenColumns(use: TableUse): ReadonlySet<string> {
  return new Set([...(use.insert?.always ?? []), ...(use.insert?.sometimes ?? []), ...updatedColumns(use)]);
}

/** Every column that is touched: read, written, or read back. */
export function usedColumns(use: TableUse): ReadonlySet<string> {
  return new Set([...use.reads, ...writtenColumns(use)]);
}
