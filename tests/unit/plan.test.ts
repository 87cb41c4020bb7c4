import { expect, it } from 'vitest';
import { headerTable, namedSums, type Plan, planKinds, planSchema } from '#shared/domain/plan.ts';
import { headerOf, recordWords } from '#shared/domain/sage/schema/headers.ts';
import { columnOf } from '#shared/domain/sage/schema/tables.ts';
import { planHash } from '../../electron/engine/context.ts';
import { given, planned } from './planner/given.ts';

/** As every plan was stored before there were other kinds. */
const stored: Plan = {
  format: 1,
  kind: 'changeOrder.append',
  company: 'acme' as Plan['company'],
  fingerprint: 'print',
  businessKey: 'job/2402',
  target: { job: '2402', phase: '0', record: '1008', number: '7' },
  sources: [{ corId: 'cor-12', number: '12', snapshotHash: 'snapshot' }],
  checks: [],
  steps: [
    {
      id: 'p1',
      op: 'insert',
      table: 'pmcgln',
      key: {},
      columns: [{ column: 'linnum', cell: { kind: 'take', rule: 'line', preview: '3' }, origin: 'taken' }],
      corId: 'cor-12',
      title: 'Prime line',
    },
  ],
  controls: { lines: 1, requested: '10.00', approved: '9.00', budget: '8.00' },
  title: 'COR 12 into change order 7 of job 2402',
  warnings: [],
  undo: [],
};

it('a change order that was approved before there were other kinds is read as it was, with the same hash', () => {
  const text = JSON.stringify(stored);
  const read = planSchema.parse(JSON.parse(text));
  expect(JSON.stringify(read)).toBe(text);
  // The proof in Sage holds this hash: another one would look like other content under the same key.
  expect(planHash(read)).toBe('c208dd8582e5d3bab2117950f29212d2bfc5fac899a1c4a314dd7a6995e3d28d');
  expect([headerTable(read), recordWords(read, '7')]).toEqual(['prmchg', 'change order 7 of job 2402']);
  expect(namedSums(read).map(({ label, amount }) => `${label} ${amount}`)).toEqual([
    'Requested 10.00',
    'Approved 9.00',
    'Budget 8.00',
  ]);
});

it('the plan of a change order stays as it is when it is stored and read', () => {
  const plan = planned(given());
  expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

it('a plan of another record names its header and its sums', () => {
  const vendor: Plan = {
    ...stored,
    kind: 'vendor.create',
    businessKey: 'vendors',
    target: { job: '', phase: '0', table: 'actpay', record: null, number: null },
    controls: { lines: 0, sums: [] },
  };
  const read = planSchema.parse(JSON.parse(JSON.stringify(vendor)));
  expect(read).toEqual(vendor);
  expect(recordWords(read, '512')).toBe('vendor 512');
  const subcontract: Plan = {
    ...vendor,
    kind: 'subcontract.create',
    target: { ...stored.target, table: 'subcon', record: null, number: null },
    controls: { lines: 2, sums: [{ label: 'Contract', amount: '700.00' }] },
  };
  expect(namedSums(planSchema.parse(subcontract))).toEqual([{ label: 'Contract', amount: '700.00' }]);
  expect(recordWords(subcontract, 'SC-12')).toBe('subcontract SC-12 of job 2402');
});

it('every header has one key column and the number that people know it by', () => {
  for (const table of ['prmchg', 'subcon', 'pchord', 'acpinv', 'actrec', 'actpay', 'budget', 'cstcde']) {
    const header = headerOf({ target: { ...stored.target, table } });
    expect(header.table.key).toEqual(['recnum']);
    expect(columnOf(header.table, header.number).name).toBe(header.number);
  }
  expect(() => headerOf({ target: { ...stored.target, table: 'pmcgln' } })).toThrow("'pmcgln' is not described");
  expect(new Set(planKinds).size).toBe(planKinds.length);
});
