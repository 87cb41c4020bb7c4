import { tableNames } from '#shared/domain/sage/schema/tables.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import type { Dialect } from '../../electron/sage/dialect/dialect.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';

/**
 * A sample company in the one database that a server was given for tests. Its rows are kept a second time in a schema of their own,
 * from which each test gets them back.
 */

const copies = '[plumbline_copies]';
/** Enough change orders for more than one page of them. */
const scale = 3;

let asked: Promise<boolean> | null = null;

/**
 * True for servers that only look like SQL Server: they do not put text together from the digits of its UTF-16, and lack the checksums
 * that the catalog is asked for. They get text as it is, and the catalog's questions are answered for them.
 */
export function isLookAlike(connectionString: string): Promise<boolean> {
  asked ??= withoutDigits(connectionString);
  return asked;
}

async function withoutDigits(connectionString: string): Promise<boolean> {
  const connection = await openOdbc({ connectionString, dialect: 'mssql' });
  const digits = "SELECT CAST(CONVERT(varbinary(2), '4100', 2) AS nvarchar(1)) AS [name]";
  const [letter] = await names(connection, digits);
  await connection.close();
  return letter !== 'A';
}

export async function connectTo(connectionString: string): Promise<SqlConnection> {
  const letters = (await isLookAlike(connectionString)) ? 'utf8' : 'hexadecimal';
  return openOdbc({ connectionString, dialect: 'mssql', letters, queryTimeoutSeconds: 120 });
}

/** Markers lie beside the company here, since one database is all that there is. */
export function dialectIn(database: string): Dialect {
  return createMssqlDialect({ companionDatabase: database });
}

async function names(connection: SqlConnection, sql: string): Promise<readonly string[]> {
  return (await connection.query(sql)).map(({ name }) => String(name));
}

/** Tables and views with their schema. */
export function tablesIn(connection: SqlConnection): Promise<readonly string[]> {
  return names(
    connection,
    "SELECT CAST('[' + TABLE_SCHEMA + '].[' + TABLE_NAME + ']' AS nvarchar(300)) AS [name] FROM INFORMATION_SCHEMA.TABLES",
  );
}

export async function databaseName(connection: SqlConnection): Promise<string> {
  return (await names(connection, 'SELECT CAST(DB_NAME() AS nvarchar(128)) AS [name]'))[0] ?? '';
}

/** In: an empty database. */
export async function fillDatabase(connection: SqlConnection, dialect: Dialect): Promise<void> {
  const created = await createSampleCompany(connection, 'mssql', { scale });
  if (!created.ok) throw new Error(`${created.failure.sentence} ${created.failure.detail ?? ''}`);
  for (const statement of markerStatements(dialect)) await connection.query(statement);
  await connection.query(`CREATE SCHEMA ${copies}`);
  for (const table of tableNames) {
    await connection.query(`SELECT * INTO ${copies}.[${table}] FROM ${dialect.table(table)}`);
  }
}

/** Every row as it was after filling, and nothing else: also what a test has added to the schema goes. */
export async function restoreDatabase(connection: SqlConnection, dialect: Dialect): Promise<void> {
  await dropTriggersAndDefaults(connection);
  const known = new Set(['[push_marker]', ...tableNames.map((name) => `[${name}]`)].map((name) => `[dbo].${name}`));
  for (const table of await tablesIn(connection)) {
    if (!table.startsWith(copies) && !known.has(table)) await connection.query(`DROP TABLE ${table}`);
  }
  await connection.begin();
  for (const table of [...tableNames].reverse()) await connection.query(`DELETE FROM ${dialect.table(table)}`);
  await connection.query(`DELETE FROM ${dialect.markerTable}`);
  for (const table of tableNames) {
    await connection.query(`INSERT INTO ${dialect.table(table)} SELECT * FROM ${copies}.[${table}]`);
  }
  await connection.commit();
}

/** Name of the default that a test gives to the record numbers of change orders. */
export const countingDefault = 'plumbline_counts';

async function dropTriggersAndDefaults(connection: SqlConnection): Promise<void> {
  const triggers = 'SELECT CAST([name] AS nvarchar(128)) AS [name] FROM sys.triggers WHERE [parent_class] = 1';
  for (const name of await names(connection, triggers)) await connection.query(`DROP TRIGGER dbo.[${name}]`);
  const defaults = `SELECT CAST([name] AS nvarchar(128)) AS [name] FROM sys.default_constraints WHERE [name] = '${countingDefault}'`;
  for (const name of await names(connection, defaults)) {
    await connection.query(`ALTER TABLE dbo.[prmchg] DROP CONSTRAINT [${name}]`);
  }
}

/** Drops everything: the database was empty when it was given. */
export async function emptyDatabase(connection: SqlConnection): Promise<void> {
  const keys =
    "SELECT CAST('ALTER TABLE [' + OBJECT_SCHEMA_NAME([parent_object_id]) + '].[' + OBJECT_NAME([parent_object_id]) + '] DROP CONSTRAINT [' + [name] + ']' AS nvarchar(600)) AS [name] FROM sys.foreign_keys";
  for (const statement of await names(connection, keys)) await connection.query(statement);
  for (const table of await tablesIn(connection)) await connection.query(`DROP TABLE ${table}`);
  const schemas = "SELECT CAST([name] AS nvarchar(128)) AS [name] FROM sys.schemas WHERE [name] = 'plumbline_copies'";
  for (const schema of await names(connection, schemas)) await connection.query(`DROP SCHEMA [${schema}]`);
}
