-- Takes back what 1-login-and-roles.sql and 2-companion-database.sql did for one company. Close Plumbline first.
--
--   sqlcmd -S .\SAGE100CON -E -b -i 9-undo-everything.sql -v CompanyDatabase="Your Company" CompanionDatabase="PlumblineCompanion" Login="OFFICE\plumbline" DropMarkers="no"
--
-- DropMarkers      "no" keeps the companion database: it is the proof of what was written into Sage, and Plumbline needs it should it
--                  ever come back. "yes" drops it for good; refused, before anything is undone, while others keep their proofs in it.
--
-- Several companies may keep their proofs in one companion database. The login keeps its right to it as long as it is a user of another
-- company's database on this server, and other logins keep theirs: without its proofs a change order could be written twice.
--
-- The login itself stays, because other companies or programs may use it: DROP LOGIN [$(Login)] removes it. Change orders that were
-- written stay in Sage. Other users who were made members of the roles have to be taken out of them first.

USE [master];
GO

IF OBJECT_ID(N'tempdb..#plumbline_others') IS NULL
  CREATE TABLE #plumbline_others ([what] nvarchar(10) NOT NULL, [name] nvarchar(128) NOT NULL);
GO

-- Other company databases that the login is a user of.
DECLARE @ask nvarchar(max) = N'';
SELECT @ask = @ask + N'INSERT INTO #plumbline_others SELECT N''company'', N''' + REPLACE([name], N'''', N'''''') + N''' FROM ' + QUOTENAME([name]) + N'.sys.database_principals WHERE [sid] = SUSER_SID(N''$(Login)''); '
  FROM sys.databases
  WHERE [state] = 0 AND HAS_DBACCESS([name]) = 1 AND [name] <> N'$(CompanyDatabase)' AND OBJECT_ID(QUOTENAME([name]) + N'.dbo.[prmchg]', N'U') IS NOT NULL;
EXEC sys.sp_executesql @ask;
GO

-- Other users who keep proofs.
IF DB_ID(N'$(CompanionDatabase)') IS NOT NULL
  EXEC [$(CompanionDatabase)].sys.sp_executesql N'INSERT INTO #plumbline_others SELECT N''user'', u.[name] FROM sys.database_role_members m JOIN sys.database_principals u ON u.[principal_id] = m.[member_principal_id] WHERE m.[role_principal_id] = DATABASE_PRINCIPAL_ID(N''plumbline_marker'') AND u.[name] <> N''$(Login)'';';
GO

IF N'$(DropMarkers)' = N'yes' AND EXISTS (SELECT 1 FROM #plumbline_others)
  THROW 50000, N'Others keep their proofs in $(CompanionDatabase): say DropMarkers="no". Nothing was undone.', 1;
GO

USE [$(CompanyDatabase)];
GO

IF IS_ROLEMEMBER(N'plumbline_read', N'$(Login)') = 1 ALTER ROLE [plumbline_read] DROP MEMBER [$(Login)];
GO

IF IS_ROLEMEMBER(N'plumbline_write', N'$(Login)') = 1 ALTER ROLE [plumbline_write] DROP MEMBER [$(Login)];
GO

IF IS_ROLEMEMBER(N'plumbline_write_procore', N'$(Login)') = 1 ALTER ROLE [plumbline_write_procore] DROP MEMBER [$(Login)];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_read') IS NOT NULL DROP ROLE [plumbline_read];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_write') IS NOT NULL DROP ROLE [plumbline_write];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_write_procore') IS NOT NULL DROP ROLE [plumbline_write_procore];
GO

IF USER_ID(N'$(Login)') IS NOT NULL DROP USER [$(Login)];
GO

USE [master];
GO

-- Asked again: Management Studio goes on after an error.
IF N'$(DropMarkers)' = N'yes' AND NOT EXISTS (SELECT 1 FROM #plumbline_others) AND DB_ID(N'$(CompanionDatabase)') IS NOT NULL DROP DATABASE [$(CompanionDatabase)];
GO

IF DB_ID(N'$(CompanionDatabase)') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM #plumbline_others WHERE [what] = N'company')
  EXEC [$(CompanionDatabase)].sys.sp_executesql N'IF IS_ROLEMEMBER(N''plumbline_marker'', N''$(Login)'') = 1 ALTER ROLE [plumbline_marker] DROP MEMBER [$(Login)]; IF NOT EXISTS (SELECT 1 FROM sys.database_role_members WHERE [role_principal_id] = DATABASE_PRINCIPAL_ID(N''plumbline_marker'')) IF DATABASE_PRINCIPAL_ID(N''plumbline_marker'') IS NOT NULL DROP ROLE [plumbline_marker]; IF USER_ID(N''$(Login)'') IS NOT NULL DROP USER [$(Login)];';
GO

IF EXISTS (SELECT 1 FROM #plumbline_others WHERE [what] = N'company')
  PRINT N'The login keeps its right to the proofs in $(CompanionDatabase): it is a user of another company database on this server.';
GO
