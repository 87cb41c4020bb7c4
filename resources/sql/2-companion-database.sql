-- 2 of 2: the companion database, beside the company's on the same server. Only needed where Plumbline writes.
--
--   sqlcmd -S .\SAGE100CON -E -b -i 2-companion-database.sql -v CompanionDatabase="PlumblineCompanion" Login="OFFICE\plumbline"
--
-- It holds one table, with one row for each plan that was written into Sage. The row is written in the same transaction as the change
-- order itself: by it Plumbline knows, even after a crash in the middle, whether the change order is there, and never writes it twice.
-- So it must be backed up with the company database, and restored with it. Markers are for ever: nobody may change or delete one.
--
-- The companies of a server may share it: each row says whose it is. But restoring it then takes back the newest rows of all of them.
-- Where they are restored one by one, give each a companion database of its own, named for it in Plumbline's configuration
-- ("sage.companionDatabase").

USE [master];
GO

IF DB_ID(N'$(CompanionDatabase)') IS NULL CREATE DATABASE [$(CompanionDatabase)];
GO

USE [$(CompanionDatabase)];
GO

IF USER_ID(N'$(Login)') IS NULL CREATE USER [$(Login)] FOR LOGIN [$(Login)];
GO

IF OBJECT_ID(N'[$(CompanionDatabase)].dbo.[push_marker]', N'U') IS NULL
  CREATE TABLE [$(CompanionDatabase)].dbo.[push_marker] ([operation_key] nvarchar(200) NOT NULL, [plan_hash] nvarchar(128) NOT NULL, [record] nvarchar(20) NOT NULL, [number] nvarchar(20) NOT NULL, [applied_at] nvarchar(30) NOT NULL, [person] nvarchar(200) NOT NULL, [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL, [company] nvarchar(128) NULL, PRIMARY KEY ([operation_key]));
GO

IF COL_LENGTH(N'[$(CompanionDatabase)].dbo.[push_marker]', N'installation') IS NULL ALTER TABLE [$(CompanionDatabase)].dbo.[push_marker] ADD [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL;
GO

IF COL_LENGTH(N'[$(CompanionDatabase)].dbo.[push_marker]', N'company') IS NULL ALTER TABLE [$(CompanionDatabase)].dbo.[push_marker] ADD [company] nvarchar(128) NULL;
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_marker') IS NULL CREATE ROLE [plumbline_marker];
GO

GRANT SELECT, INSERT ON OBJECT::dbo.[push_marker] TO [plumbline_marker];
GO

ALTER ROLE [plumbline_marker] ADD MEMBER [$(Login)];
GO
