import { expect, test } from 'vitest';
import { type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

const sc = '/rest/v1.0/work_order_contracts';
const project = (rig: ProcoreRig, number = '2402') => Number(rig.project(number));
const patch = (rig: ProcoreRig, id: string, fields: object) =>
  rig.ask('PATCH', `${sc}/${id}`, { project_id: project(rig), work_order_contract: fields });
const linesOf = async (rig: ProcoreRig, id: string) =>
  (await rig.get(`${sc}/${id}/line_items?project_id=${project(rig)}`)).json;

test('a contract shows original, changes, invoices; the list leaves the lines out', async () => {
  const rig = await startProcoreRig();
  const id = rig.contract('SC-001');
  const shown = (await rig.get(`${sc}/${id}?project_id=${project(rig)}`)).json;
  expect(shown).toMatchObject({
    number: 'SC-001',
    status: 'Approved',
    retainage_percent: '5.0',
    grand_total: '240000.0',
    approved_change_orders: '14645.25',
    pending_change_orders: '6120.0',
    revised_contract: '254645.25',
    vendor: { company: 'Hilltop Power and Data LLC', origin_id: null },
  });
  expect(shown.line_items.map((line: { amount: string }) => line.amount)).toEqual(['86400.0', '112350.5', '41249.5']);
  expect(shown.change_order_packages).toHaveLength(3);
  const listed = (await rig.get(`${sc}?project_id=${project(rig)}`)).json[0];
  expect(listed).not.toHaveProperty('line_items');
  expect((await rig.get(`${sc}?project_id=${project(rig)}&view=extended`)).json[0].line_items).toHaveLength(3);
  const po = (await rig.get(`/rest/v1.0/purchase_order_contracts?project_id=${project(rig)}`)).json[0];
  expect(Object.keys(po.vendor)).toEqual(['id', 'company']);
});

test('Approved and Complete lock vendor and lines, not the slots of outside systems', async () => {
  const rig = await startProcoreRig();
  const id = rig.contract('SC-001');
  const [line] = await linesOf(rig, id);
  const vendor = (await patch(rig, id, { vendor_id: 77_001 })).json;
  expect(vendor).toMatchObject({ errors: { base: [expect.stringContaining('Approved')] } });
  const lineOf = (fields: object) =>
    rig.ask('PATCH', `${sc}/${id}/line_items/${line.id}`, { project_id: project(rig), line_item: fields });
  expect((await lineOf({ amount: '1.00' })).status).toBe(422);
  expect((await lineOf({ origin_id: 'p:2402:SC-001:1' })).json).toMatchObject({
    origin_id: 'p:2402:SC-001:1',
    amount: '86400.0',
  });
  const added = await rig.ask('POST', `${sc}/${id}/line_items`, {
    project_id: project(rig),
    line_item: { amount: '1.00' },
  });
  expect(added.status).toBe(422);
  expect((await rig.ask('DELETE', `${sc}/${id}/line_items/${line.id}?project_id=${project(rig)}`)).status).toBe(422);
  expect((await rig.ask('DELETE', `${sc}/${id}?project_id=${project(rig)}`)).status).toBe(422);
  expect(
    (await patch(rig, id, { title: 'Renamed', origin_id: 'p:2402:SC-001', origin_code: '201' })).json,
  ).toMatchObject({
    title: 'Renamed',
    origin_code: '201',
  });
  // Back to Draft everything opens again.
  expect((await patch(rig, id, { status: 'Draft', vendor_id: 77_001 })).json).toMatchObject({ vendor: { id: 77_001 } });
  expect((await lineOf({ amount: '90000.00' })).json.amount).toBe('90000.0');
});

test('a deleted contract can only be found by asking for deleted ones', async () => {
  const rig = await startProcoreRig();
  const id = rig.contract('SC-004');
  expect((await rig.ask('DELETE', `${sc}/${id}?project_id=${project(rig)}`)).status).toBe(204);
  expect((await rig.get(`${sc}/${id}?project_id=${project(rig)}`)).status).toBe(404);
  const asked = async (filter: string) =>
    (await rig.get(`${sc}?project_id=${project(rig)}${filter}`)).json.map((one: { id: number }) => String(one.id));
  expect(await asked('')).not.toContain(id);
  expect(await asked('&filters[include_deleted]=only')).toEqual([id]);
  expect(await asked('&filters[include_deleted]=with')).toContain(id);
});

test('a contract is made with the next free number, and a number is there once in a project', async () => {
  const rig = await startProcoreRig();
  const make = (fields: object) => rig.ask('POST', sc, { project_id: project(rig), work_order_contract: fields });
  expect(await make({ title: 'New' })).toMatchObject({
    status: 201,
    json: { number: 'SC-008', status: 'Draft', grand_total: '0.0' },
  });
  expect(await make({ number: 'PO-001' })).toMatchObject({
    status: 422,
    json: { errors: { number: ['has already been taken'] } },
  });
  expect(await make({ status: 'Closed' })).toMatchObject({
    status: 422,
    json: { errors: { status: ['is not included in the list'] } },
  });
  expect((await make({ vendor_id: 1 })).json).toEqual({ errors: { vendor_id: ['is invalid'] } });
});

test('lines are coded by budget code or by the pair, and a new pair gets a budget line of zero', async () => {
  const rig = await startProcoreRig();
  const id = rig.contract('SC-004');
  const control = rig.sandbox.control;
  const code = control
    .records('costCodes')
    .find((one) => one.project_id === rig.project('2402') && one.code === '1010.000');
  const sync = (updates: object[]) =>
    rig.ask('PATCH', `${sc}/${id}/line_items/sync`, { project_id: project(rig), updates });
  const pair = { cost_code_id: Number(code?.id), line_item_type_id: 47, amount: '500.00', origin_id: 'p:l:1' };
  const { json } = await sync([
    pair,
    { cost_code_id: 1, origin_id: 'p:l:2' },
    { amount: '1', uom: 'FURLONG', origin_id: 'p:l:3' },
  ]);
  expect(json.entities).toMatchObject([
    { wbs_code: { flat_code: '1010.000.TL' }, cost_code: { full_code: '1010.000' }, line_item_type: { id: 47 } },
  ]);
  expect(json.errors.map((one: { errors: object }) => one.errors)).toEqual([
    { cost_code_id: ['is not in the project'] },
    { uom: ['is not in the list'] },
  ]);
  const wbs = json.entities[0].wbs_code.id;
  expect(control.records('budgetLines').find((line) => line.wbs_code_id === String(wbs))?.original_budget_amount).toBe(
    '0.00',
  );
  await sync([pair]);
  expect((await linesOf(rig, id)).filter((line: { origin_id: string }) => line.origin_id === 'p:l:1')).toHaveLength(1);
});

test('both kinds of contract have their own statuses and are both in the deprecated list', async () => {
  const rig = await startProcoreRig();
  const both = (await rig.get(`/rest/v1.0/commitments?project_id=${project(rig)}`)).json;
  const subs = (await rig.get(`${sc}?project_id=${project(rig)}`)).json;
  const orders = (await rig.get(`/rest/v1.0/purchase_order_contracts?project_id=${project(rig)}`)).json;
  expect(both).toHaveLength(subs.length + orders.length);
  const beta = await rig.get(
    `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${project(rig)}/commitment_contracts?per_page=100`,
  );
  expect(beta.json.data.map(({ id }: { id: string }) => id)).toEqual(both.map(({ id }: { id: number }) => String(id)));
  expect(beta.json.data[0]).not.toHaveProperty('origin_id');
  expect((await rig.get(`${sc}/${rig.contract('PO-001')}?project_id=${project(rig)}`)).status).toBe(404);
});

const ccos = (rig: ProcoreRig, number = '2402') =>
  `/rest/v1.0/projects/${rig.project(number)}/commitment_change_orders`;

test('a commitment change order has neither lines nor an origin id: both are elsewhere', async () => {
  const rig = await startProcoreRig();
  const [first] = (
    await rig.get(`${ccos(rig)}?filters[contract_id]=${rig.contract('SC-001')}&filters[status]=approved`)
  ).json;
  expect(first).toMatchObject({ number: '001', grand_total: '17395.25', description: expect.stringContaining('<p>') });
  expect(first).not.toHaveProperty('origin_id');
  expect(first).not.toHaveProperty('line_items');
  const v2 = `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${rig.project('2402')}/commitment_change_orders/${first.id}/line_items`;
  const { data } = (await rig.get(v2)).json;
  expect(
    data.map((line: { id: unknown; commitment_line_item_id: unknown }) => [
      typeof line.id,
      line.commitment_line_item_id,
    ]),
  ).toEqual([
    ['string', data[1].commitment_line_item_id],
    ['string', data[0].commitment_line_item_id],
    ['string', null],
  ]);
  expect(data[0]).not.toHaveProperty('uom');
  const pack = `/rest/v1.0/change_order_packages/${first.legacy_package_id}`;
  const body = { project_id: project(rig), change_order: { origin_id: 'p:2402:cco:1', origin_code: '001-1' } };
  expect((await rig.ask('PATCH', pack, body)).json).toMatchObject({
    origin_id: 'p:2402:cco:1',
    type: 'CommitmentContractChangeOrder',
    line_items: [{ extended_amount: '12000.0' }, {}, {}],
  });
  const [row] = (
    await rig.get(`/rest/v1.0/change_order_packages?project_id=${project(rig)}&contract_id=${rig.contract('SC-001')}`)
  ).json;
  expect(row).not.toHaveProperty('type');
  expect(row).not.toHaveProperty('line_items');
  // The change order itself has moved too: a reader sees that something happened.
  expect((await rig.get(`${ccos(rig)}/${first.id}`)).json.updated_at).not.toBe(first.updated_at);
});

test('lines of a change order are written until it is approved; a new one can bring its own line of zero', async () => {
  const rig = await startProcoreRig();
  const contract = rig.contract('SC-002');
  const made = await rig.ask('POST', ccos(rig), {
    change_order: { contract_id: Number(contract), title: 'More heads' },
  });
  expect(made).toMatchObject({ status: 201, json: { number: '003', status: 'draft', grand_total: '0.0' } });
  const v2 = `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${rig.project('2402')}/commitment_change_orders/${made.json.id}/line_items`;
  const wbs = rig.sandbox.control.records('contractLines').find((line) => line.contract_id === contract)?.wbs_code_id;
  const line = await rig.ask('POST', v2, { wbs_code_id: wbs, amount: '125.50', commitment_line_item_id: 'new' });
  expect(line).toMatchObject({
    status: 200,
    json: { data: { amount: '125.5', commitment_line_item_id: expect.any(String) } },
  });
  const lines = (await rig.get(`${sc}/${contract}/line_items?project_id=${project(rig)}`)).json;
  expect(lines.at(-1)).toMatchObject({ amount: '0.0' });
  expect((await rig.ask('POST', v2, { amount: '1' })).json.error.details).toMatchObject([
    { reason_code: 'INVALID', source: 'wbs_code_id' },
  ]);
  const one = `${ccos(rig)}/${made.json.id}`;
  await rig.ask('PATCH', one, { change_order: { status: 'approved' } });
  expect((await rig.ask('PATCH', `${v2}/${line.json.data.id}`, { amount: '2' })).status).toBe(422);
  expect((await rig.ask('DELETE', one)).status).toBe(422);
  await rig.ask('PATCH', one, { change_order: { status: 'draft' } });
  expect((await rig.ask('DELETE', one)).status).toBe(204);
  // Gone from this list without a word; the package says so.
  expect((await rig.get(one)).status).toBe(404);
  const gone = await rig.get(
    `/rest/v1.0/change_order_packages?project_id=${project(rig)}&filters[include_deleted]=only`,
  );
  expect(gone.json).toMatchObject([{ id: made.json.legacy_package_id, deleted_at: expect.any(String) }]);
});

test('with three tiers there are packages and potential change orders only', async () => {
  const rig = await startProcoreRig();
  expect(await rig.get(ccos(rig, '2412'))).toMatchObject({
    status: 422,
    json: { errors: { base: [expect.stringContaining('three')] } },
  });
  rig.sandbox.control.setFaults({ threeTiers: 'forbidden' });
  expect((await rig.get(ccos(rig, '2412'))).status).toBe(403);
  rig.sandbox.control.setFaults({ threeTiers: 'empty' });
  expect((await rig.get(ccos(rig, '2412'))).json).toEqual([]);
  const [potential] = (await rig.get(`/rest/v1.0/potential_change_orders?project_id=${rig.project('2412')}`)).json;
  expect(potential).toMatchObject({ change_order_tiers: 3, grand_total: '8300.0' });
  expect(potential).not.toHaveProperty('origin_id');
  const [pack] = (await rig.get(`/rest/v1.0/change_order_packages?project_id=${rig.project('2412')}`)).json;
  const shown = (await rig.get(`/rest/v1.0/change_order_packages/${pack.id}?project_id=${rig.project('2412')}`)).json;
  expect(shown.line_items).toMatchObject([
    { extended_amount: '8300.0', holder: { holder_type: 'PotentialChangeOrder' } },
  ]);
  const requests = `/rest/v1.0/change_order_requests?project_id=${rig.project('2412')}`;
  expect((await rig.get(requests)).status).toBe(400);
  const contract = rig.contract('SC-001', '2412');
  expect((await rig.get(`${requests}&contract_id=${contract}`)).json).toMatchObject([
    { change_order_package_id: pack.id },
  ]);
});

test('statuses of change orders may be renamed, what they are mapped to is not', async () => {
  const rig = await startProcoreRig();
  const { json } = await rig.get(`/rest/v1.0/change_order/statuses?${rig.company}`);
  expect(json.find((one: { mapped_to_status: string }) => one.mapped_to_status === 'approved').name).toBe('Executed');
});

test('people approve, take back, add, rename, merge and delete behind the connector', async () => {
  const rig = await startProcoreRig();
  const { control } = rig.sandbox;
  const id = rig.contract('SC-003');
  const before = control.one('commitments', id).updated_at;
  expect(control.approve(id)).toMatchObject({ status: 'Approved', executed: true });
  expect(control.one('commitments', id).updated_at > before).toBe(true);
  control.addChangeOrder({ contractId: id, title: 'Cove base', lines: [{ line: 1, amount: '410.00' }] });
  expect((await rig.get(`${sc}/${id}?project_id=${project(rig)}`)).json.approved_change_orders).toBe('410.0');
  control.addInvoice({ contractId: id, invoiceNumber: 'NF-1', items: [{ work_completed_this_period: '1000.00' }] });
  const [invoice] = (await rig.get(`/rest/v1.1/requisitions?project_id=${project(rig)}&filters[commitment_id]=${id}`))
    .json;
  expect(invoice.summary.current_payment_due).toBe('1000.00');
  expect(control.unapprove(id).status).toBe('Draft');
  const vendor = control.one('commitments', id).vendor_id ?? '';
  control.renameVendor(vendor, 'Northwest Floors Inc.');
  control.mergeVendors(vendor, '77001');
  expect(control.one('commitments', id).vendor_id).toBe('77001');
  expect((await rig.get(`/rest/v1.0/vendors/${vendor}?${rig.company}`)).status).toBe(404);
  control.remove('commitments', id);
  expect((await rig.get(`${sc}/${id}?project_id=${project(rig)}`)).status).toBe(404);
});
