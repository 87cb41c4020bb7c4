import { describe, expect, it } from 'vitest';
import { compareRecord } from '#shared/domain/handEntry/compareRecord.ts';
import type { ApplyOutcome } from '../../electron/engine/ports/sageCompany.ts';
import { takeLock } from '../../electron/sage/executor/lock.ts';
import { subcontractPlan, vendorPlan } from './otherRecordPlans.ts';
import { approval, createPlan } from './sageCompanyPlans.ts';
import { adapters, companyOver, dialect, got, rowCounts, sampleFiles, withConnection } from './sageCompanyRig.ts';

const files = sampleFiles();

function receiptOf(outcome: ApplyOutcome) {
  if (outcome.outcome !== 'applied') throw new Error(`Not applied: ${JSON.stringify(outcome)}`);
  expect(outcome.changeOrder).toBeNull();
  return outcome.receipt;
}

describe.each(adapters)('records besides change orders over $name', (adapter) => {
  const over = (file: string) => companyOver(() => adapter.open(file));

  it('are written once: a vendor, known by its record number', async () => {
    const file = files.fresh();
    const company = over(file);
    const counts = await rowCounts(adapter, file);
    const receipt = receiptOf(await company.apply(vendorPlan(), approval('vendor')));
    expect(receipt.number).toBe(receipt.record);
    const marker = { record: receipt.record, number: receipt.record, planHash: 'hash of the plan' };
    const again = await company.apply(vendorPlan(), approval('vendor'));
    expect(again).toEqual({ outcome: 'alreadyApplied', marker, changeOrder: null });
    expect(got(await company.lookUp(vendorPlan(), approval('vendor')))).toEqual(marker);
    expect(got(await company.lookUp(vendorPlan(), approval('another')))).toBeNull();
    const after = await rowCounts(adapter, file);
    const vendors = dialect.table('actpay');
    expect(Number(after[vendors])).toBe(Number(counts[vendors]) + 1);
  });

  it('are read back with their lines: a subcontract, known by the number that was typed', async () => {
    const file = files.fresh();
    const company = over(file);
    const vendor = receiptOf(await company.apply(vendorPlan(), approval('vendor')));
    const receipt = receiptOf(await company.apply(subcontractPlan({ vendor: vendor.record }), approval('subcontract')));
    expect(receipt).toMatchObject({ number: 'SC-77', differences: 0 });
    expect(receipt.rows.map(({ table, key }) => [table, key.recnum, key.linnum])).toEqual([
      ['subcon', receipt.record, undefined],
      ['sbcnln', receipt.record, '1'],
      ['sbcnln', receipt.record, '2'],
    ]);
  });

  it('under a proof of other content are refused in their own words', async () => {
    const company = over(files.fresh());
    const { record } = receiptOf(await company.apply(vendorPlan(), approval('vendor')));
    const outcome = await company.apply(vendorPlan('Another'), approval('vendor', 'another hash'));
    expect(outcome).toMatchObject({
      outcome: 'notApplied',
      failure: {
        code: 'sage.markerConflict',
        sentence: `This push is in Sage already as vendor ${record} (record ${record}), but with other content than was approved now. Nothing was saved.`,
        remedy:
          'Open it in the queue: link it under “Is it in Sage?” as it stands in Sage 4-4, or drop this push. It is not written again.',
      },
    });
  });

  it('wait for a push of the same key', async () => {
    const file = files.fresh();
    const company = over(file);
    await withConnection(adapter, file, async (other) => {
      await other.begin();
      got(await takeLock(other, dialect, vendorPlan()));
      expect(await company.apply(vendorPlan(), approval('a'))).toMatchObject({
        outcome: 'notApplied',
        failure: { next: 'retry', code: 'sage.locked' },
      });
      await other.rollback();
    });
    receiptOf(await company.apply(vendorPlan(), approval('a')));
  });

  it('look for no proof in change orders, whatever is kept there', async () => {
    const company = over(files.fresh());
    expect((await company.apply(createPlan(), approval('change order'))).outcome).toBe('applied');
    const search = { ...approval('vendor'), stores: ['sampleFile', 'recordFields'] as const };
    expect(got(await company.lookUp(vendorPlan(), search))).toBeNull();
  });

  it('that people typed are found by name or number, with their lines', async () => {
    const company = over(files.fresh());
    expect(got(await company.typedRecords(vendorPlan(), null))).toEqual([]);
    const vendor = receiptOf(await company.apply(vendorPlan(), approval('vendor')));
    const [found, ...others] = got(await company.typedRecords(vendorPlan(), null));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ record: vendor.record, headers: { header: { vndnme: 'Bay Area Glazing' } } });
    const plan = subcontractPlan({ vendor: vendor.record });
    receiptOf(await company.apply(plan, approval('subcontract')));
    const [typed] = got(await company.typedRecords(plan, null));
    expect(typed?.lines.sbcnln?.map(({ linnum, amount }) => [linnum, amount])).toEqual([
      ['1', '500.00'],
      ['2', '20.25'],
    ]);
    if (typed === undefined) throw new Error('Not found');
    expect(compareRecord(plan, typed, (_, value) => value).differences).toEqual([]);
    const other = subcontractPlan({ vendor: vendor.record, amounts: ['500.00', '20.24', '1.00'] });
    expect(
      compareRecord(other, typed, (_, value) => value).differences.map(({ label, planned, typed: now }) => [
        label,
        planned,
        now,
      ]),
    ).toEqual([
      ['Original Contract', '20.24', '20.25'],
      ['line.2', 'typed', 'not there'],
    ]);
  });
});
