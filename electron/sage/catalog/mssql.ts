import { comparedTables } from '#shared/domain/sage/catalog/compare.ts';
import { markerTable } from '#shared/domain/sage/rights.ts';
import { quoted, quotedTable } from '../ddl.ts';
import { markerRightsStatement, rightsStatement, rolesStatement } from './rights.ts';
import type { CatalogDialect } from './statements.ts';

/**
 * The catalog of SQL Server 2014 and later. `sys` shows only what the login has some right on, and definitions (defaults, triggers)
 * only with VIEW DEFINITION: that right is asked for, or the probe would take what it cannot see for absent. In: the name of the
 * companion database.
 */
export function createMssqlCatalog(companion: string): CatalogDialect {
  const inBrackets = quoted('mssql', companion);
  return { ...statements, markerRights: markerRightsStatement(inBrackets), markersThere: markersThere(companion) };
}

/** Not by reading the table: under XACT_ABORT a missing one would end the transaction. A database that may not be entered is none. */
function markersThere(companion: string): string {
  const table = `${quoted('mssql', companion)}.${quotedTable('mssql', markerTable)}`;
  const entered = `HAS_DBACCESS(${literal(companion)}) = 1`;
  const found = `CASE WHEN ${entered} THEN OBJECT_ID(${literal(table)}, N'U') END`;
  return `SELECT CONVERT(varchar(11), ${found}) AS [there]`;
}

function literal(text: string): string {
  return `N'${text.replaceAll("'", "''")}'`;
}

const statements: Omit<CatalogDialect, 'markerRights' | 'markersThere'> = {
  // Times of change have 3 ms; whatever is made anew gets another number. Triggers and constraints hang below their table.
  sign: [
    `SELECT CONVERT(varchar(11), COUNT(*)) + ' ' + CONVERT(varchar(23), MAX(o.[modify_date]), 121) + ' ' +`,
    `CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM(o.[object_id], o.[modify_date], g.[is_disabled], f.[is_disabled]))) AS [sign]`,
    `FROM sys.tables t JOIN sys.objects o ON o.[object_id] = t.[object_id] OR o.[parent_object_id] = t.[object_id]`,
    `LEFT JOIN sys.triggers g ON g.[object_id] = o.[object_id]`,
    `LEFT JOIN sys.foreign_keys f ON f.[object_id] = o.[object_id] WHERE ${ours('t')}`,
  ].join(' '),
  columns: [
    `SELECT ${name('t')} AS [table], ${name('c')} AS [column], ${name('ty')} AS [type],`,
    // Bytes, of which Unicode takes two a character; -1 is max.
    `CONVERT(varchar(11), CASE WHEN ty.[name] IN (N'nvarchar', N'nchar') AND c.[max_length] > 0 THEN c.[max_length] / 2 ELSE c.[max_length] END) AS [length],`,
    `CONVERT(varchar(11), CAST(c.[precision] AS int)) AS [precision], CONVERT(varchar(11), CAST(c.[scale] AS int)) AS [scale],`,
    `CONVERT(varchar(11), CAST(c.[is_nullable] AS int)) AS [nullable],`,
    `CAST(OBJECT_DEFINITION(c.[default_object_id]) AS nvarchar(1000)) AS [default],`,
    `CONVERT(varchar(11), CAST(c.[is_identity] AS int)) AS [identity], CONVERT(varchar(11), CAST(c.[is_computed] AS int)) AS [computed]`,
    `FROM sys.tables t JOIN sys.columns c ON c.[object_id] = t.[object_id]`,
    // The built-in type behind an alias type of the database's own.
    `LEFT JOIN sys.types ty ON ty.[user_type_id] = c.[system_type_id]`,
    `WHERE ${ours('t')} ORDER BY t.[name], c.[column_id]`,
  ].join(' '),
  triggers: [
    `SELECT ${name('t')} AS [table], ${name('g')} AS [name], CONVERT(varchar(11), CAST(g.[is_instead_of_trigger] AS int)) AS [insteadOf],`,
    `CONVERT(varchar(11), 1 - CAST(g.[is_disabled] AS int)) AS [enabled],`,
    `CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], N'ExecIsInsertTrigger')) AS [onInsert],`,
    `CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], N'ExecIsUpdateTrigger')) AS [onUpdate],`,
    // Only as long bytes does the checksum take in the whole text; encrypted triggers show none.
    `CAST(CONVERT(varchar(20), LEN(OBJECT_DEFINITION(g.[object_id]))) + ':' +`,
    `CONVERT(varchar(11), BINARY_CHECKSUM(CAST(OBJECT_DEFINITION(g.[object_id]) AS varbinary(max)))) AS varchar(40)) AS [definition]`,
    `FROM sys.tables t JOIN sys.triggers g ON g.[parent_id] = t.[object_id]`,
    `WHERE ${ours('t')} ORDER BY t.[name], g.[name]`,
  ].join(' '),
  foreignKeys: [
    `SELECT ${name('t')} AS [table], ${name('c')} AS [column], ${name('r')} AS [references], ${name('rc')} AS [referencesColumn]`,
    `FROM sys.tables t JOIN sys.foreign_keys f ON f.[parent_object_id] = t.[object_id] AND f.[is_disabled] = 0`,
    `JOIN sys.foreign_key_columns k ON k.[constraint_object_id] = f.[object_id]`,
    `JOIN sys.columns c ON c.[object_id] = k.[parent_object_id] AND c.[column_id] = k.[parent_column_id]`,
    `JOIN sys.tables r ON r.[object_id] = k.[referenced_object_id]`,
    `JOIN sys.columns rc ON rc.[object_id] = k.[referenced_object_id] AND rc.[column_id] = k.[referenced_column_id]`,
    `WHERE ${ours('t')} ORDER BY t.[name], c.[name]`,
  ].join(' '),
  inServerTerms: (column) => column,
  rights: [rightsStatement, rolesStatement],
  // Its number stays with the database wherever it is restored to; another copy beside it has another name.
  books: [
    `SELECT CAST(SERVERPROPERTY(N'ServerName') AS nvarchar(128)) AS [server], CAST(DB_NAME() AS nvarchar(128)) AS [database],`,
    `CONVERT(varchar(36), d.[service_broker_guid]) AS [guid] FROM sys.databases d WHERE d.[database_id] = DB_ID()`,
  ].join(' '),
  server: [
    `SELECT CAST(CAST(SERVERPROPERTY(N'ProductVersion') AS nvarchar(128)) + N', ' + CAST(SERVERPROPERTY(N'Edition') AS nvarchar(128)) AS nvarchar(300)) AS [version],`,
    `CONVERT(varchar(23), CAST(SYSUTCDATETIME() AS datetime2(3)), 126) AS [time]`,
  ].join(' '),
};

/** Names of the catalog are Unicode, of at most 128 characters. */
function name(alias: string): string {
  return `CAST(${alias}.[name] AS nvarchar(128))`;
}

function ours(alias: string): string {
  const names = comparedTables.map((name) => `N'${name}'`).join(', ');
  return `${alias}.[schema_id] = SCHEMA_ID(N'dbo') AND ${alias}.[name] IN (${names})`;
}
