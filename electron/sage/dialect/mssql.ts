import type { Column } from '#shared/domain/sage/columns.ts';
import { markerTable } from '#shared/domain/sage/rights.ts';
import { createMssqlCatalog } from '../catalog/mssql.ts';
import { quoted, quotedTable, sqlType } from '../ddl.ts';
import type { Dialect, LockStatements, Select, TurnStatements } from './dialect.ts';

export type MssqlOptions = {
  /** Database for Plumbline's own rows, on the same server: Sage forbids changes to a company database. */
  readonly companionDatabase?: string;
};

const kind = 'mssql';
/** How long to wait for a lock before answering `locked`, in ms. */
const lockTimeoutMs = 5000;
/** Notes longer than this are read cut; whoever would write such a column refuses it. */
const longestText = 4000;
/** Deaf to capitals as Sage's own databases are, whatever the company's database was created with. */
const collation = 'Latin1_General_CI_AS';
/** money keeps its four decimals, and a float comes in an exponent form that is refused, instead of six rounded digits. */
const exact = 2;

/**
 * T-SQL that SQL Server 2014 understands, whose batches are one statement each but for the one that takes the lock. Every type and
 * every order of day and month is spelt out: nothing goes by the login's language, the driver's settings or its guesses.
 */
export function createMssqlDialect(options: MssqlOptions = {}): Dialect {
  const companion = options.companionDatabase ?? 'PlumblineCompanion';
  return {
    kind,
    name,
    table: (table) => quotedTable(kind, table),
    // Under READ COMMITTED a row that was only read may change before it is written. Update locks, held with their key range, keep
    // Sage's users (short of a moment) from doing that, and from taking the record number that we are about to take.
    heldTable: (table) => `${quotedTable(kind, table)} WITH (UPDLOCK, HOLDLOCK)`,
    read,
    length: (column) => `CONVERT(varchar(20), LEN(${name(column.name)}))`,
    parameter,
    equals: (column) => {
      const compared = column.type === 'text' ? ` COLLATE ${collation}` : '';
      return `${name(column.name)} = ${parameter(column)}${compared}`;
    },
    select,
    highest: (column) => `CONVERT(varchar(20), MAX(${name(column.name)}))`,
    newest: (column) => `CONVERT(varchar(23), MAX(${name(column.name)}), 121)`,
    controls,
    totals: (amounts, key) => [
      `CONVERT(varchar(20), COUNT_BIG(${key === undefined ? '*' : name(key)}))`,
      ...amounts.map(totalOf),
    ],
    session: [
      // What indexed views and indexes on computed columns demand of whoever writes to their tables; a data source may say otherwise.
      'SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON',
      'SET NUMERIC_ROUNDABORT OFF',
      // Triggers that count their rows would otherwise answer with results of their own, which the driver never fetches.
      'SET NOCOUNT ON',
      'SET XACT_ABORT ON',
      'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
      `SET LOCK_TIMEOUT ${lockTimeoutMs}`,
      'SET DEADLOCK_PRIORITY LOW',
    ],
    lock,
    turn,
    markerTable: `${name(companion)}.${quotedTable(kind, markerTable)}`,
    // The name and not the number that goes with the database: a copy beside it, made for trying, has the same number.
    ownDatabase: 'DB_NAME()',
    catalog: createMssqlCatalog(companion),
  };
}

function name(column: string): string {
  return quoted(kind, column);
}

function read(column: Column, source?: string): string {
  const value = source === undefined ? name(column.name) : `${source}.${name(column.name)}`;
  switch (column.type) {
    case 'rowId':
      // SQL Server writes them in capitals. Compatible servers forget the length in LOWER.
      return `CONVERT(varchar(36), LOWER(CONVERT(varchar(36), ${value})))`;
    case 'recnum':
      return `CONVERT(varchar(20), ${value})`;
    case 'integer':
    case 'flag':
      // A bit column would come as '0', which is true.
      return `CONVERT(varchar(11), CAST(${value} AS int))`;
    case 'decimal':
      return `CONVERT(varchar(41), ${value}, ${exact})`;
    case 'text':
      // nvarchar, because varchar is read in the Windows code page.
      return `CAST(${value} AS ${textType(column.length)})`;
    case 'date':
      return `CONVERT(varchar(10), ${value}, 23)`;
    case 'timestamp':
      return `CONVERT(varchar(23), ${value}, 121)`;
    case 'gridFlag':
      return `CAST(${value} AS nvarchar(1))`;
  }
}

function parameter(column: Column): string {
  // The style says in which order year, month and day stand; a plain CAST goes by the login's language.
  if (column.type === 'date') return 'CONVERT(date, CAST(? AS varchar(10)), 23)';
  if (column.type === 'timestamp') return 'CONVERT(datetime, CAST(? AS varchar(23)), 121)';
  // A parameter without a longest length would be sent as a stream.
  if (column.type === 'text') return `CAST(? AS ${textType(column.length)})`;
  return `CAST(? AS ${sqlType(kind, column)})`;
}

function textType(length: number | 'max'): string {
  return `nvarchar(${length === 'max' ? longestText : length})`;
}

function select({ columns, from, where, groupBy, orderBy, limit, ties }: Select): string {
  const top = limit === undefined ? '' : `TOP (${limit}) ${ties === true ? 'WITH TIES ' : ''}`;
  const clauses = [`SELECT ${top}${columns.join(', ')}`, `FROM ${from}`];
  if (where !== undefined) clauses.push(`WHERE ${where}`);
  if (groupBy !== undefined) clauses.push(`GROUP BY ${groupBy}`);
  if (orderBy !== undefined) clauses.push(`ORDER BY ${orderBy}`);
  return clauses.join(' ');
}

/**
 * How many rows (by the first column, which is never NULL), exact sums for amounts, and a checksum over all columns for the rest: it
 * alone would miss two changes that cancel out.
 */
function controls(columns: readonly Column[]): readonly string[] {
  const sums = columns.filter(({ type }) => type === 'decimal');
  const all = columns.map((column) => name(column.name)).join(', ');
  return [
    // Of a column that may be read: where rights are given column by column, * may be refused.
    `CONVERT(varchar(20), COUNT_BIG(${name(columns[0]?.name ?? '')}))`,
    ...sums.map(totalOf),
    `CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM(${all})))`,
  ];
}

/** With all decimals of the physical type, as its values are read: cut to those described, a sum of others would differ from its rows. */
function totalOf(amount: Column): string {
  return `CONVERT(varchar(41), SUM(${name(amount.name)}), ${exact})`;
}

/**
 * With autocommit off the server begins a transaction only at the first statement that reads or writes a table, and a lock owned
 * by a transaction needs one: without it sp_getapplock answers -999. That first statement waits for nobody: it passes over rows
 * that others are just writing, whatever the database's own row versioning. The batch has no parameters, which the driver could
 * not describe, and answers exactly one row.
 *
 * A trigger may roll back and hide its error behind a result of its own; the statements after it would then begin a transaction of
 * their own, without the lock. The lock ends with its transaction, so whoever still holds it before the commit commits everything.
 */
function lock(resource: string): LockStatements {
  const quotedResource = `N'${resource.replaceAll("'", "''")}'`;
  return {
    first: `SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum] FROM ${quotedTable(kind, 'prmchg')} WITH (READCOMMITTEDLOCK, READPAST)`,
    grant: [
      'SET NOCOUNT ON',
      'DECLARE @granted int',
      `EXEC @granted = sp_getapplock @Resource = ${quotedResource}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = ${lockTimeoutMs}`,
      'SELECT CONVERT(varchar(11), @granted) AS [granted]',
    ].join('; '),
    held: `SELECT CAST(APPLOCK_MODE(N'public', ${quotedResource}, N'Transaction') AS nvarchar(32)) AS [held]`,
  };
}

/** No key of a plan's own lock begins with the sign after the name. A session's lock needs no transaction, and waits for nobody. */
const turnResource = "N'Plumbline/writing'";
const turn: TurnStatements = {
  grant: [
    'SET NOCOUNT ON',
    'DECLARE @granted int',
    `EXEC @granted = sp_getapplock @Resource = ${turnResource}, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0`,
    'SELECT CONVERT(varchar(11), @granted) AS [granted]',
  ].join('; '),
  held: `SELECT CAST(APPLOCK_MODE(N'public', ${turnResource}, N'Session') AS nvarchar(32)) AS [held]`,
};
