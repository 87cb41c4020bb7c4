import { comparedTables } from '#shared/domain/sage/catalog/compare.ts';
import type { CatalogStatements } from './statements.ts';

/**
 * The catalog of SQL Server 2014 and later. `sys` shows only what the login has some right on, and definitions (defaults, triggers)
 * only with VIEW DEFINITION: that right is asked for, or the probe would take what it cannot see for absent.
 */
export const mssqlCatalog: CatalogStatements = {
  columns: [
    `SELECT t.[name] AS [table], c.[name] AS [column], ty.[name] AS [type],`,
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
    `SELECT t.[name] AS [table], g.[name] AS [name], CONVERT(varchar(11), CAST(g.[is_instead_of_trigger] AS int)) AS [insteadOf],`,
    `CONVERT(varchar(11), 1 - CAST(g.[is_disabled] AS int)) AS [enabled],`,
    `CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], 'ExecIsInsertTrigger')) AS [onInsert],`,
    `CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], 'ExecIsUpdateTrigger')) AS [onUpdate],`,
    // Only as long bytes does the checksum take in the whole text; encrypted triggers show none.
    `CONVERT(varchar(20), LEN(OBJECT_DEFINITION(g.[object_id]))) + ':' +`,
    `CONVERT(varchar(11), BINARY_CHECKSUM(CAST(OBJECT_DEFINITION(g.[object_id]) AS varbinary(max)))) AS [definition]`,
    `FROM sys.tables t JOIN sys.triggers g ON g.[parent_id] = t.[object_id]`,
    `WHERE ${ours('t')} ORDER BY t.[name], g.[name]`,
  ].join(' '),
  foreignKeys: [
    `SELECT t.[name] AS [table], c.[name] AS [column], r.[name] AS [references], rc.[name] AS [referencesColumn]`,
    `FROM sys.tables t JOIN sys.foreign_keys f ON f.[parent_object_id] = t.[object_id] AND f.[is_disabled] = 0`,
    `JOIN sys.foreign_key_columns k ON k.[constraint_object_id] = f.[object_id]`,
    `JOIN sys.columns c ON c.[object_id] = k.[parent_object_id] AND c.[column_id] = k.[parent_column_id]`,
    `JOIN sys.tables r ON r.[object_id] = k.[referenced_object_id]`,
    `JOIN sys.columns rc ON rc.[object_id] = k.[referenced_object_id] AND rc.[column_id] = k.[referenced_column_id]`,
    `WHERE ${ours('t')} ORDER BY t.[name], c.[name]`,
  ].join(' '),
  server: [
    `SELECT CONVERT(nvarchar(128), SERVERPROPERTY('ProductVersion')) + N', ' + CONVERT(nvarchar(128), SERVERPROPERTY('Edition')) AS [version],`,
    `CONVERT(varchar(23), CAST(SYSUTCDATETIME() AS datetime2(3)), 126) AS [time]`,
  ].join(' '),
};

function ours(alias: string): string {
  const names = comparedTables.map((name) => `N'${name}'`).join(', ');
  return `${alias}.[schema_id] = SCHEMA_ID(N'dbo') AND ${alias}.[name] IN (${names})`;
}
