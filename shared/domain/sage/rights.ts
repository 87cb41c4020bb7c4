import { isChangeOrderKind, type PlanKind, planKinds } from '../plan.ts';
import type { Right } from './catalog.ts';
import { isTableName } from './schema/tables.ts';
import { tableUses, updatedColumns, usedColumns } from './uses.ts';

/** One right on a table, or on one of its columns. */
export type TableRight = {
  readonly table: string;
  readonly column: string | null;
  readonly right: Extract<Right['right'], 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'VIEW DEFINITION'>;
  readonly purpose: Right['purpose'];
  /** The plans that need it. */
  readonly kinds: readonly PlanKind[];
};

const uses = Object.entries(tableUses).flatMap(([table, use]) => (isTableName(table) ? [{ table, use }] : []));

/**
 * What reading the books takes: each used table, or only its used columns where it also holds bank, tax or pay data. Without VIEW
 * DEFINITION triggers and defaults cannot be seen, and what cannot be seen would be taken for absent.
 */
export const readRights: readonly TableRight[] = uses.flatMap(({ table, use }) => {
  const columns = use.holdsSecrets === true ? [...usedColumns(use)] : [null];
  const kindsOf = (right: TableRight['right']) =>
    use.beginsWrites === true && right === 'SELECT' ? planKinds : (use.kinds ?? planKinds);
  const of = (column: string | null, right: TableRight['right']) =>
    ({ table, column, right, purpose: 'read', kinds: kindsOf(right) }) as const;
  return [...columns.map((column) => of(column, 'SELECT')), of(null, 'VIEW DEFINITION')];
});

/** What writing takes on top: new rows as a whole, changes column by column. Nothing is ever deleted. */
export const writeRights: readonly TableRight[] = uses.flatMap(({ table, use }) => {
  const of = (column: string | null, right: TableRight['right'], kinds: readonly PlanKind[]) =>
    ({ table, column, right, purpose: 'write', kinds }) as const;
  const changing = (column: string) =>
    (use.updates ?? []).filter(({ columns }) => columns.includes(column)).flatMap(({ kinds }) => kinds);
  const inserts = use.insert === undefined ? [] : [of(null, 'INSERT', use.insert.kinds)];
  return [...inserts, ...updatedColumns(use).map((column) => of(column, 'UPDATE', changing(column)))];
});

/** What change orders take of it; whoever writes nothing from Procore needs no more. */
export const changeOrderRights = writeRights.filter(({ kinds }) => kinds.some(isChangeOrderKind));

/** What everything else takes on top of that. */
export const itemRights = writeRights.filter(({ kinds }) => !kinds.some(isChangeOrderKind));

/** Whether plans of a kind need a right, by the name that it was asked for under; a right that nobody asks for any more is not needed. */
export function isNeededFor(kind: PlanKind, { on, right, purpose }: Right): boolean {
  if (purpose === 'marker') return true;
  return kindsByRight.get(`${right} ${on}`)?.has(kind) === true;
}

/** What no login of Plumbline's may hold on tables that it writes. */
export const excessRights: readonly TableRight[] = [...new Set(writeRights.map(({ table }) => table))].map((table) => ({
  table,
  column: null,
  right: 'DELETE',
  purpose: 'excess',
  kinds: planKinds,
}));

/** The table of markers in the companion database. Markers are for ever: nothing changes or deletes one. */
export const markerTable = 'push_marker';
export const markerRights = ['SELECT', 'INSERT'] as const;
export const markerExcess = ['UPDATE', 'DELETE'] as const;

const kindsByRight: ReadonlyMap<string, ReadonlySet<PlanKind>> = new Map(
  [...readRights, ...writeRights].map((one) => [`${one.right} ${placeOf(one)}`, new Set(one.kinds)]),
);

/** `prmchg`, or `prmchg.status`. */
export function placeOf({ table, column }: Pick<TableRight, 'table' | 'column'>): string {
  return column === null ? table : `${table}.${column}`;
}
