import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { multiplyDecimals } from '#shared/domain/decimal.ts';
import { type Money, subtractMoney, sumMoney } from '#shared/domain/money.ts';
import { costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import type { TableName } from '#shared/domain/sage/schema/tables.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';
import { insertStatements } from '../../electron/sandbox/sampleCompany/insertStatements.ts';
import type { Row, SampleRow } from '../../electron/sandbox/sampleCompany/rows.ts';
import { sampleRows } from '../../electron/sandbox/sampleCompany/sampleRows.ts';
import { jobs as storyJobs } from '../../electron/sandbox/story/jobs.ts';

const rows: readonly SampleRow[] = [...sampleRows()];
const byTable = Map.groupBy(rows, ({ table }) => table);
const of = (table: TableName): readonly Row[] => (byTable.get(table) ?? []).map(({ row }) => row);
const money = (row: Row, column: string): Money => row[column] ?? 'missing';
const total = (found: readonly Row[], column: string): Money => sumMoney(found.map((row) => money(row, column)));
const distinct = (table: TableName, column: string) => new Set(of(table).map((row) => row[column]));
const trimmed = (row: Row, column: string) => (row[column] ?? '').trim();

function linesBy(table: TableName, ...columns: string[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(of(table), (row) => columns.map((column) => row[column]).join('/'));
}

describe('the sample company', () => {
  test('is as large as a real small contractor', () => {
    const least: Partial<Record<TableName, number>> = {
      actrec: 24,
      cstcde: 300,
      csttyp: 9,
      actpay: 60,
      reccln: 10,
      subcon: 40,
      pchord: 20,
      prmchg: 60,
      bdglin: 200,
      acpinv: 40,
      chgtyp: 6,
    };
    for (const [table, count] of Object.entries(least))
      expect(rows.filter((row) => row.table === table).length, table).toBeGreaterThanOrEqual(count);
    expect(of('csttyp')).toHaveLength(9);
  });

  test('has jobs, change orders, purchase orders and subcontracts in many statuses', () => {
    expect(distinct('actrec', 'status')).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
    expect(distinct('prmchg', 'status')).toEqual(new Set(['1', '2', '3', '4', '5', '6']));
    expect(distinct('pchord', 'status').size).toBe(6);
    expect(distinct('subcon', 'status').size).toBeGreaterThanOrEqual(5);
  });

  test('tells the story: its jobs, contracts and phases stand as written', () => {
    for (const job of storyJobs) {
      const row = of('actrec').find(({ recnum }) => recnum === job.number);
      expect(row, job.number).toMatchObject({ status: job.status, cntrct: job.contract, clnnum: job.client });
      expect(trimmed(row ?? {}, 'jobnme')).toBe(job.name);
      const phases = of('jobphs').filter(({ recnum }) => recnum === job.number);
      expect(phases.map(({ phsnme }) => phsnme)).toEqual(job.phases);
    }
  });

  test('keeps the awkward things that real companies have', () => {
    expect(distinct('cstcde', 'recnum')).toContain('12162420.100');
    expect(distinct('cstcde', 'recnum')).toContain('26.510');
    expect(distinct('cstcde', 'inactv')).toEqual(new Set(['Y', 'N']));
    expect(distinct('actpay', 'recnum')).toContain('4290000017');
    expect(of('actpay').filter(({ vndnme }) => /[^\u0020-\u024f\u2019]/u.test(vndnme ?? '')).length).toBeGreaterThan(1);
    expect(of('prmchg').filter(({ dscrpt }) => dscrpt?.endsWith(' ')).length).toBeGreaterThan(0);
    expect(of('prmchg').filter(({ reqamt }) => reqamt?.startsWith('-')).length).toBeGreaterThan(0);
    expect(of('prmchg').filter(({ status, aprdte }) => status === '1' && aprdte === null).length).toBeGreaterThan(0);
    expect(distinct('prmchg', 'phsnum')).toEqual(new Set([null, '0', '1', '2', '3']));
    expect(distinct('prmchg', 'lckedt')).toEqual(new Set(['0', '1']));
    expect(of('prmchg').filter(({ invdte }) => invdte !== null).length).toBeGreaterThan(5);
    for (const number of ['7', '12345-46/60', 'COR5', '220-1']) expect(distinct('prmchg', 'chgnum')).toContain(number);
  });

  test('has changes that made their own subcontract line, and changes that have not yet', () => {
    expect(of('sbcnln').filter(({ amount, change }) => amount === '0.00' && change !== '0.00').length).toBeGreaterThan(
      0,
    );
    expect(of('sbcgln').filter(({ vndctc, ctclin }) => vndctc !== null && ctclin === null).length).toBeGreaterThan(0);
    expect(of('sbcgln').filter(({ chgsts }) => chgsts === null).length).toBeGreaterThan(50);
  });

  test('has change orders to append to on jobs 2402 and 2405: open, not locked, not invoiced', () => {
    for (const job of ['2402', '2405']) {
      const open = of('prmchg').filter(
        (row) => row.jobnum === job && row.status === '2' && row.lckedt === '0' && row.invdte === null,
      );
      expect(open.length, job).toBeGreaterThan(0);
    }
  });

  test('knows nothing later than 15 November 2026, and that moment belongs to one change order', () => {
    const touched = rows.flatMap(({ row }) => row.upddte ?? []).sort();
    expect(touched.at(-1)).toBe('2026-11-15 16:42:07.317');
    expect(touched.at(-2)?.slice(0, 10)).not.toBe('2026-11-15');
    expect(touched.filter((stamp) => !/^202[56]-\d\d-\d\d \d\d:\d\d:\d\d\.\d\d[037]$/.test(stamp))).toEqual([]);
    expect(touched[0]?.slice(0, 4)).toBe('2025');
  });

  test('never numbers two change orders of one job and phase alike', () => {
    const keys = of('prmchg').map((row) => [row.jobnum, row.phsnum ?? '0', trimmed(row, 'chgnum')].join('/'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('never repeats the text of a prime line within a job', () => {
    const jobOf = new Map(of('prmchg').map((row) => [row.recnum, row.jobnum]));
    const keys = of('pmcgln').map((row) => `${jobOf.get(row.recnum ?? '')}/${row.dscrpt}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the sample company to the cent', () => {
  test('budget lines: one for each code of a phase, nine amounts equal to the total', () => {
    for (const row of of('bdglin')) {
      const amounts = costTypeNumbers.map((type) => money(row, budgetColumnOfCostType[type]));
      expect(sumMoney(amounts)).toBe(row.ttlbdg);
    }
    for (const [key, lines] of linesBy('bdglin', 'recnum', 'phsnum', 'cstcde')) expect(lines, key).toHaveLength(1);
  });

  test('change orders: requested and approved are the sums of prime lines, cost the sum of budget lines', () => {
    const prime = linesBy('pmcgln', 'recnum');
    const budget = linesBy('sbcgln', 'recnum');
    for (const header of of('prmchg')) {
      const record = header.recnum ?? '';
      expect(total(prime.get(record) ?? [], 'reqprc'), record).toBe(header.reqamt);
      expect(total(prime.get(record) ?? [], 'aprprc'), record).toBe(header.appamt);
      expect(total(budget.get(record) ?? [], 'bdgprc'), record).toBe(header.cstamt);
      if (header.status !== '1') expect(header.appamt).toBe('0.00');
    }
  });

  test('subcontract changes: five columns together, each subcontract line at most once in a change order', () => {
    const unit = ['vndnum', 'vndctc', 'chgsts'];
    for (const row of of('sbcgln')) {
      const given = unit.map((column) => row[column] !== null);
      const number = row.chgnum !== '';
      expect(new Set([...given, number]).size, JSON.stringify(row)).toBe(1);
      if (!number) expect(row).toMatchObject({ ctclin: null, chgdte: null });
      if (row.ctclin === null && number) expect(row.cstcde).not.toBeNull();
    }
    const named = of('sbcgln').filter(({ ctclin }) => ctclin !== null);
    const keys = named.map(({ recnum, vndctc, ctclin }) => `${recnum}/${vndctc}/${ctclin}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(named.length).toBeGreaterThan(30);
  });

  test('subcontracts: approved changes, new contract, invoiced and remaining agree line by line and in total', () => {
    const approved = Map.groupBy(
      of('sbcgln').filter(({ chgsts }) => chgsts === '1'),
      ({ vndctc, ctclin }) => `${vndctc}/${ctclin}`,
    );
    for (const line of of('sbcnln')) {
      const key = `${line.recnum}/${line.linnum}`;
      expect(total(approved.get(key) ?? [], 'bdgprc'), key).toBe(line.change);
      expect(sumMoney([money(line, 'amount'), money(line, 'change')]), key).toBe(line.cntrct);
      expect(subtractMoney(money(line, 'cntrct'), money(line, 'billed')), key).toBe(line.remain);
      approved.delete(key);
    }
    expect([...approved.keys()]).toEqual([]);
    const lines = linesBy('sbcnln', 'recnum');
    for (const header of of('subcon')) {
      const own = lines.get(header.recnum ?? '') ?? [];
      expect(own.length).toBeGreaterThan(0);
      expect(total(own, 'amount')).toBe(header.cntttl);
      expect(total(own, 'change')).toBe(header.chgttl);
      expect(total(own, 'cntrct')).toBe(header.ctcttl);
      expect(total(own, 'billed')).toBe(header.invttl);
      expect(total(own, 'remain')).toBe(header.balttl);
    }
  });

  test('payable invoices: lines equal headers, and pay applications equal what the subcontract says', () => {
    const lines = linesBy('apivln', 'recnum');
    for (const invoice of of('acpinv')) {
      expect(total(lines.get(invoice.recnum ?? '') ?? [], 'extttl')).toBe(invoice.invttl);
      expect(sumMoney([money(invoice, 'ttlpad'), money(invoice, 'invbal')])).toBe(invoice.invttl);
    }
    const applications = linesBy('acpinv', 'vndnum', 'ctcnum');
    for (const subcontract of of('subcon')) {
      const key = `${subcontract.vndnum}/${subcontract.ctcnum}`;
      expect(total(applications.get(key) ?? [], 'invttl'), key).toBe(subcontract.invttl);
    }
  });

  test('costs: job costs and both sides of the ledger are the invoice that they came from', () => {
    const costs = linesBy('jobcst', 'lgrrec');
    const ledger = linesBy('lgtnln', 'recnum');
    const accounts = new Set(of('lgract').map(({ recnum }) => recnum));
    for (const invoice of of('acpinv')) {
      const record = invoice.lgrrec ?? '';
      expect(total(costs.get(record) ?? [], 'cstamt'), record).toBe(invoice.invttl);
      expect(total(ledger.get(record) ?? [], 'dbtamt'), record).toBe(invoice.invttl);
      expect(total(ledger.get(record) ?? [], 'crdamt'), record).toBe(invoice.invttl);
    }
    for (const line of [...of('lgtnln'), ...of('apivln')]) expect(accounts).toContain(line.lgract ?? line.actnum);
  });

  test('accounts: subcontracts have one in use, materials two, warranty none; some vendors have a default, some none', () => {
    const inUse = (type: string) => of('lgract').filter(({ csttyp, inactv }) => csttyp === type && inactv === '0');
    expect(inUse('4').map(({ recnum }) => recnum)).toEqual(['5300']);
    expect(inUse('1')).toHaveLength(2);
    expect(inUse('9')).toHaveLength(0);
    for (const type of ['1', '2']) {
      const defaults = of('actpay').filter(({ vndtyp }) => vndtyp === type);
      expect(defaults.filter(({ lgrdft }) => lgrdft === null).length, type).toBeGreaterThan(1);
      expect(defaults.filter(({ lgrdft }) => lgrdft !== null).length, type).toBeGreaterThan(1);
    }
  });

  test('purchase orders: quantity × price, received and canceled agree with the header', () => {
    const lines = linesBy('pcorln', 'recnum');
    for (const order of of('pchord')) {
      const own = lines.get(order.recnum ?? '') ?? [];
      const times = (column: string) =>
        sumMoney(own.map((line) => multiplyDecimals(money(line, 'linprc'), money(line, column), 2) ?? 'missing'));
      expect(total(own, 'extttl')).toBe(order.subttl);
      expect(times('linqty')).toBe(order.subttl);
      expect(times('rcvdte')).toBe(order.rcvdte);
      expect(times('cancel')).toBe(order.cancel);
      expect(sumMoney([money(order, 'subttl'), money(order, 'slstax')])).toBe(order.pchttl);
      expect(sumMoney([money(order, 'rcvdte'), money(order, 'cancel'), money(order, 'pchbal')])).toBe(order.pchttl);
    }
  });
});

describe('the stream of rows', () => {
  test('is the same each time, and a multiplied company begins with the same story', () => {
    expect([...sampleRows()]).toEqual(rows);
    const multiplied = Map.groupBy(sampleRows({ scale: 3 }), ({ table }) => table);
    for (const [table, found] of byTable) {
      const ids = new Set((multiplied.get(table) ?? []).map(({ row }) => row._idnum));
      expect(ids.size, table).toBe(multiplied.get(table)?.length);
      if (table !== 'prmchg') expect(found.filter(({ row }) => !ids.has(row._idnum ?? ''))).toEqual([]);
    }
    expect(
      multiplied
        .get('prmchg')
        ?.slice(0, of('prmchg').length)
        .map(({ row }) => row),
    ).toEqual(of('prmchg'));
    expect(multiplied.get('actrec')).toHaveLength(3 * of('actrec').length);
    const newest = [...(multiplied.get('prmchg') ?? [])].map(({ row }) => row.upddte ?? '').sort();
    expect(newest.at(-1)).toBe('2026-11-15 16:42:07.317');
  });

  test('becomes INSERTs that SQL Server can take: at most 1,000 rows and 2,000 parameters, text or NULL', () => {
    for (const { sql, params, rows: count } of insertStatements('mssql', rows)) {
      expect(count).toBeLessThanOrEqual(1000);
      expect(params.length).toBeLessThanOrEqual(2000);
      expect(sql.split('?').length - 1).toBe(params.length);
    }
    const [codes] = [...insertStatements('mssql', rows)].filter(({ table }) => table === 'prmchg');
    expect(codes?.sql).toContain('CAST(? AS decimal(12,2))');
    expect(codes?.sql).toContain('CONVERT(datetime, CAST(? AS varchar(23)), 121)');
  });
});

describe('creating it in a database', () => {
  let database: InstanceType<typeof Database>;
  let connection: SqlConnection;
  beforeAll(() => {
    database = new Database(':memory:');
    database.pragma('foreign_keys = ON');
    const run = async (sql: string) => {
      database.exec(sql);
    };
    connection = {
      query: async (sql, params = []) => {
        const statement = database.prepare<(string | null)[], Record<string, string | number | null>>(sql);
        if (statement.reader) return statement.all(...params);
        statement.run(...params);
        return [];
      },
      begin: () => run('BEGIN IMMEDIATE'),
      commit: () => run('COMMIT'),
      rollback: () => run('ROLLBACK'),
      close: async () => {},
    };
  });

  test('fills an empty one with every row, all references kept, and refuses it the second time', async () => {
    const created = await createSampleCompany(connection, 'sqlite');
    expect(created).toMatchObject({ ok: true, value: { tables: 26, rows: rows.length } });
    expect(database.pragma('foreign_key_check')).toEqual([]);
    expect(database.prepare('SELECT COUNT(*) AS n FROM prmchg').get()).toEqual({ n: of('prmchg').length });
    const stored = database.prepare('SELECT cstcde, ttlbdg FROM bdglin ORDER BY recnum, phsnum, linnum').all();
    expect(stored).toContainEqual({ cstcde: of('bdglin')[0]?.cstcde, ttlbdg: of('bdglin')[0]?.ttlbdg });

    const refused = await createSampleCompany(connection, 'sqlite');
    expect(refused).toMatchObject({ ok: false, failure: { code: 'sampleCompany.notEmpty' } });
    if (!refused.ok) expect(refused.failure.sentence).toContain('acpinv');
  });

  test('says that the disk is full where it is', async () => {
    const small = await openSqlite({ file: ':memory:', create: true });
    await small.query('PRAGMA max_page_count = 40');
    expect(await createSampleCompany(small, 'sqlite')).toMatchObject({
      ok: false,
      failure: { code: 'store.diskFull' },
    });
    await small.close();
  });

  test('leaves nothing behind when it breaks off half-way', async () => {
    const empty = new Database(':memory:');
    let calls = 0;
    const breaking: SqlConnection = {
      ...connection,
      query: async (sql) => {
        calls += 1;
        if (calls > 30) throw new Error('the link is gone');
        if (calls === 1) return [];
        empty.exec(sql);
        return [];
      },
      begin: async () => void empty.exec('BEGIN'),
      rollback: async () => void empty.exec('ROLLBACK'),
    };
    expect(await createSampleCompany(breaking, 'sqlite')).toMatchObject({
      ok: false,
      failure: { code: 'sampleCompany.failed', detail: 'the link is gone' },
    });
    expect(empty.prepare('SELECT name FROM sqlite_master').all()).toEqual([]);
  });
});
