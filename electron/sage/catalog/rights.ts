import { type Right, rightNames } from '#shared/domain/sage/catalog.ts';
import {
  excessRights,
  markerExcess,
  markerRights,
  markerTable,
  placeOf,
  readRights,
  type TableRight,
  writeRights,
} from '#shared/domain/sage/rights.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import { quotedTable } from '../ddl.ts';
import { textAt } from '../dialect/statements.ts';

/** Each right that is needed or too much, with whether this login holds it: one row each, `held` 1 or not. SQL Server only. */
export const rightsStatement = [
  `SELECT ${text('on')}, ${text('right')}, ${text('purpose')},`,
  `CONVERT(varchar(11), HAS_PERMS_BY_NAME(r.[securable], N'OBJECT', r.[right], r.[sub], CASE WHEN r.[sub] IS NULL THEN NULL ELSE N'COLUMN' END)) AS [held]`,
  `FROM (VALUES ${[...readRights, ...writeRights, ...excessRights].map(valuesOf).join(', ')})`,
  `AS r ([on], [right], [purpose], [securable], [sub])`,
].join(' ');

/** Roles that may do anything, and the whole database in one's hands by any other way. */
export const rolesStatement = [
  `SELECT ${text('on')}, ${text('right')}, ${text('purpose')}, CONVERT(varchar(11), r.[held]) AS [held]`,
  `FROM (VALUES (N'login', N'sysadmin', N'excess', IS_SRVROLEMEMBER(N'sysadmin')),`,
  `(N'login', N'db_owner', N'excess', IS_ROLEMEMBER(N'db_owner')),`,
  `(N'login', N'db_datawriter', N'excess', IS_ROLEMEMBER(N'db_datawriter')),`,
  `(N'login', N'db_ddladmin', N'excess', IS_ROLEMEMBER(N'db_ddladmin')),`,
  // It can grant itself all the rest.
  `(N'login', N'db_securityadmin', N'excess', IS_ROLEMEMBER(N'db_securityadmin')),`,
  `(N'login', N'CONTROL', N'excess', HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'CONTROL')),`,
  // Granted on the schema or the whole database it holds for every table that Sage has.
  `${['INSERT', 'UPDATE', 'DELETE'].map(onSchema).join(', ')})`,
  `AS r ([on], [right], [purpose], [held])`,
].join(' ');

function onSchema(right: string): string {
  return `(N'every table', N'${right}', N'excess', HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'${right}'))`;
}

/** Asked inside the companion database, because permissions of another database are not seen from here. In: its name in brackets. */
export function markerRightsStatement(companion: string): string {
  const values = [
    ...markerRights.map((right) => `(N'${markerTable}', N'${right}', N'marker')`),
    ...markerExcess.map((right) => `(N'${markerTable}', N'${right}', N'excess')`),
  ];
  const inside = [
    `SELECT ${text('on')}, ${text('right')}, ${text('purpose')},`,
    `CONVERT(varchar(11), HAS_PERMS_BY_NAME(N'${quotedTable('mssql', markerTable)}', N'OBJECT', r.[right])) AS [held]`,
    `FROM (VALUES ${values.join(', ')}) AS r ([on], [right], [purpose])`,
  ].join(' ');
  return `EXEC ${companion}.sys.sp_executesql N'${inside.replaceAll("'", "''")}'`;
}

export async function readRightsHeld(connection: SqlConnection, statement: string): Promise<readonly Right[]> {
  return (await connection.query(statement)).map(rightOf);
}

function text(column: string): string {
  return `CAST(r.[${column}] AS nvarchar(300)) AS [${column}]`;
}

function valuesOf(needed: TableRight): string {
  const { table, column, right, purpose } = needed;
  const sub = column === null ? 'CAST(NULL AS nvarchar(128))' : `N'${column}'`;
  return `(N'${placeOf(needed)}', N'${right}', N'${purpose}', N'${quotedTable('mssql', table)}', ${sub})`;
}

function rightOf(row: SqlRow): Right {
  const name = textAt(row, 'right');
  const right = rightNames.find((one) => one === name);
  const purpose = purposes.find((one) => one === textAt(row, 'purpose'));
  if (right === undefined || purpose === undefined) throw new Error(`The server answered with the right '${name}'`);
  return { on: textAt(row, 'on') ?? '', right, purpose, held: textAt(row, 'held') === '1' };
}

const purposes = ['read', 'write', 'marker', 'excess'] as const;
