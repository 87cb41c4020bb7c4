-- 1 of 2: a user for Plumbline in the company database, with exactly the rights that it uses.
--
-- Run it with sqlcmd (or in Management Studio: Query, SQLCMD Mode, and set the variables with :setvar above the first line):
--
--   sqlcmd -S .\SAGE100CON -E -b -i 1-login-and-roles.sql -v CompanyDatabase="Your Company" Login="OFFICE\plumbline" MayWrite="no"
--
-- CompanyDatabase  the database of the company. Try it on Sage's Sample Company first.
-- Login            a Windows account (best: the one that Plumbline's service runs under, or a group), or an existing SQL Server login.
-- MayWrite         "no": Plumbline reads. "yes": it may also write change orders. "procore": it may also write what comes from
--                  Procore: vendors, jobs, cost codes, budgets, subcontracts, purchase orders and payable invoices. It does either
--                  only when direct writing is chosen in Plumbline and certified there.
--
-- Running it again changes nothing, except to what you now say; run it again after every update of Plumbline and of Sage.
-- 9-undo-everything.sql takes everything back.
--
-- What is granted: reading 24 tables, two of them (vendors and clients, which also hold tax and bank data) only in the
-- columns that are used; with MayWrite="yes" new rows in 4 tables and changes of single columns, with "procore" new rows in
-- 13 more. Never deleting, never running
-- procedures, never changing a table, never anything about employees. VIEW DEFINITION lets Plumbline see triggers and defaults, without
-- which it could not tell whether it may write safely.
--
-- Sage forbids changes to the schema of its databases. A user, two roles and grants are no tables or columns, but nobody at Sage has
-- said that they do not count. Whoever wants no objects of Plumbline's own in there adds the login in Sage's Database Administration,
-- and grants what is listed below to that user instead of the roles. The role db_datareader is no good substitute: it reads everything,
-- payroll included, and shows no triggers.

USE [master];
GO

IF SUSER_ID(N'$(Login)') IS NULL AND N'$(Login)' LIKE N'%\%' CREATE LOGIN [$(Login)] FROM WINDOWS;
GO

IF SUSER_ID(N'$(Login)') IS NULL THROW 50000, N'There is no login $(Login). Create it first, with a password of its own.', 1;
GO

USE [$(CompanyDatabase)];
GO

IF USER_ID(N'$(Login)') IS NULL CREATE USER [$(Login)] FOR LOGIN [$(Login)];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_read') IS NULL CREATE ROLE [plumbline_read];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_write') IS NULL CREATE ROLE [plumbline_write];
GO

IF DATABASE_PRINCIPAL_ID(N'plumbline_write_procore') IS NULL CREATE ROLE [plumbline_write_procore];
GO

-- Reading.
GRANT SELECT ON OBJECT::dbo.[chgtyp] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[chgtyp] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[prmchg] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[prmchg] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[pmcgln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[pmcgln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[sbcgln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[sbcgln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[subcon] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[subcon] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[sbcnln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[sbcnln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[pchord] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[pchord] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[pcorln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[pcorln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[actrec] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[actrec] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[reccln] ([recnum], [clnnme]) TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[reccln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[jobphs] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[jobphs] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[cstdiv] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[cstdiv] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[cstcde] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[cstcde] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[csttyp] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[csttyp] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[lgract] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[lgract] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[vndtyp] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[vndtyp] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[actpay] ([recnum], [vndnme], [shtnme], [vndtyp], [inactv], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [phnnum], [e_mail], [lgrdft], [cdedft], [typdft], [duedte], [dupchk], [insdte], [upddte], [_idnum], [ntetxt], [insusr], [updusr]) TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[actpay] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[budget] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[budget] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[bdglin] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[bdglin] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[acpinv] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[acpinv] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[apivln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[apivln] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[jobcst] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[jobcst] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[lgrtrn] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[lgrtrn] TO [plumbline_read];
GRANT SELECT ON OBJECT::dbo.[lgtnln] TO [plumbline_read];
GRANT VIEW DEFINITION ON OBJECT::dbo.[lgtnln] TO [plumbline_read];
GO

-- Writing change orders (6-4-1): new rows, and changes column by column.
GRANT INSERT ON OBJECT::dbo.[prmchg] TO [plumbline_write];
GRANT UPDATE ON OBJECT::dbo.[prmchg] ([reqamt], [appamt], [cstamt], [chgdte], [dscrpt], [status], [chgtyp], [pchord], [reason], [delreq], [dysdly], [subdte], [aprdte], [ntetxt], [upddte], [updusr], [usrdf2]) TO [plumbline_write];
GRANT INSERT ON OBJECT::dbo.[pmcgln] TO [plumbline_write];
GRANT UPDATE ON OBJECT::dbo.[pmcgln] ([reqprc], [aprprc], [cstcde], [csttyp]) TO [plumbline_write];
GRANT INSERT ON OBJECT::dbo.[sbcgln] TO [plumbline_write];
GRANT UPDATE ON OBJECT::dbo.[sbcgln] ([chghrs], [chgunt], [bdgprc], [cstcde], [csttyp], [chgnum], [chgsts]) TO [plumbline_write];
GRANT UPDATE ON OBJECT::dbo.[subcon] ([chgttl], [ctcttl], [balttl]) TO [plumbline_write];
GRANT INSERT ON OBJECT::dbo.[sbcnln] TO [plumbline_write];
GRANT UPDATE ON OBJECT::dbo.[sbcnln] ([change], [cntrct], [remain]) TO [plumbline_write];
GO

-- Writing what comes from Procore, on top of that.
GRANT INSERT ON OBJECT::dbo.[subcon] TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[subcon] ([invttl]) TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[sbcnln] ([billed]) TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[pchord] TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[pchord] ([subttl], [pchttl], [pchbal], [upddte], [updusr], [rcvdte]) TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[pcorln] TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[pcorln] ([rcvdte]) TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[actrec] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[cstcde] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[actpay] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[budget] TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[budget] ([edtdte], [usrnme]) TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[bdglin] TO [plumbline_write_procore];
GRANT UPDATE ON OBJECT::dbo.[bdglin] ([matbdg], [labbdg], [eqpbdg], [subbdg], [othbdg], [usrcs6], [usrcs7], [usrcs8], [usrcs9], [ttlbdg]) TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[acpinv] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[apivln] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[jobcst] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[lgrtrn] TO [plumbline_write_procore];
GRANT INSERT ON OBJECT::dbo.[lgtnln] TO [plumbline_write_procore];
GO

ALTER ROLE [plumbline_read] ADD MEMBER [$(Login)];
GO

IF N'$(MayWrite)' IN (N'yes', N'procore') ALTER ROLE [plumbline_write] ADD MEMBER [$(Login)];
GO

IF N'$(MayWrite)' NOT IN (N'yes', N'procore') AND IS_ROLEMEMBER(N'plumbline_write', N'$(Login)') = 1
  ALTER ROLE [plumbline_write] DROP MEMBER [$(Login)];
GO

IF N'$(MayWrite)' IN (N'procore') ALTER ROLE [plumbline_write_procore] ADD MEMBER [$(Login)];
GO

IF N'$(MayWrite)' NOT IN (N'procore') AND IS_ROLEMEMBER(N'plumbline_write_procore', N'$(Login)') = 1
  ALTER ROLE [plumbline_write_procore] DROP MEMBER [$(Login)];
GO
