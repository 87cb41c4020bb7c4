import type { Amount, Column } from '#shared/domain/sage/columns.ts';
import { sampleMarkerTable, sqliteCatalog } from '../catalog/sqlite.ts';
import { quoted, quotedTable } from '../ddl.ts';
import type { Dialect, Select } from './dialect.ts';

const kind = 'sqlite';
const markerTable = quoted(kind, sampleMarkerTable);

/** SQL for the sample company, embedded or behind the SQLite ODBC driver. Decimals are stored as text with a fixed scale. */
export function createSqliteDialect(): Dialect {
  return {
    kind,
    name,
    table: (table) => quotedTable(kind, table),
    // A transaction that has begun to write keeps everybody else from writing.
    heldTable: (table) => quotedTable(kind, table),
    read,
    length: (column) => `CAST(LENGTH(RTRIM(${name(column.name)})) AS TEXT)`,
    parameter,
    equals: (column) =>
      column.type === 'text'
        ? `RTRIM(${name(column.name)}) = RTRIM(?) COLLATE NOCASE`
        : `${name(column.name)} = ${parameter(column)}`,
    select,
    highest: (column) => `CAST(MAX(${name(column.name)}) AS TEXT)`,
    newest: (column) => `MAX(${name(column.name)})`,
    controls: (columns) => ['CAST(COUNT(*) AS TEXT)', ...columns.map(controlOf)],
    totals: (amounts, key) => [`CAST(COUNT(${key === undefined ? '*' : name(key)}) AS TEXT)`, ...amounts.map(totalOf)],
    session: ['PRAGMA foreign_keys = ON'],
    // Writes nothing, yet takes the one write lock of the file: the ODBC driver begins transactions without it.
    lock: () => ({ first: `DELETE FROM ${markerTable} WHERE 0`, grant: null, held: null }),
    turn: null,
    markerTable,
    ownDatabase: null,
    catalog: sqliteCatalog,
  };
}

function name(column: string): string {
  return quoted(kind, column);
}

/** Text columns stay bare: the ODBC driver calls every computed column VARCHAR(255) and cuts what is longer. */
function read(column: Column, source?: string): string {
  const value = source === undefined ? name(column.name) : `${source}.${name(column.name)}`;
  switch (column.type) {
    case 'recnum':
    case 'integer':
    case 'flag':
      return `CAST(${value} AS TEXT)`;
    default:
      return value;
  }
}

function parameter(column: Column): string {
  switch (column.type) {
    case 'recnum':
    case 'integer':
    case 'flag':
      return 'CAST(? AS INTEGER)';
    default:
      return '?';
  }
}

/** Without ties: the keys of the sample company are unique. */
function select({ columns, from, where, groupBy, orderBy, limit }: Select): string {
  const clauses = [`SELECT ${columns.join(', ')}`, `FROM ${from}`];
  if (where !== undefined) clauses.push(`WHERE ${where}`);
  if (groupBy !== undefined) clauses.push(`GROUP BY ${groupBy}`);
  if (orderBy !== undefined) clauses.push(`ORDER BY ${orderBy}`);
  if (limit !== undefined) clauses.push(`LIMIT ${limit}`);
  return clauses.join(' ');
}

/** There is no checksum here: amounts are summed in their smallest unit, text by its length and its first and last character. */
function controlOf(column: Column): string {
  const value = name(column.name);
  switch (column.type) {
    case 'decimal':
      return `CAST(SUM(CAST(REPLACE(${value}, '.', '') AS INTEGER)) AS TEXT)`;
    case 'recnum':
    case 'integer':
    case 'flag':
      return `CAST(SUM(${value}) AS TEXT)`;
    default:
      return `CAST(SUM(LENGTH(${value}) + COALESCE(UNICODE(${value}), 0) * 31 + COALESCE(UNICODE(SUBSTR(${value}, -1)), 0) * 961) AS TEXT)`;
  }
}

/** More than any amount has, and few enough for the sum of a page of the largest ones. */
const totalDecimals = 4;

/** By value, also where a file was altered to hold other decimals than those described. SQLite adds up once what is written thrice. */
function totalOf(amount: Amount): string {
  const value = name(amount.name);
  const zeros = `SUBSTR('${'0'.repeat(totalDecimals)}', LENGTH(${value}) - INSTR(${value}, '.') + 1)`;
  const sum = `SUM(CAST(REPLACE(${value}, '.', '') || ${zeros} AS INTEGER))`;
  const unit = 10 ** totalDecimals;
  const sign = `CASE WHEN ${sum} < 0 THEN '-' ELSE '' END`;
  return `CAST(${sign} || (ABS(${sum}) / ${unit}) || '.' || SUBSTR(${unit} + ABS(${sum}) % ${unit}, 2) AS TEXT)`;
}
