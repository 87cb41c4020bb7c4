import type { Table } from '#shared/domain/sage/columns.ts';
import { columnOf, sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { columnsOf, type Statement, textAt } from '../dialect/statements.ts';

/** A second table that each row points to with one column. A row that points nowhere stays, with NULLs. */
export type Join = {
  readonly table: TableName;
  /** Our column that holds the other table's `recnum`. */
  readonly on: string;
  /** Column of the other table → alias in the result. */
  readonly columns: Readonly<Record<string, string>>;
};

/** What is read of a table; rows come in the order of its key. */
export type Source = {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly joins?: readonly Join[];
  /** A condition on top; its columns carry the source's alias (see `qualified`). */
  readonly where?: Statement;
  /** Joined only to narrow the rows down, e.g. lines to the headers that changed. */
  readonly through?: string;
};

/** Long reads hold up Sage's users: each statement reads at most so many rows. */
export const pageRows = 1000;

const own = 't';

/** A column of the source's own table, for conditions. */
export function qualified(dialect: Dialect, column: string): string {
  return `${own}.${dialect.name(column)}`;
}

/** The SELECT for the rows after a key; null starts at the beginning. */
export function sourceStatement(
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
): Statement {
  const table = sageTables[source.table];
  const joins = source.joins ?? [];
  const from = [`${dialect.table(table.name)} ${own}`];
  const columns = columnsOf(table, source.columns).map((column) =>
    aliased(dialect, dialect.read(column, own), column.name),
  );
  for (const [index, join] of joins.entries()) {
    const other = `j${index}`;
    const to = `${other}.${dialect.name('recnum')} = ${qualified(dialect, join.on)}`;
    from.push(`LEFT JOIN ${dialect.table(join.table)} ${other} ON ${to}`);
    for (const [name, alias] of Object.entries(join.columns)) {
      columns.push(aliased(dialect, dialect.read(columnOf(sageTables[join.table], name), other), alias));
    }
  }
  if (source.through !== undefined) from.push(source.through);
  const start = after === null ? null : laterThan(dialect, table, after);
  const conditions = [source.where, start].filter((part) => part !== undefined && part !== null);
  const sql = dialect.select({
    columns,
    from: from.join(' '),
    ...(conditions.length === 0 ? {} : { where: conditions.map((part) => part.sql).join(' AND ') }),
    orderBy: table.key.map((name) => qualified(dialect, name)).join(', '),
    limit,
  });
  return { sql, parameters: conditions.flatMap((part) => part.parameters) };
}

/** Keyset condition: later in the first column, or equal there and later in the next … No page costs more than the first. */
function laterThan(dialect: Dialect, table: Table, after: readonly string[]): Statement {
  return columnsOf(table, table.key).reduceRight<Statement>(
    (rest, column, index) => {
      const name = qualified(dialect, column.name);
      const place = dialect.parameter(column);
      const value = after[index] ?? '';
      const later = `${name} > ${place}`;
      if (rest.sql === '') return { sql: later, parameters: [value] };
      return {
        sql: `(${later} OR (${name} = ${place} AND ${rest.sql}))`,
        parameters: [value, value, ...rest.parameters],
      };
    },
    { sql: '', parameters: [] },
  );
}

/** The key of a row, to go on after it. */
export function keyOf(table: TableName, row: SqlRow): readonly string[] {
  return sageTables[table].key.map((name) => textAt(row, name) ?? '');
}

/** One page. The key's columns must be among those selected. */
export async function rowsAfter(
  connection: SqlConnection,
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
): Promise<readonly SqlRow[]> {
  const { sql, parameters } = sourceStatement(dialect, source, after, limit);
  return connection.query(sql, parameters);
}

/** All rows, page by page; for what is small by nature, such as the lines of some change orders. */
export async function everyRow(
  connection: SqlConnection,
  dialect: Dialect,
  source: Source,
): Promise<readonly SqlRow[]> {
  const rows: SqlRow[] = [];
  let after: readonly string[] | null = null;
  for (;;) {
    const page: readonly SqlRow[] = await rowsAfter(connection, dialect, source, after, pageRows);
    rows.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return rows;
    after = keyOf(source.table, last);
  }
}
