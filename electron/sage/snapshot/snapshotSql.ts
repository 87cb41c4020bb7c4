import type { SnapshotColumn, SnapshotTable } from '#shared/domain/certification/snapshot.ts';

/** How one kind of database tells of its tables and gives out whole rows as text. Every statement stands alone. */
export type SnapshotSql = {
  /** Rows: schema_name, table_name, column_name, type_name, in the order of the columns. Only tables, no views. */
  readonly columns: string;
  /** Rows: schema_name, table_name, column_name of every primary key, in the order of its columns. */
  readonly keys: string;
  /** One row, `all`: 1 when the login may read every table there is; null where nothing is kept from anybody. */
  readonly seesAll: string | null;
  readonly kindOf: (type: string) => SnapshotColumn['kind'] | null;
  /** One page of a table's rows in the order of its key. `limit` and `offset` count rows. */
  readonly page: (table: SnapshotTable, offset: number, limit: number) => string;
  /** How many rows the table has, under `rowsAlias`, as text. */
  readonly count: (table: SnapshotTable) => string;
  /** Sage's own schema: its tables go by their bare names. */
  readonly ownSchema: string;
};

/** Aliases of the values of a row: names of columns are data here. */
export function aliasOf(index: number): string {
  return `c${index}`;
}
