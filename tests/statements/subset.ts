/** The part of T-SQL that Plumbline uses. A statement with another word fails its test, so that somebody thinks about it first. */

const words = `
SELECT TOP TIES FROM AS LEFT CROSS JOIN ON WHERE AND OR IS NULL BETWEEN GROUP BY ORDER DESC COLLATE
INSERT INTO VALUES UPDATE SET DELETE WITH
CAST CONVERT LOWER LEN MAX SUM COUNT COUNT_BIG CHECKSUM_AGG BINARY_CHECKSUM CASE WHEN THEN ELSE END DB_NAME
nvarchar varchar int bigint decimal date datetime uniqueidentifier max
UPDLOCK HOLDLOCK READPAST READCOMMITTEDLOCK
ANSI_NULLS ANSI_PADDING ANSI_WARNINGS ARITHABORT CONCAT_NULL_YIELDS_NULL QUOTED_IDENTIFIER OFF NUMERIC_ROUNDABORT
NOCOUNT XACT_ABORT TRANSACTION ISOLATION LEVEL READ COMMITTED LOCK_TIMEOUT DEADLOCK_PRIORITY LOW
DECLARE EXEC sp_getapplock APPLOCK_MODE @granted @Resource @LockMode @LockOwner @LockTimeout
IF OBJECT_ID COL_LENGTH ALTER ADD CREATE TABLE INDEX NOT DEFAULT CONSTRAINT PRIMARY KEY UNIQUE FOREIGN REFERENCES
Latin1_General_CI_AS dbo t h j0 f0 f1 f2
`;
export const allowedWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));

/** Besides those, in questions about the database itself. */
const ofCatalog = `
sys tables columns types objects triggers foreign_keys foreign_key_columns sp_executesql SCHEMA_ID OBJECT_DEFINITION OBJECTPROPERTY
INFORMATION_SCHEMA COLUMNS TABLES KEY_COLUMN_USAGE TABLE_CONSTRAINTS TABLE_SCHEMA TABLE_NAME COLUMN_NAME DATA_TYPE TABLE_TYPE
ORDINAL_POSITION CONSTRAINT_SCHEMA CONSTRAINT_NAME CONSTRAINT_TYPE
SERVERPROPERTY SYSUTCDATETIME QUOTENAME HAS_PERMS_BY_NAME HAS_DBACCESS IS_SRVROLEMEMBER IS_ROLEMEMBER DB_ID databases
IN varbinary datetime2 OFFSET ROWS FETCH NEXT ONLY
c ty g f k r rc o d N
`;
export const catalogWords: ReadonlySet<string> = new Set(ofCatalog.trim().split(/\s+/));

/** Younger than SQL Server 2014, ended by triggers, or reading what is not committed; named for whoever adds words above. */
export const tooNew =
  /\b(?:STRING_AGG|STRING_SPLIT|OPENJSON|JSON_\w+|TRIM|CONCAT_WS|TRANSLATE|DATEDIFF_BIG|GREATEST|LEAST|IF EXISTS|CREATE OR ALTER|AT TIME ZONE|MERGE|OUTPUT|NOLOCK|READUNCOMMITTED)\b/i;

export const lockingHints = ['UPDLOCK, HOLDLOCK', 'READCOMMITTEDLOCK, READPAST'];

/** Empty text, defaults of a sample company's columns, and the words of the lock and of the marker table. */
export const allowedLiterals =
  /^(?:''|'0(?:\.0+)?'|'1'|'N'|'Exclusive'|'(?:Transaction|Session)'|N'(?:Transaction|Session)'|N'public'|N'Plumbline\/writing'|N'U'|N'Plumbline (?:job|vendor)\/\d+'|N'\[PlumblineCompanion\]\.dbo\.\[push_marker\]'|N'(?:installation|company)')$/;
