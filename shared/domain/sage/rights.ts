import type { Right } from './catalog.ts';
import { isTableName } from './schema/tables.ts';
import { tableUses, usedColumns } from './uses.ts';

/** One right on a table, or on one of its columns. */
export type TableRight = {
  readonly table: string;
  readonly column: string | null;
  readonly right: Extract<Right['right'], 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'VIEW DEFINITION'>;
  readonly purpose: Right['purpose'];
};

const uses = Object.entries(tableUses).flatMap(([table, use]) => (isTableName(table) ? [{ table, use }] : []));

/**
 * What reading the books takes: each used table, or only its used columns where it also holds bank, tax or pay data. Without VIEW
 * DEFINITION triggers and defaults cannot be seen, and what cannot be seen would be taken for absent.
 */
export const readRights: readonly TableRight[] = uses.flatMap(({ table, use }) => {
  const columns = use.holdsSecrets === true ? [...usedColumns(use)] : [null];
  const of = (column: string | null, right: TableRight['right']) =>
    ({ table, column, right, purpose: 'read' }) as const;
  return [...columns.map((column) => of(column, 'SELECT')), of(null, 'VIEW DEFINITION')];
});

/** What writing change orders takes on top: new rows as a whole, changes column by column. Nothing is ever deleted. */
export const writeRights: readonly TableRight[] = uses.flatMap(({ table, use }) => {
  const of = (column: string | null, right: TableRight['right']) =>
    ({ table, column, right, purpose: 'write' }) as const;
  const inserts = use.insert === undefined ? [] : [of(null, 'INSERT')];
  return [...inserts, ...(use.update?.columns ?? []).map((column) => of(column, 'UPDATE'))];
});

/** What no login of Plumbline's may hold on tables that it writes. */
export const excessRights: readonly TableRight[] = [...new Set(writeRights.map(({ table }) => table))].map((table) => ({
  table,
  column: null,
  right: 'DELETE',
  purpose: 'excess',
}));

/** The table of markers in the companion database. Markers are for ever: nothing changes or deletes one. */
export const markerTable = 'push_marker';
export const markerRights = ['SELECT', 'INSERT'] as const;
export const markerExcess = ['UPDATE', 'DELETE'] as const;

/** `prmchg`, or `prmchg.status`. */
export function placeOf({ table, column }: Pick<TableRight, 'table' | 'column'>): string {
  return column === null ? table : `${table}.${column}`;
}
