import { expect, test } from 'vitest';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { value } from './clearstoryRig.ts';
import { startClientRig } from './procoreClientRig.ts';

const origin = (id: string) => ({ id, code: id.slice(-4) });
const none = { id: null, code: null };

/** Every kind of write, in an order in which each finds what it needs. */
const calls: readonly ((ids: Record<string, string>) => ProcoreCall)[] = [
  () => ({
    op: 'project.upsert',
    originId: 'plumbline:sample:job:2409',
    originCode: '2409',
    template: null,
    fields: { name: 'Harborview Lofts Building B', number: '2409', city: 'Tacoma', state: 'WA', value: '10985000.00' },
  }),
  () => ({
    op: 'vendor.upsert',
    originId: 'plumbline:sample:vendor:1310',
    originCode: '1310',
    fields: { name: 'Summit Elevator Company' },
  }),
  () => ({ op: 'vendor.update', vendor: '77001', fields: { phone: '253 555-0101' } }),
  () => ({ op: 'vendor.origin', vendor: '77001', origin: origin('plumbline:sample:vendor:1000') }),
  () => ({
    op: 'costCodes.company',
    list: 'Sage 100 Standard Cost Codes',
    codes: [
      { originId: 'plumbline:sample:code:1010.000', code: '1010.000', name: 'Project manager' },
      { originId: 'plumbline:sample:code:9999.000', code: '9999.000', name: 'New code' },
    ],
  }),
  () => ({ op: 'costTypes.company', types: [{ originId: 'plumbline:sample:type:1', code: 'M', name: 'Material' }] }),
  ({ clinic = '' }) => ({ op: 'project.origin', project: clinic, origin: origin('plumbline:sample:job:2402') }),
  ({ lofts = '' }) => ({
    op: 'subJob.upsert',
    project: lofts,
    originId: 'plumbline:sample:2403:1',
    code: '1',
    name: 'Core and shell',
  }),
  ({ branch = '' }) => ({
    op: 'costCodes.project',
    project: branch,
    list: null,
    codes: [
      { originId: 'plumbline:sample:2407:2010.000', code: '2010.000', name: 'Clearing and grubbing', types: ['S'] },
    ],
  }),
  ({ branch = '' }) => ({
    op: 'budget.rows',
    project: branch,
    rows: [{ code: '2010.000', type: 'S', subJob: null, amount: '12345.67' }],
  }),
  ({ clinic = '', contract = '', line = '' }) => ({
    op: 'commitment.origins',
    project: clinic,
    commitment: contract,
    type: 'subcontract',
    origin: origin('plumbline:sample:2402:SC-001'),
    lines: [{ id: line, originId: 'plumbline:sample:2402:SC-001:1' }],
  }),
  ({ clinic = '', contract = '', pack = '' }) => ({
    op: 'change.origin',
    project: clinic,
    package: pack,
    commitment: contract,
    origin: origin('plumbline:sample:2402:SC-001:001'),
  }),
  ({ clinic = '', contract = '', invoice = '' }) => ({
    op: 'invoice.origin',
    project: clinic,
    commitment: contract,
    invoice,
    origin: origin('plumbline:sample:2402:HP-1042'),
  }),
  ({ clinic = '', contract = '', invoice = '' }) => ({
    op: 'invoice.origin',
    project: clinic,
    commitment: contract,
    invoice,
    origin: none,
  }),
];

test('every kind of write is done, and doing it again changes nothing', async () => {
  const rig = await startClientRig();
  const { account } = rig;
  const { control } = rig.sandbox;
  const contract = rig.contract('SC-001');
  const ids = {
    clinic: rig.project('2402'),
    lofts: rig.project('2403'),
    branch: rig.project('2407'),
    contract,
    line: control.records('contractLines').find((line) => line.contract_id === contract)?.id ?? '',
    pack: control.records('changeOrders').find((order) => order.contract_id === contract)?.package_id ?? '',
    invoice: control.records('requisitions').find((one) => one.invoice_number === 'HP-1042')?.id ?? '',
  };
  for (const make of calls) {
    const call = make(ids);
    const first = value(await account.write(call, []));
    const after = withoutTimes(control.snapshot());
    const second = value(await account.write(call, []));
    expect(second, call.op).toBe(first);
    expect(withoutTimes(control.snapshot()) === after, call.op).toBe(true);
  }
  expect(control.one('commitments', contract).origin_id).toBe('plumbline:sample:2402:SC-001');
  expect(control.records('projects').find(({ origin_id }) => origin_id === 'plumbline:sample:job:2409')).toMatchObject({
    name: 'Harborview Lofts Building B',
    total_value: '10985000.00',
  });
  expect(control.records('vendors').filter(({ name }) => name === 'Summit Elevator Company')).toHaveLength(1);
  expect(control.records('budgetLines').some((line) => line.original_budget_amount === '12345.67')).toBe(true);
  // The owner's side is never written.
  expect(control.writes().filter(({ path }) => path.includes('prime'))).toEqual([]);
});

/** `updated_at` moves with every write, also one that changes nothing. */
function withoutTimes(snapshot: unknown): string {
  return JSON.stringify(snapshot, (name, field) => (name === 'updated_at' || name === 'nextId' ? undefined : field));
}
