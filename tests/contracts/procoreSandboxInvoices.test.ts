import { expect, test } from 'vitest';
import { type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

const path = '/rest/v1.1/requisitions';
const p = (rig: ProcoreRig) => Number(rig.project('2402'));

async function invoice(rig: ProcoreRig, number: string) {
  const { json } = await rig.get(`${path}?project_id=${p(rig)}&view=items`);
  return json.find((one: { invoice_number: string }) => one.invoice_number === number);
}

const change = (rig: ProcoreRig, id: number, requisition: object) =>
  rig.ask('PATCH', `${path}/${id}`, { project_id: p(rig), commitment_id: 1, requisition });

test('the certificate adds up: earned less previous is what is due', async () => {
  const rig = await startProcoreRig();
  for (const { summary, items } of (await rig.get(`${path}?project_id=${p(rig)}&view=items`)).json) {
    const cents = (text: string) => Math.round(Number(text) * 100);
    expect(cents(summary.total_earned_less_retainage)).toBe(
      cents(summary.total_completed_and_stored_to_date) - cents(summary.total_retainage),
    );
    expect(cents(summary.current_payment_due)).toBe(
      cents(summary.total_earned_less_retainage) -
        cents(summary.less_previous_certificates_for_payment) +
        cents(summary.tax_applicable_to_this_payment),
    );
    const net = items.reduce((sum: number, item: { net_amount: string }) => sum + cents(item.net_amount), 0);
    expect(net + cents(summary.tax_applicable_to_this_payment)).toBe(cents(summary.current_payment_due));
  }
});

test('lines are left out unless asked for, v1.0 calls the certificate g702, and items come by kind', async () => {
  const rig = await startProcoreRig();
  const [bare] = (await rig.get(`${path}?project_id=${p(rig)}`)).json;
  expect(bare).not.toHaveProperty('items');
  expect(bare.percent_complete).toMatch(/%$/);
  const [old] = (await rig.get(`/rest/v1.0/requisitions?project_id=${p(rig)}`)).json;
  expect(old.g702).toEqual(bare.summary);
  const { id, item_packages: packages } = await invoice(rig, 'HP-1067');
  const items = async (kind: string) =>
    (await rig.get(`/rest/v1.0/requisitions/${id}/${kind}?project_id=${p(rig)}`)).json;
  expect([
    (await items('contract_items')).length,
    (await items('change_order_items')).length,
    (await items('contract_detail_items')).length,
  ]).toEqual([3, 3, 0]);
  expect((await items('change_order_items'))[0]).toMatchObject({
    change_order_package_id: packages[0].change_order_id,
  });
  expect((await items('detail'))[0]).toMatchObject({ balance_to_finish: expect.any(String), item_number: '1' });
});

test('an origin id makes an invoice immutable; the slot itself can be taken back', async () => {
  const rig = await startProcoreRig();
  const { id, items } = await invoice(rig, 'HP-1067');
  expect((await change(rig, id, { origin_id: 'p:2402:HP-1067' })).json).toMatchObject({
    origin_id: 'p:2402:HP-1067',
    deletable: false,
  });
  const locked = { errors: { base: ['The invoice is not editable because it has been synced with ERP'], fields: {} } };
  expect((await change(rig, id, { invoice_number: 'X' })).json).toEqual(locked);
  expect((await change(rig, id, { items: [{ id: items[0].id, work_completed_this_period: '1.00' }] })).json).toEqual(
    locked,
  );
  const bulk = `/rest/v1.0/requisitions/${id}/bulk_item_update?project_id=${p(rig)}`;
  expect((await rig.ask('PATCH', bulk, { requisition_items: [] })).json).toEqual(locked);
  expect((await rig.ask('DELETE', `${path}/${id}?project_id=${p(rig)}`)).json).toEqual(locked);
  const found = await rig.get(`${path}?project_id=${p(rig)}&filters[origin_id]=p:2402:HP-1067`);
  expect(found.json).toMatchObject([{ id }]);
  rig.sandbox.control.setFaults({ clearOrigin: 'refused' });
  expect((await change(rig, id, { origin_id: null })).json).toEqual(locked);
  rig.sandbox.control.setFaults({ clearOrigin: 'allowed' });
  expect((await change(rig, id, { origin_id: null })).json.origin_id).toBeNull();
  expect((await change(rig, id, { invoice_number: 'X' })).json.invoice_number).toBe('X');
});

test('a closed billing period keeps its invoices as they are', async () => {
  const rig = await startProcoreRig();
  const { id } = await invoice(rig, 'CB-9');
  expect((await change(rig, id, { invoice_number: 'X' })).json.errors.base).toEqual([
    expect.stringContaining('closed'),
  ]);
  const periods = `/rest/v1.0/projects/${p(rig)}/billing_periods`;
  const [closed] = (await rig.get(`${periods}?filters[status]=closed`)).json;
  await rig.ask('PATCH', `${periods}/${closed.id}`, { billing_period: { status: 'open' } });
  expect((await change(rig, id, { invoice_number: 'X' })).status).toBe(200);
  expect((await rig.ask('DELETE', `${periods}/${closed.id}`)).status).toBe(422);
});

test('only the latest invoice of a commitment can be deleted, and nothing tells that it was there', async () => {
  const rig = await startProcoreRig();
  const [first, second] = [await invoice(rig, 'HP-1042'), await invoice(rig, 'HP-1067')];
  expect((await rig.ask('DELETE', `${path}/${first.id}?project_id=${p(rig)}`)).status).toBe(422);
  expect((await rig.ask('DELETE', `${path}/${second.id}?project_id=${p(rig)}`)).status).toBe(204);
  expect((await rig.get(`${path}/${second.id}?project_id=${p(rig)}`)).status).toBe(404);
  expect(
    (await rig.get(`${path}?project_id=${p(rig)}&filters[is_last]=true&filters[commitment_id]=${first.commitment_id}`))
      .json,
  ).toMatchObject([{ id: first.id }]);
});

test('a new invoice starts where the last one ended, takes amounts by line and change orders by package', async () => {
  const rig = await startProcoreRig();
  const contract = rig.contract('SC-012');
  const { id: before, items } = await invoice(rig, 'STP-418');
  const made = await rig.ask('POST', path, {
    project_id: p(rig),
    commitment_id: Number(contract),
    requisition: {
      invoice_number: 'STP-419',
      status: 'under_review',
      items: [{ item_type: 'contract_item', line_item_id: items[1].line_item_id, work_completed_this_period: 250.25 }],
    },
  });
  expect(made).toMatchObject({ status: 201, json: { number: 3, previous_requisition_id: before } });
  expect(
    made.json.items.map((item: Record<string, string>) => [
      item.work_completed_from_previous_application,
      item.work_completed_this_period,
    ]),
  ).toEqual([
    ['58500.00', '0.00'],
    ['7500.00', '250.25'],
  ]);
  const order = rig.sandbox.control.addChangeOrder({
    contractId: contract,
    title: 'Floor drain',
    status: 'pending',
    lines: [{ line: 1, amount: '900.00' }],
  });
  const add = `/rest/v1.0/requisitions/${made.json.id}/add_change_order_package?project_id=${p(rig)}&commitment_id=${contract}&change_order_package_id=${order.package_id}`;
  expect((await rig.ask('POST', add)).status).toBe(422);
  rig.sandbox.control.change('changeOrders', order.id, { status: 'approved' });
  expect(await rig.ask('POST', add)).toMatchObject({
    status: 201,
    json: [{ item_type: 'change_order_item', scheduled_value: '900.00' }],
  });
  expect((await rig.ask('DELETE', add.replace('add_', 'remove_'))).status).toBe(204);
});

test('payments hang on a contract, and one that was synced stays as it is', async () => {
  const rig = await startProcoreRig();
  const contract_id = Number(rig.contract('SC-001'));
  const list = `/rest/v1.0/contract_payments?project_id=${p(rig)}`;
  expect((await rig.get(list)).status).toBe(400);
  const body = {
    project_id: p(rig),
    contract_id,
    contract_payment: { date: '2026-11-20', amount: '41699.35', payment_method: 'check', check_number: '10442' },
  };
  const made = await rig.ask('POST', '/rest/v1.0/contract_payments', body);
  expect(made).toMatchObject({ status: 201, json: { amount: '41699.35', status: null } });
  expect(
    (await rig.get(`/rest/v1.0/work_order_contracts/${contract_id}?project_id=${p(rig)}`)).json.total_payments,
  ).toBe('41699.35');
  const one = `/rest/v1.0/contract_payments/${made.json.id}`;
  const edit = (contract_payment: object) =>
    rig.ask('PATCH', one, { project_id: p(rig), contract_id, contract_payment });
  expect((await edit({ amount: '1.00', origin_id: 'p:pay:1' })).status).toBe(200);
  expect((await edit({ amount: '2.00' })).json.errors.base).toEqual([
    'The Contract Payment cannot be edited or deleted because it is synced with an ERP system',
  ]);
  expect((await rig.ask('DELETE', `${one}?project_id=${p(rig)}&contract_id=${contract_id}`)).status).toBe(422);
});

test('direct costs are immutable once they have an origin id, and have at most a hundred lines', async () => {
  const rig = await startProcoreRig();
  const costs = `/rest/v1.1/projects/${p(rig)}/direct_costs`;
  const wbs = rig.sandbox.control.records('wbsCodes').find((one) => one.project_id === rig.project('2402'))?.id;
  const direct_cost = {
    direct_cost_type: 'invoice',
    vendor_id: 77_001,
    invoice_number: '4471',
    line_items: [{ wbs_code_id: Number(wbs), manual_amount: 900 }],
  };
  const made = await rig.ask('POST', costs, { direct_cost });
  expect(made).toMatchObject({ status: 201, json: { amount: '900.0', line_items: [{ amount: '900.0' }] } });
  const many = { ...direct_cost, line_items: Array(101).fill(direct_cost.line_items[0]) };
  expect((await rig.ask('POST', costs, { direct_cost: many })).status).toBe(422);
  const sync = (updates: object[]) => rig.ask('PATCH', `/rest/v1.0/projects/${p(rig)}/direct_costs/sync`, { updates });
  expect((await sync([{ id: made.json.id, description: 'Rental', origin_id: 'p:dc:1' }])).json.entities).toHaveLength(
    1,
  );
  expect((await sync([{ id: made.json.id, description: 'Other' }])).json.errors).toMatchObject([
    { errors: { base: [expect.stringContaining('synced')] } },
  ]);
});

test('the prime contract can be read and not written', async () => {
  const rig = await startProcoreRig();
  const [prime] = (await rig.get(`/rest/v1.0/prime_contracts?project_id=${p(rig)}`)).json;
  expect(prime).toMatchObject({ number: 'PC-1', grand_total: '1386400.0', origin_id: null });
  expect((await rig.ask('PATCH', `/rest/v1.0/prime_contract/${prime.id}`, { project_id: p(rig) })).status).toBe(404);
});
