import { z } from 'zod';
import { formatScaled, isDecimal, parseScaled } from '../decimal.ts';
import { isTableName, sageTables } from '../sage/schema/tables.ts';
import { inOrder, type Names, named } from './names.ts';
import type { RowChange, RowValues, SnapshotColumn, SnapshotTable } from './snapshot.ts';

/** One place where Plumbline's rows are not what Sage's own program writes for the same entry. */
export const entryDifferenceSchema = z.object({
  table: z.string(),
  /** Null: the row as a whole is only on one side. */
  column: z.string().nullable(),
  /** Sage's screen and field where they are known, e.g. `Change Order (6-4-1), Cost Amount`. */
  place: z.string(),
  bySage: z.string().nullable(),
  byPlumbline: z.string().nullable(),
});
export type EntryDifference = z.infer<typeof entryDifferenceSchema>;

/** What one side wrote, with the names of what the database gave out. */
export type Entry = { readonly changes: readonly RowChange[]; readonly names: Names };

/** Who entered it: two people are two names. Whether there is one is compared all the same. */
const people = new Set(['usrnme', 'insusr', 'updusr']);

/**
 * Every difference between the same entry typed in Sage and written by Plumbline, row by row of every table that either changed.
 * Ids and numbers count as equal when they name the same new thing; times and people when both or neither are there; running totals
 * of rows that both sides touched by how far they moved.
 */
export function compareEntries(
  sage: Entry,
  plumbline: Entry,
  tables: readonly SnapshotTable[],
): readonly EntryDifference[] {
  return tables.flatMap((table) => {
    const of = (entry: Entry, op: Operation) =>
      inOrder(entry.changes.filter((change) => change.table === table.name && operationOf(change) === op));
    const paired = (op: Operation) => comparePaired(table, sage, plumbline, of(sage, op), of(plumbline, op));
    return [...paired('insert'), ...paired('delete'), ...compareUpdates(table, sage, plumbline)];
  });
}

type Operation = 'insert' | 'update' | 'delete';

function operationOf({ before, after }: RowChange): Operation {
  if (before === null) return 'insert';
  return after === null ? 'delete' : 'update';
}

/** New and deleted rows, one to one in their order. */
function comparePaired(
  table: SnapshotTable,
  sage: Entry,
  plumbline: Entry,
  typed: readonly RowChange[],
  written: readonly RowChange[],
): readonly EntryDifference[] {
  const count = Math.max(typed.length, written.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [a, b] = [typed[index], written[index]];
    if (a === undefined || b === undefined) return [oneSided(table, a, b)];
    return compareValues(table, sage, plumbline, a.after ?? a.before ?? {}, b.after ?? b.before ?? {});
  });
}

/** Changed rows, each with the row of the same name on the other side. */
function compareUpdates(table: SnapshotTable, sage: Entry, plumbline: Entry): readonly EntryDifference[] {
  const byName = ({ changes, names }: Entry) =>
    new Map(
      changes
        .filter((change) => change.table === table.name && operationOf(change) === 'update')
        .map((change) => [nameOf(table, names, change), change] as const),
    );
  const [typed, written] = [byName(sage), byName(plumbline)];
  return [...new Set([...typed.keys(), ...written.keys()])].sort().flatMap((name) => {
    const [a, b] = [typed.get(name), written.get(name)];
    if (a === undefined || b === undefined) return [oneSided(table, a, b)];
    return a.id === b.id
      ? compareMoves(table, sage, plumbline, a, b)
      : compareValues(table, sage, plumbline, a.after ?? {}, b.after ?? {}, changedColumns(a, b));
  });
}

function nameOf(table: SnapshotTable, names: Names, { id, after }: RowChange): string {
  const key = table.key.length > 0 ? table.key : [];
  if (key.length === 0) return id;
  return key.map((column) => named(names, table.name, column, after?.[column] ?? null) ?? '').join(' · ');
}

function changedColumns(...changes: readonly RowChange[]): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ before, after }) =>
      Object.keys({ ...before, ...after }).filter((name) => (before?.[name] ?? null) !== (after?.[name] ?? null)),
    ),
  );
}

function compareValues(
  table: SnapshotTable,
  sage: Entry,
  plumbline: Entry,
  typed: RowValues,
  written: RowValues,
  only?: ReadonlySet<string>,
): readonly EntryDifference[] {
  return table.columns.flatMap((column) => {
    if (only !== undefined && !only.has(column.name)) return [];
    const bySage = typed[column.name] ?? null;
    const byPlumbline = written[column.name] ?? null;
    const a = named(sage.names, table.name, column.name, bySage);
    const b = named(plumbline.names, table.name, column.name, byPlumbline);
    return alike(table, column, a, b) ? [] : [difference(table, column.name, bySage, byPlumbline)];
  });
}

/** The same row, changed by both one after the other: totals moved twice, so the two moves are compared. */
function compareMoves(
  table: SnapshotTable,
  sage: Entry,
  plumbline: Entry,
  typed: RowChange,
  written: RowChange,
): readonly EntryDifference[] {
  return table.columns.flatMap((column) => {
    if (!changedColumns(typed, written).has(column.name)) return [];
    if (column.kind !== 'decimal') {
      return compareValues({ ...table, columns: [column] }, sage, plumbline, typed.after ?? {}, written.after ?? {});
    }
    const [bySage, byPlumbline] = [typed, written].map((change) => moveOf(change, column.name));
    return bySage === byPlumbline ? [] : [difference(table, column.name, bySage ?? null, byPlumbline ?? null)];
  });
}

/** More decimals than any column of Sage has. */
const finest = 8;

/** How far a number moved, e.g. `7.50`; both texts where they are no numbers. */
function moveOf({ before, after }: RowChange, column: string): string {
  const [was, is] = [before?.[column] ?? '0', after?.[column] ?? '0'];
  const [from, to] = [parseScaled(was, finest), parseScaled(is, finest)];
  if (from === null || to === null) return `${was} → ${is}`;
  // Two decimals at least, as amounts are written.
  return formatScaled(to - from, finest).replace(/(\.\d\d\d*?)0+$/, '$1');
}

function alike(table: SnapshotTable, column: SnapshotColumn, a: string | null, b: string | null): boolean {
  if ((a ?? '').trim() === (b ?? '').trim() && (a === null) === (b === null)) return true;
  const bothThere = a !== null && b !== null && (a.trim() === '') === (b.trim() === '');
  if (column.kind === 'moment' || people.has(column.name)) return bothThere;
  // Row ids of tables that are not described name nothing that can be followed.
  if (column.kind === 'rowId' && !isTableName(table.name)) return bothThere;
  return bothThere && column.kind === 'decimal' && isDecimal(a) && isDecimal(b) && sameAmount(a, b);
}

function sameAmount(a: string, b: string): boolean {
  return parseScaled(a, finest) === parseScaled(b, finest);
}

function oneSided(table: SnapshotTable, typed: RowChange | undefined, written: RowChange | undefined): EntryDifference {
  const words = (change: RowChange | undefined) => (change === undefined ? null : `${operationOf(change)} of a row`);
  return {
    table: table.name,
    column: null,
    place: placeOf(table.name, null),
    bySage: words(typed),
    byPlumbline: words(written),
  };
}

function difference(
  table: SnapshotTable,
  column: string,
  bySage: string | null,
  byPlumbline: string | null,
): EntryDifference {
  return { table: table.name, column, place: placeOf(table.name, column), bySage, byPlumbline };
}

/** `Change Order (6-4-1), Cost Amount`; the bare name of what is not described. */
export function placeOf(table: string, column: string | null): string {
  if (!isTableName(table)) return column === null ? table : `${table}.${column}`;
  const { title, screen, columns } = sageTables[table];
  if (column === null) return `${title} (${screen})`;
  const label = columns.find(({ name }) => name === column)?.label ?? column;
  return `${title} (${screen}), ${label}`;
}
