import type { Amount, Table } from '#shared/domain/sage/columns.ts';
import { columnOf, sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import { SqlFailure, type SqlRow } from '../connection.ts';
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
  /** The amount whose sum is part of the proof that a page came whole; one, because each costs as much as reading it. */
  readonly control?: string;
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

/** The one row with this key. */
export function equalTo(dialect: Dialect, table: TableName, key: readonly string[]): Statement {
  const columns = columnsOf(sageTables[table], sageTables[table].key);
  const conditions = columns.map((column) => `${qualified(dialect, column.name)} = ${dialect.parameter(column)}`);
  return { sql: conditions.join(' AND '), parameters: columns.map((_, index) => key[index] ?? '') };
}

/** The SELECT for the rows after a key; null starts at the beginning. */
export function sourceStatement(
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
): Statement {
  const table = sageTables[source.table];
  const columns = columnsOf(table, source.columns).map((column) =>
    aliased(dialect, dialect.read(column, own), column.name),
  );
  const joined = (source.joins ?? []).flatMap((join, index) =>
    Object.entries(join.columns).map(([name, alias]) =>
      aliased(dialect, dialect.read(columnOf(sageTables[join.table], name), joinAlias(index)), alias),
    ),
  );
  return selectRows(dialect, source, after, limit, [...columns, ...joined]);
}

/**
 * The SELECT for what the same page must hold: how many rows (`rows`), and the sum of its control amount under that column's name.
 */
export function totalsStatement(
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
): Statement {
  const table = sageTables[source.table];
  const amounts = amountsOf(source);
  const bare = [...table.key, ...amounts.map(({ name }) => name)];
  const columns = [...new Set(bare)].map((name) => aliased(dialect, qualified(dialect, name), name));
  const page = selectRows(dialect, { ...source, joins: [] }, after, limit, columns);
  const aliases = [rowsAlias, ...amounts.map(({ name }) => name)];
  const totals = dialect.totals(amounts).map((total, index) => aliased(dialect, total, aliases[index] ?? ''));
  return { sql: dialect.select({ columns: totals, from: `(${page.sql}) f0` }), parameters: page.parameters };
}

/** The alias of a page's row count. */
export const rowsAlias = 'rows';

function amountsOf({ table, control }: Source): readonly Amount[] {
  const column = control === undefined ? null : columnOf(sageTables[table], control);
  return column?.type === 'decimal' ? [column] : [];
}

function joinAlias(index: number): string {
  return `j${index}`;
}

function selectRows(
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
  columns: readonly string[],
): Statement {
  const table = sageTables[source.table];
  const from = [`${dialect.table(table.name)} ${own}`];
  for (const [index, join] of (source.joins ?? []).entries()) {
    const other = joinAlias(index);
    const to = `${other}.${dialect.name('recnum')} = ${qualified(dialect, join.on)}`;
    from.push(`LEFT JOIN ${dialect.table(join.table)} ${other} ON ${to}`);
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
    // Nobody knows whether the server keeps the key unique, and the next page begins after the last key.
    ties: true,
  });
  return { sql, parameters: conditions.flatMap((part) => part.parameters) };
}

/**
 * Keyset condition: later in the first column, or equal there and later in the next … No page costs more than the first: the bound on
 * the first column is what an index is entered by, which alternatives alone would keep databases from.
 */
function laterThan(dialect: Dialect, table: Table, after: readonly string[]): Statement {
  const columns = columnsOf(table, table.key);
  const later = columns.reduceRight<Statement>(
    (rest, column, index) => {
      const name = qualified(dialect, column.name);
      const place = dialect.parameter(column);
      const value = after[index] ?? '';
      if (rest.sql === '') return { sql: `${name} > ${place}`, parameters: [value] };
      return {
        sql: `(${name} > ${place} OR (${name} = ${place} AND ${rest.sql}))`,
        parameters: [value, value, ...rest.parameters],
      };
    },
    { sql: '', parameters: [] },
  );
  const [first] = columns;
  if (first === undefined || columns.length === 1) return later;
  const bound = `${qualified(dialect, first.name)} >= ${dialect.parameter(first)}`;
  return { sql: `${bound} AND ${later.sql}`, parameters: [after[0] ?? '', ...later.parameters] };
}

/**
 * The key of a row, to go on after it. Throws `SqlFailure` with state `unreadable` where a part of it is NULL: no row is later than
 * that, so that the next page would pass over rows and its proof agree.
 */
export function keyOf(table: TableName, row: SqlRow): readonly string[] {
  return sageTables[table].key.map((name) => {
    const value = textAt(row, name);
    if (value === null) throw new SqlFailure('query', 'unreadable', null, `${table}.${name} is empty (NULL) in a row`);
    return value;
  });
}
