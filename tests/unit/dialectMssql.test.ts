import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plan.ts';
import type { LogicalType } from '#shared/domain/sage/columns.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { inRuns } from '../contracts/inRuns.ts';
import { approval, createPlan, planOf, step, take, text } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyName, countingIds } from '../contracts/sageCompanyRig.ts';
import { recordingServer } from './dialectServer.ts';

const dialect = createMssqlDialect();

function companyOn(server: ReturnType<typeof recordingServer>) {
  return inRuns(
    createSageCompany({
      open: server.open,
      dialect,
      random: countingIds(),
      server: 'OFFICE',
      companyId,
      companyName,
    }),
  );
}

const column = (logical: LogicalType) => ({
  ...logical,
  name: 'c',
  label: 'C',
  nullable: true,
  confidence: 'high' as const,
});

describe('T-SQL', () => {
  it.each([
    [{ type: 'rowId' }, 'CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [c])))', 'CAST(? AS uniqueidentifier)'],
    [{ type: 'recnum' }, 'CONVERT(varchar(20), [c])', 'CAST(? AS bigint)'],
    [{ type: 'integer' }, 'CONVERT(varchar(11), CAST([c] AS int))', 'CAST(? AS int)'],
    [{ type: 'flag' }, 'CONVERT(varchar(11), CAST([c] AS int))', 'CAST(? AS int)'],
    [{ type: 'decimal', precision: 12, scale: 2 }, 'CONVERT(varchar(41), [c], 2)', 'CAST(? AS decimal(12,2))'],
    [{ type: 'decimal', precision: 15, scale: 3 }, 'CONVERT(varchar(41), [c], 2)', 'CAST(? AS decimal(15,3))'],
    [{ type: 'text', length: 50 }, 'CAST([c] AS nvarchar(50))', 'CAST(? AS nvarchar(50))'],
    [{ type: 'text', length: 'max' }, 'CAST([c] AS nvarchar(4000))', 'CAST(? AS nvarchar(4000))'],
    [{ type: 'date' }, 'CONVERT(varchar(10), [c], 23)', 'CONVERT(date, CAST(? AS varchar(10)), 23)'],
    [{ type: 'timestamp' }, 'CONVERT(varchar(23), [c], 121)', 'CONVERT(datetime, CAST(? AS varchar(23)), 121)'],
    [{ type: 'gridFlag' }, 'CAST([c] AS nvarchar(1))', 'CAST(? AS nvarchar(1))'],
  ] as const)('reads %o as text and sends it with its type', (logical, read, parameter) => {
    expect(dialect.read(column(logical))).toBe(read);
    expect(dialect.parameter(column(logical))).toBe(parameter);
  });

  it('settles the session one statement at a time, before the transaction', () => {
    expect(dialect.session).toEqual([
      'SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON',
      'SET NUMERIC_ROUNDABORT OFF',
      'SET NOCOUNT ON',
      'SET XACT_ABORT ON',
      'SET TRANSACTION ISOLATION LEVEL READ COMMITTED',
      'SET LOCK_TIMEOUT 5000',
      'SET DEADLOCK_PRIORITY LOW',
    ]);
  });

  it('creates the marker table in the companion database, under a key that can be there once', () => {
    expect(markerStatements(createMssqlDialect({ companionDatabase: 'Our Rows' }))).toEqual([
      "IF OBJECT_ID(N'[Our Rows].dbo.[push_marker]', N'U') IS NULL CREATE TABLE [Our Rows].dbo.[push_marker] ([operation_key] nvarchar(200) NOT NULL, [plan_hash] nvarchar(128) NOT NULL, [record] nvarchar(20) NOT NULL, [number] nvarchar(20) NOT NULL, [applied_at] nvarchar(30) NOT NULL, [person] nvarchar(200) NOT NULL, [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL, [company] nvarchar(128) NULL, PRIMARY KEY ([operation_key]))",
      "IF COL_LENGTH(N'[Our Rows].dbo.[push_marker]', N'installation') IS NULL ALTER TABLE [Our Rows].dbo.[push_marker] ADD [installation] nvarchar(36) NULL, [kind] nvarchar(40) NULL, [business_key] nvarchar(200) NULL, [subjects] nvarchar(2000) NULL, [title] nvarchar(400) NULL",
      "IF COL_LENGTH(N'[Our Rows].dbo.[push_marker]', N'company') IS NULL ALTER TABLE [Our Rows].dbo.[push_marker] ADD [company] nvarchar(128) NULL",
    ]);
  });

  it('keeps a quote in a resource name inside the name', () => {
    expect(dialect.lock("o'clock").grant).toContain("@Resource = N'o''clock',");
  });

  it('writes a new change order with these statements and no others', async () => {
    const server = recordingServer();
    const check = { table: 'actrec', where: { recnum: '2402' }, expect: 'none' as const, columns: {}, sentence: '' };
    const outcome = await companyOn(server).apply(createPlan({ checks: [check] }), approval('key'));
    expect(outcome.outcome).toBe('applied');
    const ids =
      'CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idref]))) AS [_idref]';
    const asked = server.sent.map(({ sql }) => sql).filter((sql) => !dialect.session.includes(sql));
    expect(asked.filter((sql) => !/ t WHERE t\.\[recnum\]|FROM sys\./.test(sql))).toEqual([
      "SET NOCOUNT ON; DECLARE @granted int; EXEC @granted = sp_getapplock @Resource = N'Plumbline/writing', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 0; SELECT CONVERT(varchar(11), @granted) AS [granted]",
      "SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline/writing', N'Session') AS nvarchar(32)) AS [held]",
      'begin',
      'SELECT TOP (1) CONVERT(varchar(20), [recnum]) AS [recnum] FROM dbo.[prmchg] WITH (READCOMMITTEDLOCK, READPAST)',
      "SET NOCOUNT ON; DECLARE @granted int; EXEC @granted = sp_getapplock @Resource = N'Plumbline job/2402', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 5000; SELECT CONVERT(varchar(11), @granted) AS [granted]",
      'SELECT CAST([plan_hash] AS nvarchar(128)) AS [plan_hash], CAST([record] AS nvarchar(20)) AS [record], CAST([number] AS nvarchar(20)) AS [number] FROM [PlumblineCompanion].dbo.[push_marker] WHERE [operation_key] = CAST(? AS nvarchar(200))',
      'SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CAST([usrdf2] AS nvarchar(50)) AS [usrdf2] FROM dbo.[prmchg] WHERE [jobnum] = CAST(? AS bigint) OR [recnum] > CAST(? AS bigint)',
      'SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [rows] FROM dbo.[prmchg] WHERE [jobnum] = CAST(? AS bigint) OR [recnum] > CAST(? AS bigint)',
      'SELECT CONVERT(varchar(20), [recnum]) AS [recnum] FROM dbo.[actrec] WITH (UPDLOCK, HOLDLOCK) WHERE [recnum] = CAST(? AS bigint)',
      'SELECT CONVERT(varchar(20), MAX([recnum])) AS [highest] FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK)',
      'SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum] FROM dbo.[prmchg] WITH (UPDLOCK, HOLDLOCK) WHERE [jobnum] = CAST(? AS bigint) AND ([phsnum] IS NULL OR [phsnum] = 0)',
      'INSERT INTO dbo.[prmchg] ([_idnum], [recnum], [chgnum], [jobnum], [phsnum], [chgdte], [dscrpt], [status], [reqamt], [usrnme], [insdte], [upddte]) VALUES (CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS nvarchar(20)), CAST(? AS bigint), CAST(? AS bigint), CONVERT(date, CAST(? AS varchar(10)), 23), CAST(? AS nvarchar(50)), CAST(? AS int), CAST(? AS decimal(12,2)), CAST(? AS nvarchar(50)), CONVERT(datetime, CAST(? AS varchar(23)), 121), CONVERT(datetime, CAST(? AS varchar(23)), 121))',
      'SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest] FROM dbo.[pmcgln] WITH (UPDLOCK, HOLDLOCK) WHERE [recnum] = CAST(? AS bigint)',
      'INSERT INTO dbo.[pmcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [reqprc], [aprprc], [cstcde], [csttyp]) VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))',
      'SELECT CONVERT(varchar(20), MAX([linnum])) AS [highest] FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK) WHERE [recnum] = CAST(? AS bigint)',
      'INSERT INTO dbo.[sbcgln] ([_idnum], [_idref], [recnum], [linnum], [dscrpt], [bdgprc], [cstcde], [csttyp]) VALUES (CAST(? AS uniqueidentifier), CAST(? AS uniqueidentifier), CAST(? AS bigint), CAST(? AS int), CAST(? AS nvarchar(50)), CAST(? AS decimal(12,2)), CAST(? AS decimal(15,3)), CAST(? AS int))',
      'SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(36), LOWER(CONVERT(varchar(36), [_idnum]))) AS [_idnum], CAST([chgnum] AS nvarchar(20)) AS [chgnum], CONVERT(varchar(20), [jobnum]) AS [jobnum], CONVERT(varchar(20), [phsnum]) AS [phsnum], CONVERT(varchar(10), [chgdte], 23) AS [chgdte], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(11), CAST([status] AS int)) AS [status], CONVERT(varchar(41), [reqamt], 2) AS [reqamt], CAST([usrnme] AS nvarchar(50)) AS [usrnme], CONVERT(varchar(23), [insdte], 121) AS [insdte], CONVERT(varchar(23), [upddte], 121) AS [upddte] FROM dbo.[prmchg] WHERE [recnum] = CAST(? AS bigint)',
      `SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], ${ids}, CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [reqprc], 2) AS [reqprc], CONVERT(varchar(41), [aprprc], 2) AS [aprprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp] FROM dbo.[pmcgln] WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)`,
      `SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], ${ids}, CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CONVERT(varchar(41), [cstcde], 2) AS [cstcde], CONVERT(varchar(11), CAST([csttyp] AS int)) AS [csttyp] FROM dbo.[sbcgln] WHERE [recnum] = CAST(? AS bigint) AND [linnum] BETWEEN CAST(? AS int) AND CAST(? AS int)`,
      'INSERT INTO [PlumblineCompanion].dbo.[push_marker] ([operation_key], [plan_hash], [record], [number], [applied_at], [person], [installation], [kind], [business_key], [subjects], [title], [company]) VALUES (CAST(? AS nvarchar(200)), CAST(? AS nvarchar(128)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(20)), CAST(? AS nvarchar(30)), CAST(? AS nvarchar(200)), CAST(? AS nvarchar(36)), CAST(? AS nvarchar(40)), CAST(? AS nvarchar(200)), CAST(? AS nvarchar(2000)), CAST(? AS nvarchar(400)), DB_NAME())',
      "SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline/writing', N'Session') AS nvarchar(32)) AS [held]",
      "SELECT CAST(APPLOCK_MODE(N'public', N'Plumbline job/2402', N'Transaction') AS nvarchar(32)) AS [held]",
      'commit',
      'close',
      'close',
    ]);
  });

  it('updates by key what it has just locked and compared, and deletes by key', async () => {
    const line = { recnum: '1008', linnum: '2', dscrpt: 'Bolts', bdgprc: '5.00' };
    const server = recordingServer({ sbcgln: [line] });
    const key = { recnum: '1008', linnum: '2' };
    const plan: Plan = planOf({
      target: { job: '2402', phase: '1', record: '1008', number: '3' },
      steps: [
        step(
          'update',
          'update',
          'sbcgln',
          key,
          { ...text('dscrpt', 'Anchors'), was: 'Bolts' },
          { ...text('bdgprc', '7'), was: '5' },
          take('usrdf1', 'user'),
        ),
        step('delete', 'delete', 'sbcgln', key),
      ],
    });
    await companyOn(server).apply(plan, approval('key'));
    const written = server.sent.filter(({ sql }) => sql.includes('[sbcgln]'));
    expect(written.slice(0, 4)).toEqual([
      {
        sql: 'SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum], CAST([dscrpt] AS nvarchar(50)) AS [dscrpt], CONVERT(varchar(41), [bdgprc], 2) AS [bdgprc], CAST([usrdf1] AS nvarchar(50)) AS [usrdf1], CONVERT(varchar(20), LEN([dscrpt])) AS [dscrpt_length] FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK) WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)',
        parameters: ['1008', '2'],
      },
      {
        sql: 'SELECT CONVERT(varchar(20), [recnum]) AS [recnum], CONVERT(varchar(11), CAST([linnum] AS int)) AS [linnum] FROM dbo.[sbcgln] WITH (UPDLOCK, HOLDLOCK) WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)',
        parameters: ['1008', '2'],
      },
      {
        sql: 'UPDATE dbo.[sbcgln] SET [dscrpt] = CAST(? AS nvarchar(50)), [bdgprc] = CAST(? AS decimal(12,2)), [usrdf1] = CAST(? AS nvarchar(50)) WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)',
        parameters: ['Anchors', '7.00', 'Zoë Ångström', '1008', '2'],
      },
      {
        sql: 'DELETE FROM dbo.[sbcgln] WHERE [recnum] = CAST(? AS bigint) AND [linnum] = CAST(? AS int)',
        parameters: ['1008', '2'],
      },
    ]);
    expect(server.sent.slice(-3).map(({ sql }) => sql)).toEqual(['rollback', 'close', 'close']);
  });

  it('reads pages along the key with TOP and all rows of the last key, in the order of the columns themselves', async () => {
    const server = recordingServer();
    await companyOn(server).read('phase', { changedFrom: null, after: '2401/2' });
    expect(server.sent[dialect.session.length]).toEqual({
      sql: 'SELECT TOP (1000) WITH TIES CONVERT(varchar(20), t.[recnum]) AS [recnum], CONVERT(varchar(20), t.[phsnum]) AS [phsnum], CAST(t.[phsnme] AS nvarchar(50)) AS [phsnme] FROM dbo.[jobphs] t WHERE t.[recnum] >= CAST(? AS bigint) AND (t.[recnum] > CAST(? AS bigint) OR (t.[recnum] = CAST(? AS bigint) AND t.[phsnum] > CAST(? AS bigint))) ORDER BY t.[recnum], t.[phsnum]',
      parameters: ['2401', '2401', '2401', '2'],
    });
  });

  it('compares change times as the server itself wrote them', async () => {
    const server = recordingServer();
    await companyOn(server).read('vendor', { changedFrom: '2026-11-22T10:00:00.003Z', after: null });
    const read = server.sent[dialect.session.length];
    const time = 'CONVERT(datetime, CAST(? AS varchar(23)), 121)';
    expect(read?.sql).toContain(
      `WHERE (t.[upddte] >= ${time} OR (t.[upddte] IS NULL AND t.[insdte] >= ${time})) ORDER BY`,
    );
    expect(read?.parameters).toEqual(['2026-11-22 10:00:00.003', '2026-11-22 10:00:00.003']);
  });

  it('fingerprints lines by exact sums and a checksum over everything else', async () => {
    const server = recordingServer();
    await companyOn(server).fingerprints(['changeOrder']);
    const sql = server.sent.find((one) => one.sql.includes('[pmcgln]'))?.sql;
    expect(sql).toContain(
      'CROSS JOIN (SELECT CONVERT(varchar(20), COUNT_BIG([recnum])) AS [v1_0], CONVERT(varchar(41), SUM([reqprc]), 2) AS [v1_1], CONVERT(varchar(41), SUM([aprprc]), 2) AS [v1_2], CONVERT(varchar(41), SUM([cstcde]), 2) AS [v1_3], CONVERT(varchar(11), CHECKSUM_AGG(BINARY_CHECKSUM([recnum], [linnum], [dscrpt], [reqprc], [aprprc], [cstcde], [csttyp]))) AS [v1_4] FROM dbo.[pmcgln]) f1',
    );
    expect(sql).toContain('CONVERT(varchar(23), MAX([upddte]), 121) AS [v0_0]');
  });
});
