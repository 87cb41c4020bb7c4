import { describe, expect, it } from 'vitest';
import { addMoney, sumMoney } from '#shared/domain/money.ts';
import { invoicePlanOn, readAll } from './payableInvoices.ts';
import { approval } from './sageCompanyPlans.ts';
import { adapters, companyOver, dialect, got, sampleFiles, withConnection } from './sageCompanyRig.ts';

const files = sampleFiles();

describe.each(adapters)('a payable invoice over $name', (adapter) => {
  const sums = (file: string, record: string) =>
    withConnection(adapter, file, async (connection) => {
      const texts = async (sql: string) => (await connection.query(sql)).map(({ amount }) => String(amount));
      const text = (column: string) => `CAST(${column} AS varchar(20)) AS amount`;
      const ledger = `SELECT lgrrec FROM ${dialect.table('acpinv')} WHERE recnum = ${record}`;
      return {
        costs: sumMoney(
          await texts(`SELECT ${text('cstamt')} FROM ${dialect.table('jobcst')} WHERE lgrrec IN (${ledger})`),
        ),
        debits: sumMoney(
          await texts(`SELECT ${text('dbtamt')} FROM ${dialect.table('lgtnln')} WHERE recnum IN (${ledger})`),
        ),
        credits: sumMoney(
          await texts(`SELECT ${text('crdamt')} FROM ${dialect.table('lgtnln')} WHERE recnum IN (${ledger})`),
        ),
      };
    });

  it('on a subcontract is there once, whole, with its costs, its ledger transaction and the totals of the subcontract', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    const running = (await readAll(company, 'subcontract')).find(
      ({ status, lines }) => status === '4' && lines.length > 1,
    );
    if (running === undefined) throw new Error('The sample company has no running subcontract');
    const plan = await invoicePlanOn(company, { type: 'subcontract', record: running });
    const outcome = await company.apply(plan, approval('invoice'));
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
    expect(outcome.receipt).toMatchObject({ number: 'HE-0042', differences: 0 });
    const { record } = outcome.receipt;
    const written = got(await company.record('payableInvoice', record));
    expect(written).toMatchObject({
      number: 'HE-0042',
      vendor: running.vendor,
      subcontract: running.number,
      total: '1300.00',
      retainage: '130.00',
      net: '1170.00',
    });
    expect(sumMoney(written?.lines.map(({ amount }) => amount) ?? [])).toBe('1300.00');
    expect(await sums(file, record)).toEqual({ costs: '1300.00', debits: '1300.00', credits: '1300.00' });
    const after = got(await company.record('subcontract', running.record));
    expect(after?.invoiced).toBe(addMoney(running.invoiced, '1300.00'));
    expect(sumMoney(after?.lines.map(({ billed }) => billed) ?? [])).toBe(after?.invoiced);
    expect(sumMoney(after?.lines.map(({ remaining }) => remaining) ?? [])).toBe(after?.balance);
    expect(await company.apply(plan, approval('invoice'))).toMatchObject({ outcome: 'alreadyApplied' });
    expect(await company.apply(plan, approval('again'))).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.check', sentence: expect.stringContaining('HE-0042') },
    });
  });

  it('on a purchase order counts as received', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    const open = (await readAll(company, 'purchaseOrder')).find(
      ({ status, lines }) => status === '1' && lines.length > 1,
    );
    if (open === undefined) throw new Error('The sample company has no open purchase order');
    const plan = await invoicePlanOn(company, { type: 'purchaseOrder', record: open });
    const outcome = await company.apply(plan, approval('invoice'));
    if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
    const after = got(await company.record('purchaseOrder', open.record));
    expect([after?.received, after?.balance]).toEqual([
      addMoney(open.received, '1300.00'),
      addMoney(open.balance, '-1300.00'),
    ]);
    expect(got(await company.record('payableInvoice', outcome.receipt.record))).toMatchObject({
      purchaseOrder: open.number,
    });
  });

  it('is not written when somebody invoiced the subcontract meanwhile', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    const [first] = (await readAll(company, 'subcontract')).filter(({ status }) => status === '4');
    if (first === undefined) throw new Error('The sample company has no running subcontract');
    const plan = await invoicePlanOn(company, { type: 'subcontract', record: first });
    await withConnection(adapter, file, (connection) =>
      connection.query(`UPDATE ${dialect.table('subcon')} SET invttl = '1.00' WHERE recnum = ${first.record}`),
    );
    const before = (await readAll(company, 'payableInvoice')).length;
    expect(await company.apply(plan, approval('invoice'))).toMatchObject({ outcome: 'notApplied' });
    expect(await readAll(company, 'payableInvoice')).toHaveLength(before);
  });
});
