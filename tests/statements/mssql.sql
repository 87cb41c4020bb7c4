-- Every T-SQL statement that Plumbline can send to SQL Server, by what it is for; each once, where it is first needed.
-- Line breaks are only for the eye. A test compares this file with what is really sent: after a wanted change renew it with
--   npx vitest run --project statements -u
-- and read the difference.


-- ── Every new connection, before anything else

SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON

SET NUMERIC_ROUNDABORT OFF

SET NOCOUNT ON

SET XACT_ABORT ON

SET TRANSACTION ISOLATION LEVEL READ COMMITTED

SET LOCK_TIMEOUT 5000

SET DEADLOCK_PRIORITY LOW


-- ── Is the company there?

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[actrec]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum]
  FROM dbo.[jobphs]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[reccln]

SELECT TOP (1) CONVERT(varchar(41), [recnum], 2) AS [recnum]
  FROM dbo.[cstcde]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[cstdiv]

SELECT TOP (1) CONVERT(varchar(11), CAST([recnum] AS int)) AS [recnum]
  FROM dbo.[csttyp]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[actpay]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[vndtyp]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[prmchg]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[pmcgln]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[sbcgln]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[chgtyp]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[subcon]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[sbcnln]

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[bdglin]

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[actrec]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Has anything changed? One row for each kind

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f1.[v1_0], f1.[v1_1]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([cntrct]), 2) AS [v0_3], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [jobnme], [shtnme], [status], [inactv], [clnnum], [cntrct], [sttdte], [cmpdte]))) AS [v0_4]
  FROM dbo.[actrec]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [clnnme]))) AS [v1_1]
  FROM dbo.[reccln]) f1

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [phsnum], [phsnme]))) AS [v0_1]
  FROM dbo.[jobphs]

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f1.[v1_0], f1.[v1_1]
  FROM (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(41), SUM([recnum]), 2) AS [v0_1], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [cdenme], [untdsc], [divnum], [inactv]))) AS [v0_2]
  FROM dbo.[cstcde]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [divnme]))) AS [v1_1]
  FROM dbo.[cstdiv]) f1

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [typnme]))) AS [v0_1]
  FROM dbo.[csttyp]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [typnme]))) AS [v0_1]
  FROM dbo.[chgtyp]

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f1.[v1_0], f1.[v1_1]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([cdedft]), 2) AS [v0_3], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [vndnme], [shtnme], [vndtyp], [inactv], [e_mail], [lgrdft], [cdedft], [typdft], [duedte], [dupchk]))) AS [v0_4]
  FROM dbo.[actpay]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [typnme]))) AS [v1_1]
  FROM dbo.[vndtyp]) f1

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f0.[v0_5], f0.[v0_6], f1.[v1_0], f1.[v1_1], f1.[v1_2], f1.[v1_3], f1.[v1_4], f2.[v2_0], f2.[v2_1], f2.[v2_2], f2.[v2_3], f2.[v2_4], f2.[v2_5]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([reqamt]), 2) AS [v0_3], CONVERT(varchar(41), SUM([appamt]), 2) AS [v0_4], CONVERT(varchar(41), SUM([cstamt]), 2) AS [v0_5], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [chgnum], [chgdte], [jobnum], [phsnum], [dscrpt], [reason], [invdte], [chgtyp], [status], [reqamt], [appamt], [cstamt], [lckedt]))) AS [v0_6]
  FROM dbo.[prmchg]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([reqprc]), 2) AS [v1_1], CONVERT(varchar(41), SUM([aprprc]), 2) AS [v1_2], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v1_3], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [dscrpt], [reqprc], [aprprc], [cstcde], [csttyp]))) AS [v1_4]
  FROM dbo.[pmcgln]) f1
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v2_0], CONVERT(varchar(41), SUM([chghrs]), 2) AS [v2_1], CONVERT(varchar(41), SUM([chgunt]), 2) AS [v2_2], CONVERT(varchar(41), SUM([bdgprc]), 2) AS [v2_3], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v2_4], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [dscrpt], [chghrs], [chgunt], [bdgprc], [cstcde], [csttyp], [vndnum], [vndctc], [ctclin], [chgnum], [chgsts]))) AS [v2_5]
  FROM dbo.[sbcgln]) f2

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [typnme]))) AS [v0_1]
  FROM dbo.[vndtyp]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [shtnme], [lngnme], [acttyp], [csttyp], [subact], [inactv]))) AS [v0_1]
  FROM dbo.[lgract]

SELECT f0.[v0_0], f0.[v0_1], f1.[v1_0], f1.[v1_1], f1.[v1_2], f1.[v1_3], f1.[v1_4], f1.[v1_5], f1.[v1_6], f1.[v1_7], f1.[v1_8], f1.[v1_9], f1.[v1_10], f1.[v1_11], f1.[v1_12], f1.[v1_13], f1.[v1_14]
  FROM (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [lckedt]))) AS [v0_1]
  FROM dbo.[budget]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v1_1], CONVERT(varchar(41), SUM([hrsbdg]), 2) AS [v1_2], CONVERT(varchar(41), SUM([estunt]), 2) AS [v1_3], CONVERT(varchar(41), SUM([ttlbdg]), 2) AS [v1_4], CONVERT(varchar(41), SUM([matbdg]), 2) AS [v1_5], CONVERT(varchar(41), SUM([labbdg]), 2) AS [v1_6], CONVERT(varchar(41), SUM([eqpbdg]), 2) AS [v1_7], CONVERT(varchar(41), SUM([subbdg]), 2) AS [v1_8], CONVERT(varchar(41), SUM([othbdg]), 2) AS [v1_9], CONVERT(varchar(41), SUM([usrcs6]), 2) AS [v1_10], CONVERT(varchar(41), SUM([usrcs7]), 2) AS [v1_11], CONVERT(varchar(41), SUM([usrcs8]), 2) AS [v1_12], CONVERT(varchar(41), SUM([usrcs9]), 2) AS [v1_13], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [phsnum], [linnum], [cstcde], [hrsbdg], [estunt], [ttlbdg], [matbdg], [labbdg], [eqpbdg], [subbdg], [othbdg], [usrcs6], [usrcs7], [usrcs8], [usrcs9]))) AS [v1_14]
  FROM dbo.[bdglin]) f1

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f0.[v0_5], f0.[v0_6], f0.[v0_7], f0.[v0_8], f0.[v0_9], f1.[v1_0], f1.[v1_1], f1.[v1_2], f1.[v1_3], f1.[v1_4], f1.[v1_5], f1.[v1_6], f1.[v1_7]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([rtnrte]), 2) AS [v0_3], CONVERT(varchar(41), SUM([cntttl]), 2) AS [v0_4], CONVERT(varchar(41), SUM([chgttl]), 2) AS [v0_5], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [v0_6], CONVERT(varchar(41), SUM([invttl]), 2) AS [v0_7], CONVERT(varchar(41), SUM([balttl]), 2) AS [v0_8], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [ctcnum], [vndnum], [jobnum], [phsnum], [dscrpt], [status], [lckedt], [condte], [rtnrte], [cntttl], [chgttl], [ctcttl], [invttl], [balttl]))) AS [v0_9]
  FROM dbo.[subcon]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v1_1], CONVERT(varchar(41), SUM([amount]), 2) AS [v1_2], CONVERT(varchar(41), SUM([change]), 2) AS [v1_3], CONVERT(varchar(41), SUM([cntrct]), 2) AS [v1_4], CONVERT(varchar(41), SUM([billed]), 2) AS [v1_5], CONVERT(varchar(41), SUM([remain]), 2) AS [v1_6], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [dscrpt], [cstcde], [csttyp], [amount], [change], [cntrct], [billed], [remain]))) AS [v1_7]
  FROM dbo.[sbcnln]) f1

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f0.[v0_5], f0.[v0_6], f0.[v0_7], f0.[v0_8], f0.[v0_9], f1.[v1_0], f1.[v1_1], f1.[v1_2], f1.[v1_3], f1.[v1_4], f1.[v1_5], f1.[v1_6], f1.[v1_7]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([subttl]), 2) AS [v0_3], CONVERT(varchar(41), SUM([slstax]), 2) AS [v0_4], CONVERT(varchar(41), SUM([pchttl]), 2) AS [v0_5], CONVERT(varchar(41), SUM([rcvdte]), 2) AS [v0_6], CONVERT(varchar(41), SUM([cancel]), 2) AS [v0_7], CONVERT(varchar(41), SUM([pchbal]), 2) AS [v0_8], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [ordnum], [vndnum], [jobnum], [phsnum], [dscrpt], [status], [lckedt], [subttl], [slstax], [pchttl], [rcvdte], [cancel], [pchbal]))) AS [v0_9]
  FROM dbo.[pchord]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([linqty]), 2) AS [v1_1], CONVERT(varchar(41), SUM([linprc]), 2) AS [v1_2], CONVERT(varchar(41), SUM([extttl]), 2) AS [v1_3], CONVERT(varchar(41), SUM([rcvdte]), 2) AS [v1_4], CONVERT(varchar(41), SUM([cancel]), 2) AS [v1_5], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v1_6], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [prtdsc], [linqty], [linprc], [extttl], [rcvdte], [cancel], [cstcde], [csttyp]))) AS [v1_7]
  FROM dbo.[pcorln]) f1

SELECT f0.[v0_0], f0.[v0_1], f0.[v0_2], f0.[v0_3], f0.[v0_4], f0.[v0_5], f0.[v0_6], f0.[v0_7], f1.[v1_0], f1.[v1_1], f1.[v1_2]
  FROM (SELECT CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0], CONVERT(varchar(23), MAX([insdte]), 121) AS [v0_1], CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v0_2], CONVERT(varchar(41), SUM([retain]), 2) AS [v0_3], CONVERT(varchar(41), SUM([invttl]), 2) AS [v0_4], CONVERT(varchar(41), SUM([ttlpad]), 2) AS [v0_5], CONVERT(varchar(41), SUM([invbal]), 2) AS [v0_6], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [invnum], [vndnum], [jobnum], [pchord], [ctcnum], [invdte], [status], [invtyp], [retain], [invttl], [ttlpad], [invbal]))) AS [v0_7]
  FROM dbo.[acpinv]) f0
  CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([extttl]), 2) AS [v1_1], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [extttl], [actnum]))) AS [v1_2]
  FROM dbo.[apivln]) f1


-- ── Reading every job: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[jobnme] AS nvarchar(75)) AS [jobnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CONVERT(varchar(20), t.[clnnum]) AS [clnnum], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CONVERT(varchar(10), t.[sttdte], 23) AS [sttdte], CONVERT(varchar(10), t.[cmpdte], 23) AS [cmpdte], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[clnnme] AS nvarchar(75)) AS [client_name]
  FROM dbo.[actrec] t
  LEFT JOIN dbo.[reccln] j0 ON j0.[recnum] = t.[clnnum]
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[cntrct] AS [cntrct]
  FROM dbo.[actrec] t
  ORDER BY t.[recnum]) f0


-- ── Reading every job: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[jobnme] AS nvarchar(75)) AS [jobnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CONVERT(varchar(20), t.[clnnum]) AS [clnnum], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CONVERT(varchar(10), t.[sttdte], 23) AS [sttdte], CONVERT(varchar(10), t.[cmpdte], 23) AS [cmpdte], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[clnnme] AS nvarchar(75)) AS [client_name]
  FROM dbo.[actrec] t
  LEFT JOIN dbo.[reccln] j0 ON j0.[recnum] = t.[clnnum]
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[cntrct] AS [cntrct]
  FROM dbo.[actrec] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every job: what changed since

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[jobnme] AS nvarchar(75)) AS [jobnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CONVERT(varchar(20), t.[clnnum]) AS [clnnum], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CONVERT(varchar(10), t.[sttdte], 23) AS [sttdte], CONVERT(varchar(10), t.[cmpdte], 23) AS [cmpdte], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[clnnme] AS nvarchar(75)) AS [client_name]
  FROM dbo.[actrec] t
  LEFT JOIN dbo.[reccln] j0 ON j0.[recnum] = t.[clnnum]
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[cntrct] AS [cntrct]
  FROM dbo.[actrec] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0


-- ── Reading every phase: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[phsnme] AS nvarchar(50)) AS [phsnme]
  FROM dbo.[jobphs] t
  ORDER BY t.[recnum], t.[phsnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum]
  FROM dbo.[jobphs] t
  ORDER BY t.[recnum], t.[phsnum]) f0


-- ── Reading every phase: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[phsnme] AS nvarchar(50)) AS [phsnme]
  FROM dbo.[jobphs] t
  WHERE t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[phsnum] > CAST(? AS bigint)))
  ORDER BY t.[recnum], t.[phsnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum]
  FROM dbo.[jobphs] t
  WHERE t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[phsnum] > CAST(? AS bigint)))
  ORDER BY t.[recnum], t.[phsnum]) f0


-- ── Reading every phase: what changed since

-- (nothing that is not above)


-- ── Reading every costCode: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(41), t.[recnum], 2) AS [recnum], CAST(t.[cdenme] AS nvarchar(50)) AS [cdenme], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(20), t.[divnum]) AS [divnum], CAST(t.[inactv] AS nvarchar(1)) AS [inactv], CAST(j0.[divnme] AS nvarchar(50)) AS [division_name]
  FROM dbo.[cstcde] t
  LEFT JOIN dbo.[cstdiv] j0 ON j0.[recnum] = t.[divnum]
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[cstcde] t
  ORDER BY t.[recnum]) f0


-- ── Reading every costCode: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(41), t.[recnum], 2) AS [recnum], CAST(t.[cdenme] AS nvarchar(50)) AS [cdenme], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(20), t.[divnum]) AS [divnum], CAST(t.[inactv] AS nvarchar(1)) AS [inactv], CAST(j0.[divnme] AS nvarchar(50)) AS [division_name]
  FROM dbo.[cstcde] t
  LEFT JOIN dbo.[cstdiv] j0 ON j0.[recnum] = t.[divnum]
  WHERE t.[recnum] > CAST(? AS decimal(15,3))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[cstcde] t
  WHERE t.[recnum] > CAST(? AS decimal(15,3))
  ORDER BY t.[recnum]) f0


-- ── Reading every costCode: what changed since

-- (nothing that is not above)


-- ── Reading every costType: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(11), CAST(t.[recnum] AS int)) AS [recnum], CAST(t.[typnme] AS nvarchar(30)) AS [typnme]
  FROM dbo.[csttyp] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[csttyp] t
  ORDER BY t.[recnum]) f0


-- ── Reading every costType: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(11), CAST(t.[recnum] AS int)) AS [recnum], CAST(t.[typnme] AS nvarchar(30)) AS [typnme]
  FROM dbo.[csttyp] t
  WHERE t.[recnum] > CAST(? AS int)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[csttyp] t
  WHERE t.[recnum] > CAST(? AS int)
  ORDER BY t.[recnum]) f0


-- ── Reading every costType: what changed since

-- (nothing that is not above)


-- ── Reading every changeOrderType: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[chgtyp] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[chgtyp] t
  ORDER BY t.[recnum]) f0


-- ── Reading every changeOrderType: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[chgtyp] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[chgtyp] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every changeOrderType: what changed since

-- (nothing that is not above)


-- ── Reading every vendor: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[vndnme] AS nvarchar(75)) AS [vndnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(20), t.[vndtyp]) AS [vndtyp], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CAST(t.[e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(20), t.[lgrdft]) AS [lgrdft], CONVERT(varchar(41), t.[cdedft], 2) AS [cdedft], CONVERT(varchar(11), CAST(t.[typdft] AS int)) AS [typdft], CAST(t.[duedte] AS nvarchar(6)) AS [duedte], CONVERT(varchar(11), CAST(t.[dupchk] AS int)) AS [dupchk], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[typnme] AS nvarchar(50)) AS [type_name]
  FROM dbo.[actpay] t
  LEFT JOIN dbo.[vndtyp] j0 ON j0.[recnum] = t.[vndtyp]
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[actpay] t
  ORDER BY t.[recnum]) f0


-- ── Reading every vendor: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[vndnme] AS nvarchar(75)) AS [vndnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(20), t.[vndtyp]) AS [vndtyp], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CAST(t.[e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(20), t.[lgrdft]) AS [lgrdft], CONVERT(varchar(41), t.[cdedft], 2) AS [cdedft], CONVERT(varchar(11), CAST(t.[typdft] AS int)) AS [typdft], CAST(t.[duedte] AS nvarchar(6)) AS [duedte], CONVERT(varchar(11), CAST(t.[dupchk] AS int)) AS [dupchk], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[typnme] AS nvarchar(50)) AS [type_name]
  FROM dbo.[actpay] t
  LEFT JOIN dbo.[vndtyp] j0 ON j0.[recnum] = t.[vndtyp]
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[actpay] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every vendor: what changed since

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[vndnme] AS nvarchar(75)) AS [vndnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(20), t.[vndtyp]) AS [vndtyp], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CAST(t.[e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(20), t.[lgrdft]) AS [lgrdft], CONVERT(varchar(41), t.[cdedft], 2) AS [cdedft], CONVERT(varchar(11), CAST(t.[typdft] AS int)) AS [typdft], CAST(t.[duedte] AS nvarchar(6)) AS [duedte], CONVERT(varchar(11), CAST(t.[dupchk] AS int)) AS [dupchk], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[typnme] AS nvarchar(50)) AS [type_name]
  FROM dbo.[actpay] t
  LEFT JOIN dbo.[vndtyp] j0 ON j0.[recnum] = t.[vndtyp]
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[actpay] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0


-- ── Reading every changeOrder: the first page

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CAST(t.[reason] AS nvarchar(50)) AS [reason], CAST(t.[pchord] AS nvarchar(30)) AS [pchord], CAST(t.[usrdf1] AS nvarchar(50)) AS [usrdf1], CAST(t.[usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), t.[subdte], 23) AS [subdte], CONVERT(varchar(10), t.[aprdte], 23) AS [aprdte], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(11), CAST(t.[delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST(t.[dysdly] AS int)) AS [dysdly], CONVERT(varchar(20), t.[chgtyp]) AS [chgtyp], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(41), t.[reqamt], 2) AS [reqamt], CONVERT(varchar(41), t.[appamt], 2) AS [appamt], CONVERT(varchar(41), t.[cstamt], 2) AS [cstamt], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CAST(t.[ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[prmchg] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([appamt]), 2) AS [appamt]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[appamt] AS [appamt]
  FROM dbo.[prmchg] t
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[reqprc], 2) AS [reqprc], CONVERT(varchar(41), t.[aprprc], 2) AS [aprprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([aprprc]), 2) AS [aprprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[aprprc] AS [aprprc]
  FROM dbo.[pmcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[reqprc], 2) AS [reqprc], CONVERT(varchar(41), t.[aprprc], 2) AS [aprprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([aprprc]), 2) AS [aprprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[aprprc] AS [aprprc]
  FROM dbo.[pmcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[chghrs], 2) AS [chghrs], CONVERT(varchar(41), t.[chgunt], 2) AS [chgunt], CONVERT(varchar(41), t.[bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[vndctc]) AS [vndctc], CONVERT(varchar(11), CAST(t.[ctclin] AS int)) AS [ctclin], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST(t.[chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([bdgprc]), 2) AS [bdgprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[bdgprc] AS [bdgprc]
  FROM dbo.[sbcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[chghrs], 2) AS [chghrs], CONVERT(varchar(41), t.[chgunt], 2) AS [chgunt], CONVERT(varchar(41), t.[bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[vndctc]) AS [vndctc], CONVERT(varchar(11), CAST(t.[ctclin] AS int)) AS [ctclin], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST(t.[chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([bdgprc]), 2) AS [bdgprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[bdgprc] AS [bdgprc]
  FROM dbo.[sbcgln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every changeOrder: a page after another

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CAST(t.[reason] AS nvarchar(50)) AS [reason], CAST(t.[pchord] AS nvarchar(30)) AS [pchord], CAST(t.[usrdf1] AS nvarchar(50)) AS [usrdf1], CAST(t.[usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), t.[subdte], 23) AS [subdte], CONVERT(varchar(10), t.[aprdte], 23) AS [aprdte], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(11), CAST(t.[delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST(t.[dysdly] AS int)) AS [dysdly], CONVERT(varchar(20), t.[chgtyp]) AS [chgtyp], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(41), t.[reqamt], 2) AS [reqamt], CONVERT(varchar(41), t.[appamt], 2) AS [appamt], CONVERT(varchar(41), t.[cstamt], 2) AS [cstamt], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CAST(t.[ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[prmchg] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([appamt]), 2) AS [appamt]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[appamt] AS [appamt]
  FROM dbo.[prmchg] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every changeOrder: what changed since

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CAST(t.[reason] AS nvarchar(50)) AS [reason], CAST(t.[pchord] AS nvarchar(30)) AS [pchord], CAST(t.[usrdf1] AS nvarchar(50)) AS [usrdf1], CAST(t.[usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), t.[subdte], 23) AS [subdte], CONVERT(varchar(10), t.[aprdte], 23) AS [aprdte], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(11), CAST(t.[delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST(t.[dysdly] AS int)) AS [dysdly], CONVERT(varchar(20), t.[chgtyp]) AS [chgtyp], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(41), t.[reqamt], 2) AS [reqamt], CONVERT(varchar(41), t.[appamt], 2) AS [appamt], CONVERT(varchar(41), t.[cstamt], 2) AS [cstamt], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CAST(t.[ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[prmchg] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([appamt]), 2) AS [appamt]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[appamt] AS [appamt]
  FROM dbo.[prmchg] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[reqprc], 2) AS [reqprc], CONVERT(varchar(41), t.[aprprc], 2) AS [aprprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([aprprc]), 2) AS [aprprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[aprprc] AS [aprprc]
  FROM dbo.[pmcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[reqprc], 2) AS [reqprc], CONVERT(varchar(41), t.[aprprc], 2) AS [aprprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([aprprc]), 2) AS [aprprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[aprprc] AS [aprprc]
  FROM dbo.[pmcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[chghrs], 2) AS [chghrs], CONVERT(varchar(41), t.[chgunt], 2) AS [chgunt], CONVERT(varchar(41), t.[bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[vndctc]) AS [vndctc], CONVERT(varchar(11), CAST(t.[ctclin] AS int)) AS [ctclin], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST(t.[chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([bdgprc]), 2) AS [bdgprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[bdgprc] AS [bdgprc]
  FROM dbo.[sbcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[chghrs], 2) AS [chghrs], CONVERT(varchar(41), t.[chgunt], 2) AS [chgunt], CONVERT(varchar(41), t.[bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[vndctc]) AS [vndctc], CONVERT(varchar(11), CAST(t.[ctclin] AS int)) AS [ctclin], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST(t.[chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([bdgprc]), 2) AS [bdgprc]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[bdgprc] AS [bdgprc]
  FROM dbo.[sbcgln] t
  JOIN dbo.[prmchg] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every vendorType: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[vndtyp] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[vndtyp] t
  ORDER BY t.[recnum]) f0


-- ── Reading every vendorType: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[vndtyp] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[vndtyp] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every vendorType: what changed since

-- (nothing that is not above)


-- ── Reading every ledgerAccount: the first page

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CAST(t.[lngnme] AS nvarchar(50)) AS [lngnme], CONVERT(varchar(11), CAST(t.[acttyp] AS int)) AS [acttyp], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(11), CAST(t.[subact] AS int)) AS [subact], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv]
  FROM dbo.[lgract] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[lgract] t
  ORDER BY t.[recnum]) f0


-- ── Reading every ledgerAccount: a page after another

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CAST(t.[lngnme] AS nvarchar(50)) AS [lngnme], CONVERT(varchar(11), CAST(t.[acttyp] AS int)) AS [acttyp], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(11), CAST(t.[subact] AS int)) AS [subact], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv]
  FROM dbo.[lgract] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[lgract] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every ledgerAccount: what changed since

-- (nothing that is not above)


-- ── Reading every budget: the first page

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt]
  FROM dbo.[budget] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[budget] t
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(41), t.[hrsbdg], 2) AS [hrsbdg], CONVERT(varchar(41), t.[estunt], 2) AS [estunt], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[ttlbdg], 2) AS [ttlbdg], CONVERT(varchar(41), t.[matbdg], 2) AS [matbdg], CONVERT(varchar(41), t.[labbdg], 2) AS [labbdg], CONVERT(varchar(41), t.[eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), t.[subbdg], 2) AS [subbdg], CONVERT(varchar(41), t.[othbdg], 2) AS [othbdg], CONVERT(varchar(41), t.[usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), t.[usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), t.[usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), t.[usrcs9], 2) AS [usrcs9]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ttlbdg]), 2) AS [ttlbdg]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum], t.[linnum] AS [linnum], t.[ttlbdg] AS [ttlbdg]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(41), t.[hrsbdg], 2) AS [hrsbdg], CONVERT(varchar(41), t.[estunt], 2) AS [estunt], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[ttlbdg], 2) AS [ttlbdg], CONVERT(varchar(41), t.[matbdg], 2) AS [matbdg], CONVERT(varchar(41), t.[labbdg], 2) AS [labbdg], CONVERT(varchar(41), t.[eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), t.[subbdg], 2) AS [subbdg], CONVERT(varchar(41), t.[othbdg], 2) AS [othbdg], CONVERT(varchar(41), t.[usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), t.[usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), t.[usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), t.[usrcs9], 2) AS [usrcs9]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND (t.[phsnum] > CAST(? AS bigint) OR (t.[phsnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))))
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ttlbdg]), 2) AS [ttlbdg]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum], t.[linnum] AS [linnum], t.[ttlbdg] AS [ttlbdg]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND (t.[phsnum] > CAST(? AS bigint) OR (t.[phsnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))))
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]) f0


-- ── Reading every budget: a page after another

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt]
  FROM dbo.[budget] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[budget] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every budget: what changed since

-- (nothing that is not above)


-- ── Reading every subcontract: the first page

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), t.[condte], 23) AS [condte], CONVERT(varchar(41), t.[rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), t.[cntttl], 2) AS [cntttl], CONVERT(varchar(41), t.[chgttl], 2) AS [chgttl], CONVERT(varchar(41), t.[ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[balttl], 2) AS [balttl], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[subcon] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [ctcttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[ctcttl] AS [ctcttl]
  FROM dbo.[subcon] t
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every subcontract: a page after another

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), t.[condte], 23) AS [condte], CONVERT(varchar(41), t.[rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), t.[cntttl], 2) AS [cntttl], CONVERT(varchar(41), t.[chgttl], 2) AS [chgttl], CONVERT(varchar(41), t.[ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[balttl], 2) AS [balttl], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[subcon] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [ctcttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[ctcttl] AS [ctcttl]
  FROM dbo.[subcon] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every subcontract: what changed since

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), t.[condte], 23) AS [condte], CONVERT(varchar(41), t.[rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), t.[cntttl], 2) AS [cntttl], CONVERT(varchar(41), t.[chgttl], 2) AS [chgttl], CONVERT(varchar(41), t.[ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[balttl], 2) AS [balttl], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[subcon] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [ctcttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[ctcttl] AS [ctcttl]
  FROM dbo.[subcon] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every purchaseOrder: the first page

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(10), t.[orddte], 23) AS [orddte], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(41), t.[subttl], 2) AS [subttl], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(41), t.[pchttl], 2) AS [pchttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[pchbal], 2) AS [pchbal], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[pchord] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([pchttl]), 2) AS [pchttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[pchttl] AS [pchttl]
  FROM dbo.[pchord] t
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[pcorln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[pcorln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every purchaseOrder: a page after another

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(10), t.[orddte], 23) AS [orddte], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(41), t.[subttl], 2) AS [subttl], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(41), t.[pchttl], 2) AS [pchttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[pchbal], 2) AS [pchbal], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[pchord] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([pchttl]), 2) AS [pchttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[pchttl] AS [pchttl]
  FROM dbo.[pchord] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every purchaseOrder: what changed since

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(10), t.[orddte], 23) AS [orddte], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(41), t.[subttl], 2) AS [subttl], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(41), t.[pchttl], 2) AS [pchttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[pchbal], 2) AS [pchbal], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[pchord] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([pchttl]), 2) AS [pchttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[pchttl] AS [pchttl]
  FROM dbo.[pchord] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln] t
  JOIN dbo.[pchord] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[pcorln] t
  JOIN dbo.[pchord] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln] t
  JOIN dbo.[pchord] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[pcorln] t
  JOIN dbo.[pchord] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every payableInvoice: the first page

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[pchord] AS nvarchar(20)) AS [pchord], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(10), t.[duedte], 23) AS [duedte], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), t.[retain], 2) AS [retain], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), t.[invbal], 2) AS [invbal], CONVERT(varchar(41), t.[invnet], 2) AS [invnet], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[acpinv] t
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([invttl]), 2) AS [invttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[invttl] AS [invttl]
  FROM dbo.[acpinv] t
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(20), t.[actnum]) AS [actnum]
  FROM dbo.[apivln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[apivln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(20), t.[actnum]) AS [actnum]
  FROM dbo.[apivln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[apivln] t
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── Reading every payableInvoice: a page after another

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[pchord] AS nvarchar(20)) AS [pchord], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(10), t.[duedte], 23) AS [duedte], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), t.[retain], 2) AS [retain], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), t.[invbal], 2) AS [invbal], CONVERT(varchar(41), t.[invnet], 2) AS [invnet], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[acpinv] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([invttl]), 2) AS [invttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[invttl] AS [invttl]
  FROM dbo.[acpinv] t
  WHERE t.[recnum] > CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── Reading every payableInvoice: what changed since

SELECT TOP (200) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[pchord] AS nvarchar(20)) AS [pchord], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(10), t.[duedte], 23) AS [duedte], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), t.[retain], 2) AS [retain], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), t.[invbal], 2) AS [invbal], CONVERT(varchar(41), t.[invnet], 2) AS [invnet], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[acpinv] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([invttl]), 2) AS [invttl]
  FROM (SELECT TOP (200) WITH TIES t.[recnum] AS [recnum], t.[invttl] AS [invttl]
  FROM dbo.[acpinv] t
  WHERE (t.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (t.[upddte] IS NULL AND t.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(20), t.[actnum]) AS [actnum]
  FROM dbo.[apivln] t
  JOIN dbo.[acpinv] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[apivln] t
  JOIN dbo.[acpinv] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121)))
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), t.[linqty], 2) AS [linqty], CONVERT(varchar(41), t.[linprc], 2) AS [linprc], CONVERT(varchar(41), t.[extttl], 2) AS [extttl], CONVERT(varchar(20), t.[actnum]) AS [actnum]
  FROM dbo.[apivln] t
  JOIN dbo.[acpinv] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([extttl]), 2) AS [extttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[extttl] AS [extttl]
  FROM dbo.[apivln] t
  JOIN dbo.[acpinv] h ON h.[recnum] = t.[recnum]
  WHERE t.[recnum] BETWEEN CAST(? AS bigint) AND CAST(? AS bigint) AND (h.[upddte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121) OR (h.[upddte] IS NULL AND h.[insdte] >= CONVERT(datetime, CAST(? AS varchar(23)), 121))) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── One job as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[jobnme] AS nvarchar(75)) AS [jobnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CONVERT(varchar(20), t.[clnnum]) AS [clnnum], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CONVERT(varchar(10), t.[sttdte], 23) AS [sttdte], CONVERT(varchar(10), t.[cmpdte], 23) AS [cmpdte], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[clnnme] AS nvarchar(75)) AS [client_name]
  FROM dbo.[actrec] t
  LEFT JOIN dbo.[reccln] j0 ON j0.[recnum] = t.[clnnum]
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[cntrct] AS [cntrct]
  FROM dbo.[actrec] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One phase as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[phsnme] AS nvarchar(50)) AS [phsnme]
  FROM dbo.[jobphs] t
  WHERE t.[recnum] = CAST(? AS bigint) AND t.[phsnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum]
  FROM dbo.[jobphs] t
  WHERE t.[recnum] = CAST(? AS bigint) AND t.[phsnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum]) f0


-- ── One costCode as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(41), t.[recnum], 2) AS [recnum], CAST(t.[cdenme] AS nvarchar(50)) AS [cdenme], CAST(t.[untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(20), t.[divnum]) AS [divnum], CAST(t.[inactv] AS nvarchar(1)) AS [inactv], CAST(j0.[divnme] AS nvarchar(50)) AS [division_name]
  FROM dbo.[cstcde] t
  LEFT JOIN dbo.[cstdiv] j0 ON j0.[recnum] = t.[divnum]
  WHERE t.[recnum] = CAST(? AS decimal(15,3))
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[cstcde] t
  WHERE t.[recnum] = CAST(? AS decimal(15,3))
  ORDER BY t.[recnum]) f0


-- ── One costType as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(11), CAST(t.[recnum] AS int)) AS [recnum], CAST(t.[typnme] AS nvarchar(30)) AS [typnme]
  FROM dbo.[csttyp] t
  WHERE t.[recnum] = CAST(? AS int)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[csttyp] t
  WHERE t.[recnum] = CAST(? AS int)
  ORDER BY t.[recnum]) f0


-- ── One changeOrderType as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[chgtyp] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[chgtyp] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One vendor as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[vndnme] AS nvarchar(75)) AS [vndnme], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CONVERT(varchar(20), t.[vndtyp]) AS [vndtyp], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv], CAST(t.[addrs1] AS nvarchar(50)) AS [addrs1], CAST(t.[addrs2] AS nvarchar(50)) AS [addrs2], CAST(t.[ctynme] AS nvarchar(50)) AS [ctynme], CAST(t.[state_] AS nvarchar(2)) AS [state_], CAST(t.[zipcde] AS nvarchar(10)) AS [zipcde], CAST(t.[phnnum] AS nvarchar(14)) AS [phnnum], CAST(t.[e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(20), t.[lgrdft]) AS [lgrdft], CONVERT(varchar(41), t.[cdedft], 2) AS [cdedft], CONVERT(varchar(11), CAST(t.[typdft] AS int)) AS [typdft], CAST(t.[duedte] AS nvarchar(6)) AS [duedte], CONVERT(varchar(11), CAST(t.[dupchk] AS int)) AS [dupchk], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte], CAST(j0.[typnme] AS nvarchar(50)) AS [type_name]
  FROM dbo.[actpay] t
  LEFT JOIN dbo.[vndtyp] j0 ON j0.[recnum] = t.[vndtyp]
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[actpay] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One changeOrder as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(10), t.[chgdte], 23) AS [chgdte], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CAST(t.[reason] AS nvarchar(50)) AS [reason], CAST(t.[pchord] AS nvarchar(30)) AS [pchord], CAST(t.[usrdf1] AS nvarchar(50)) AS [usrdf1], CAST(t.[usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), t.[subdte], 23) AS [subdte], CONVERT(varchar(10), t.[aprdte], 23) AS [aprdte], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(11), CAST(t.[delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST(t.[dysdly] AS int)) AS [dysdly], CONVERT(varchar(20), t.[chgtyp]) AS [chgtyp], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(41), t.[reqamt], 2) AS [reqamt], CONVERT(varchar(41), t.[appamt], 2) AS [appamt], CONVERT(varchar(41), t.[cstamt], 2) AS [cstamt], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CAST(t.[ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[prmchg] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([appamt]), 2) AS [appamt]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[appamt] AS [appamt]
  FROM dbo.[prmchg] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One vendorType as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[typnme] AS nvarchar(50)) AS [typnme]
  FROM dbo.[vndtyp] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[vndtyp] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One ledgerAccount as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[shtnme] AS nvarchar(30)) AS [shtnme], CAST(t.[lngnme] AS nvarchar(50)) AS [lngnme], CONVERT(varchar(11), CAST(t.[acttyp] AS int)) AS [acttyp], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(11), CAST(t.[subact] AS int)) AS [subact], CONVERT(varchar(11), CAST(t.[inactv] AS int)) AS [inactv]
  FROM dbo.[lgract] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[lgract] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One budget as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt]
  FROM dbo.[budget] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum]
  FROM dbo.[budget] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One subcontract as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), t.[condte], 23) AS [condte], CONVERT(varchar(41), t.[rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), t.[cntttl], 2) AS [cntttl], CONVERT(varchar(41), t.[chgttl], 2) AS [chgttl], CONVERT(varchar(41), t.[ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[balttl], 2) AS [balttl], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[subcon] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [ctcttl]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[ctcttl] AS [ctcttl]
  FROM dbo.[subcon] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One purchaseOrder as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(10), t.[orddte], 23) AS [orddte], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(41), t.[subttl], 2) AS [subttl], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(41), t.[pchttl], 2) AS [pchttl], CONVERT(varchar(41), t.[rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), t.[cancel], 2) AS [cancel], CONVERT(varchar(41), t.[pchbal], 2) AS [pchbal], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[pchord] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([pchttl]), 2) AS [pchttl]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[pchttl] AS [pchttl]
  FROM dbo.[pchord] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One payableInvoice as it is now

SELECT TOP (1) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[pchord] AS nvarchar(20)) AS [pchord], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), t.[invdte], 23) AS [invdte], CONVERT(varchar(10), t.[duedte], 23) AS [duedte], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), t.[retain], 2) AS [retain], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), t.[invbal], 2) AS [invbal], CONVERT(varchar(41), t.[invnet], 2) AS [invnet], CONVERT(varchar(41), t.[slstax], 2) AS [slstax], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[acpinv] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([invttl]), 2) AS [invttl]
  FROM (SELECT TOP (1) WITH TIES t.[recnum] AS [recnum], t.[invttl] AS [invttl]
  FROM dbo.[acpinv] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0


-- ── One change order with its lines

-- (nothing that is not above)


-- ── The subcontracts of a job

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CAST(t.[ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), t.[vndnum]) AS [vndnum], CONVERT(varchar(20), t.[jobnum]) AS [jobnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST(t.[status] AS int)) AS [status], CONVERT(varchar(11), CAST(t.[lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), t.[condte], 23) AS [condte], CONVERT(varchar(41), t.[rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), t.[cntttl], 2) AS [cntttl], CONVERT(varchar(41), t.[chgttl], 2) AS [chgttl], CONVERT(varchar(41), t.[ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), t.[invttl], 2) AS [invttl], CONVERT(varchar(41), t.[balttl], 2) AS [balttl], CONVERT(varchar(23), t.[insdte], 121) AS [insdte], CONVERT(varchar(23), t.[upddte], 121) AS [upddte]
  FROM dbo.[subcon] t
  WHERE t.[jobnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([ctcttl]), 2) AS [ctcttl]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[ctcttl] AS [ctcttl]
  FROM dbo.[subcon] t
  WHERE t.[jobnum] = CAST(? AS bigint)
  ORDER BY t.[recnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE h.[jobnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE h.[jobnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CAST(t.[dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST(t.[csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), t.[amount], 2) AS [amount], CONVERT(varchar(41), t.[change], 2) AS [change], CONVERT(varchar(41), t.[cntrct], 2) AS [cntrct], CONVERT(varchar(41), t.[billed], 2) AS [billed], CONVERT(varchar(41), t.[remain], 2) AS [remain]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE h.[jobnum] = CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows], CONVERT(varchar(41), SUM([cntrct]), 2) AS [cntrct]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[linnum] AS [linnum], t.[cntrct] AS [cntrct]
  FROM dbo.[sbcnln] t
  JOIN dbo.[subcon] h ON h.[recnum] = t.[recnum]
  WHERE h.[jobnum] = CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))
  ORDER BY t.[recnum], t.[linnum]) f0


-- ── The budgeted cost codes of a job

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum], t.[linnum] AS [linnum]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] = CAST(? AS bigint)
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]) f0

SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CONVERT(varchar(11), CAST(t.[linnum] AS int)) AS [linnum], CONVERT(varchar(41), t.[cstcde], 2) AS [cstcde]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] = CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND (t.[phsnum] > CAST(? AS bigint) OR (t.[phsnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))))
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM (SELECT TOP (1000) WITH TIES t.[recnum] AS [recnum], t.[phsnum] AS [phsnum], t.[linnum] AS [linnum]
  FROM dbo.[bdglin] t
  WHERE t.[recnum] = CAST(? AS bigint) AND t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND (t.[phsnum] > CAST(? AS bigint) OR (t.[phsnum] = CAST(? AS bigint) AND t.[linnum] > CAST(? AS int)))))
  ORDER BY t.[recnum], t.[phsnum], t.[linnum]) f0


-- ── Reasons used before

SELECT TOP (50) CAST([reason] AS nvarchar(50)) AS [reason]
  FROM dbo.[prmchg]
  WHERE [reason] <> ''
  GROUP BY [reason]
  ORDER BY COUNT(*) DESC, [reason]


-- ── Was a plan written? Under the lock of its job

SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[prmchg] WITH (READCOMMITTEDLOCK, READPAST)

SET NOCOUNT ON;
DECLARE @granted int;
EXEC @granted = sp_getapplock @Resource = N'Plumbline job/2402', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 5000;
SELECT CONVERT(varchar(11), @granted) AS [granted]

SELECT CAST([plan_hash] AS nvarchar(128)) AS [plan_hash], CAST([record] AS nvarchar(20)) AS [record], CAST([number] AS nvarchar(20)) AS [number]
  FROM [PlumblineCompanion].dbo.[push_marker]
  WHERE [operation_key] = CAST(? AS nvarchar(200))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2]
  FROM dbo.[prmchg]
  WHERE [jobnum] = CAST(? AS bigint) OR [recnum] > CAST(? AS bigint)

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[prmchg]
  WHERE [jobnum] = CAST(? AS bigint) OR [recnum] > CAST(? AS bigint)


-- ── Did proofs come or go? Before each run

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [found]
  FROM [PlumblineCompanion].dbo.[push_marker]
  WHERE ([company] IS NULL OR [company] = DB_NAME())

SELECT CONVERT(varchar(20), COUNT_BIG([usrdf2])) AS [c0], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([usrdf2]))) AS [c1]
  FROM dbo.[prmchg]


-- ── Every proof in the table

SELECT TOP (500) CAST([operation_key] AS nvarchar(200)) AS [operation_key], CAST([plan_hash] AS nvarchar(128)) AS [plan_hash], CAST([record] AS nvarchar(20)) AS [record], CAST([number] AS nvarchar(20)) AS [number], CAST([applied_at] AS nvarchar(30)) AS [applied_at], CAST([person] AS nvarchar(200)) AS [person], CAST([installation] AS nvarchar(36)) AS [installation], CAST([kind] AS nvarchar(40)) AS [kind], CAST([business_key] AS nvarchar(200)) AS [business_key], CAST([subjects] AS nvarchar(2000)) AS [subjects], CAST([title] AS nvarchar(400)) AS [title], CAST(CASE WHEN ([company] IS NULL OR [company] = DB_NAME()) THEN '1' ELSE '0' END AS nvarchar(1)) AS [own]
  FROM [PlumblineCompanion].dbo.[push_marker]
  ORDER BY [operation_key]

SELECT TOP (500) CAST([operation_key] AS nvarchar(200)) AS [operation_key], CAST([plan_hash] AS nvarchar(128)) AS [plan_hash], CAST([record] AS nvarchar(20)) AS [record], CAST([number] AS nvarchar(20)) AS [number], CAST([applied_at] AS nvarchar(30)) AS [applied_at], CAST([person] AS nvarchar(200)) AS [person], CAST([installation] AS nvarchar(36)) AS [installation], CAST([kind] AS nvarchar(40)) AS [kind], CAST([business_key] AS nvarchar(200)) AS [business_key], CAST([subjects] AS nvarchar(2000)) AS [subjects], CAST([title] AS nvarchar(400)) AS [title], CAST(CASE WHEN ([company] IS NULL OR [company] = DB_NAME()) THEN '1' ELSE '0' END AS nvarchar(1)) AS [own]
  FROM [PlumblineCompanion].dbo.[push_marker]
  WHERE [operation_key] > CAST(? AS nvarchar(200))
  ORDER BY [operation_key]


-- ── Every proof in a record

SELECT TOP (500) CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2]
  FROM dbo.[prmchg]
  WHERE [recnum] > CAST(? AS bigint)
  ORDER BY [recnum]


-- ── Writing a new change order with both grids, one of its lines on a subcontract

SET NOCOUNT ON;
DECLARE @granted int;
EXEC @granted = sp_getapplock @Resource = N'Plumbline/writing', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0;
SELECT CONVERT(varchar(11), @granted) AS [granted]

SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline/writing', N'Session') AS nvarchar(32)) AS [held]

SELECT CONVERT(varchar(11), COUNT(*)) + ' ' + CONVERT(varchar(23), MAX(o.[modify_date]), 121) + ' ' + CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM(o.[object_id], o.[modify_date], g.[is_disabled], f.[is_disabled]))) AS [sign]
  FROM sys.tables t
  JOIN sys.objects o ON o.[object_id] = t.[object_id] OR o.[parent_object_id] = t.[object_id]
  LEFT JOIN sys.triggers g ON g.[object_id] = o.[object_id]
  LEFT JOIN sys.foreign_keys f ON f.[object_id] = o.[object_id]
  WHERE t.[schema_id] = SCHEMA_ID(N'dbo') AND t.[name] IN (N'chgtyp', N'prmchg', N'pmcgln', N'sbcgln', N'subcon', N'sbcnln', N'pchord', N'pcorln', N'actrec', N'reccln', N'jobphs', N'cstdiv', N'cstcde', N'csttyp', N'lgract', N'vndtyp', N'actpay', N'budget', N'bdglin', N'acpinv', N'apivln', N'jobcst', N'lgrtrn', N'lgtnln')

SELECT CAST(t.[name] AS nvarchar(128)) AS [table], CAST(c.[name] AS nvarchar(128)) AS [column], CAST(ty.[name] AS nvarchar(128)) AS [type], CONVERT(varchar(11), CASE WHEN ty.[name] IN (N'nvarchar', N'nchar') AND c.[max_length] > 0 THEN c.[max_length] / 2 ELSE c.[max_length] END) AS [length], CONVERT(varchar(11), CAST(c.[precision] AS int)) AS [precision], CONVERT(varchar(11), CAST(c.[scale] AS int)) AS [scale], CONVERT(varchar(11), CAST(c.[is_nullable] AS int)) AS [nullable], CAST(OBJECT_DEFINITION(c.[default_object_id]) AS nvarchar(1000)) AS [default], CONVERT(varchar(11), CAST(c.[is_identity] AS int)) AS [identity], CONVERT(varchar(11), CAST(c.[is_computed] AS int)) AS [computed]
  FROM sys.tables t
  JOIN sys.columns c ON c.[object_id] = t.[object_id]
  LEFT JOIN sys.types ty ON ty.[user_type_id] = c.[system_type_id]
  WHERE t.[schema_id] = SCHEMA_ID(N'dbo') AND t.[name] IN (N'chgtyp', N'prmchg', N'pmcgln', N'sbcgln', N'subcon', N'sbcnln', N'pchord', N'pcorln', N'actrec', N'reccln', N'jobphs', N'cstdiv', N'cstcde', N'csttyp', N'lgract', N'vndtyp', N'actpay', N'budget', N'bdglin', N'acpinv', N'apivln', N'jobcst', N'lgrtrn', N'lgtnln')
  ORDER BY t.[name], c.[column_id]

SELECT CAST(t.[name] AS nvarchar(128)) AS [table], CAST(g.[name] AS nvarchar(128)) AS [name], CONVERT(varchar(11), CAST(g.[is_instead_of_trigger] AS int)) AS [insteadOf], CONVERT(varchar(11), 1 - CAST(g.[is_disabled] AS int)) AS [enabled], CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], N'ExecIsInsertTrigger')) AS [onInsert], CONVERT(varchar(11), OBJECTPROPERTY(g.[object_id], N'ExecIsUpdateTrigger')) AS [onUpdate], CAST(CONVERT(varchar(20), LEN(OBJECT_DEFINITION(g.[object_id]))) + ':' + CONVERT(varchar(11), BINARY_CHECKSUM(CAST(OBJECT_DEFINITION(g.[object_id]) AS varbinary(max)))) AS varchar(40)) AS [definition]
  FROM sys.tables t
  JOIN sys.triggers g ON g.[parent_id] = t.[object_id]
  WHERE t.[schema_id] = SCHEMA_ID(N'dbo') AND t.[name] IN (N'chgtyp', N'prmchg', N'pmcgln', N'sbcgln', N'subcon', N'sbcnln', N'pchord', N'pcorln', N'actrec', N'reccln', N'jobphs', N'cstdiv', N'cstcde', N'csttyp', N'lgract', N'vndtyp', N'actpay', N'budget', N'bdglin', N'acpinv', N'apivln', N'jobcst', N'lgrtrn', N'lgtnln')
  ORDER BY t.[name], g.[name]

SELECT CAST(t.[name] AS nvarchar(128)) AS [table], CAST(c.[name] AS nvarchar(128)) AS [column], CAST(r.[name] AS nvarchar(128)) AS [references], CAST(rc.[name] AS nvarchar(128)) AS [referencesColumn]
  FROM sys.tables t
  JOIN sys.foreign_keys f ON f.[parent_object_id] = t.[object_id] AND f.[is_disabled] = 0
  JOIN sys.foreign_key_columns k ON k.[constraint_object_id] = f.[object_id]
  JOIN sys.columns c ON c.[object_id] = k.[parent_object_id] AND c.[column_id] = k.[parent_column_id]
  JOIN sys.tables r ON r.[object_id] = k.[referenced_object_id]
  JOIN sys.columns rc ON rc.[object_id] = k.[referenced_object_id] AND rc.[column_id] = k.[referenced_column_id]
  WHERE t.[schema_id] = SCHEMA_ID(N'dbo') AND t.[name] IN (N'chgtyp', N'prmchg', N'pmcgln', N'sbcgln', N'subcon', N'sbcnln', N'pchord', N'pcorln', N'actrec', N'reccln', N'jobphs', N'cstdiv', N'cstcde', N'csttyp', N'lgract', N'vndtyp', N'actpay', N'budget', N'bdglin', N'acpinv', N'apivln', N'jobcst', N'lgrtrn', N'lgtnln')
  ORDER BY t.[name], c.[name]

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv]
  FROM dbo.[actrec] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(41), [recnum], 2) AS [recnum]
  FROM dbo.[cstcde] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS decimal(15,3))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([lckedt] AS int)) AS [lckedt]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [change], 2) AS [change], CONVERT(varchar(41), [cntrct], 2) AS [cntrct], CONVERT(varchar(41), [remain], 2) AS [remain]
  FROM dbo.[sbcnln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [chgttl], 2) AS [chgttl], CONVERT(varchar(41), [ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), [balttl], 2) AS [balttl]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [jobnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0)

INSERT INTO dbo.[prmchg] ([_idnum], [recnum], [chgnum], [jobnum], [phsnum], [chgdte], [dscrpt], [status], [chgtyp], [pchord], [reason], [delreq], [dysdly], [subdte], [aprdte], [ntetxt], [usrdf1], [usrdf2], [reqamt], [appamt], [cstamt], [entdte], [usrnme], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(4000)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[pmcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[pmcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [reqprc], [aprprc], [cstcde], [csttyp])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[sbcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [chghrs], [chgunt], [bdgprc], [cstcde], [csttyp])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))

INSERT INTO dbo.[sbcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [chghrs], [chgunt], [bdgprc], [cstcde], [csttyp], [vndnum], [vndctc], [ctclin], [chgnum], [chgsts], [chgdte])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(20)), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23))

UPDATE dbo.[sbcnln]
  SET [change] = CAST(? AS decimal(12,2)), [cntrct] = CAST(? AS decimal(12,2)), [remain] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[subcon]
  SET [chgttl] = CAST(? AS decimal(12,2)), [ctcttl] = CAST(? AS decimal(12,2)), [balttl] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [reqprc], 2) AS [reqprc], CONVERT(varchar(41), [aprprc], 2) AS [aprprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [chghrs], 2) AS [chghrs], CONVERT(varchar(41), [chgunt], 2) AS [chgunt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [vndctc]) AS [vndctc], CONVERT(varchar(11), CAST([ctclin] AS int)) AS [ctclin], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST([chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), [chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [change], 2) AS [change], CONVERT(varchar(41), [cntrct], 2) AS [cntrct], CONVERT(varchar(41), [remain], 2) AS [remain]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [chgttl], 2) AS [chgttl], CONVERT(varchar(41), [ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), [balttl], 2) AS [balttl]
  FROM dbo.[subcon]
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO [PlumblineCompanion].dbo.[push_marker] ([operation_key], [plan_hash], [record], [number], [applied_at], [person], [installation], [kind], [business_key], [subjects], [title], [company])
  VALUES (CAST(? AS nvarchar(200)), CAST(? AS nvarchar(128)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(200)), CAST(? AS nvarchar(36)), CAST(? AS nvarchar(40)), CAST(? AS nvarchar(200)), CAST(? AS nvarchar(2000)), CAST(? AS nvarchar(400)), DB_NAME())

SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline job/2402', N'Transaction') AS nvarchar(32)) AS [held]


-- ── Writing a new change order in a phase, with a typed number and a new subcontract line

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [jobnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0) AND [chgnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[sbcnln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[sbcnln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [cstcde], [csttyp], [amount], [change], [cntrct], [billed], [remain])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), [amount], 2) AS [amount], CONVERT(varchar(41), [change], 2) AS [change], CONVERT(varchar(41), [cntrct], 2) AS [cntrct], CONVERT(varchar(41), [billed], 2) AS [billed], CONVERT(varchar(41), [remain], 2) AS [remain]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── Writing lines added to a change order that is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), [invdte], 23) AS [invdte], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [jobnum]) AS [jobnum]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

UPDATE dbo.[prmchg]
  SET [reqamt] = CAST(? AS decimal(12,2)), [appamt] = CAST(? AS decimal(12,2)), [cstamt] = CAST(? AS decimal(12,2)), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [chghrs], 2) AS [chghrs], CONVERT(varchar(41), [chgunt], 2) AS [chgunt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── Writing lines and header of a change order changed, in everything that may change

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr], CONVERT(varchar(20), LEN([dscrpt])) AS [dscrpt_length], CONVERT(varchar(20), LEN([pchord])) AS [pchord_length], CONVERT(varchar(20), LEN([reason])) AS [reason_length], CONVERT(varchar(20), LEN([ntetxt])) AS [ntetxt_length]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [reqprc], 2) AS [reqprc], CONVERT(varchar(41), [aprprc], 2) AS [aprprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [chghrs], 2) AS [chghrs], CONVERT(varchar(41), [chgunt], 2) AS [chgunt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), LEN([chgnum])) AS [chgnum_length]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[prmchg]
  SET [chgdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [dscrpt] = CAST(? AS nvarchar(50)), [chgtyp] = CAST(? AS bigint), [pchord] = CAST(? AS nvarchar(30)), [reason] = CAST(? AS nvarchar(50)), [delreq] = CAST(? AS int), [dysdly] = CAST(? AS int), [subdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [aprdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [ntetxt] = CAST(? AS nvarchar(4000)), [reqamt] = CAST(? AS decimal(12,2)), [appamt] = CAST(? AS decimal(12,2)), [cstamt] = CAST(? AS decimal(12,2)), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

UPDATE dbo.[pmcgln]
  SET [reqprc] = CAST(? AS decimal(12,2)), [aprprc] = CAST(? AS decimal(12,2)), [cstcde] = CAST(? AS decimal(15,3)), [csttyp] = CAST(? AS int)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[sbcgln]
  SET [chghrs] = CAST(? AS decimal(12,2)), [chgunt] = CAST(? AS decimal(12,4)), [bdgprc] = CAST(? AS decimal(12,2)), [cstcde] = CAST(? AS decimal(15,3)), [csttyp] = CAST(? AS int)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[sbcgln]
  SET [bdgprc] = CAST(? AS decimal(12,2)), [chgnum] = CAST(? AS nvarchar(20))
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [reqprc], 2) AS [reqprc], CONVERT(varchar(41), [aprprc], 2) AS [aprprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pmcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [chghrs], 2) AS [chghrs], CONVERT(varchar(41), [chgunt], 2) AS [chgunt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CAST([chgnum] AS nvarchar(20)) AS [chgnum]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── Writing a line of a change order deleted

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

DELETE
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── Writing a change order voided

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(11), CAST([chgsts] AS int)) AS [chgsts]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[prmchg]
  SET [status] = CAST(? AS int), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

UPDATE dbo.[sbcgln]
  SET [chgsts] = CAST(? AS int)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(11), CAST([chgsts] AS int)) AS [chgsts]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── What may have been typed for a new vendor: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndtyp]) AS [vndtyp], CAST([vndnme] AS nvarchar(75)) AS [vndnme], CAST([shtnme] AS nvarchar(30)) AS [shtnme], CAST([addrs1] AS nvarchar(50)) AS [addrs1], CAST([addrs2] AS nvarchar(50)) AS [addrs2], CAST([ctynme] AS nvarchar(50)) AS [ctynme], CAST([state_] AS nvarchar(2)) AS [state_], CAST([zipcde] AS nvarchar(10)) AS [zipcde], CAST([phnnum] AS nvarchar(14)) AS [phnnum], CAST([e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[actpay]
  WHERE [vndnme] = CAST(? AS nvarchar(75)) COLLATE Latin1_General_CI_AS
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[actpay]
  WHERE [vndnme] = CAST(? AS nvarchar(75)) COLLATE Latin1_General_CI_AS


-- ── Writing a new vendor

SET NOCOUNT ON;
DECLARE @granted int;
EXEC @granted = sp_getapplock @Resource = N'Plumbline vendor/9512', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 5000;
SELECT CONVERT(varchar(11), @granted) AS [granted]

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[actpay] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[vndtyp] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[actpay] ([_idnum], [recnum], [vndtyp], [vndnme], [shtnme], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [phnnum], [e_mail], [inactv], [ntetxt], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(2)), CAST(? AS nvarchar(10)), CAST(? AS nvarchar(14)), CAST(? AS nvarchar(75)), CAST(? AS int), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndtyp]) AS [vndtyp], CAST([vndnme] AS nvarchar(75)) AS [vndnme], CAST([shtnme] AS nvarchar(30)) AS [shtnme], CAST([addrs1] AS nvarchar(50)) AS [addrs1], CAST([addrs2] AS nvarchar(50)) AS [addrs2], CAST([ctynme] AS nvarchar(50)) AS [ctynme], CAST([state_] AS nvarchar(2)) AS [state_], CAST([zipcde] AS nvarchar(10)) AS [zipcde], CAST([phnnum] AS nvarchar(14)) AS [phnnum], CAST([e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[actpay]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline vendor/9512', N'Transaction') AS nvarchar(32)) AS [held]


-- ── What may have been typed for a new vendor: once it is there

-- (nothing that is not above)


-- ── What stands in Sage of a new vendor, where its proof was found

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndtyp]) AS [vndtyp], CAST([vndnme] AS nvarchar(75)) AS [vndnme], CAST([shtnme] AS nvarchar(30)) AS [shtnme], CAST([addrs1] AS nvarchar(50)) AS [addrs1], CAST([addrs2] AS nvarchar(50)) AS [addrs2], CAST([ctynme] AS nvarchar(50)) AS [ctynme], CAST([state_] AS nvarchar(2)) AS [state_], CAST([zipcde] AS nvarchar(10)) AS [zipcde], CAST([phnnum] AS nvarchar(14)) AS [phnnum], CAST([e_mail] AS nvarchar(75)) AS [e_mail], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[actpay]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[actpay]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a new job with its budget and a new cost code: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [clnnum]) AS [clnnum], CAST([jobnme] AS nvarchar(75)) AS [jobnme], CAST([shtnme] AS nvarchar(30)) AS [shtnme], CAST([addrs1] AS nvarchar(50)) AS [addrs1], CAST([addrs2] AS nvarchar(50)) AS [addrs2], CAST([ctynme] AS nvarchar(50)) AS [ctynme], CAST([state_] AS nvarchar(2)) AS [state_], CAST([zipcde] AS nvarchar(10)) AS [zipcde], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[actrec]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[actrec]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Writing a new job with its budget and a new cost code

SET NOCOUNT ON;
DECLARE @granted int;
EXEC @granted = sp_getapplock @Resource = N'Plumbline job/9402', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 5000;
SELECT CONVERT(varchar(11), @granted) AS [granted]

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[actrec] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[reccln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[cstcde] ([_idnum], [recnum], [cdenme], [untdsc], [divnum], [inactv], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS decimal(15,3)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(10)), CAST(? AS bigint), CAST(? AS nvarchar(1)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[actrec] ([_idnum], [recnum], [status], [clnnum], [jobnme], [shtnme], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [inactv], [ntetxt], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(2)), CAST(? AS nvarchar(10)), CAST(? AS int), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[budget] ([_idnum], [recnum], [lckedt], [edtdte], [usrnme], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[bdglin] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0)

INSERT INTO dbo.[bdglin] ([_idnum], [_idref], [recnum], [phsnum], [linnum], [cstcde], [hrsbdg], [matbdg], [labbdg], [eqpbdg], [subbdg], [othbdg], [usrcs6], [usrcs7], [usrcs8], [usrcs9], [ttlbdg], [untdsc], [estunt], [usrdf1], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS int), CAST(? AS decimal(15,3)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(10)), CAST(? AS decimal(12,4)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

SELECT CONVERT(varchar(41), [recnum], 2) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([cdenme] AS nvarchar(50)) AS [cdenme], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(20), [divnum]) AS [divnum], CAST([inactv] AS nvarchar(1)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[cstcde]
  WHERE [recnum] = CAST(? AS decimal(15,3))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [clnnum]) AS [clnnum], CAST([jobnme] AS nvarchar(75)) AS [jobnme], CAST([shtnme] AS nvarchar(30)) AS [shtnme], CAST([addrs1] AS nvarchar(50)) AS [addrs1], CAST([addrs2] AS nvarchar(50)) AS [addrs2], CAST([ctynme] AS nvarchar(50)) AS [ctynme], CAST([state_] AS nvarchar(2)) AS [state_], CAST([zipcde] AS nvarchar(10)) AS [zipcde], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[actrec]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(11), CAST([lckedt] AS int)) AS [lckedt], CONVERT(varchar(10), [edtdte], 23) AS [edtdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[budget]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(41), [hrsbdg], 2) AS [hrsbdg], CONVERT(varchar(41), [matbdg], 2) AS [matbdg], CONVERT(varchar(41), [labbdg], 2) AS [labbdg], CONVERT(varchar(41), [eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), [subbdg], 2) AS [subbdg], CONVERT(varchar(41), [othbdg], 2) AS [othbdg], CONVERT(varchar(41), [usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), [usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), [usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), [usrcs9], 2) AS [usrcs9], CONVERT(varchar(41), [ttlbdg], 2) AS [ttlbdg], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [estunt], 2) AS [estunt], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[bdglin]
  WHERE [recnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline job/9402', N'Transaction') AS nvarchar(32)) AS [held]


-- ── What may have been typed for a new job with its budget and a new cost code: once it is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(41), [hrsbdg], 2) AS [hrsbdg], CONVERT(varchar(41), [matbdg], 2) AS [matbdg], CONVERT(varchar(41), [labbdg], 2) AS [labbdg], CONVERT(varchar(41), [eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), [subbdg], 2) AS [subbdg], CONVERT(varchar(41), [othbdg], 2) AS [othbdg], CONVERT(varchar(41), [usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), [usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), [usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), [usrcs9], 2) AS [usrcs9], CONVERT(varchar(41), [ttlbdg], 2) AS [ttlbdg], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [estunt], 2) AS [estunt], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[bdglin]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [phsnum], [linnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[bdglin]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What stands in Sage of a new job with its budget and a new cost code, where its proof was found

-- (nothing that is not above)


-- ── What may have been typed for new cost codes of a job with a budget: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(10), [edtdte], 23) AS [edtdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme]
  FROM dbo.[budget]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[budget]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Writing new cost codes of a job with a budget

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([lckedt] AS int)) AS [lckedt]
  FROM dbo.[budget] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[bdglin] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [cstcde] = CAST(? AS decimal(15,3))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(10), [edtdte], 23) AS [edtdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme]
  FROM dbo.[budget] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

UPDATE dbo.[budget]
  SET [edtdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [usrnme] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum]
  FROM dbo.[budget] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(10), [edtdte], 23) AS [edtdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme]
  FROM dbo.[budget]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[budget] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for new cost codes of a job with a budget: once it is there

-- (nothing that is not above)


-- ── What stands in Sage of new cost codes of a job with a budget, where its proof was found

-- (nothing that is not above)


-- ── What may have been typed for a budget: before it is written

-- (nothing that is not above)


-- ── Writing a budget

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [matbdg], 2) AS [matbdg], CONVERT(varchar(41), [labbdg], 2) AS [labbdg], CONVERT(varchar(41), [eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), [subbdg], 2) AS [subbdg], CONVERT(varchar(41), [othbdg], 2) AS [othbdg], CONVERT(varchar(41), [usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), [usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), [usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), [usrcs9], 2) AS [usrcs9]
  FROM dbo.[bdglin] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [cstcde] = CAST(? AS decimal(15,3))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum]
  FROM dbo.[bdglin] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [matbdg], 2) AS [matbdg], CONVERT(varchar(41), [labbdg], 2) AS [labbdg], CONVERT(varchar(41), [eqpbdg], 2) AS [eqpbdg], CONVERT(varchar(41), [subbdg], 2) AS [subbdg], CONVERT(varchar(41), [othbdg], 2) AS [othbdg], CONVERT(varchar(41), [usrcs6], 2) AS [usrcs6], CONVERT(varchar(41), [usrcs7], 2) AS [usrcs7], CONVERT(varchar(41), [usrcs8], 2) AS [usrcs8], CONVERT(varchar(41), [usrcs9], 2) AS [usrcs9], CONVERT(varchar(41), [ttlbdg], 2) AS [ttlbdg]
  FROM dbo.[bdglin] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0) AND [linnum] = CAST(? AS int)

UPDATE dbo.[bdglin]
  SET [matbdg] = CAST(? AS decimal(12,2)), [labbdg] = CAST(? AS decimal(12,2)), [eqpbdg] = CAST(? AS decimal(12,2)), [subbdg] = CAST(? AS decimal(12,2)), [othbdg] = CAST(? AS decimal(12,2)), [usrcs6] = CAST(? AS decimal(12,2)), [usrcs7] = CAST(? AS decimal(12,2)), [usrcs8] = CAST(? AS decimal(12,2)), [usrcs9] = CAST(? AS decimal(12,2)), [ttlbdg] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0) AND [linnum] = CAST(? AS int)


-- ── What may have been typed for a budget: once it is there

-- (nothing that is not above)


-- ── What stands in Sage of a budget, where its proof was found

-- (nothing that is not above)


-- ── What may have been typed for a new subcontract: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [condte], 23) AS [condte], CONVERT(varchar(10), [strdte], 23) AS [strdte], CONVERT(varchar(10), [findte], 23) AS [findte], CONVERT(varchar(41), [rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), [cntttl], 2) AS [cntttl], CONVERT(varchar(41), [chgttl], 2) AS [chgttl], CONVERT(varchar(41), [ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), [taxttl], 2) AS [taxttl], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [balttl], 2) AS [balttl], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[subcon]
  WHERE [ctcnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS AND [vndnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[subcon]
  WHERE [ctcnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS AND [vndnum] = CAST(? AS bigint)


-- ── Writing a new subcontract

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [ctcnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)

INSERT INTO dbo.[subcon] ([_idnum], [recnum], [ctcnum], [vndnum], [jobnum], [phsnum], [dscrpt], [status], [condte], [strdte], [findte], [rtnrte], [cntttl], [chgttl], [ctcttl], [taxttl], [invttl], [balttl], [entdte], [usrnme], [ntetxt], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[sbcnln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [cstcde], [csttyp], [amount], [change], [cntrct], [billed], [remain], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(4000)))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [condte], 23) AS [condte], CONVERT(varchar(10), [strdte], 23) AS [strdte], CONVERT(varchar(10), [findte], 23) AS [findte], CONVERT(varchar(41), [rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), [cntttl], 2) AS [cntttl], CONVERT(varchar(41), [chgttl], 2) AS [chgttl], CONVERT(varchar(41), [ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), [taxttl], 2) AS [taxttl], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [balttl], 2) AS [balttl], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[subcon]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), [amount], 2) AS [amount], CONVERT(varchar(41), [change], 2) AS [change], CONVERT(varchar(41), [cntrct], 2) AS [cntrct], CONVERT(varchar(41), [billed], 2) AS [billed], CONVERT(varchar(41), [remain], 2) AS [remain], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CAST([ctcnum] AS nvarchar(20)) AS [ctcnum]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a new subcontract: once it is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(41), [amount], 2) AS [amount], CONVERT(varchar(41), [change], 2) AS [change], CONVERT(varchar(41), [cntrct], 2) AS [cntrct], CONVERT(varchar(41), [billed], 2) AS [billed], CONVERT(varchar(41), [remain], 2) AS [remain], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [linnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What stands in Sage of a new subcontract, where its proof was found

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [condte], 23) AS [condte], CONVERT(varchar(10), [strdte], 23) AS [strdte], CONVERT(varchar(10), [findte], 23) AS [findte], CONVERT(varchar(41), [rtnrte], 2) AS [rtnrte], CONVERT(varchar(41), [cntttl], 2) AS [cntttl], CONVERT(varchar(41), [chgttl], 2) AS [chgttl], CONVERT(varchar(41), [ctcttl], 2) AS [ctcttl], CONVERT(varchar(41), [taxttl], 2) AS [taxttl], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [balttl], 2) AS [balttl], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[subcon]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[subcon]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a new purchase order: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(10), [orddte], 23) AS [orddte], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [schdte], 23) AS [schdte], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [currnt], 2) AS [currnt], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord]
  WHERE [ordnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[pchord]
  WHERE [ordnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS


-- ── Writing a new purchase order

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [ordnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)

INSERT INTO dbo.[pchord] ([_idnum], [recnum], [ordnum], [orddte], [vndnum], [jobnum], [phsnum], [dscrpt], [status], [schdte], [rcvdte], [currnt], [cancel], [subttl], [slstax], [pchttl], [pchbal], [entdte], [usrnme], [ntetxt], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[pcorln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[pcorln] ([_idnum], [_idref], [recnum], [linnum], [prtdsc], [untdsc], [linqty], [linprc], [rcvdte], [cancel], [extttl], [cstcde], [csttyp])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(10)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(10), [orddte], 23) AS [orddte], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [schdte], 23) AS [schdte], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [currnt], 2) AS [currnt], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CAST([ordnum] AS nvarchar(20)) AS [ordnum]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a new purchase order: once it is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [linnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What stands in Sage of a new purchase order, where its proof was found

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(10), [orddte], 23) AS [orddte], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(10), [schdte], 23) AS [schdte], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [currnt], 2) AS [currnt], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a change of a subcontract: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [jobnum] = CAST(? AS bigint) AND [dscrpt] = CAST(? AS nvarchar(50)) COLLATE Latin1_General_CI_AS
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[prmchg]
  WHERE [jobnum] = CAST(? AS bigint) AND [dscrpt] = CAST(? AS nvarchar(50)) COLLATE Latin1_General_CI_AS


-- ── Writing a change of a subcontract

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(11), CAST([chgsts] AS int)) AS [chgsts]
  FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [vndctc] = CAST(? AS bigint) AND [chgnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[sbcnln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)


-- ── What may have been typed for a change of a subcontract: once it is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [chghrs], 2) AS [chghrs], CONVERT(varchar(41), [chgunt], 2) AS [chgunt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [vndctc]) AS [vndctc], CONVERT(varchar(11), CAST([ctclin] AS int)) AS [ctclin], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(11), CAST([chgsts] AS int)) AS [chgsts], CONVERT(varchar(10), [chgdte], 23) AS [chgdte]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [linnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a change of a purchase order: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([ordnum] AS nvarchar(20)) AS [ordnum], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [linnum]


-- ── Writing a change of a purchase order

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([lckedt] AS int)) AS [lckedt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [phsnum]) AS [phsnum]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[pcorln] ([_idnum], [_idref], [recnum], [linnum], [prtdsc], [untdsc], [linqty], [linprc], [rcvdte], [cancel], [extttl], [cstcde], [csttyp], [usrdf1])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(10)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS nvarchar(50)))

UPDATE dbo.[pchord]
  SET [subttl] = CAST(? AS decimal(12,2)), [pchttl] = CAST(? AS decimal(12,2)), [pchbal] = CAST(? AS decimal(12,2)), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CAST([untdsc] AS nvarchar(10)) AS [untdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [cancel], 2) AS [cancel], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [pchttl], 2) AS [pchttl], CONVERT(varchar(41), [pchbal], 2) AS [pchbal], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a change of a purchase order: once it is there

-- (nothing that is not above)


-- ── What stands in Sage of a change of a purchase order, where its proof was found

-- (nothing that is not above)


-- ── What may have been typed for a payable invoice on a subcontract: before it is written

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([pchord] AS nvarchar(20)) AS [pchord], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), [invdte], 23) AS [invdte], CONVERT(varchar(10), [duedte], 23) AS [duedte], CONVERT(varchar(10), [dscdte], 23) AS [dscdte], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(11), CAST([invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), [retain], 2) AS [retain], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), [invbal], 2) AS [invbal], CONVERT(varchar(41), [invnet], 2) AS [invnet], CONVERT(varchar(11), CAST([actper] AS int)) AS [actper], CONVERT(varchar(11), CAST([postyr] AS int)) AS [postyr], CONVERT(varchar(20), [lgrrec]) AS [lgrrec], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[acpinv]
  WHERE [invnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS AND [vndnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[acpinv]
  WHERE [invnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS AND [vndnum] = CAST(? AS bigint)


-- ── Writing a payable invoice on a subcontract

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([inactv] AS int)) AS [inactv]
  FROM dbo.[lgract] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status]
  FROM dbo.[acpinv] WITH (UPDLOCK, HOLDLOCK)
  WHERE [vndnum] = CAST(? AS bigint) AND [invnum] = CAST(? AS nvarchar(20)) COLLATE Latin1_General_CI_AS

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [billed], 2) AS [billed], CONVERT(varchar(41), [remain], 2) AS [remain]
  FROM dbo.[sbcnln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [balttl], 2) AS [balttl]
  FROM dbo.[subcon] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[lgrtrn] WITH (UPDLOCK, HOLDLOCK)

INSERT INTO dbo.[lgrtrn] ([_idnum], [recnum], [trnnum], [dscrpt], [trndte], [entdte], [actprd], [postyr], [srcnum], [usrnme], [vndnum], [status], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS bigint), CAST(? AS int), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[lgtnln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[lgtnln] ([_idnum], [_idref], [recnum], [linnum], [lgract], [dscrpt], [dbtamt], [crdamt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)))

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[acpinv] WITH (UPDLOCK, HOLDLOCK)

INSERT INTO dbo.[acpinv] ([_idnum], [recnum], [invnum], [vndnum], [jobnum], [phsnum], [pchord], [ctcnum], [dscrpt], [invdte], [duedte], [dscdte], [status], [invtyp], [retain], [subttl], [slstax], [invttl], [ttlpad], [invbal], [invnet], [actper], [postyr], [lgrrec], [entdte], [usrnme], [ntetxt], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest]
  FROM dbo.[apivln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

INSERT INTO dbo.[apivln] ([_idnum], [_idref], [recnum], [linnum], [prtdsc], [linqty], [linprc], [extttl], [actnum])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS bigint))

SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest]
  FROM dbo.[jobcst] WITH (UPDLOCK, HOLDLOCK)

INSERT INTO dbo.[jobcst] ([_idnum], [recnum], [jobnum], [phsnum], [trnnum], [dscrpt], [trndte], [entdte], [actprd], [postyr], [srcnum], [usrnme], [status], [bllsts], [cstcde], [csttyp], [vndnum], [cstamt], [lgrrec], [insdte], [insusr], [upddte], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS int), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS bigint), CAST(? AS decimal(12,2)), CAST(? AS bigint), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)))

UPDATE dbo.[sbcnln]
  SET [billed] = CAST(? AS decimal(12,2)), [remain] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[subcon]
  SET [invttl] = CAST(? AS decimal(12,2)), [balttl] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([trnnum] AS nvarchar(20)) AS [trnnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), [trndte], 23) AS [trndte], CONVERT(varchar(10), [entdte], 23) AS [entdte], CONVERT(varchar(11), CAST([actprd] AS int)) AS [actprd], CONVERT(varchar(11), CAST([postyr] AS int)) AS [postyr], CONVERT(varchar(20), [srcnum]) AS [srcnum], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[lgrtrn]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CONVERT(varchar(20), [lgract]) AS [lgract], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [dbtamt], 2) AS [dbtamt], CONVERT(varchar(41), [crdamt], 2) AS [crdamt]
  FROM dbo.[lgtnln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([pchord] AS nvarchar(20)) AS [pchord], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), [invdte], 23) AS [invdte], CONVERT(varchar(10), [duedte], 23) AS [duedte], CONVERT(varchar(10), [dscdte], 23) AS [dscdte], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(11), CAST([invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), [retain], 2) AS [retain], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), [invbal], 2) AS [invbal], CONVERT(varchar(41), [invnet], 2) AS [invnet], CONVERT(varchar(11), CAST([actper] AS int)) AS [actper], CONVERT(varchar(11), CAST([postyr] AS int)) AS [postyr], CONVERT(varchar(20), [lgrrec]) AS [lgrrec], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[acpinv]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(20), [actnum]) AS [actnum]
  FROM dbo.[apivln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([trnnum] AS nvarchar(20)) AS [trnnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), [trndte], 23) AS [trndte], CONVERT(varchar(10), [entdte], 23) AS [entdte], CONVERT(varchar(11), CAST([actprd] AS int)) AS [actprd], CONVERT(varchar(11), CAST([postyr] AS int)) AS [postyr], CONVERT(varchar(20), [srcnum]) AS [srcnum], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(11), CAST([bllsts] AS int)) AS [bllsts], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(20), [lgrrec]) AS [lgrrec], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[jobcst]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [billed], 2) AS [billed], CONVERT(varchar(41), [remain], 2) AS [remain]
  FROM dbo.[sbcnln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [balttl], 2) AS [balttl]
  FROM dbo.[subcon]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CAST([invnum] AS nvarchar(20)) AS [invnum]
  FROM dbo.[acpinv] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a payable invoice on a subcontract: once it is there

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([prtdsc] AS nvarchar(50)) AS [prtdsc], CONVERT(varchar(41), [linqty], 2) AS [linqty], CONVERT(varchar(41), [linprc], 2) AS [linprc], CONVERT(varchar(41), [extttl], 2) AS [extttl], CONVERT(varchar(20), [actnum]) AS [actnum]
  FROM dbo.[apivln]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum], [linnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[apivln]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What stands in Sage of a payable invoice on a subcontract, where its proof was found

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([invnum] AS nvarchar(20)) AS [invnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CAST([pchord] AS nvarchar(20)) AS [pchord], CAST([ctcnum] AS nvarchar(20)) AS [ctcnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(10), [invdte], 23) AS [invdte], CONVERT(varchar(10), [duedte], 23) AS [duedte], CONVERT(varchar(10), [dscdte], 23) AS [dscdte], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(11), CAST([invtyp] AS int)) AS [invtyp], CONVERT(varchar(41), [retain], 2) AS [retain], CONVERT(varchar(41), [subttl], 2) AS [subttl], CONVERT(varchar(41), [slstax], 2) AS [slstax], CONVERT(varchar(41), [invttl], 2) AS [invttl], CONVERT(varchar(41), [ttlpad], 2) AS [ttlpad], CONVERT(varchar(41), [invbal], 2) AS [invbal], CONVERT(varchar(41), [invnet], 2) AS [invnet], CONVERT(varchar(11), CAST([actper] AS int)) AS [actper], CONVERT(varchar(11), CAST([postyr] AS int)) AS [postyr], CONVERT(varchar(20), [lgrrec]) AS [lgrrec], CONVERT(varchar(10), [entdte], 23) AS [entdte], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(23), [insdte], 121) AS [insdte], CAST([insusr] AS nvarchar(50)) AS [insusr], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[acpinv]
  WHERE [recnum] = CAST(? AS bigint)
  ORDER BY [recnum]

SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows]
  FROM dbo.[acpinv]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a payable invoice on a purchase order: before it is written

-- (nothing that is not above)


-- ── Writing a payable invoice on a purchase order

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(20), [vndnum]) AS [vndnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[pcorln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte]
  FROM dbo.[pcorln] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [pchbal], 2) AS [pchbal]
  FROM dbo.[pchord] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)

UPDATE dbo.[pcorln]
  SET [rcvdte] = CAST(? AS decimal(12,4))
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)

UPDATE dbo.[pchord]
  SET [rcvdte] = CAST(? AS decimal(12,2)), [pchbal] = CAST(? AS decimal(12,2))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte]
  FROM dbo.[pcorln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(41), [rcvdte], 2) AS [rcvdte], CONVERT(varchar(41), [pchbal], 2) AS [pchbal]
  FROM dbo.[pchord]
  WHERE [recnum] = CAST(? AS bigint)


-- ── What may have been typed for a payable invoice on a purchase order: once it is there

-- (nothing that is not above)


-- ── What stands in Sage of a payable invoice on a purchase order, where its proof was found

-- (nothing that is not above)


-- ── Was a new change order with both grids, one of its lines on a subcontract written? The proof would be in the record

SELECT CONVERT(varchar(11), CASE WHEN HAS_DBACCESS(N'PlumblineCompanion') = 1 THEN OBJECT_ID(N'[PlumblineCompanion].dbo.[push_marker]', N'U') END) AS [there]


-- ── Writing a new change order with both grids, one of its lines on a subcontract, with the proof in the record

-- (nothing that is not above)


-- ── Was a new change order in a phase, with a typed number and a new subcontract line written? The proof would be in the record

-- (nothing that is not above)


-- ── Writing a new change order in a phase, with a typed number and a new subcontract line, with the proof in the record

-- (nothing that is not above)


-- ── Was lines added to a change order that is there written? The proof would be in the record

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr], CONVERT(varchar(20), LEN([usrdf2])) AS [usrdf2_length]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── Writing lines added to a change order that is there, with the proof in the record

UPDATE dbo.[prmchg]
  SET [usrdf2] = CAST(? AS nvarchar(50)), [reqamt] = CAST(? AS decimal(12,2)), [appamt] = CAST(? AS decimal(12,2)), [cstamt] = CAST(? AS decimal(12,2)), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Was lines and header of a change order changed, in everything that may change written? The proof would be in the record

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr], CONVERT(varchar(20), LEN([usrdf2])) AS [usrdf2_length], CONVERT(varchar(20), LEN([dscrpt])) AS [dscrpt_length], CONVERT(varchar(20), LEN([pchord])) AS [pchord_length], CONVERT(varchar(20), LEN([reason])) AS [reason_length], CONVERT(varchar(20), LEN([ntetxt])) AS [ntetxt_length]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── Writing lines and header of a change order changed, in everything that may change, with the proof in the record

UPDATE dbo.[prmchg]
  SET [usrdf2] = CAST(? AS nvarchar(50)), [chgdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [dscrpt] = CAST(? AS nvarchar(50)), [chgtyp] = CAST(? AS bigint), [pchord] = CAST(? AS nvarchar(30)), [reason] = CAST(? AS nvarchar(50)), [delreq] = CAST(? AS int), [dysdly] = CAST(? AS int), [subdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [aprdte] = CONVERT(date, CAST(? AS varchar(10)), 23), [ntetxt] = CAST(? AS nvarchar(4000)), [reqamt] = CAST(? AS decimal(12,2)), [appamt] = CAST(? AS decimal(12,2)), [cstamt] = CAST(? AS decimal(12,2)), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(20), [chgtyp]) AS [chgtyp], CAST([pchord] AS nvarchar(30)) AS [pchord], CAST([reason] AS nvarchar(50)) AS [reason], CONVERT(varchar(11), CAST([delreq] AS int)) AS [delreq], CONVERT(varchar(11), CAST([dysdly] AS int)) AS [dysdly], CONVERT(varchar(10), [subdte], 23) AS [subdte], CONVERT(varchar(10), [aprdte], 23) AS [aprdte], CAST([ntetxt] AS nvarchar(4000)) AS [ntetxt], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CONVERT(varchar(41), [appamt], 2) AS [appamt], CONVERT(varchar(41), [cstamt], 2) AS [cstamt], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Was a line of a change order deleted written? The proof would be in the record

-- (nothing that is not above)


-- ── Writing a line of a change order deleted, with the proof in the record

-- (nothing that is not above)


-- ── Was a change order voided written? The proof would be in the record

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr], CONVERT(varchar(20), LEN([usrdf2])) AS [usrdf2_length]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [recnum] = CAST(? AS bigint)


-- ── Writing a change order voided, with the proof in the record

UPDATE dbo.[prmchg]
  SET [usrdf2] = CAST(? AS nvarchar(50)), [status] = CAST(? AS int), [upddte] = CONVERT(datetime, CAST(? AS varchar(23)), 121), [updusr] = CAST(? AS nvarchar(50))
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(23), [upddte], 121) AS [upddte], CAST([updusr] AS nvarchar(50)) AS [updusr]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)


-- ── Was a change of a subcontract written? The proof would be in the record

-- (nothing that is not above)


-- ── Writing a change of a subcontract, with the proof in the record

-- (nothing that is not above)


-- ── Writing what is there already

-- (nothing that is not above)


-- ── Writing a change order whose record number SQL Server gives out

INSERT INTO dbo.[prmchg] ([_idnum], [chgnum], [jobnum], [phsnum], [chgdte], [dscrpt], [status], [reqamt], [usrnme], [insdte], [upddte])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum]
  FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)
  WHERE [_idnum] = CAST(? AS uniqueidentifier)

INSERT INTO dbo.[sbcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [bdgprc], [cstcde], [csttyp])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(23), [insdte], 121) AS [insdte], CONVERT(varchar(23), [upddte], 121) AS [upddte]
  FROM dbo.[prmchg]
  WHERE [recnum] = CAST(? AS bigint)

SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp]
  FROM dbo.[sbcgln]
  WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)


-- ── Inspecting the company: its catalog, the rights of the login, the place of the markers

SELECT COUNT([company]) AS [found]
  FROM [PlumblineCompanion].dbo.[push_marker]
  WHERE 1 = 0

EXEC [PlumblineCompanion].sys.sp_executesql N'SELECT CAST(r.[on] AS nvarchar(300)) AS [on], CAST(r.[right] AS nvarchar(300)) AS [right], CAST(r.[purpose] AS nvarchar(300)) AS [purpose], CONVERT(varchar(11), HAS_PERMS_BY_NAME(N''dbo.[push_marker]'', N''OBJECT'', r.[right])) AS [held]
  FROM (VALUES (N''push_marker'', N''SELECT'', N''marker''), (N''push_marker'', N''INSERT'', N''marker''), (N''push_marker'', N''UPDATE'', N''excess''), (N''push_marker'', N''DELETE'', N''excess'')) AS r ([on], [right], [purpose])'

SELECT CAST(CAST(SERVERPROPERTY(N'ProductVersion') AS nvarchar(128)) + N', ' + CAST(SERVERPROPERTY(N'Edition') AS nvarchar(128)) AS nvarchar(300)) AS [version], CONVERT(varchar(23), CAST(SYSUTCDATETIME() AS datetime2(3)), 126) AS [time]

SELECT CAST(r.[on] AS nvarchar(300)) AS [on], CAST(r.[right] AS nvarchar(300)) AS [right], CAST(r.[purpose] AS nvarchar(300)) AS [purpose], CONVERT(varchar(11), HAS_PERMS_BY_NAME(r.[securable], N'OBJECT', r.[right], r.[sub], CASE WHEN r.[sub] IS NULL THEN NULL ELSE N'COLUMN' END)) AS [held]
  FROM (VALUES (N'chgtyp', N'SELECT', N'read', N'dbo.[chgtyp]', CAST(NULL AS nvarchar(128))), (N'chgtyp', N'VIEW DEFINITION', N'read', N'dbo.[chgtyp]', CAST(NULL AS nvarchar(128))), (N'prmchg', N'SELECT', N'read', N'dbo.[prmchg]', CAST(NULL AS nvarchar(128))), (N'prmchg', N'VIEW DEFINITION', N'read', N'dbo.[prmchg]', CAST(NULL AS nvarchar(128))), (N'pmcgln', N'SELECT', N'read', N'dbo.[pmcgln]', CAST(NULL AS nvarchar(128))), (N'pmcgln', N'VIEW DEFINITION', N'read', N'dbo.[pmcgln]', CAST(NULL AS nvarchar(128))), (N'sbcgln', N'SELECT', N'read', N'dbo.[sbcgln]', CAST(NULL AS nvarchar(128))), (N'sbcgln', N'VIEW DEFINITION', N'read', N'dbo.[sbcgln]', CAST(NULL AS nvarchar(128))), (N'subcon', N'SELECT', N'read', N'dbo.[subcon]', CAST(NULL AS nvarchar(128))), (N'subcon', N'VIEW DEFINITION', N'read', N'dbo.[subcon]', CAST(NULL AS nvarchar(128))), (N'sbcnln', N'SELECT', N'read', N'dbo.[sbcnln]', CAST(NULL AS nvarchar(128))), (N'sbcnln', N'VIEW DEFINITION', N'read', N'dbo.[sbcnln]', CAST(NULL AS nvarchar(128))), (N'pchord', N'SELECT', N'read', N'dbo.[pchord]', CAST(NULL AS nvarchar(128))), (N'pchord', N'VIEW DEFINITION', N'read', N'dbo.[pchord]', CAST(NULL AS nvarchar(128))), (N'pcorln', N'SELECT', N'read', N'dbo.[pcorln]', CAST(NULL AS nvarchar(128))), (N'pcorln', N'VIEW DEFINITION', N'read', N'dbo.[pcorln]', CAST(NULL AS nvarchar(128))), (N'actrec', N'SELECT', N'read', N'dbo.[actrec]', CAST(NULL AS nvarchar(128))), (N'actrec', N'VIEW DEFINITION', N'read', N'dbo.[actrec]', CAST(NULL AS nvarchar(128))), (N'reccln.recnum', N'SELECT', N'read', N'dbo.[reccln]', N'recnum'), (N'reccln.clnnme', N'SELECT', N'read', N'dbo.[reccln]', N'clnnme'), (N'reccln', N'VIEW DEFINITION', N'read', N'dbo.[reccln]', CAST(NULL AS nvarchar(128))), (N'jobphs', N'SELECT', N'read', N'dbo.[jobphs]', CAST(NULL AS nvarchar(128))), (N'jobphs', N'VIEW DEFINITION', N'read', N'dbo.[jobphs]', CAST(NULL AS nvarchar(128))), (N'cstdiv', N'SELECT', N'read', N'dbo.[cstdiv]', CAST(NULL AS nvarchar(128))), (N'cstdiv', N'VIEW DEFINITION', N'read', N'dbo.[cstdiv]', CAST(NULL AS nvarchar(128))), (N'cstcde', N'SELECT', N'read', N'dbo.[cstcde]', CAST(NULL AS nvarchar(128))), (N'cstcde', N'VIEW DEFINITION', N'read', N'dbo.[cstcde]', CAST(NULL AS nvarchar(128))), (N'csttyp', N'SELECT', N'read', N'dbo.[csttyp]', CAST(NULL AS nvarchar(128))), (N'csttyp', N'VIEW DEFINITION', N'read', N'dbo.[csttyp]', CAST(NULL AS nvarchar(128))), (N'lgract', N'SELECT', N'read', N'dbo.[lgract]', CAST(NULL AS nvarchar(128))), (N'lgract', N'VIEW DEFINITION', N'read', N'dbo.[lgract]', CAST(NULL AS nvarchar(128))), (N'vndtyp', N'SELECT', N'read', N'dbo.[vndtyp]', CAST(NULL AS nvarchar(128))), (N'vndtyp', N'VIEW DEFINITION', N'read', N'dbo.[vndtyp]', CAST(NULL AS nvarchar(128))), (N'actpay.recnum', N'SELECT', N'read', N'dbo.[actpay]', N'recnum'), (N'actpay.vndnme', N'SELECT', N'read', N'dbo.[actpay]', N'vndnme'), (N'actpay.shtnme', N'SELECT', N'read', N'dbo.[actpay]', N'shtnme'), (N'actpay.vndtyp', N'SELECT', N'read', N'dbo.[actpay]', N'vndtyp'), (N'actpay.inactv', N'SELECT', N'read', N'dbo.[actpay]', N'inactv'), (N'actpay.addrs1', N'SELECT', N'read', N'dbo.[actpay]', N'addrs1'), (N'actpay.addrs2', N'SELECT', N'read', N'dbo.[actpay]', N'addrs2'), (N'actpay.ctynme', N'SELECT', N'read', N'dbo.[actpay]', N'ctynme'), (N'actpay.state_', N'SELECT', N'read', N'dbo.[actpay]', N'state_'), (N'actpay.zipcde', N'SELECT', N'read', N'dbo.[actpay]', N'zipcde'), (N'actpay.phnnum', N'SELECT', N'read', N'dbo.[actpay]', N'phnnum'), (N'actpay.e_mail', N'SELECT', N'read', N'dbo.[actpay]', N'e_mail'), (N'actpay.lgrdft', N'SELECT', N'read', N'dbo.[actpay]', N'lgrdft'), (N'actpay.cdedft', N'SELECT', N'read', N'dbo.[actpay]', N'cdedft'), (N'actpay.typdft', N'SELECT', N'read', N'dbo.[actpay]', N'typdft'), (N'actpay.duedte', N'SELECT', N'read', N'dbo.[actpay]', N'duedte'), (N'actpay.dupchk', N'SELECT', N'read', N'dbo.[actpay]', N'dupchk'), (N'actpay.insdte', N'SELECT', N'read', N'dbo.[actpay]', N'insdte'), (N'actpay.upddte', N'SELECT', N'read', N'dbo.[actpay]', N'upddte'), (N'actpay._idnum', N'SELECT', N'read', N'dbo.[actpay]', N'_idnum'), (N'actpay.ntetxt', N'SELECT', N'read', N'dbo.[actpay]', N'ntetxt'), (N'actpay.insusr', N'SELECT', N'read', N'dbo.[actpay]', N'insusr'), (N'actpay.updusr', N'SELECT', N'read', N'dbo.[actpay]', N'updusr'), (N'actpay', N'VIEW DEFINITION', N'read', N'dbo.[actpay]', CAST(NULL AS nvarchar(128))), (N'budget', N'SELECT', N'read', N'dbo.[budget]', CAST(NULL AS nvarchar(128))), (N'budget', N'VIEW DEFINITION', N'read', N'dbo.[budget]', CAST(NULL AS nvarchar(128))), (N'bdglin', N'SELECT', N'read', N'dbo.[bdglin]', CAST(NULL AS nvarchar(128))), (N'bdglin', N'VIEW DEFINITION', N'read', N'dbo.[bdglin]', CAST(NULL AS nvarchar(128))), (N'acpinv', N'SELECT', N'read', N'dbo.[acpinv]', CAST(NULL AS nvarchar(128))), (N'acpinv', N'VIEW DEFINITION', N'read', N'dbo.[acpinv]', CAST(NULL AS nvarchar(128))), (N'apivln', N'SELECT', N'read', N'dbo.[apivln]', CAST(NULL AS nvarchar(128))), (N'apivln', N'VIEW DEFINITION', N'read', N'dbo.[apivln]', CAST(NULL AS nvarchar(128))), (N'jobcst', N'SELECT', N'read', N'dbo.[jobcst]', CAST(NULL AS nvarchar(128))), (N'jobcst', N'VIEW DEFINITION', N'read', N'dbo.[jobcst]', CAST(NULL AS nvarchar(128))), (N'lgrtrn', N'SELECT', N'read', N'dbo.[lgrtrn]', CAST(NULL AS nvarchar(128))), (N'lgrtrn', N'VIEW DEFINITION', N'read', N'dbo.[lgrtrn]', CAST(NULL AS nvarchar(128))), (N'lgtnln', N'SELECT', N'read', N'dbo.[lgtnln]', CAST(NULL AS nvarchar(128))), (N'lgtnln', N'VIEW DEFINITION', N'read', N'dbo.[lgtnln]', CAST(NULL AS nvarchar(128))), (N'prmchg', N'INSERT', N'write', N'dbo.[prmchg]', CAST(NULL AS nvarchar(128))), (N'prmchg.reqamt', N'UPDATE', N'write', N'dbo.[prmchg]', N'reqamt'), (N'prmchg.appamt', N'UPDATE', N'write', N'dbo.[prmchg]', N'appamt'), (N'prmchg.cstamt', N'UPDATE', N'write', N'dbo.[prmchg]', N'cstamt'), (N'prmchg.chgdte', N'UPDATE', N'write', N'dbo.[prmchg]', N'chgdte'), (N'prmchg.dscrpt', N'UPDATE', N'write', N'dbo.[prmchg]', N'dscrpt'), (N'prmchg.status', N'UPDATE', N'write', N'dbo.[prmchg]', N'status'), (N'prmchg.chgtyp', N'UPDATE', N'write', N'dbo.[prmchg]', N'chgtyp'), (N'prmchg.pchord', N'UPDATE', N'write', N'dbo.[prmchg]', N'pchord'), (N'prmchg.reason', N'UPDATE', N'write', N'dbo.[prmchg]', N'reason'), (N'prmchg.delreq', N'UPDATE', N'write', N'dbo.[prmchg]', N'delreq'), (N'prmchg.dysdly', N'UPDATE', N'write', N'dbo.[prmchg]', N'dysdly'), (N'prmchg.subdte', N'UPDATE', N'write', N'dbo.[prmchg]', N'subdte'), (N'prmchg.aprdte', N'UPDATE', N'write', N'dbo.[prmchg]', N'aprdte'), (N'prmchg.ntetxt', N'UPDATE', N'write', N'dbo.[prmchg]', N'ntetxt'), (N'prmchg.upddte', N'UPDATE', N'write', N'dbo.[prmchg]', N'upddte'), (N'prmchg.updusr', N'UPDATE', N'write', N'dbo.[prmchg]', N'updusr'), (N'prmchg.usrdf2', N'UPDATE', N'write', N'dbo.[prmchg]', N'usrdf2'), (N'pmcgln', N'INSERT', N'write', N'dbo.[pmcgln]', CAST(NULL AS nvarchar(128))), (N'pmcgln.reqprc', N'UPDATE', N'write', N'dbo.[pmcgln]', N'reqprc'), (N'pmcgln.aprprc', N'UPDATE', N'write', N'dbo.[pmcgln]', N'aprprc'), (N'pmcgln.cstcde', N'UPDATE', N'write', N'dbo.[pmcgln]', N'cstcde'), (N'pmcgln.csttyp', N'UPDATE', N'write', N'dbo.[pmcgln]', N'csttyp'), (N'sbcgln', N'INSERT', N'write', N'dbo.[sbcgln]', CAST(NULL AS nvarchar(128))), (N'sbcgln.chghrs', N'UPDATE', N'write', N'dbo.[sbcgln]', N'chghrs'), (N'sbcgln.chgunt', N'UPDATE', N'write', N'dbo.[sbcgln]', N'chgunt'), (N'sbcgln.bdgprc', N'UPDATE', N'write', N'dbo.[sbcgln]', N'bdgprc'), (N'sbcgln.cstcde', N'UPDATE', N'write', N'dbo.[sbcgln]', N'cstcde'), (N'sbcgln.csttyp', N'UPDATE', N'write', N'dbo.[sbcgln]', N'csttyp'), (N'sbcgln.chgnum', N'UPDATE', N'write', N'dbo.[sbcgln]', N'chgnum'), (N'sbcgln.chgsts', N'UPDATE', N'write', N'dbo.[sbcgln]', N'chgsts'), (N'subcon', N'INSERT', N'write', N'dbo.[subcon]', CAST(NULL AS nvarchar(128))), (N'subcon.chgttl', N'UPDATE', N'write', N'dbo.[subcon]', N'chgttl'), (N'subcon.ctcttl', N'UPDATE', N'write', N'dbo.[subcon]', N'ctcttl'), (N'subcon.balttl', N'UPDATE', N'write', N'dbo.[subcon]', N'balttl'), (N'subcon.invttl', N'UPDATE', N'write', N'dbo.[subcon]', N'invttl'), (N'sbcnln', N'INSERT', N'write', N'dbo.[sbcnln]', CAST(NULL AS nvarchar(128))), (N'sbcnln.change', N'UPDATE', N'write', N'dbo.[sbcnln]', N'change'), (N'sbcnln.cntrct', N'UPDATE', N'write', N'dbo.[sbcnln]', N'cntrct'), (N'sbcnln.remain', N'UPDATE', N'write', N'dbo.[sbcnln]', N'remain'), (N'sbcnln.billed', N'UPDATE', N'write', N'dbo.[sbcnln]', N'billed'), (N'pchord', N'INSERT', N'write', N'dbo.[pchord]', CAST(NULL AS nvarchar(128))), (N'pchord.subttl', N'UPDATE', N'write', N'dbo.[pchord]', N'subttl'), (N'pchord.pchttl', N'UPDATE', N'write', N'dbo.[pchord]', N'pchttl'), (N'pchord.pchbal', N'UPDATE', N'write', N'dbo.[pchord]', N'pchbal'), (N'pchord.upddte', N'UPDATE', N'write', N'dbo.[pchord]', N'upddte'), (N'pchord.updusr', N'UPDATE', N'write', N'dbo.[pchord]', N'updusr'), (N'pchord.rcvdte', N'UPDATE', N'write', N'dbo.[pchord]', N'rcvdte'), (N'pcorln', N'INSERT', N'write', N'dbo.[pcorln]', CAST(NULL AS nvarchar(128))), (N'pcorln.rcvdte', N'UPDATE', N'write', N'dbo.[pcorln]', N'rcvdte'), (N'actrec', N'INSERT', N'write', N'dbo.[actrec]', CAST(NULL AS nvarchar(128))), (N'cstcde', N'INSERT', N'write', N'dbo.[cstcde]', CAST(NULL AS nvarchar(128))), (N'actpay', N'INSERT', N'write', N'dbo.[actpay]', CAST(NULL AS nvarchar(128))), (N'budget', N'INSERT', N'write', N'dbo.[budget]', CAST(NULL AS nvarchar(128))), (N'budget.edtdte', N'UPDATE', N'write', N'dbo.[budget]', N'edtdte'), (N'budget.usrnme', N'UPDATE', N'write', N'dbo.[budget]', N'usrnme'), (N'bdglin', N'INSERT', N'write', N'dbo.[bdglin]', CAST(NULL AS nvarchar(128))), (N'bdglin.matbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'matbdg'), (N'bdglin.labbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'labbdg'), (N'bdglin.eqpbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'eqpbdg'), (N'bdglin.subbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'subbdg'), (N'bdglin.othbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'othbdg'), (N'bdglin.usrcs6', N'UPDATE', N'write', N'dbo.[bdglin]', N'usrcs6'), (N'bdglin.usrcs7', N'UPDATE', N'write', N'dbo.[bdglin]', N'usrcs7'), (N'bdglin.usrcs8', N'UPDATE', N'write', N'dbo.[bdglin]', N'usrcs8'), (N'bdglin.usrcs9', N'UPDATE', N'write', N'dbo.[bdglin]', N'usrcs9'), (N'bdglin.ttlbdg', N'UPDATE', N'write', N'dbo.[bdglin]', N'ttlbdg'), (N'acpinv', N'INSERT', N'write', N'dbo.[acpinv]', CAST(NULL AS nvarchar(128))), (N'apivln', N'INSERT', N'write', N'dbo.[apivln]', CAST(NULL AS nvarchar(128))), (N'jobcst', N'INSERT', N'write', N'dbo.[jobcst]', CAST(NULL AS nvarchar(128))), (N'lgrtrn', N'INSERT', N'write', N'dbo.[lgrtrn]', CAST(NULL AS nvarchar(128))), (N'lgtnln', N'INSERT', N'write', N'dbo.[lgtnln]', CAST(NULL AS nvarchar(128))), (N'prmchg', N'DELETE', N'excess', N'dbo.[prmchg]', CAST(NULL AS nvarchar(128))), (N'pmcgln', N'DELETE', N'excess', N'dbo.[pmcgln]', CAST(NULL AS nvarchar(128))), (N'sbcgln', N'DELETE', N'excess', N'dbo.[sbcgln]', CAST(NULL AS nvarchar(128))), (N'subcon', N'DELETE', N'excess', N'dbo.[subcon]', CAST(NULL AS nvarchar(128))), (N'sbcnln', N'DELETE', N'excess', N'dbo.[sbcnln]', CAST(NULL AS nvarchar(128))), (N'pchord', N'DELETE', N'excess', N'dbo.[pchord]', CAST(NULL AS nvarchar(128))), (N'pcorln', N'DELETE', N'excess', N'dbo.[pcorln]', CAST(NULL AS nvarchar(128))), (N'actrec', N'DELETE', N'excess', N'dbo.[actrec]', CAST(NULL AS nvarchar(128))), (N'cstcde', N'DELETE', N'excess', N'dbo.[cstcde]', CAST(NULL AS nvarchar(128))), (N'actpay', N'DELETE', N'excess', N'dbo.[actpay]', CAST(NULL AS nvarchar(128))), (N'budget', N'DELETE', N'excess', N'dbo.[budget]', CAST(NULL AS nvarchar(128))), (N'bdglin', N'DELETE', N'excess', N'dbo.[bdglin]', CAST(NULL AS nvarchar(128))), (N'acpinv', N'DELETE', N'excess', N'dbo.[acpinv]', CAST(NULL AS nvarchar(128))), (N'apivln', N'DELETE', N'excess', N'dbo.[apivln]', CAST(NULL AS nvarchar(128))), (N'jobcst', N'DELETE', N'excess', N'dbo.[jobcst]', CAST(NULL AS nvarchar(128))), (N'lgrtrn', N'DELETE', N'excess', N'dbo.[lgrtrn]', CAST(NULL AS nvarchar(128))), (N'lgtnln', N'DELETE', N'excess', N'dbo.[lgtnln]', CAST(NULL AS nvarchar(128)))) AS r ([on], [right], [purpose], [securable], [sub])

SELECT CAST(r.[on] AS nvarchar(300)) AS [on], CAST(r.[right] AS nvarchar(300)) AS [right], CAST(r.[purpose] AS nvarchar(300)) AS [purpose], CONVERT(varchar(11), r.[held]) AS [held]
  FROM (VALUES (N'login', N'sysadmin', N'excess', IS_SRVROLEMEMBER(N'sysadmin')), (N'login', N'db_owner', N'excess', IS_ROLEMEMBER(N'db_owner')), (N'login', N'db_datawriter', N'excess', IS_ROLEMEMBER(N'db_datawriter')), (N'login', N'db_ddladmin', N'excess', IS_ROLEMEMBER(N'db_ddladmin')), (N'login', N'db_securityadmin', N'excess', IS_ROLEMEMBER(N'db_securityadmin')), (N'login', N'CONTROL', N'excess', HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'CONTROL')), (N'every table', N'INSERT', N'excess', HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'INSERT')), (N'every table', N'UPDATE', N'excess', HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'UPDATE')), (N'every table', N'DELETE', N'excess', HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'DELETE'))) AS r ([on], [right], [purpose], [held])

SELECT CAST(SERVERPROPERTY(N'ServerName') AS nvarchar(128)) AS [server], CAST(DB_NAME() AS nvarchar(128)) AS [database], CONVERT(varchar(36), d.[service_broker_guid]) AS [guid]
  FROM sys.databases d
  WHERE d.[database_id] = DB_ID()


-- ── For the certificate: does the login see every table?

SELECT CONVERT(varchar(11), HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'SELECT')) AS [all]


-- ── For the certificate: which tables there are

SELECT CAST(k.TABLE_SCHEMA AS nvarchar(128)) AS [schema_name], CAST(k.TABLE_NAME AS nvarchar(128)) AS [table_name], CAST(k.COLUMN_NAME AS nvarchar(128)) AS [column_name]
  FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
  JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME
  WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY'
  ORDER BY k.TABLE_SCHEMA, k.TABLE_NAME, k.ORDINAL_POSITION

SELECT CAST(c.TABLE_SCHEMA AS nvarchar(128)) AS [schema_name], CAST(c.TABLE_NAME AS nvarchar(128)) AS [table_name], CAST(c.COLUMN_NAME AS nvarchar(128)) AS [column_name], CAST(c.DATA_TYPE AS nvarchar(128)) AS [type_name]
  FROM INFORMATION_SCHEMA.COLUMNS c
  JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
  WHERE t.TABLE_TYPE = 'BASE TABLE'
  ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION


-- ── For the certificate: every row of every table, here of one without a key

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [id]))) AS [c0], CONVERT(varchar(41), [price], 2) AS [c1], CONVERT(varchar(41), [share], 2) AS [c2], CONVERT(varchar(10), [day], 23) AS [c3], CONVERT(varchar(40), [at], 121) AS [c4], CAST([words] AS nvarchar(4000)) AS [c5], CAST(CAST([old words] AS nvarchar(max)) AS nvarchar(4000)) AS [c6], CONVERT(varchar(41), [a]]b]) AS [c7]
  FROM [other].[notes]
  ORDER BY [id], [price], [share], [day], [at], [words], [a]]b] OFFSET 500 ROWS FETCH NEXT 500 ROWS ONLY

SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [rows]
  FROM [other].[notes]

SELECT CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [id]))) AS [c0], CONVERT(varchar(41), [price], 2) AS [c1], CONVERT(varchar(41), [share], 2) AS [c2], CONVERT(varchar(10), [day], 23) AS [c3], CONVERT(varchar(40), [at], 121) AS [c4], CAST([words] AS nvarchar(4000)) AS [c5], CAST(CAST([old words] AS nvarchar(max)) AS nvarchar(4000)) AS [c6], CONVERT(varchar(41), [a]]b]) AS [c7]
  FROM [other].[notes]
  ORDER BY [id] OFFSET 500 ROWS FETCH NEXT 500 ROWS ONLY


-- ── The table of markers, in the companion database

IF OBJECT_ID(N'[PlumblineCompanion].dbo.[push_marker]', N'U') IS NULL CREATE TABLE [PlumblineCompanion].dbo.[push_marker] ([operation_key] nvarchar(200) NOT NULL, [plan_hash] nvarchar(128) NOT NULL, [record] nvarchar(20) NOT NULL, [number] nvarchar(20) NOT NULL, [applied_at] nvarchar(30) NOT NULL, [person] nvarchar(200) NOT NULL, [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL, [company] nvarchar(128) NULL, PRIMARY KEY ([operation_key]))

IF COL_LENGTH(N'[PlumblineCompanion].dbo.[push_marker]', N'installation') IS NULL ALTER TABLE [PlumblineCompanion].dbo.[push_marker] ADD [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL

IF COL_LENGTH(N'[PlumblineCompanion].dbo.[push_marker]', N'company') IS NULL ALTER TABLE [PlumblineCompanion].dbo.[push_marker] ADD [company] nvarchar(128) NULL


-- ── The tables of a sample company

CREATE TABLE dbo.[jobsts] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] int NOT NULL,
  [stsnme] nvarchar(50) NOT NULL DEFAULT '',
  CONSTRAINT [pk_jobsts] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_jobsts] UNIQUE ([recnum])
)

CREATE TABLE dbo.[reccln] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [clnnme] nvarchar(75) NOT NULL DEFAULT '',
  [shtnme] nvarchar(30) NOT NULL DEFAULT '',
  [status] bigint NOT NULL,
  [contct] nvarchar(50) NOT NULL DEFAULT '',
  [addrs1] nvarchar(50) NOT NULL DEFAULT '',
  [addrs2] nvarchar(50) NOT NULL DEFAULT '',
  [ctynme] nvarchar(50) NOT NULL DEFAULT '',
  [state_] nvarchar(2) NOT NULL DEFAULT '',
  [zipcde] nvarchar(10) NOT NULL DEFAULT '',
  [phnnum] nvarchar(14) NOT NULL DEFAULT '',
  [e_mail] nvarchar(75) NOT NULL DEFAULT '',
  [inactv] int NOT NULL DEFAULT '0',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_reccln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_reccln] UNIQUE ([recnum])
)

CREATE TABLE dbo.[cstdiv] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [divnme] nvarchar(50) NOT NULL DEFAULT '',
  CONSTRAINT [pk_cstdiv] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_cstdiv] UNIQUE ([recnum])
)

CREATE TABLE dbo.[cstcde] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] decimal(15,3) NOT NULL,
  [cdenme] nvarchar(50) NOT NULL DEFAULT '',
  [untdsc] nvarchar(10) NOT NULL DEFAULT '',
  [divnum] bigint NOT NULL,
  [inactv] nvarchar(1) NOT NULL DEFAULT 'N',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_cstcde] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_cstcde] UNIQUE ([recnum]),
  CONSTRAINT [fk_cstcde_divnum] FOREIGN KEY ([divnum]) REFERENCES dbo.[cstdiv] ([recnum])
)

CREATE INDEX [ix_cstcde_divnum] ON dbo.[cstcde] ([divnum])

CREATE TABLE dbo.[csttyp] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] int NOT NULL,
  [typnme] nvarchar(30) NOT NULL DEFAULT '',
  CONSTRAINT [pk_csttyp] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_csttyp] UNIQUE ([recnum])
)

CREATE TABLE dbo.[lgract] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [shtnme] nvarchar(30) NOT NULL DEFAULT '',
  [lngnme] nvarchar(50) NOT NULL DEFAULT '',
  [acttyp] int NOT NULL DEFAULT '0',
  [subact] int NOT NULL DEFAULT '0',
  [csttyp] int NULL,
  [dbtcrd] int NOT NULL DEFAULT '0',
  [inactv] int NOT NULL DEFAULT '0',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_lgract] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_lgract] UNIQUE ([recnum]),
  CONSTRAINT [fk_lgract_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE TABLE dbo.[actrec] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [jobnme] nvarchar(75) NOT NULL DEFAULT '',
  [shtnme] nvarchar(30) NOT NULL DEFAULT '',
  [status] int NOT NULL DEFAULT '0',
  [clnnum] bigint NULL,
  [jobtyp] bigint NULL,
  [lgract] bigint NULL,
  [contct] nvarchar(50) NOT NULL DEFAULT '',
  [addrs1] nvarchar(50) NOT NULL DEFAULT '',
  [addrs2] nvarchar(50) NOT NULL DEFAULT '',
  [ctynme] nvarchar(50) NOT NULL DEFAULT '',
  [state_] nvarchar(2) NOT NULL DEFAULT '',
  [zipcde] nvarchar(10) NOT NULL DEFAULT '',
  [phnnum] nvarchar(14) NOT NULL DEFAULT '',
  [retain] decimal(5,2) NOT NULL DEFAULT '0.00',
  [cntrct] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ctcdte] date NULL,
  [sttdte] date NULL,
  [cmpdte] date NULL,
  [connum] nvarchar(30) NOT NULL DEFAULT '',
  [pchord] nvarchar(30) NOT NULL DEFAULT '',
  [inactv] int NOT NULL DEFAULT '0',
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf2] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_actrec] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_actrec] UNIQUE ([recnum]),
  CONSTRAINT [fk_actrec_clnnum] FOREIGN KEY ([clnnum]) REFERENCES dbo.[reccln] ([recnum]),
  CONSTRAINT [fk_actrec_lgract] FOREIGN KEY ([lgract]) REFERENCES dbo.[lgract] ([recnum])
)

CREATE INDEX [ix_actrec_clnnum] ON dbo.[actrec] ([clnnum])

CREATE INDEX [ix_actrec_lgract] ON dbo.[actrec] ([lgract])

CREATE INDEX [ix_actrec_upddte] ON dbo.[actrec] ([upddte])

CREATE TABLE dbo.[jobphs] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [phsnum] bigint NOT NULL,
  [phsnme] nvarchar(50) NOT NULL DEFAULT '',
  [bllamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_jobphs] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_jobphs] UNIQUE ([recnum], [phsnum]),
  CONSTRAINT [fk_jobphs_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[actrec] ([_idnum]),
  CONSTRAINT [fk_jobphs_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[actrec] ([recnum])
)

CREATE INDEX [ix_jobphs_idref] ON dbo.[jobphs] ([_idref])

CREATE TABLE dbo.[vndtyp] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [typnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_vndtyp] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_vndtyp] UNIQUE ([recnum])
)

CREATE TABLE dbo.[actpay] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [vndnme] nvarchar(75) NOT NULL DEFAULT '',
  [shtnme] nvarchar(30) NOT NULL DEFAULT '',
  [vndtyp] bigint NULL,
  [ownnme] nvarchar(50) NOT NULL DEFAULT '',
  [addrs1] nvarchar(50) NOT NULL DEFAULT '',
  [addrs2] nvarchar(50) NOT NULL DEFAULT '',
  [ctynme] nvarchar(50) NOT NULL DEFAULT '',
  [state_] nvarchar(2) NOT NULL DEFAULT '',
  [zipcde] nvarchar(10) NOT NULL DEFAULT '',
  [phnnum] nvarchar(14) NOT NULL DEFAULT '',
  [cllphn] nvarchar(14) NOT NULL DEFAULT '',
  [e_mail] nvarchar(75) NOT NULL DEFAULT '',
  [contct] nvarchar(50) NOT NULL DEFAULT '',
  [dscrte] decimal(5,2) NOT NULL DEFAULT '0.00',
  [dscdte] nvarchar(6) NOT NULL DEFAULT '',
  [duedte] nvarchar(6) NOT NULL DEFAULT '',
  [lgrdft] bigint NULL,
  [cdedft] decimal(15,3) NULL,
  [typdft] int NULL,
  [stsdft] int NOT NULL DEFAULT '0',
  [dupchk] int NOT NULL DEFAULT '0',
  [inactv] int NOT NULL DEFAULT '0',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_actpay] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_actpay] UNIQUE ([recnum]),
  CONSTRAINT [fk_actpay_vndtyp] FOREIGN KEY ([vndtyp]) REFERENCES dbo.[vndtyp] ([recnum]),
  CONSTRAINT [fk_actpay_lgrdft] FOREIGN KEY ([lgrdft]) REFERENCES dbo.[lgract] ([recnum]),
  CONSTRAINT [fk_actpay_cdedft] FOREIGN KEY ([cdedft]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_actpay_typdft] FOREIGN KEY ([typdft]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE INDEX [ix_actpay_vndtyp] ON dbo.[actpay] ([vndtyp])

CREATE INDEX [ix_actpay_lgrdft] ON dbo.[actpay] ([lgrdft])

CREATE INDEX [ix_actpay_upddte] ON dbo.[actpay] ([upddte])

CREATE TABLE dbo.[budget] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [lckedt] int NOT NULL DEFAULT '0',
  [edtdte] date NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_budget] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_budget] UNIQUE ([recnum]),
  CONSTRAINT [fk_budget_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[actrec] ([recnum])
)

CREATE TABLE dbo.[bdglin] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [phsnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [cstcde] decimal(15,3) NULL,
  [hrsbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [matbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [labbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [eqpbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [subbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [othbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [usrcs6] decimal(12,2) NOT NULL DEFAULT '0.00',
  [usrcs7] decimal(12,2) NOT NULL DEFAULT '0.00',
  [usrcs8] decimal(12,2) NOT NULL DEFAULT '0.00',
  [usrcs9] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ttlbdg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [untdsc] nvarchar(10) NOT NULL DEFAULT '',
  [estunt] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_bdglin] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_bdglin] UNIQUE ([recnum], [phsnum], [linnum]),
  CONSTRAINT [fk_bdglin_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[budget] ([_idnum]),
  CONSTRAINT [fk_bdglin_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[budget] ([recnum]),
  CONSTRAINT [fk_bdglin_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum])
)

CREATE INDEX [ix_bdglin_idref] ON dbo.[bdglin] ([_idref])

CREATE INDEX [ix_bdglin_phsnum] ON dbo.[bdglin] ([phsnum])

CREATE TABLE dbo.[sbctyp] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  CONSTRAINT [pk_sbctyp] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_sbctyp] UNIQUE ([recnum])
)

CREATE TABLE dbo.[subcon] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [ctcnum] nvarchar(20) NOT NULL DEFAULT '',
  [vndnum] bigint NOT NULL,
  [jobnum] bigint NOT NULL,
  [phsnum] bigint NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [divnum] bigint NULL,
  [contyp] bigint NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf2] nvarchar(50) NOT NULL DEFAULT '',
  [status] int NOT NULL DEFAULT '0',
  [rtnrte] decimal(12,2) NOT NULL DEFAULT '0.00',
  [condte] date NOT NULL,
  [appdte] date NULL,
  [strdte] date NULL,
  [findte] date NULL,
  [hotlst] int NOT NULL DEFAULT '0',
  [paysts] int NOT NULL DEFAULT '0',
  [lckedt] int NOT NULL DEFAULT '0',
  [entdte] date NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [cntttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [chgttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ctcttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [taxttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [invttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [balttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_subcon] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_subcon] UNIQUE ([recnum]),
  CONSTRAINT [fk_subcon_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum]),
  CONSTRAINT [fk_subcon_jobnum] FOREIGN KEY ([jobnum]) REFERENCES dbo.[actrec] ([recnum]),
  CONSTRAINT [fk_subcon_divnum] FOREIGN KEY ([divnum]) REFERENCES dbo.[cstdiv] ([recnum]),
  CONSTRAINT [fk_subcon_contyp] FOREIGN KEY ([contyp]) REFERENCES dbo.[sbctyp] ([recnum])
)

CREATE INDEX [ix_subcon_vndnum] ON dbo.[subcon] ([vndnum])

CREATE INDEX [ix_subcon_jobnum] ON dbo.[subcon] ([jobnum])

CREATE INDEX [ix_subcon_phsnum] ON dbo.[subcon] ([phsnum])

CREATE INDEX [ix_subcon_divnum] ON dbo.[subcon] ([divnum])

CREATE INDEX [ix_subcon_contyp] ON dbo.[subcon] ([contyp])

CREATE INDEX [ix_subcon_upddte] ON dbo.[subcon] ([upddte])

CREATE TABLE dbo.[sbcnln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [cstcde] decimal(15,3) NULL,
  [csttyp] int NULL,
  [amount] decimal(12,2) NOT NULL DEFAULT '0.00',
  [change] decimal(12,2) NOT NULL DEFAULT '0.00',
  [cntrct] decimal(12,2) NOT NULL DEFAULT '0.00',
  [billed] decimal(12,2) NOT NULL DEFAULT '0.00',
  [remain] decimal(12,2) NOT NULL DEFAULT '0.00',
  [gstsbj] nvarchar(1) NOT NULL DEFAULT 'N',
  [pstsbj] nvarchar(1) NOT NULL DEFAULT 'N',
  [hstsbj] nvarchar(1) NOT NULL DEFAULT 'N',
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [linref] nvarchar(32) NULL,
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_sbcnln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_sbcnln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_sbcnln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[subcon] ([_idnum]),
  CONSTRAINT [fk_sbcnln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[subcon] ([recnum]),
  CONSTRAINT [fk_sbcnln_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_sbcnln_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE INDEX [ix_sbcnln_idref] ON dbo.[sbcnln] ([_idref])

CREATE TABLE dbo.[pchord] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [ordnum] nvarchar(20) NOT NULL DEFAULT '',
  [orddte] date NULL,
  [vndnum] bigint NULL,
  [jobnum] bigint NULL,
  [phsnum] bigint NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [attion] nvarchar(50) NOT NULL DEFAULT '',
  [status] int NOT NULL DEFAULT '0',
  [ordtyp] bigint NULL,
  [appdte] date NULL,
  [schdte] date NULL,
  [deldte] date NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf2] nvarchar(50) NOT NULL DEFAULT '',
  [hotlst] int NOT NULL DEFAULT '0',
  [lckedt] int NOT NULL DEFAULT '0',
  [rcvdte] decimal(12,2) NOT NULL DEFAULT '0.00',
  [currnt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [cancel] decimal(12,2) NOT NULL DEFAULT '0.00',
  [subttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [slstax] decimal(12,2) NOT NULL DEFAULT '0.00',
  [pchttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [pchbal] decimal(12,2) NOT NULL DEFAULT '0.00',
  [entdte] date NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_pchord] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_pchord] UNIQUE ([recnum]),
  CONSTRAINT [fk_pchord_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum]),
  CONSTRAINT [fk_pchord_jobnum] FOREIGN KEY ([jobnum]) REFERENCES dbo.[actrec] ([recnum])
)

CREATE INDEX [ix_pchord_vndnum] ON dbo.[pchord] ([vndnum])

CREATE INDEX [ix_pchord_jobnum] ON dbo.[pchord] ([jobnum])

CREATE INDEX [ix_pchord_phsnum] ON dbo.[pchord] ([phsnum])

CREATE INDEX [ix_pchord_upddte] ON dbo.[pchord] ([upddte])

CREATE TABLE dbo.[pcorln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [prtnum] bigint NULL,
  [prtdsc] nvarchar(50) NOT NULL DEFAULT '',
  [untdsc] nvarchar(10) NOT NULL DEFAULT '',
  [linqty] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [linprc] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [rcvdte] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [cancel] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [extttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [lgract] bigint NULL,
  [subact] bigint NULL,
  [cstcde] decimal(15,3) NULL,
  [csttyp] int NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_pcorln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_pcorln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_pcorln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[pchord] ([_idnum]),
  CONSTRAINT [fk_pcorln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[pchord] ([recnum]),
  CONSTRAINT [fk_pcorln_lgract] FOREIGN KEY ([lgract]) REFERENCES dbo.[lgract] ([recnum]),
  CONSTRAINT [fk_pcorln_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_pcorln_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE INDEX [ix_pcorln_idref] ON dbo.[pcorln] ([_idref])

CREATE INDEX [ix_pcorln_lgract] ON dbo.[pcorln] ([lgract])

CREATE TABLE dbo.[lgrtrn] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [trnnum] nvarchar(20) NOT NULL DEFAULT '',
  [trndte] date NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [vndnum] bigint NULL,
  [status] int NOT NULL DEFAULT '0',
  [srcnum] bigint NULL,
  [actprd] int NOT NULL DEFAULT '0',
  [postyr] int NOT NULL DEFAULT '0',
  [entdte] date NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_lgrtrn] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_lgrtrn] UNIQUE ([recnum]),
  CONSTRAINT [fk_lgrtrn_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum])
)

CREATE INDEX [ix_lgrtrn_vndnum] ON dbo.[lgrtrn] ([vndnum])

CREATE INDEX [ix_lgrtrn_upddte] ON dbo.[lgrtrn] ([upddte])

CREATE TABLE dbo.[lgtnln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [lgract] bigint NULL,
  [subact] bigint NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [dbtamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [crdamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  CONSTRAINT [pk_lgtnln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_lgtnln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_lgtnln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[lgrtrn] ([_idnum]),
  CONSTRAINT [fk_lgtnln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[lgrtrn] ([recnum]),
  CONSTRAINT [fk_lgtnln_lgract] FOREIGN KEY ([lgract]) REFERENCES dbo.[lgract] ([recnum])
)

CREATE INDEX [ix_lgtnln_idref] ON dbo.[lgtnln] ([_idref])

CREATE INDEX [ix_lgtnln_lgract] ON dbo.[lgtnln] ([lgract])

CREATE TABLE dbo.[acpinv] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [invnum] nvarchar(20) NOT NULL DEFAULT '',
  [vndnum] bigint NOT NULL,
  [jobnum] bigint NULL,
  [phsnum] bigint NULL,
  [pchord] nvarchar(20) NOT NULL DEFAULT '',
  [ctcnum] nvarchar(20) NOT NULL DEFAULT '',
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [invdte] date NOT NULL,
  [duedte] date NOT NULL,
  [dscdte] date NOT NULL,
  [status] int NOT NULL DEFAULT '0',
  [invtyp] int NOT NULL DEFAULT '0',
  [refnum] nvarchar(20) NOT NULL DEFAULT '',
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf2] nvarchar(50) NOT NULL DEFAULT '',
  [retain] decimal(12,2) NOT NULL DEFAULT '0.00',
  [hldamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [dscavl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [freigh] decimal(12,2) NOT NULL DEFAULT '0.00',
  [invttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ttlpad] decimal(12,2) NOT NULL DEFAULT '0.00',
  [invbal] decimal(12,2) NOT NULL DEFAULT '0.00',
  [invnet] decimal(12,2) NOT NULL DEFAULT '0.00',
  [subttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [slstax] decimal(12,2) NOT NULL DEFAULT '0.00',
  [actper] int NOT NULL DEFAULT '0',
  [postyr] int NOT NULL DEFAULT '0',
  [lgrrec] bigint NULL,
  [entdte] date NULL,
  [hotlst] int NOT NULL DEFAULT '0',
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_acpinv] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_acpinv] UNIQUE ([recnum]),
  CONSTRAINT [fk_acpinv_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum]),
  CONSTRAINT [fk_acpinv_jobnum] FOREIGN KEY ([jobnum]) REFERENCES dbo.[actrec] ([recnum]),
  CONSTRAINT [fk_acpinv_lgrrec] FOREIGN KEY ([lgrrec]) REFERENCES dbo.[lgrtrn] ([recnum])
)

CREATE INDEX [ix_acpinv_vndnum] ON dbo.[acpinv] ([vndnum])

CREATE INDEX [ix_acpinv_jobnum] ON dbo.[acpinv] ([jobnum])

CREATE INDEX [ix_acpinv_phsnum] ON dbo.[acpinv] ([phsnum])

CREATE INDEX [ix_acpinv_lgrrec] ON dbo.[acpinv] ([lgrrec])

CREATE INDEX [ix_acpinv_upddte] ON dbo.[acpinv] ([upddte])

CREATE TABLE dbo.[apivln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [prtnum] bigint NULL,
  [prtdsc] nvarchar(50) NOT NULL DEFAULT '',
  [untdsc] nvarchar(10) NOT NULL DEFAULT '',
  [linqty] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [linprc] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [extttl] decimal(12,2) NOT NULL DEFAULT '0.00',
  [actnum] bigint NULL,
  [subact] bigint NULL,
  [linref] nvarchar(32) NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  CONSTRAINT [pk_apivln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_apivln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_apivln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[acpinv] ([_idnum]),
  CONSTRAINT [fk_apivln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[acpinv] ([recnum]),
  CONSTRAINT [fk_apivln_actnum] FOREIGN KEY ([actnum]) REFERENCES dbo.[lgract] ([recnum])
)

CREATE INDEX [ix_apivln_idref] ON dbo.[apivln] ([_idref])

CREATE INDEX [ix_apivln_actnum] ON dbo.[apivln] ([actnum])

CREATE TABLE dbo.[jobcst] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [jobnum] bigint NOT NULL,
  [phsnum] bigint NULL,
  [trnnum] nvarchar(20) NOT NULL DEFAULT '',
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [trndte] date NULL,
  [entdte] date NULL,
  [actprd] int NOT NULL DEFAULT '0',
  [postyr] int NOT NULL DEFAULT '0',
  [srcnum] bigint NULL,
  [status] int NOT NULL DEFAULT '0',
  [bllsts] int NOT NULL DEFAULT '0',
  [wrkord] nvarchar(20) NOT NULL DEFAULT '',
  [cstcde] decimal(15,3) NOT NULL DEFAULT '0.000',
  [csttyp] int NOT NULL,
  [vndnum] bigint NULL,
  [csthrs] decimal(7,2) NOT NULL DEFAULT '0.00',
  [cstamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [blgamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [lgrrec] bigint NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_jobcst] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_jobcst] UNIQUE ([recnum]),
  CONSTRAINT [fk_jobcst_jobnum] FOREIGN KEY ([jobnum]) REFERENCES dbo.[actrec] ([recnum]),
  CONSTRAINT [fk_jobcst_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_jobcst_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum]),
  CONSTRAINT [fk_jobcst_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum]),
  CONSTRAINT [fk_jobcst_lgrrec] FOREIGN KEY ([lgrrec]) REFERENCES dbo.[lgrtrn] ([recnum])
)

CREATE INDEX [ix_jobcst_jobnum] ON dbo.[jobcst] ([jobnum])

CREATE INDEX [ix_jobcst_phsnum] ON dbo.[jobcst] ([phsnum])

CREATE INDEX [ix_jobcst_vndnum] ON dbo.[jobcst] ([vndnum])

CREATE INDEX [ix_jobcst_lgrrec] ON dbo.[jobcst] ([lgrrec])

CREATE INDEX [ix_jobcst_upddte] ON dbo.[jobcst] ([upddte])

CREATE TABLE dbo.[chgtyp] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [typnme] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_chgtyp] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_chgtyp] UNIQUE ([recnum])
)

CREATE TABLE dbo.[prmchg] (
  [_idnum] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [chgnum] nvarchar(20) NOT NULL DEFAULT '',
  [chgdte] date NOT NULL,
  [jobnum] bigint NOT NULL,
  [phsnum] bigint NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [reason] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [usrdf2] nvarchar(50) NOT NULL DEFAULT '',
  [pchord] nvarchar(30) NOT NULL DEFAULT '',
  [subdte] date NULL,
  [aprdte] date NULL,
  [invdte] date NULL,
  [delreq] int NOT NULL DEFAULT '0',
  [dysdly] int NOT NULL DEFAULT '0',
  [chgtyp] bigint NULL,
  [status] int NOT NULL DEFAULT '0',
  [submto] nvarchar(50) NOT NULL DEFAULT '',
  [reqamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [appamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [cstamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ovhamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [pftamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [mrgamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [reqpft] decimal(12,2) NOT NULL DEFAULT '0.00',
  [reqmrg] decimal(12,2) NOT NULL DEFAULT '0.00',
  [estamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [estovh] decimal(12,2) NOT NULL DEFAULT '0.00',
  [entdte] date NULL,
  [usrnme] nvarchar(50) NOT NULL DEFAULT '',
  [chgscp] nvarchar(max) NOT NULL DEFAULT '',
  [hotlst] int NOT NULL DEFAULT '0',
  [lckedt] int NOT NULL DEFAULT '0',
  [upgrde] int NOT NULL DEFAULT '0',
  [actper] int NOT NULL DEFAULT '0',
  [postyr] int NOT NULL DEFAULT '0',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  [insdte] datetime NULL,
  [upddte] datetime NULL,
  [insusr] nvarchar(50) NULL,
  [updusr] nvarchar(50) NULL,
  CONSTRAINT [pk_prmchg] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_prmchg] UNIQUE ([recnum]),
  CONSTRAINT [fk_prmchg_jobnum] FOREIGN KEY ([jobnum]) REFERENCES dbo.[actrec] ([recnum]),
  CONSTRAINT [fk_prmchg_chgtyp] FOREIGN KEY ([chgtyp]) REFERENCES dbo.[chgtyp] ([recnum])
)

CREATE INDEX [ix_prmchg_jobnum] ON dbo.[prmchg] ([jobnum])

CREATE INDEX [ix_prmchg_phsnum] ON dbo.[prmchg] ([phsnum])

CREATE INDEX [ix_prmchg_chgtyp] ON dbo.[prmchg] ([chgtyp])

CREATE INDEX [ix_prmchg_upddte] ON dbo.[prmchg] ([upddte])

CREATE TABLE dbo.[pmcgln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [estamt] decimal(12,2) NOT NULL DEFAULT '0.00',
  [ovhmrk] decimal(12,2) NOT NULL DEFAULT '0.00',
  [pftmrk] decimal(12,2) NOT NULL DEFAULT '0.00',
  [reqprc] decimal(12,2) NOT NULL DEFAULT '0.00',
  [aprprc] decimal(12,2) NOT NULL DEFAULT '0.00',
  [cstcde] decimal(15,3) NULL,
  [csttyp] int NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_pmcgln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_pmcgln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_pmcgln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[prmchg] ([_idnum]),
  CONSTRAINT [fk_pmcgln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[prmchg] ([recnum]),
  CONSTRAINT [fk_pmcgln_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_pmcgln_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE INDEX [ix_pmcgln_idref] ON dbo.[pmcgln] ([_idref])

CREATE TABLE dbo.[sbcgln] (
  [_idnum] uniqueidentifier NOT NULL,
  [_idref] uniqueidentifier NOT NULL,
  [recnum] bigint NOT NULL,
  [linnum] int NOT NULL,
  [dscrpt] nvarchar(50) NOT NULL DEFAULT '',
  [chghrs] decimal(12,2) NOT NULL DEFAULT '0.00',
  [chgunt] decimal(12,4) NOT NULL DEFAULT '0.0000',
  [bdgprc] decimal(12,2) NOT NULL DEFAULT '0.00',
  [vndnum] bigint NULL,
  [vndctc] bigint NULL,
  [ctclin] int NULL,
  [chgnum] nvarchar(20) NOT NULL DEFAULT '',
  [chgsts] int NULL,
  [chgdte] date NULL,
  [cstcde] decimal(15,3) NULL,
  [csttyp] int NULL,
  [usrdf1] nvarchar(50) NOT NULL DEFAULT '',
  [ntetxt] nvarchar(max) NOT NULL DEFAULT '',
  CONSTRAINT [pk_sbcgln] PRIMARY KEY ([_idnum]),
  CONSTRAINT [uq_sbcgln] UNIQUE ([recnum], [linnum]),
  CONSTRAINT [fk_sbcgln_idref] FOREIGN KEY ([_idref]) REFERENCES dbo.[prmchg] ([_idnum]),
  CONSTRAINT [fk_sbcgln_recnum] FOREIGN KEY ([recnum]) REFERENCES dbo.[prmchg] ([recnum]),
  CONSTRAINT [fk_sbcgln_vndnum] FOREIGN KEY ([vndnum]) REFERENCES dbo.[actpay] ([recnum]),
  CONSTRAINT [fk_sbcgln_vndctc] FOREIGN KEY ([vndctc]) REFERENCES dbo.[subcon] ([recnum]),
  CONSTRAINT [fk_sbcgln_cstcde] FOREIGN KEY ([cstcde]) REFERENCES dbo.[cstcde] ([recnum]),
  CONSTRAINT [fk_sbcgln_csttyp] FOREIGN KEY ([csttyp]) REFERENCES dbo.[csttyp] ([recnum])
)

CREATE INDEX [ix_sbcgln_idref] ON dbo.[sbcgln] ([_idref])

CREATE INDEX [ix_sbcgln_vndnum] ON dbo.[sbcgln] ([vndnum])

CREATE INDEX [ix_sbcgln_vndctc] ON dbo.[sbcgln] ([vndctc])


-- ── The rows of a sample company, as many at a time as fit

INSERT INTO dbo.[jobsts] ([_idnum], [recnum], [stsnme])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS int), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[reccln] ([_idnum], [recnum], [clnnme], [shtnme], [status], [contct], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [phnnum], [e_mail], [inactv], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(30)), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(2)), CAST(? AS nvarchar(10)), CAST(? AS nvarchar(14)), CAST(? AS nvarchar(75)), CAST(? AS int), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[cstdiv] ([_idnum], [recnum], [divnme])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[csttyp] ([_idnum], [recnum], [typnme])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS int), CAST(? AS nvarchar(30)))

INSERT INTO dbo.[lgract] ([_idnum], [recnum], [shtnme], [lngnme], [acttyp], [subact], [csttyp], [dbtcrd], [inactv], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[actrec] ([_idnum], [recnum], [jobnme], [shtnme], [status], [clnnum], [jobtyp], [lgract], [contct], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [phnnum], [retain], [cntrct], [ctcdte], [sttdte], [cmpdte], [connum], [pchord], [inactv], [usrdf1], [usrdf2], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(30)), CAST(? AS int), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(2)), CAST(? AS nvarchar(10)), CAST(? AS nvarchar(14)), CAST(? AS decimal(5,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(30)), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[jobphs] ([_idnum], [_idref], [recnum], [phsnum], [phsnme], [bllamt], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[vndtyp] ([_idnum], [recnum], [typnme], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[actpay] ([_idnum], [recnum], [vndnme], [shtnme], [vndtyp], [ownnme], [addrs1], [addrs2], [ctynme], [state_], [zipcde], [phnnum], [cllphn], [e_mail], [contct], [dscrte], [dscdte], [duedte], [lgrdft], [cdedft], [typdft], [stsdft], [dupchk], [inactv], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(30)), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(2)), CAST(? AS nvarchar(10)), CAST(? AS nvarchar(14)), CAST(? AS nvarchar(14)), CAST(? AS nvarchar(75)), CAST(? AS nvarchar(50)), CAST(? AS decimal(5,2)), CAST(? AS nvarchar(6)), CAST(? AS nvarchar(6)), CAST(? AS bigint), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[sbctyp] ([_idnum], [recnum], [dscrpt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[subcon] ([_idnum], [recnum], [ctcnum], [vndnum], [jobnum], [phsnum], [dscrpt], [divnum], [contyp], [usrdf1], [usrdf2], [status], [rtnrte], [condte], [appdte], [strdte], [findte], [hotlst], [paysts], [lckedt], [entdte], [usrnme], [cntttl], [chgttl], [ctcttl], [taxttl], [invttl], [balttl], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[sbcnln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [cstcde], [csttyp], [amount], [change], [cntrct], [billed], [remain], [gstsbj], [pstsbj], [hstsbj], [usrdf1], [linref], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(1)), CAST(? AS nvarchar(1)), CAST(? AS nvarchar(1)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(32)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[pchord] ([_idnum], [recnum], [ordnum], [orddte], [vndnum], [jobnum], [phsnum], [dscrpt], [attion], [status], [ordtyp], [appdte], [schdte], [deldte], [usrdf1], [usrdf2], [hotlst], [lckedt], [rcvdte], [currnt], [cancel], [subttl], [slstax], [pchttl], [pchbal], [entdte], [usrnme], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[pcorln] ([_idnum], [_idref], [recnum], [linnum], [prtnum], [prtdsc], [untdsc], [linqty], [linprc], [rcvdte], [cancel], [extttl], [lgract], [subact], [cstcde], [csttyp], [usrdf1], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(10)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[lgrtrn] ([_idnum], [recnum], [trnnum], [trndte], [dscrpt], [vndnum], [status], [srcnum], [actprd], [postyr], [entdte], [usrnme], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS int), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[lgtnln] ([_idnum], [_idref], [recnum], [linnum], [lgract], [subact], [dscrpt], [dbtamt], [crdamt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)))

INSERT INTO dbo.[acpinv] ([_idnum], [recnum], [invnum], [vndnum], [jobnum], [phsnum], [pchord], [ctcnum], [dscrpt], [invdte], [duedte], [dscdte], [status], [invtyp], [refnum], [usrdf1], [usrdf2], [retain], [hldamt], [dscavl], [freigh], [invttl], [ttlpad], [invbal], [invnet], [subttl], [slstax], [actper], [postyr], [lgrrec], [entdte], [hotlst], [usrnme], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[apivln] ([_idnum], [_idref], [recnum], [linnum], [prtnum], [prtdsc], [untdsc], [linqty], [linprc], [extttl], [actnum], [subact], [linref], [usrdf1])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(10)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(32)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[jobcst] ([_idnum], [recnum], [jobnum], [phsnum], [trnnum], [dscrpt], [trndte], [entdte], [actprd], [postyr], [srcnum], [status], [bllsts], [wrkord], [cstcde], [csttyp], [vndnum], [csthrs], [cstamt], [blgamt], [lgrrec], [usrnme], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(50)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CAST(? AS int), CAST(? AS int), CAST(? AS nvarchar(20)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS bigint), CAST(? AS decimal(7,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[chgtyp] ([_idnum], [recnum], [typnme], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[prmchg] ([_idnum], [recnum], [chgnum], [chgdte], [jobnum], [phsnum], [dscrpt], [reason], [usrdf1], [usrdf2], [pchord], [subdte], [aprdte], [invdte], [delreq], [dysdly], [chgtyp], [status], [submto], [reqamt], [appamt], [cstamt], [ovhamt], [pftamt], [mrgamt], [reqpft], [reqmrg], [estamt], [estovh], [entdte], [usrnme], [chgscp], [hotlst], [lckedt], [upgrde], [actper], [postyr], [ntetxt], [insdte], [upddte], [insusr], [updusr])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(30)), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS int), CAST(? AS int), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS int), CAST(? AS nvarchar(4000)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(50)))

INSERT INTO dbo.[pmcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [estamt], [ovhmrk], [pftmrk], [reqprc], [aprprc], [cstcde], [csttyp], [usrdf1], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))

INSERT INTO dbo.[sbcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [chghrs], [chgunt], [bdgprc], [vndnum], [vndctc], [ctclin], [chgnum], [chgsts], [chgdte], [cstcde], [csttyp], [usrdf1], [ntetxt])
  VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,4)), CAST(? AS decimal(12,2)), CAST(? AS bigint), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(20)), CAST(? AS int), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS decimal(15,3)), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS nvarchar(4000)))
