import { describe, expect, it } from 'vitest';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import {
  appendPlan,
  applied,
  approval,
  createPlan,
  dashedJob,
  plainJob,
  planOf,
  sampleFingerprint,
  step,
  take,
  text,
} from './sageCompanyPlans.ts';
import {
  adapters,
  companyOver,
  everyChangeOrder,
  got,
  rowCounts,
  sampleFiles,
  withConnection,
} from './sageCompanyRig.ts';

const files = sampleFiles();

async function firstOpenOrder(company: SageCompany) {
  const orders = await everyChangeOrder(company);
  const found = orders.find(
    ({ job, status, locked, invoiced, budget }) =>
      job === plainJob && status === '3' && !locked && invoiced === null && budget.length > 0,
  );
  if (found === undefined) throw new Error('The sample company has no open change order');
  return found;
}

describe.each(adapters)('applying a plan over $name', (adapter) => {
  const over = (file: string) => companyOver(() => adapter.open(file));

  it('creates a change order with both grids and says exactly what it wrote', async () => {
    const file = files.fresh();
    const company = over(file);
    const before = await everyChangeOrder(company);
    const plan = createPlan({ amounts: ['125.50', '-1234567890.12'] });
    const { receipt, changeOrder } = applied(await company.apply(plan, approval('transfer-1')));
    const nextRecord = String(Math.max(...before.map(({ record }) => Number(record))) + 1);
    expect(receipt).toMatchObject({
      operationKey: 'transfer-1',
      planHash: 'hash of the plan',
      fingerprint: sampleFingerprint,
      record: nextRecord,
      number: '9',
      differences: 0,
    });
    expect(receipt.rows.map(({ step, table, key }) => [step, table, key])).toEqual([
      ['header', 'prmchg', { recnum: nextRecord }],
      ['prime.0', 'pmcgln', { recnum: nextRecord, linnum: '1' }],
      ['prime.1', 'pmcgln', { recnum: nextRecord, linnum: '2' }],
      ['budget.0', 'sbcgln', { recnum: nextRecord, linnum: '1' }],
      ['budget.1', 'sbcgln', { recnum: nextRecord, linnum: '2' }],
    ]);
    for (const { columns } of receipt.rows) for (const { planned, readBack } of columns) expect(readBack).toBe(planned);
    expect(changeOrder).toMatchObject({
      record: nextRecord,
      job: plainJob,
      phase: '0',
      status: '2',
      requested: '125.50',
      updated: '2026-11-22 02:00:00.000',
      prime: [
        { line: '1', requested: '125.50', approved: '0.00', costCode: '15180.000', costType: '4' },
        { line: '2', requested: '-1234567890.12' },
      ],
      budget: [
        { line: '1', amount: '125.50' },
        { line: '2', amount: '-1234567890.12', status: null, vendor: null },
      ],
    });
    expect(got(await company.changeOrder(nextRecord))).toEqual(changeOrder);
    expect(await everyChangeOrder(company)).toEqual([...before, changeOrder]);
  });

  it('points each line to its header twice: by record number and by row id', async () => {
    const file = files.fresh();
    const company = over(file);
    const created = applied(await company.apply(createPlan(), approval('transfer-1'))).changeOrder;
    const target = await firstOpenOrder(company);
    applied(await company.apply(appendPlan(target, { was: target.cost, will: '1.00' }), approval('transfer-2')));
    const strays = await withConnection(adapter, file, (connection) =>
      connection.query(
        'SELECT l.linnum AS line FROM sbcgln l JOIN prmchg h ON h.recnum = l.recnum WHERE h.recnum IN (?, ?) AND h._idnum <> l._idref',
        [created.record, target.record],
      ),
    );
    expect(strays).toEqual([]);
  });

  it('appends lines after the last one, raises a total, and leaves every other change order alone', async () => {
    const company = over(files.fresh());
    const before = await everyChangeOrder(company);
    const target = await firstOpenOrder(company);
    const last = Math.max(...target.budget.map(({ line }) => Number(line)));
    const { changeOrder, receipt } = applied(
      await company.apply(appendPlan(target, { was: target.cost, will: '99.99' }), approval('transfer-1')),
    );
    expect(changeOrder.budget.slice(0, target.budget.length)).toEqual(target.budget);
    expect(changeOrder.budget.slice(target.budget.length).map(({ line, amount }) => [line, amount])).toEqual([
      [String(last + 1), '10.00'],
      [String(last + 2), '-0.01'],
    ]);
    expect(changeOrder).toMatchObject({ number: target.number, cost: '99.99', prime: target.prime });
    expect(receipt.number).toBe(target.number);
    const others = (orders: typeof before) => orders.filter(({ record }) => record !== target.record);
    expect(others(await everyChangeOrder(company))).toEqual(others(before));
  });

  it('takes the next number of the job and phase: right of the dash, 1 where there is none, each phase for itself', async () => {
    const company = over(files.fresh());
    const number = async (job: string, phase: string | null, key: string) =>
      applied(await company.apply(createPlan({ job, phase }), approval(key))).changeOrder.number;
    expect(await number(dashedJob, '1', 'a')).toBe('220-3');
    expect(await number(dashedJob, null, 'b')).toBe('220-2');
    expect(await number('2415', null, 'c')).toBe('1');
    expect(await number('2415', null, 'd')).toBe('2');
  });

  it('takes a typed number as it is', async () => {
    const company = over(files.fresh());
    const plan = createPlan({ number: text('chgnum', 'ASI 12/a') });
    expect(applied(await company.apply(plan, approval('a'))).receipt.number).toBe('ASI 12/a');
  });

  it('writes unicode, the widest amounts and the longest texts unchanged', async () => {
    const company = over(files.fresh());
    const description = 'Zoë – “5/8″” – naïve – 日本 😀';
    const notes = '日本語 – “ß” 😀 '.repeat(300);
    const amounts = ['9999999999.99', '-9999999999.99', '0.00', '-0.01'];
    const plan = createPlan({ description, amounts });
    const [header, ...lines] = plan.steps;
    if (header === undefined) throw new Error('A plan has steps');
    const withNotes = {
      ...plan,
      steps: [{ ...header, columns: [...header.columns, text('ntetxt', notes)] }, ...lines],
    };
    const { changeOrder } = applied(await company.apply(withNotes, approval('a')));
    expect(changeOrder.description).toBe(description);
    expect(changeOrder.notes).toBe(notes.trim());
    expect(changeOrder.budget.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('writes once however often the same push is applied', async () => {
    const file = files.fresh();
    const company = over(file);
    const first = applied(await company.apply(createPlan(), approval('transfer-1')));
    const counts = await rowCounts(adapter, file);
    const again = await company.apply(createPlan(), approval('transfer-1'));
    expect(again).toEqual({
      outcome: 'alreadyApplied',
      marker: { planHash: 'hash of the plan', record: first.receipt.record, number: first.receipt.number },
      changeOrder: first.changeOrder,
    });
    expect(await rowCounts(adapter, file)).toEqual(counts);
    expect(got(await company.lookUp(createPlan(), approval('transfer-1')))).toEqual(
      again.outcome === 'alreadyApplied' ? again.marker : null,
    );
    expect(got(await company.lookUp(createPlan(), approval('transfer-2')))).toBeNull();
  });

  it('updates the line that a step names, compares what was there by value, and deletes a row when told to', async () => {
    const company = over(files.fresh());
    const target = await firstOpenOrder(company);
    const [line] = target.budget;
    const key = { recnum: target.record, linnum: line?.line ?? '' };
    const prime = { recnum: target.record, linnum: target.prime[0]?.line ?? '' };
    const plan = planOf({
      target: { job: target.job, phase: target.phase, record: target.record, number: target.number },
      steps: [
        // 12.5 for 12.50 and 0 for no phase: the same values to Sage.
        step(
          'phase',
          'update',
          'prmchg',
          { recnum: target.record },
          { ...text('phsnum', null), was: '0' },
          { ...text('cstamt', '7'), was: `${target.cost}0` },
        ),
        step(
          'budget',
          'update',
          'sbcgln',
          key,
          { ...text('bdgprc', '12.5'), was: line?.amount ?? '' },
          take('usrdf1', 'user'),
        ),
        step('prime', 'delete', 'pmcgln', prime),
      ],
    });
    const { changeOrder, receipt } = applied(await company.apply(plan, approval('a')));
    expect(changeOrder.cost).toBe('7.00');
    expect(changeOrder.budget[0]).toEqual({ ...line, amount: '12.50' });
    expect(changeOrder.prime).toEqual(target.prime.slice(1));
    expect(receipt.rows.at(-1)).toEqual({ step: 'prime', table: 'pmcgln', key: prime, columns: [] });
  });
});
