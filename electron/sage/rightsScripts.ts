import {
  changeOrderRights,
  itemRights,
  markerRights,
  markerTable,
  readRights,
  type TableRight,
} from '#shared/domain/sage/rights.ts';
import { quoted, quotedTable } from './ddl.ts';
import { createMssqlDialect } from './dialect/mssql.ts';
import { markerStatements } from './markers/table.ts';

const roles = {
  read: 'plumbline_read',
  write: 'plumbline_write',
  procore: 'plumbline_write_procore',
  marker: 'plumbline_marker',
};

/**
 * The scripts in `resources/sql` that an administrator runs on the SQL Server of Sage: made from the same description that the
 * executor and the inspection go by, so that nobody grants more or less than is used. A test holds the files to them.
 */
export const rightsScripts: Readonly<Record<string, string>> = {
  '1-login-and-roles.sql': loginAndRoles(),
  '2-companion-database.sql': companionDatabase(),
  '9-undo-everything.sql': undoEverything(),
};

function loginAndRoles(): string {
  return script(
    `1 of 2: a user for Plumbline in the company database, with exactly the rights that it uses.

Run it with sqlcmd (or in Management Studio: Query, SQLCMD Mode, and set the variables with :setvar above the first line):

  sqlcmd -S .\\SAGE100CON -E -b -i 1-login-and-roles.sql -v CompanyDatabase="Your Company" Login="OFFICE\\plumbline" MayWrite="no"

CompanyDatabase  the database of the company. Try it on Sage's Sample Company first.
Login            a Windows account (best: the one that Plumbline's service runs under, or a group), or an existing SQL Server login.
MayWrite         "no": Plumbline reads. "yes": it may also write change orders. "procore": it may also write what comes from
                 Procore: vendors, jobs, cost codes, budgets, subcontracts, purchase orders and payable invoices. It does either
                 only when direct writing is chosen in Plumbline and certified there.

Running it again changes nothing, except to what you now say; run it again after every update of Plumbline and of Sage.
9-undo-everything.sql takes everything back.

What is granted: reading ${tablesOf(readRights)} tables, two of them (vendors and clients, which also hold tax and bank data) only in the
columns that are used; with MayWrite="yes" new rows in ${insertsIn(changeOrderRights)} tables and changes of single columns, with "procore" new rows in
${insertsIn(itemRights)} more. Never deleting, never running
procedures, never changing a table, never anything about employees. VIEW DEFINITION lets Plumbline see triggers and defaults, without
which it could not tell whether it may write safely.

Sage forbids changes to the schema of its databases. A user, two roles and grants are no tables or columns, but nobody at Sage has
said that they do not count. Whoever wants no objects of Plumbline's own in there adds the login in Sage's Database Administration,
and grants what is listed below to that user instead of the roles. The role db_datareader is no good substitute: it reads everything,
payroll included, and shows no triggers.`,
    [
      `USE [master];`,
      `IF SUSER_ID(N'$(Login)') IS NULL AND N'$(Login)' LIKE N'%\\%' CREATE LOGIN [$(Login)] FROM WINDOWS;`,
      `IF SUSER_ID(N'$(Login)') IS NULL THROW 50000, N'There is no login $(Login). Create it first, with a password of its own.', 1;`,
      `USE [$(CompanyDatabase)];`,
      `IF USER_ID(N'$(Login)') IS NULL CREATE USER [$(Login)] FOR LOGIN [$(Login)];`,
      ...[roles.read, roles.write, roles.procore].map(createRole),
      `-- Reading.\n${grants(readRights, roles.read)}`,
      `-- Writing change orders (6-4-1): new rows, and changes column by column.\n${grants(changeOrderRights, roles.write)}`,
      `-- Writing what comes from Procore, on top of that.\n${grants(itemRights, roles.procore)}`,
      `ALTER ROLE [${roles.read}] ADD MEMBER [$(Login)];`,
      ...membership(roles.write, ['yes', 'procore']),
      ...membership(roles.procore, ['procore']),
    ],
  );
}

function companionDatabase(): string {
  const dialect = createMssqlDialect({ companionDatabase: '$(CompanionDatabase)' });
  return script(
    `2 of 2: the companion database, beside the company's on the same server. Only needed where Plumbline writes.

  sqlcmd -S .\\SAGE100CON -E -b -i 2-companion-database.sql -v CompanionDatabase="PlumblineCompanion" Login="OFFICE\\plumbline"

It holds one table, with one row for each plan that was written into Sage. The row is written in the same transaction as the change
order itself: by it Plumbline knows, even after a crash in the middle, whether the change order is there, and never writes it twice.
So it must be backed up with the company database, and restored with it. Markers are for ever: nobody may change or delete one.

The companies of a server may share it: each row says whose it is. But restoring it then takes back the newest rows of all of them.
Where they are restored one by one, give each a companion database of its own, named for it in Plumbline's configuration
("sage.companionDatabase").`,
    [
      `USE [master];`,
      `IF DB_ID(N'$(CompanionDatabase)') IS NULL CREATE DATABASE [$(CompanionDatabase)];`,
      `USE [$(CompanionDatabase)];`,
      `IF USER_ID(N'$(Login)') IS NULL CREATE USER [$(Login)] FOR LOGIN [$(Login)];`,
      ...markerStatements(dialect).map((statement) => `${statement.replace(' CREATE TABLE', '\n  CREATE TABLE')};`),
      createRole(roles.marker),
      `GRANT ${markerRights.join(', ')} ON OBJECT::${quotedTable('mssql', markerTable)} TO [${roles.marker}];`,
      `ALTER ROLE [${roles.marker}] ADD MEMBER [$(Login)];`,
    ],
  );
}

function undoEverything(): string {
  const drop = (role: string) => `IF DATABASE_PRINCIPAL_ID(N'${role}') IS NOT NULL DROP ROLE [${role}];`;
  const leave = (role: string) =>
    `IF IS_ROLEMEMBER(N'${role}', N'$(Login)') = 1 ALTER ROLE [${role}] DROP MEMBER [$(Login)];`;
  const dropUser = `IF USER_ID(N'$(Login)') IS NOT NULL DROP USER [$(Login)];`;
  const dropUnused = `IF NOT EXISTS (SELECT 1 FROM sys.database_role_members WHERE [role_principal_id] = DATABASE_PRINCIPAL_ID(N'${roles.marker}')) ${drop(roles.marker)}`;
  const inCompanion = (statements: string) =>
    `EXEC [$(CompanionDatabase)].sys.sp_executesql N'${statements.replaceAll("'", "''")}';`;
  return script(
    `Takes back what 1-login-and-roles.sql and 2-companion-database.sql did for one company. Close Plumbline first.

  sqlcmd -S .\\SAGE100CON -E -b -i 9-undo-everything.sql -v CompanyDatabase="Your Company" CompanionDatabase="PlumblineCompanion" Login="OFFICE\\plumbline" DropMarkers="no"

DropMarkers      "no" keeps the companion database: it is the proof of what was written into Sage, and Plumbline needs it should it
                 ever come back. "yes" drops it for good; refused, before anything is undone, while others keep their proofs in it.

Several companies may keep their proofs in one companion database. The login keeps its right to it as long as it is a user of another
company's database on this server, and other logins keep theirs: without its proofs a change order could be written twice.

The login itself stays, because other companies or programs may use it: DROP LOGIN [$(Login)] removes it. Change orders that were
written stay in Sage. Other users who were made members of the roles have to be taken out of them first.`,
    [
      `USE [master];`,
      `IF OBJECT_ID(N'tempdb..#plumbline_others') IS NULL
  CREATE TABLE #plumbline_others ([what] nvarchar(10) NOT NULL, [name] nvarchar(128) NOT NULL);`,
      `-- Other company databases that the login is a user of.
DECLARE @ask nvarchar(max) = N'';
SELECT @ask = @ask + N'INSERT INTO #plumbline_others SELECT N''company'', N''' + REPLACE([name], N'''', N'''''') + N''' FROM ' + QUOTENAME([name]) + N'.sys.database_principals WHERE [sid] = SUSER_SID(N''$(Login)''); '
  FROM sys.databases
  WHERE [state] = 0 AND HAS_DBACCESS([name]) = 1 AND [name] <> N'$(CompanyDatabase)' AND OBJECT_ID(QUOTENAME([name]) + N'.dbo.[prmchg]', N'U') IS NOT NULL;
EXEC sys.sp_executesql @ask;`,
      `-- Other users who keep proofs.
IF DB_ID(N'$(CompanionDatabase)') IS NOT NULL
  ${inCompanion(
    `INSERT INTO #plumbline_others SELECT N'user', u.[name] FROM sys.database_role_members m JOIN sys.database_principals u ON u.[principal_id] = m.[member_principal_id] WHERE m.[role_principal_id] = DATABASE_PRINCIPAL_ID(N'${roles.marker}') AND u.[name] <> N'$(Login)';`,
  )}`,
      `IF N'$(DropMarkers)' = N'yes' AND EXISTS (SELECT 1 FROM #plumbline_others)
  THROW 50000, N'Others keep their proofs in $(CompanionDatabase): say DropMarkers="no". Nothing was undone.', 1;`,
      `USE [$(CompanyDatabase)];`,
      ...[roles.read, roles.write, roles.procore].map(leave),
      ...[roles.read, roles.write, roles.procore].map(drop),
      dropUser,
      `USE [master];`,
      `-- Asked again: Management Studio goes on after an error.
IF N'$(DropMarkers)' = N'yes' AND NOT EXISTS (SELECT 1 FROM #plumbline_others) AND DB_ID(N'$(CompanionDatabase)') IS NOT NULL DROP DATABASE [$(CompanionDatabase)];`,
      `IF DB_ID(N'$(CompanionDatabase)') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM #plumbline_others WHERE [what] = N'company')
  ${inCompanion([leave(roles.marker), dropUnused, dropUser].join(' '))}`,
      `IF EXISTS (SELECT 1 FROM #plumbline_others WHERE [what] = N'company')
  PRINT N'The login keeps its right to the proofs in $(CompanionDatabase): it is a user of another company database on this server.';`,
    ],
  );
}

/** In the role for these values of MayWrite, and out of it for any other. */
function membership(role: string, values: readonly string[]): readonly string[] {
  const named = values.map((value) => `N'${value}'`).join(', ');
  return [
    `IF N'$(MayWrite)' IN (${named}) ALTER ROLE [${role}] ADD MEMBER [$(Login)];`,
    `IF N'$(MayWrite)' NOT IN (${named}) AND IS_ROLEMEMBER(N'${role}', N'$(Login)') = 1
  ALTER ROLE [${role}] DROP MEMBER [$(Login)];`,
  ];
}

function createRole(role: string): string {
  return `IF DATABASE_PRINCIPAL_ID(N'${role}') IS NULL CREATE ROLE [${role}];`;
}

/** One GRANT for each table and right, its columns together. */
function grants(rights: readonly TableRight[], role: string): string {
  const groups = Map.groupBy(rights, ({ table, right }) => `${right} ON OBJECT::${quotedTable('mssql', table)}`);
  return [...groups].map(([what, some]) => `GRANT ${what}${columnsOf(some)} TO [${role}];`).join('\n');
}

function columnsOf(rights: readonly TableRight[]): string {
  const names = rights.flatMap(({ column }) => (column === null ? [] : [quoted('mssql', column)]));
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function insertsIn(rights: readonly TableRight[]): number {
  return tablesOf(rights.filter(({ right }) => right === 'INSERT'));
}

function tablesOf(rights: readonly TableRight[]): number {
  return new Set(rights.map(({ table }) => table)).size;
}

/** Each batch is sent by itself: a later one must see what an earlier one made. */
function script(words: string, batches: readonly string[]): string {
  const comment = words.split('\n').map((line) => `-- ${line}`.trimEnd());
  return `${[...comment, '', ...batches.flatMap((batch) => [batch, 'GO', ''])].join('\n').trimEnd()}\n`;
}
