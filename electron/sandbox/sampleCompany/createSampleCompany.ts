import { diskFullFailure } from '#shared/domain/diskFull.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type TableName, tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../../sage/connection.ts';
import { createTableStatements, type DatabaseKind } from '../../sage/ddl.ts';
import { dialectOf, insertStatements } from './insertStatements.ts';
import { type SampleOptions, sampleRows } from './sampleRows.ts';

export type SampleCompanyCounts = {
  readonly tables: number;
  readonly rows: number;
  readonly rowsByTable: Readonly<Partial<Record<TableName, number>>>;
};

const listTables: Readonly<Record<DatabaseKind, string>> = {
  mssql:
    "SELECT CAST(TABLE_SCHEMA + '.' + TABLE_NAME AS nvarchar(257)) AS name FROM INFORMATION_SCHEMA.TABLES ORDER BY TABLE_SCHEMA, TABLE_NAME",
  sqlite:
    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
};

/** How many of the tables found are named in the refusal. */
const namedTables = 5;

function notEmpty(tables: readonly string[]): Result<never> {
  const named = tables.slice(0, namedTables).join(', ');
  const more = tables.length > namedTables ? ` and ${tables.length - namedTables} more` : '';
  return fail({
    next: 'needsPerson',
    code: 'sampleCompany.notEmpty',
    sentence: `The sample company was not created, because the database is not empty: it already holds ${named}${more}.`,
    remedy: 'Create a new, empty database for the sample company and name that one in the connection.',
  });
}

async function undo(connection: SqlConnection): Promise<void> {
  try {
    await connection.rollback();
  } catch {
    // The connection is gone, and the open transaction with it.
  }
}

function brokenOff(cause: unknown): Result<never> {
  const full = diskFullFailure(cause);
  if (full !== null) return fail(full);
  return fail({
    next: 'needsPerson',
    code: 'sampleCompany.failed',
    sentence: 'The sample company was not created: the database refused a step or the connection broke.',
    remedy:
      'Check that the login may create tables in this database, then try again; if it now says that the database is not empty, use a new one.',
    detail: cause instanceof Error ? cause.message : String(cause),
  });
}

async function fill(
  connection: SqlConnection,
  dialect: DatabaseKind,
  options: SampleOptions,
): Promise<SampleCompanyCounts> {
  for (const statement of createTableStatements(dialect)) await connection.query(statement);
  const rowsByTable: Partial<Record<TableName, number>> = {};
  let total = 0;
  for (const { table, rows, sql, params } of insertStatements(dialect, sampleRows(options))) {
    await connection.query(sql, params);
    rowsByTable[table] = (rowsByTable[table] ?? 0) + rows;
    total += rows;
  }
  return { tables: tableNames.length, rows: total, rowsByTable };
}

/**
 * Creates the tables of a Sage company in an empty database and fills them, all in one transaction: afterwards everything is there
 * or nothing is. Refuses a database that holds any table or view. The connection stays open.
 */
export async function createSampleCompany(
  connection: SqlConnection,
  dialect: DatabaseKind,
  options: SampleOptions = {},
): Promise<Result<SampleCompanyCounts>> {
  try {
    const found = await connection.query(listTables[dialect]);
    if (found.length > 0) return notEmpty(found.map(({ name }) => String(name)));
    for (const statement of dialectOf(dialect).session) await connection.query(statement);
    await connection.begin();
  } catch (cause) {
    return brokenOff(cause);
  }
  try {
    const counts = await fill(connection, dialect, options);
    await connection.commit();
    return succeed(counts);
  } catch (cause) {
    await undo(connection);
    return brokenOff(cause);
  }
}
