import { describe, expect, it } from 'vitest';
import { sumMoney } from '#shared/domain/money.ts';
import { type SageKind, sageKinds } from '#shared/domain/sage/facts.ts';
import type { ReadPage, SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { type SqlConnection, SqlFailure } from '../../electron/sage/connection.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { keyOf } from '../../electron/store/sageKinds.ts';
import {
  adapters,
  companyOver,
  embedded,
  everyChangeOrder,
  got,
  isLacking,
  sampleFiles,
  sqliteFiles,
  withConnection,
} from './sageCompanyRig.ts';

const files = sampleFiles(3);
const sqlite = sqliteFiles(3);
const all = { changedFrom: null, after: null };

/** Cost codes come in the order of figures from one database and of text from the other. */
const sorted = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).sort();

async function everything(company: SageCompany): Promise<unknown> {
  const kinds: Record<string, unknown> = {};
  for (const kind of sageKinds) {
    const records: unknown[] = [];
    let rowsRead = 0;
    let after: string | null = null;
    do {
      const page: ReadPage<unknown> = got(await company.read(kind, { changedFrom: null, after }));
      records.push(...page.records);
      rowsRead += page.rowsRead;
      after = page.next;
    } while (after !== null);
    kinds[kind] = { rowsRead, records: sorted(records) };
  }
  return {
    kinds,
    reasons: got(await company.reasonsUsed()),
    subcontracts: got(await company.subcontractsOf('2402')),
    budgeted: got(await company.budgetedCodes('2401')),
  };
}

it('every adapter reads the same sample company as better-sqlite3, row for row', async () => {
  const reference = sqlite.fresh();
  const expected = await everything(companyOver(() => embedded.open(reference), createSqliteDialect()));
  for (const { open } of adapters) {
    const file = files.fresh();
    expect(await everything(companyOver(() => open(file)))).toEqual(expected);
  }
});

describe.each(adapters)('a Sage company over $name', ({ open, name }) => {
  const adapter = { open, name };
  const over = (file: string) => companyOver(() => open(file));

  it('is tested step by step', async () => {
    expect(await over(files.fresh()).test()).toMatchObject([
      { step: 'company', result: 'ok', sentence: 'Company Sample Company is open.' },
      { step: 'tables', result: 'ok' },
      { step: 'read', result: 'ok' },
    ]);
  });

  it('is tested with a placeholder too, which not every driver can describe', async () => {
    const file = files.fresh();
    const words = '[Microsoft][ODBC SQL Server Driver]Syntax error or access violation';
    const company = companyOver(async () => {
      const connection = await open(file);
      const query: SqlConnection['query'] = async (sql, parameters = []) => {
        if (parameters.length > 0) throw new SqlFailure('query', '42000', 0, words);
        return connection.query(sql);
      };
      return { ...connection, query };
    });
    const steps = await company.test();
    expect(steps.find(({ step }) => step === 'tables')).toMatchObject({
      result: 'fail',
      code: 'sage.driverParameters',
      remedy: expect.stringContaining('ODBC Driver 18 for SQL Server'),
    });
    expect(steps.find(({ step }) => step === 'read')?.result).not.toBe('ok');
  });

  it('reads change orders page by page, each once, with all their lines and an honest row count', async () => {
    const file = files.fresh();
    const company = over(file);
    const first = got(await company.read('changeOrder', all));
    expect(first.records).toHaveLength(200);
    const records = await everyChangeOrder(company);
    expect(new Set(records.map(({ record }) => record)).size).toBe(records.length);
    const counted = await withConnection(adapter, file, (connection) =>
      connection.query(
        'SELECT (SELECT COUNT(*) FROM prmchg) AS headers, (SELECT COUNT(*) FROM pmcgln) AS prime, (SELECT COUNT(*) FROM sbcgln) AS budget',
      ),
    );
    const lines = (grid: 'prime' | 'budget') => records.reduce((sum, order) => sum + order[grid].length, 0);
    expect({ headers: records.length, prime: lines('prime'), budget: lines('budget') }).toEqual(counted[0]);
    expect(first.rowsRead).toBe(
      200 + first.records.reduce((sum, order) => sum + order.prime.length + order.budget.length, 0),
    );
  });

  it('finds one change order by its record number, and null where there is none', async () => {
    const company = over(files.fresh());
    const [first] = got(await company.read('changeOrder', all)).records;
    expect(got(await company.changeOrder(first?.record ?? ''))).toEqual(first);
    expect(got(await company.changeOrder('999999999999'))).toBeNull();
  });

  it('finds any record by the key that the store keeps it under, and null where there is none', async () => {
    const company = over(files.fresh());
    for (const kind of sageKinds) {
      const { records } = got(await company.read(kind, all));
      const last = records.at(-1);
      if (last === undefined) throw new Error(`The sample company has no ${kind}`);
      expect(got(await company.record(kind, keyOf(kind, last)))).toEqual(last);
      expect(got(await company.record(kind, kind === 'phase' ? '2401/99' : '99'))).toBeNull();
    }
  });

  it('reads subcontracts, purchase orders, payable invoices and budgets whole: their lines add up to what the header says', async () => {
    const company = over(files.fresh());
    const subcontracts = got(await company.read('subcontract', all)).records;
    for (const { record, lines, original, changes, total, invoiced, balance } of subcontracts) {
      expect(sumMoney(lines.map(({ amount }) => amount)), record).toBe(original);
      expect(sumMoney([original, changes]), record).toBe(total);
      expect(sumMoney(lines.map(({ billed }) => billed)), record).toBe(invoiced);
      expect(sumMoney([invoiced, balance]), record).toBe(total);
    }
    const orders = got(await company.read('purchaseOrder', all)).records;
    for (const { record, lines, subtotal } of orders)
      expect(sumMoney(lines.map(({ extended }) => extended)), record).toBe(subtotal);
    const invoices = got(await company.read('payableInvoice', all)).records;
    for (const { record, lines, total } of invoices)
      expect(sumMoney(lines.map(({ amount }) => amount)), record).toBe(total);
    const budgets = got(await company.read('budget', all)).records;
    for (const { job, rows } of budgets)
      for (const { amounts, total } of rows) expect(sumMoney(Object.values(amounts)), job).toBe(total);
    expect([subcontracts, orders, invoices, budgets].every((read) => read.length > 10)).toBe(true);
  });

  it('reads only what changed since, where Sage keeps a change time', async () => {
    const company = over(files.fresh());
    const jobs = got(await company.read('job', all)).records;
    const newest =
      jobs
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? '';
    const later = got(await company.read('job', { changedFrom: newest, after: null }));
    expect(later.records).toEqual(jobs.filter(({ updated }) => updated === newest));
    expect(later.rowsRead).toBe(later.records.length);
    const orders = await everyChangeOrder(company);
    const since =
      orders
        .map(({ updated }) => updated)
        .sort()
        .at(-5) ?? '';
    const changed = got(await company.read('changeOrder', { changedFrom: since, after: null })).records;
    expect(changed).toEqual(orders.filter(({ updated }) => updated >= since));
  });

  it('gives text without padding, no phase as 0, amounts with two decimals and codes with three', async () => {
    const file = files.fresh();
    await withConnection(adapter, file, async (connection) => {
      await connection.query(
        "UPDATE prmchg SET phsnum = 0, dscrpt = 'Padded   ', appamt = '-1234567890.12' WHERE recnum = 1006",
      );
      await connection.query(
        'UPDATE prmchg SET phsnum = NULL, ntetxt = CAST(? AS nvarchar(4000)) WHERE recnum = 1007',
        ['Zoë – “5/8″” – naïve – 日本 😀'.repeat(130)],
      );
      await connection.query(
        "INSERT INTO cstcde (_idnum, recnum, cdenme, divnum) VALUES ('00000000-0000-4000-8000-000000000777', '98765432.010', 'Fine   ', 15)",
      );
    });
    const company = over(file);
    expect(got(await company.changeOrder('1006'))).toMatchObject({
      phase: '0',
      description: 'Padded',
      approved: '-1234567890.12',
    });
    const other = got(await company.changeOrder('1007'));
    expect(other?.phase).toBe('0');
    expect(other?.notes).toBe('Zoë – “5/8″” – naïve – 日本 😀'.repeat(130));
    const codes = got(await company.read('costCode', all)).records;
    expect(codes.every(({ code }) => /^\d+\.\d{3}$/.test(code))).toBe(true);
    expect(codes.find(({ name }) => name === 'Fine')?.code).toBe('98765432.010');
  });

  it('keeps record numbers beyond 32 bits to the last digit', async () => {
    const file = files.fresh();
    await withConnection(adapter, file, (connection) =>
      connection.query(
        "INSERT INTO chgtyp (_idnum, recnum, typnme, ntetxt) VALUES ('00000000-0000-4000-8000-000000000777', CAST(? AS bigint), 'Far', '')",
        ['9999999999'],
      ),
    );
    expect(got(await over(file).read('changeOrderType', all)).records.at(-1)).toEqual({
      number: '9999999999',
      name: 'Far',
    });
  });

  const changes: readonly (readonly [SageKind, string])[] = [
    ['job', "UPDATE actrec SET upddte = '2027-01-01 00:00:00.000' WHERE recnum = 2402"],
    ['job', "UPDATE actrec SET jobnme = 'Renamed by a tool that sets no change time' WHERE recnum = 2402"],
    ['phase', "UPDATE jobphs SET phsnme = 'South Wing' WHERE recnum = 2401 AND phsnum = 1"],
    ['phase', 'DELETE FROM jobphs WHERE recnum = 2401 AND phsnum = 1'],
    ['costCode', "UPDATE cstcde SET inactv = 'Y' WHERE recnum = '15180.000'"],
    ['costType', "UPDATE csttyp SET typnme = 'Rentals' WHERE recnum = 6"],
    [
      'changeOrderType',
      "INSERT INTO chgtyp (_idnum, recnum, typnme, ntetxt) VALUES ('00000000-0000-4000-8000-000000000777', 777, 'New', '')",
    ],
    ['vendor', 'UPDATE actpay SET inactv = 1 - inactv WHERE recnum = 1030'],
    ['vendor', 'UPDATE actpay SET lgrdft = 5000 WHERE recnum = 1030'],
    ['ledgerAccount', 'UPDATE lgract SET inactv = 1 WHERE recnum = 5300'],
    ['budget', 'UPDATE budget SET lckedt = 1 - lckedt WHERE recnum = 2401'],
    ['budget', "UPDATE bdglin SET subbdg = '1.01' WHERE recnum = 2401 AND phsnum = 1 AND linnum = 1"],
    ['subcontract', "UPDATE sbcnln SET billed = '1.01' WHERE recnum = 201 AND linnum = 1"],
    ['subcontract', 'DELETE FROM sbcnln WHERE recnum = 201 AND linnum = 1'],
    ['purchaseOrder', "UPDATE pcorln SET rcvdte = '1.0001' WHERE recnum = 501 AND linnum = 1"],
    ['purchaseOrder', 'UPDATE pchord SET status = 5 WHERE recnum = 501'],
    ['payableInvoice', 'UPDATE acpinv SET status = 5 WHERE recnum = 3001'],
    ['payableInvoice', "UPDATE apivln SET extttl = '0.01' WHERE recnum = 3001 AND linnum = 1"],
    ['changeOrder', "UPDATE prmchg SET upddte = '2027-01-01 00:00:00.000' WHERE recnum = 1006"],
    ['changeOrder', "UPDATE pmcgln SET aprprc = '0.01' WHERE recnum = 1006 AND linnum = 1"],
    ['changeOrder', "UPDATE sbcgln SET bdgprc = '-1234567890.12' WHERE recnum = 1006 AND linnum = 1"],
    ['changeOrder', "UPDATE sbcgln SET dscrpt = 'Reworded' WHERE recnum = 1006 AND linnum = 1"],
    ['changeOrder', 'DELETE FROM sbcgln WHERE recnum = 1006 AND linnum = 1'],
  ];
  it.for(changes)('sees by the fingerprint of %s alone that this happened: %s', async ([kind, statement], { skip }) => {
    const file = files.fresh();
    const company = over(file);
    const first = await company.fingerprints(sageKinds);
    skip(isLacking(first), 'no checksums there');
    const before = got(first);
    expect(got(await company.fingerprints(sageKinds))).toEqual(before);
    await withConnection(adapter, file, (connection) => connection.query(statement));
    const after = got(await company.fingerprints(sageKinds));
    expect(sageKinds.filter((one) => after[one] !== before[one])).toEqual([kind]);
  });

  it('lists subcontracts with their lines, budgeted codes by phase, and reasons by frequency', async () => {
    const company = over(files.fresh());
    const subcontracts = got(await company.subcontractsOf('2401'));
    expect(subcontracts.length).toBeGreaterThan(0);
    expect(subcontracts.every(({ job, lines }) => job === '2401' && lines.length > 0)).toBe(true);
    const budgeted = got(await company.budgetedCodes('2401'));
    expect(new Set(budgeted.map(({ phase, code }) => `${phase}/${code}`)).size).toBe(budgeted.length);
    expect([...new Set(budgeted.map(({ phase }) => phase))]).toEqual(['1', '2', '3']);
    const reasons = got(await company.reasonsUsed());
    const orders = await everyChangeOrder(company);
    const uses = (reason: string) => orders.filter((order) => order.reason === reason).length;
    expect(reasons).not.toContain('');
    expect(reasons.map(uses)).toEqual(reasons.map(uses).sort((a, b) => b - a));
  });
});
