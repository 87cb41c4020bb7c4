import { sageTables, type TableName, tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { DatabaseKind } from '../../sage/ddl.ts';
import type { Dialect } from '../../sage/dialect/dialect.ts';
import { createMssqlDialect } from '../../sage/dialect/mssql.ts';
import { createSqliteDialect } from '../../sage/dialect/sqlite.ts';
import type { SampleRow } from './rows.ts';

export type InsertStatement = {
  readonly table: TableName;
  readonly rows: number;
  readonly sql: string;
  readonly params: readonly (string | null)[];
};

/** SQL Server takes 1,000 rows in one VALUES list and 2,100 parameters in one statement. */
const mostRows = 1000;
const mostParameters = 2000;

/** So many rows are held back to be sorted by table; more would make batches no fuller. */
const windowRows = 5000;

/** How SQL is written for this kind of database. */
export function dialectOf(kind: DatabaseKind): Dialect {
  return kind === 'mssql' ? createMssqlDialect() : createSqliteDialect();
}

function insert(dialect: Dialect, name: TableName, rows: readonly SampleRow['row'][]): InsertStatement {
  const { columns } = sageTables[name];
  const names = columns.map((column) => dialect.name(column.name)).join(', ');
  const values = `(${columns.map((column) => dialect.parameter(column)).join(', ')})`;
  return {
    table: name,
    rows: rows.length,
    sql: `INSERT INTO ${dialect.table(name)} (${names}) VALUES ${rows.map(() => values).join(', ')}`,
    params: rows.flatMap((row) => columns.map((column) => row[column.name] ?? null)),
  };
}

function* statementsOf(dialect: Dialect, rows: readonly SampleRow[]): Iterable<InsertStatement> {
  const byTable = Map.groupBy(rows, ({ table }) => table);
  for (const name of tableNames) {
    const found = byTable.get(name) ?? [];
    const batch = Math.min(mostRows, Math.floor(mostParameters / sageTables[name].columns.length));
    for (let start = 0; start < found.length; start += batch)
      yield insert(
        dialect,
        name,
        found.slice(start, start + batch).map(({ row }) => row),
      );
  }
}

/**
 * Multi-row INSERTs for rows that come parents first, as a stream. Parameters are text or NULL. Rows are regrouped by table within
 * a window; tables follow each other so that no row comes before the row it points to.
 */
export function* insertStatements(kind: DatabaseKind, rows: Iterable<SampleRow>): Iterable<InsertStatement> {
  const dialect = dialectOf(kind);
  let held: SampleRow[] = [];
  for (const row of rows) {
    held.push(row);
    if (held.length < windowRows) continue;
    yield* statementsOf(dialect, held);
    held = [];
  }
  yield* statementsOf(dialect, held);
}
