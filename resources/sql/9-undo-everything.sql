-- Takes back what 1-login-and-roles.sql and 2-companion-database.sql did. Close Plumbline first.
--
--   sqlcmd -S .\SAGE100CON -E -b -i 9-undo-everything.sql -v CompanyDatabase="Your Company" CompanionDatabase="PlumblineCompanion" Login="OFFICE\plumbline" DropMarkers="no"
--
-- DropMarkers      "no" keeps the companion database: it is the proof of what was written into Sage, and Plumbline needs it should it
--                  ever come back. "yes" drops it for good.
--
-- Several companies may keep their proofs in one companion database. While another one still does, say "no": without its proofs a change
-- order could be written into it twice. Its right to that database goes with this script in any case, and nothing is written until
-- 2-companion-database.sql was run again for it.
--
-- The login itself stays, because other companies or programs may use it: DROP LOGIN [$(Login)] removes it. Change orders that were
-- written stay in Sage. Other users who were made members of the roles have to be taken out of them first.

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

IF N'$(DropMarkers)' = N'yes' AND DB_ID(N'$(CompanionDatabase)') IS NOT NULL DROP DATABASE [$(CompanionDatabase)];
GO

IF DB_ID(N'$(CompanionDatabase)') IS NOT NULL
  EXEC [$(CompanionDatabase)].sys.sp_executesql N'IF IS_ROLEMEMBER(N''plumbline_marker'', N''$(Login)'') = 1 ALTER ROLE [plumbline_marker] DROP MEMBER [$(Login)]; IF DATABASE_PRINCIPAL_ID(N''plumbline_marker'') IS NOT NULL DROP ROLE [plumbline_marker]; IF USER_ID(N''$(Login)'') IS NOT NULL DROP USER [$(Login)];';
GO
