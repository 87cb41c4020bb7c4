import { isTableName, sageTables, tableNames } from '../sage/schema/tables.ts';
import type { RowChange, RowValues, SnapshotTable } from './snapshot.ts';

/**
 * Rows that two people make for the same entry differ in what the database gives out: row ids, record numbers, change numbers. One
 * side's values get names (`new prmchg 1`), the other side's likewise; what has the same name on both sides is the same thing.
 */
export type Names = ReadonlyMap<string, string>;

/** Row ids are unique everywhere; numbers mean something only in their column. */
const anywhere = '';

/** The names that this side's new rows give to their ids and record numbers, beside those known from before. */
export function namesOf(changes: readonly RowChange[], tables: readonly SnapshotTable[], known: Names): Names {
  const names = new Map(known);
  for (const table of tables) {
    const fresh = changes.filter((change) => change.table === table.name && change.before === null);
    for (const [index, { after }] of inOrder(fresh).entries()) {
      if (after === null) continue;
      const name = `new ${table.name} ${nextIndex(known, table.name) + index}`;
      for (const column of table.columns) {
        const value = after[column.name] ?? null;
        if (value === null) continue;
        if (column.kind === 'rowId' && column.name === '_idnum') names.set(keyOf(anywhere, value), name);
        if (column.name === 'recnum' && isRecordNumber(table.name)) {
          for (const place of referringColumns(table.name)) names.set(keyOf(place, value), name);
        }
      }
    }
  }
  return names;
}

/** Gives a name to a value that a side was told to type, wherever it stands as a whole. */
export function toldValue(names: Names, value: string, name: string): Names {
  return new Map([...names, [keyOf(anywhere, value), name]]);
}

/** The value as it can be compared with the other side's: a name where it has one. */
export function named(names: Names, table: string, column: string, value: string | null): string | null {
  if (value === null) return null;
  const place = isTableName(table) ? `${table}.${column}` : `*.${column}`;
  return names.get(keyOf(anywhere, value)) ?? names.get(keyOf(place, value)) ?? value;
}

/** Lines by their number, everything else by its record number, then by its values. */
export function inOrder(changes: readonly RowChange[]): readonly RowChange[] {
  const order = ({ before, after }: RowChange) => {
    const values: RowValues = after ?? before ?? {};
    const padded = (name: string) => (values[name] ?? '').padStart(20, '0');
    return [padded('recnum'), padded('linnum'), JSON.stringify(values)].join('|');
  };
  return changes.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function keyOf(place: string, value: string): string {
  return `${place}|${value.trim().toLowerCase()}`;
}

function nextIndex(known: Names, table: string): number {
  return new Set([...known.values()].filter((name) => name.startsWith(`new ${table} `))).size + 1;
}

/** True where `recnum` is the record's own number, not its parent's. */
function isRecordNumber(table: string): boolean {
  return isTableName(table) && sageTables[table].key.join() === 'recnum';
}

/** Every described column that holds record numbers of a table; `*.recnum` stands for mirrors of it in tables that are not described. */
function referringColumns(table: string): readonly string[] {
  const referring = tableNames.flatMap((name) =>
    sageTables[name].columns.flatMap((column) =>
      column.references === table && column.type === 'recnum' ? [`${name}.${column.name}`] : [],
    ),
  );
  return [`${table}.recnum`, '*.recnum', ...referring];
}
