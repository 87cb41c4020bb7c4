import { expect, test } from 'vitest';
import { procoreChangeSchema, procoreCommitmentSchema } from '#shared/domain/procore/records.ts';
import { createProcoreAccount } from '../../electron/clouds/procore/client.ts';
import { failureOf, value } from './clearstoryRig.ts';
import { type Answer, startFarEnd } from './procoreRig.ts';
import { changeLine, changeOrder, changePackage, line, subcontract, wbsCodes } from './procoreWire.ts';

const inside = '/rest/v1.0/projects/225096';
const v2 = '/rest/v2.0/companies/1001/projects/225096';

/** A far end that answers these paths, and nothing else. */
async function startAccount(answers: Readonly<Record<string, unknown>>) {
  const all: Readonly<Record<string, unknown>> = {
    [`${inside}/work_breakdown_structure/wbs_codes`]: wbsCodes,
    '/rest/v1.0/work_order_contracts': [],
    '/rest/v1.0/purchase_order_contracts': [],
    ...answers,
  };
  const farEnd = await startFarEnd(({ path }): Answer | null => {
    const body = all[path];
    return body === undefined ? null : { body };
  });
  return { ...farEnd, account: createProcoreAccount(farEnd.options) };
}

const all = { updatedFrom: null };

test('a subcontract comes with its lines, its coding whole and its text plain', async () => {
  const { account, calls } = await startAccount({ '/rest/v1.0/work_order_contracts': [subcontract()] });
  const { records, unreadable } = value(await account.commitments('225096', all));
  expect(unreadable).toEqual([]);
  expect(procoreCommitmentSchema.parse(records[0])).toEqual({
    id: '41',
    project: '225096',
    type: 'subcontract',
    number: 'SC-001',
    title: 'Electrical',
    description: 'Furnish & install\n- panels',
    status: 'Approved',
    vendor: '7712',
    vendorName: 'Harbor Electric LLC',
    byUnits: false,
    retainagePercent: '10.00',
    contractDate: '2026-02-10',
    startDate: '2026-02-15',
    completionDate: null,
    deliveryDate: null,
    grandTotal: '250000.00',
    approvedChanges: '12000.00',
    currency: 'USD',
    deleted: false,
    lines: [
      {
        id: '177',
        position: 1,
        description: 'Rough-in',
        amount: '150000.00',
        quantity: '0.00',
        unitCost: '0.00',
        unit: null,
        taxCode: null,
        coding: {
          wbsCode: '8800200',
          costCode: '1600',
          fullCode: '26-100',
          costType: '49',
          costTypeCode: 'S',
          subJob: null,
        },
        origin: { id: null, code: null, data: null },
      },
    ],
    origin: { id: null, code: null, data: null },
    createdAt: '2026-02-10T00:00:00.000Z',
    updatedAt: '2026-03-02T00:00:00.000Z',
  });
  const asked = calls().find(({ path }) => path === '/rest/v1.0/work_order_contracts');
  expect(asked?.query.get('view')).toBe('extended');
  expect(asked?.query.get('filters[include_deleted]')).toBe('with');
});

test('a purchase order whose list brings no lines gets them of its own, with unit prices exact', async () => {
  const { account } = await startAccount({
    '/rest/v1.0/purchase_order_contracts': [
      subcontract({
        id: 52,
        number: 'PO-007',
        accounting_method: 'unit',
        line_items: undefined,
        deleted_at: '2026-03-03',
      }),
    ],
    '/rest/v1.0/purchase_order_contracts/52/line_items': [
      line({ id: 8, quantity: '3.0', unit_cost: '0.3333', uom: 'EA' }),
    ],
  });
  const [order] = value(await account.commitments('225096', all)).records;
  expect(order).toMatchObject({ type: 'purchaseOrder', byUnits: true, deleted: true });
  expect(order?.lines).toMatchObject([{ id: '8', quantity: '3.00', unitCost: '0.3333', unit: 'EA' }]);
});

test('a commitment with a line that cannot be read stands beside the good ones', async () => {
  const { account } = await startAccount({
    '/rest/v1.0/work_order_contracts': [
      subcontract(),
      subcontract({ id: 42, line_items: [line(), line({ id: 178, amount: undefined })] }),
    ],
  });
  const { records, unreadable } = value(await account.commitments('225096', all));
  expect(records.map(({ id }) => id)).toEqual(['41']);
  expect(unreadable).toMatchObject([{ id: '42', reason: 'line 2: amount is missing' }]);
  expect(unreadable[0]?.payload).toContain('178');
});

test('a change order comes with the lines of v2 and the origin that its package carries', async () => {
  const { account } = await startAccount({
    [`${inside}/commitment_change_orders`]: [changeOrder()],
    [`${v2}/commitment_change_orders/9001/line_items`]: { data: [changeLine()] },
    '/rest/v1.0/change_order_packages/3': changePackage({ origin_id: 'plumbline:acme:change:1' }),
  });
  const { records } = value(await account.changes('225096', all));
  expect(procoreChangeSchema.parse(records[0])).toMatchObject({
    id: '9001',
    commitment: '41',
    package: '3',
    revision: '0',
    description: 'Panel B',
    grandTotal: '12000.00',
    origin: { id: 'plumbline:acme:change:1' },
    lines: [
      {
        id: '188',
        amount: '12000.00',
        quantity: '1.00',
        commitmentLine: '177',
        coding: { fullCode: '26-100', costTypeCode: 'S' },
      },
    ],
  });
});

test('a change order whose package is not shown cannot be read, because nobody knows whose it is', async () => {
  const { account } = await startAccount({
    [`${inside}/commitment_change_orders`]: [changeOrder()],
    [`${v2}/commitment_change_orders/9001/line_items`]: { data: [] },
  });
  expect(value(await account.changes('225096', all))).toMatchObject({
    records: [],
    unreadable: [{ id: '9001', reason: 'its change order package is not shown' }],
  });
});

test('many change orders take their origins from one list where its rows tell them', async () => {
  const orders = [1, 2, 3].map((id) => changeOrder({ id, legacy_package_id: 100 + id }));
  const { account, calls } = await startAccount({
    [`${inside}/commitment_change_orders`]: orders,
    ...Object.fromEntries([1, 2, 3].map((id) => [`${v2}/commitment_change_orders/${id}/line_items`, { data: [] }])),
    '/rest/v1.0/change_order_packages': [101, 102].map((id) => ({ id, contract_id: 41, origin_id: `o-${id}` })),
    '/rest/v1.0/change_order_packages/103': changePackage({ id: 103, origin_id: 'o-103' }),
  });
  const { records } = value(await account.changes('225096', all));
  expect(records.map(({ origin }) => origin.id)).toEqual(['o-101', 'o-102', 'o-103']);
  expect(calls().filter(({ path }) => path.startsWith('/rest/v1.0/change_order_packages'))).toHaveLength(2);
});

const potential = { id: 4, contract_id: 41, change_order_request_id: 6, change_order_tiers: 3 };

test('three tiers: the package stands for the change order, with its lines, and prime contracts’ are left out', async () => {
  const { account } = await startAccount({
    [`${inside}/commitment_change_orders`]: [],
    '/rest/v1.0/potential_change_orders': [potential],
    '/rest/v1.0/change_order_packages': [3, 7].map((id) => ({ id, contract_id: 41 })),
    '/rest/v1.0/change_order_packages/3': changePackage({
      line_items: [line({ id: 188, amount: undefined, extended_amount: '12000.0' })],
    }),
    '/rest/v1.0/change_order_packages/7': changePackage({ id: 7, type: 'PrimeContractChangeOrder' }),
  });
  const { records } = value(await account.changes('225096', all));
  expect(records).toMatchObject([
    {
      id: 'package-3',
      package: '3',
      commitment: '41',
      lines: [{ id: '188', amount: '12000.00', commitmentLine: null }],
    },
  ]);
});

test('three tiers: lines that the package does not bring come from the potential change orders in it', async () => {
  const { account } = await startAccount({
    '/rest/v1.0/potential_change_orders': [potential, { ...potential, id: 5, change_order_request_id: null }],
    '/rest/v1.0/change_order_packages': [{ id: 3, contract_id: 41 }],
    '/rest/v1.0/change_order_packages/3': changePackage(),
    '/rest/v1.0/change_order_requests': [{ id: 6, change_order_package_id: 3 }],
    '/rest/v1.0/potential_change_orders/4/line_items': [line({ id: 190, amount: '12000.00' })],
  });
  const { records } = value(await account.changes('225096', all));
  expect(records).toMatchObject([{ id: 'package-3', lines: [{ id: '190', amount: '12000.00' }] }]);
});

test('three tiers: a package that cannot be read stands beside the good ones', async () => {
  const { account } = await startAccount({
    [`${inside}/commitment_change_orders`]: [],
    '/rest/v1.0/potential_change_orders': [potential],
    '/rest/v1.0/change_order_packages': [3, 8].map((id) => ({ id, contract_id: 41 })),
    '/rest/v1.0/change_order_packages/3': changePackage({ line_items: [line({ amount: '12000.0' })] }),
    '/rest/v1.0/change_order_packages/8': changePackage({ id: 8, grand_total: undefined }),
  });
  const { records, unreadable } = value(await account.changes('225096', all));
  expect(records.map(({ id }) => id)).toEqual(['package-3']);
  expect(unreadable).toMatchObject([{ id: 'package-8', reason: 'grand_total is missing' }]);
});

test('change orders that the app may not see are told, not taken for none', async () => {
  const { account } = await startAccount({ '/rest/v1.0/potential_change_orders': [] });
  expect(failureOf(await account.changes('225096', all)).code).toBe('procore.notVisible');
});

test('a budget code that the project does not list is looked for once, not with every reading', async () => {
  const odd = line({ wbs_code: { id: 4711 } });
  const { account, calls } = await startAccount({
    '/rest/v1.0/work_order_contracts': [subcontract({ line_items: [odd] })],
  });
  for (let reading = 0; reading < 3; reading += 1) {
    const [record] = value(await account.commitments('225096', all)).records;
    expect(record?.lines[0]?.coding).toMatchObject({ wbsCode: '4711', fullCode: '26-100', costTypeCode: 'S' });
  }
  expect(calls().filter(({ path }) => path.endsWith('/wbs_codes'))).toHaveLength(1);
});
