import { describe, expect, it } from 'vitest';
import { addMoney, sumMoney } from '#shared/domain/money.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { BilledCommitment } from '#shared/domain/plans/payableInvoice/input.ts';
import { planPayableInvoice } from '#shared/domain/plans/payableInvoice.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { SageCompany, SageRecords } from '../../electron/engine/ports/sageCompany.ts';
import { billing, invoice, workItem } from '../unit/procore/invoices.ts';
import { planning, planOf } from '../unit/procore/planning.ts';
import { approval } from './sageCompanyPlans.ts';
import { adapters, companyId, companyOver, dialect, got, sampleFiles, withConnection } from './sageCompanyRig.ts';

/** Plans of payable invoices by the planner itself, from what the sample company says, written by the executor. */

const files = sampleFiles();

async function all<K extends SageKind>(company: SageCompany, kind: K): Promise<readonly SageRecords[K][]> {
  return got(await company.read(kind, { changedFrom: null, after: null })).records;
}

/** Two lines, 10 % held back. */
const application = invoice({
  items: [workItem('601', '1200.50', '120.05', '1080.45'), workItem('602', '99.50', '9.95', '89.55')],
  paymentDue: '1170.00',
});

async function planOn(company: SageCompany, commitment: BilledCommitment): Promise<Plan> {
  const { record } = commitment;
  const jobs = await all(company, 'job');
  const vendors = await all(company, 'vendor');
  const { catalog } = got(await company.inspect('sampleFile', '2026-11-22T09:00:00.000Z'));
  const lines = record.lines.map(({ line }) => line);
  const given = billing(application, {
    planning: planning({ company: companyId, catalog, item: { id: 'p:1280646', number: '2', snapshotHash: 'h' } }),
    commitment,
    lineOf: new Map(application.items.map(({ id }, index) => [id, lines[index % lines.length] ?? ''])),
    facts: {
      job: jobs.find(({ number }) => number === record.job) ?? null,
      vendor: vendors.find(({ number }) => number === record.vendor) ?? null,
      accounts: await all(company, 'ledgerAccount'),
      invoices: (await all(company, 'payableInvoice')).filter(({ vendor }) => vendor === record.vendor),
      linked: new Set(),
    },
    posting: { cost: '5000', payables: '2000', retention: '2010' },
  });
  return planOf(planPayableInvoice(given));
}

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
    const running = (await all(company, 'subcontract')).find(({ status, lines }) => status === '4' && lines.length > 1);
    if (running === undefined) throw new Error('The sample company has no running subcontract');
    const plan = await planOn(company, { type: 'subcontract', record: running });
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
    const open = (await all(company, 'purchaseOrder')).find(({ status, lines }) => status === '1' && lines.length > 1);
    if (open === undefined) throw new Error('The sample company has no open purchase order');
    const plan = await planOn(company, { type: 'purchaseOrder', record: open });
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
    const [first] = (await all(company, 'subcontract')).filter(({ status }) => status === '4');
    if (first === undefined) throw new Error('The sample company has no running subcontract');
    const plan = await planOn(company, { type: 'subcontract', record: first });
    await withConnection(adapter, file, (connection) =>
      connection.query(`UPDATE ${dialect.table('subcon')} SET invttl = '1.00' WHERE recnum = ${first.record}`),
    );
    const before = (await all(company, 'payableInvoice')).length;
    expect(await company.apply(plan, approval('invoice'))).toMatchObject({ outcome: 'notApplied' });
    expect(await all(company, 'payableInvoice')).toHaveLength(before);
  });
});
