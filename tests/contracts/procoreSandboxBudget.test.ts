import { expect, test } from 'vitest';
import { sumMoney } from '#shared/domain/money.ts';
import { type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

const rowsOf = async (rig: ProcoreRig, project: string, type = 'budgeted', view = 2001) =>
  (
    await rig.get(
      `/rest/v1.0/budget_views/${view}/detail_rows?project_id=${rig.project(project)}&budget_row_type=${type}`,
    )
  ).json;
const total = (rows: Record<string, string>[], column: string) =>
  sumMoney(rows.map((row) => Number(row[column]).toFixed(2)));

/** A new budget code in the project: a code of the company's list with a type. */
async function newWbs(rig: ProcoreRig, project: string, typeId = 44) {
  const p = rig.project(project);
  const cost = await rig.ask('POST', '/rest/v1.0/cost_codes', {
    project_id: Number(p),
    cost_code: { code: '77.1', name: 'New' },
  });
  const segment_items = [
    { segment_id: 447332, segment_item_id: cost.json.id },
    { segment_id: 447333, segment_item_id: typeId },
  ];
  return rig.ask('POST', `/rest/v1.0/projects/${p}/work_breakdown_structure/wbs_codes`, {
    description: 'First',
    segment_items,
  });
}

test('budget codes are made of segments, and the same combination is the same code', async () => {
  const rig = await startProcoreRig();
  const wbs = await newWbs(rig, '2407');
  expect(wbs).toMatchObject({
    status: 201,
    json: { flat_code: '77.1.S', flat_name: 'New.Subcontract', status: 'active' },
  });
  const path = `/rest/v1.0/projects/${rig.project('2407')}/work_breakdown_structure/wbs_codes`;
  const items = wbs.json.segment_items.map((item: { id: number; segment: { id: number } }) => ({
    segment_id: item.segment.id,
    segment_item_id: item.id,
  }));
  const bulk = await rig.ask('PATCH', `${path}/bulk_create`, {
    bulk: [{ description: 'Second', segment_items: items }, { segment_items: [] }],
  });
  expect(bulk.status).toBe(201);
  expect(bulk.json.entities).toMatchObject([{ id: wbs.json.id, description: 'Second' }]);
  expect(bulk.json.errors).toHaveLength(1);
  await rig.ask('PATCH', `${path}/update_all`, { ids: [wbs.json.id], attributes: { status: 'inactive' } });
  expect((await rig.get(`${path}?filters[status][]=inactive`)).json).toMatchObject([{ id: wbs.json.id }]);
  const company = `/rest/v1.0/companies/${rig.sandbox.companyId}/work_breakdown_structure`;
  expect((await rig.get(`${company}/patterns`)).json.segments.map(({ type }: { type: string }) => type)).toEqual([
    'sub_job',
    'cost_code',
    'line_item_type',
  ]);
  expect((await rig.get(`${company}/segments/447332/lists`)).json).toMatchObject([
    { erp_integrated: false },
    { erp_integrated: true },
  ]);
});

test('columns have the names that the customer gave them', async () => {
  const rig = await startProcoreRig();
  const standard = await rowsOf(rig, '2402');
  const own = await rowsOf(rig, '2402', 'budgeted', 2002);
  expect(total(standard, 'Original Budget Amount')).toBe(total(own, 'Estimate'));
  expect(own[0]).not.toHaveProperty('Original Budget Amount');
  const columns = await rig.get(`/rest/v1.0/budget_views/2002/budget_detail_columns?project_id=${rig.project('2402')}`);
  for (const { name } of columns.json) expect(own[0]).toHaveProperty([name]);
  expect(columns.json[0]).toMatchObject({ id: '30201', name: 'Estimate', position: 0 });
});

test('codes that cost without a budget are rows without an id', async () => {
  const rig = await startProcoreRig();
  const [budgeted, unbudgeted, all] = await Promise.all(
    ['budgeted', 'unbudgeted', 'all'].map((type) => rowsOf(rig, '2402', type)),
  );
  expect(unbudgeted.length).toBeGreaterThan(0);
  expect(unbudgeted.every((row: { id: unknown }) => row.id === null)).toBe(true);
  expect(all).toHaveLength(budgeted.length + unbudgeted.length);
  const p = rig.project('2402');
  const contracts = rig.sandbox.control
    .records('commitments')
    .filter((one) => one.project_id === p && ['Approved', 'Complete', 'Closed', 'Submitted'].includes(one.status));
  const lines = contracts.flatMap(({ id }) =>
    rig.sandbox.control.records('contractLines').filter((line) => line.contract_id === id),
  );
  const changes = rig.sandbox.control
    .records('changeOrders')
    .filter((order) => order.status === 'approved' && contracts.some(({ id }) => id === order.contract_id))
    .flatMap(({ id }) => rig.sandbox.control.records('changeOrderLines').filter((line) => line.change_order_id === id));
  expect(total(all, 'Committed Costs')).toBe(sumMoney([...lines, ...changes].map(({ amount }) => amount)));
});

test('the original amount is a number in one place and text in the other, and a locked budget keeps it', async () => {
  const rig = await startProcoreRig();
  const wbs = await newWbs(rig, '2407');
  const project_id = Number(rig.project('2407'));
  const wanted = { wbs_code_id: wbs.json.id, original_budget_amount: 1250.5, calculation_strategy: 'manual' };
  const made = await rig.ask('POST', '/rest/v1.1/budget_line_items', { project_id, budget_line_item: wanted });
  expect(made).toMatchObject({
    status: 201,
    json: { original_budget_amount: 1250.5, wbs_code: { flat_code: '77.1.S' } },
  });
  expect(await rowsOf(rig, '2407')).toMatchObject([
    { id: made.json.id, original_budget_amount: '1250.5', category: 'Subcontract' },
  ]);
  const twice = await rig.ask('POST', '/rest/v1.1/budget_line_items', { project_id, budget_line_item: wanted });
  expect(twice).toMatchObject({ status: 422, json: { errors: { wbs_code_id: ['has already been taken'] } } });
  expect((await rig.ask('POST', `/rest/v1.0/projects/${project_id}/budget/lock`)).status).toBe(201);
  const path = `/rest/v1.1/budget_line_items/${made.json.id}`;
  const change = await rig.ask('PATCH', path, { project_id, budget_line_item: { original_budget_amount: 1 } });
  expect(change).toMatchObject({ status: 422, json: { errors: { base: [expect.any(String)] } } });
  expect((await rig.ask('PATCH', path, { project_id, budget_line_item: { uom: 'LS' } })).status).toBe(200);
  expect((await rig.get(`${path}?project_id=${project_id}`)).json).toMatchObject({
    original_budget_amount: 1250.5,
    uom: 'LS',
  });
  const v2 = `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${project_id}/budget_line_items/${made.json.id}`;
  expect((await rig.ask('DELETE', v2)).status).toBe(422);
  await rig.ask('DELETE', `/rest/v1.0/projects/${project_id}/budget/lock`);
  expect((await rig.ask('DELETE', v2)).status).toBe(204);
});

test('the beta sync of budget lines is a POST that answers a bare array or nothing', async () => {
  const rig = await startProcoreRig();
  const wbs = await newWbs(rig, '2407');
  const project_id = Number(rig.project('2407'));
  const sync = (budget_line_items: object[]) =>
    rig.ask('POST', '/rest/v1.0/budget_line_items/sync', { project_id, budget_line_items });
  const good = { wbs_code_id: wbs.json.id, original_budget_amount: 10 };
  expect((await sync([good, { wbs_code_id: 1 }])).status).toBe(422);
  expect(await rowsOf(rig, '2407')).toEqual([]);
  const { status, json } = await sync([good]);
  expect([status, json.length, json[0].original_budget_amount]).toEqual([200, 1, 10]);
});

test('unlocking destroys the budget modifications unless it is told not to, and then it refuses', async () => {
  const rig = await startProcoreRig();
  const p = rig.project('2410');
  const modifications = `/rest/v1.0/projects/${p}/budget_modifications`;
  await rig.ask('POST', `/rest/v1.0/projects/${p}/budget/lock`);
  expect((await rig.get(`/rest/v1.0/projects/${p}/budget`)).json).toEqual({ locked: true });
  const kept = await rig.ask(
    'DELETE',
    `/rest/v1.0/projects/${p}/budget/lock?destroy_all_budget_line_item_transfers=false`,
  );
  expect(kept.status).toBe(422);
  expect((await rig.get(modifications)).json).toMatchObject([{ transfer_amount: '2500.0' }]);
  expect((await rig.ask('DELETE', `/rest/v1.0/projects/${p}/budget/lock`)).json).toEqual({ locked: false });
  expect((await rig.get(modifications)).json).toEqual([]);
});

test('what is left of budget modifications can be read and counted, not written', async () => {
  const rig = await startProcoreRig();
  const p = rig.project('2410');
  const rows = await rowsOf(rig, '2410');
  expect(rows.slice(0, 2).map((row: { budget_modifications: string }) => row.budget_modifications)).toEqual([
    '-2500.0',
    '2500.0',
  ]);
  for (const [method, more] of [
    ['POST', ''],
    ['PATCH', '/1'],
    ['DELETE', '/1'],
  ] as const) {
    const answer = await rig.ask(method, `/rest/v1.0/projects/${p}/budget_modifications${more}`, {});
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  }
});

test('budget changes come without lines in their list, and approved ones count', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/projects/${rig.project('2405')}/budget_changes`;
  const { data } = (await rig.get(path)).json;
  expect(data.map((change: { status: string; amount: number }) => [change.status, change.amount])).toEqual([
    ['approved', 0],
    ['approved', 12_750.35],
    ['draft', 8800],
    ['void', 12_750.35],
  ]);
  expect(data[0]).not.toHaveProperty('adjustment_line_items');
  const first = (await rig.get(`${path}/${data[0].id}`)).json.data;
  expect(first.adjustment_line_items.map((line: { amount: number; type: string }) => [line.type, line.amount])).toEqual(
    [
      ['change_event', 5000],
      ['budget_change', -5000],
    ],
  );
  const lines = `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${rig.project('2405')}/budget_changes/adjustment_line_items`;
  expect((await rig.get(lines)).json.data[0]).toMatchObject({
    budget_change_id: String(data[0].id),
    budget_change_status: 'approved',
    amount: 5000,
  });
  const rows = await rowsOf(rig, '2405', 'all');
  expect(total(rows, 'Budget Modifications')).toBe('12750.35');
  expect(total(rows, 'Pending Budget Changes')).toBe('8800.00');
});

test('a budget change that only takes away is refused', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/projects/${rig.project('2405')}/budget_changes`;
  const [first, second] = (await rowsOf(rig, '2405')).map((row: { wbs_code_id: number }) => row.wbs_code_id);
  const from = { wbs_code_id: first, type: 'budget_change', amount: -10, adjustment_number: 1 };
  const to = { wbs_code_id: second, type: 'change_event', amount: 10, adjustment_number: 1 };
  const refused = await rig.ask('POST', path, {
    status: 'approved',
    adjustment_line_items: [from, { ...to, adjustment_number: 2 }],
  });
  expect(refused).toMatchObject({ status: 422, json: { error: { details: [{ source: 'adjustment_line_items' }] } } });
  const made = await rig.ask('POST', path, { status: 'draft', title: 'Move', adjustment_line_items: [from, to] });
  expect(made).toMatchObject({ status: 201, json: { data: { number: 5, amount: 0 } } });
  const [line] = made.json.data.adjustment_line_items;
  const less = await rig.ask('PATCH', `${path}/${made.json.data.id}`, {
    adjustment_line_items: [{ id: line.id, _delete: true }],
  });
  expect(less.json.data.adjustment_line_items).toHaveLength(1);
  expect((await rig.ask('DELETE', `${path}/${made.json.data.id}`)).status).toBe(204);
  expect((await rig.ask('POST', path, { title: 'No status' })).status).toBe(422);
});
