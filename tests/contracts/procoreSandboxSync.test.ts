import { expect, test } from 'vitest';
import { type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

const vendorSync = (rig: ProcoreRig, updates: readonly unknown[]) =>
  rig.ask('PATCH', '/rest/v1.0/vendors/sync', { company_id: Number(rig.sandbox.companyId), updates });
const named = (rig: ProcoreRig, name: string) =>
  rig.sandbox.control.records('vendors').filter((one) => one.name === name);

test('an item with neither id is created again on every retry', async () => {
  const rig = await startProcoreRig();
  await vendorSync(rig, [{ name: 'Twice LLC' }]);
  await vendorSync(rig, [{ name: 'Twice LLC' }]);
  expect(named(rig, 'Twice LLC')).toHaveLength(2);
});

test('an origin id creates once and updates from then on', async () => {
  const rig = await startProcoreRig();
  const first = await vendorSync(rig, [{ name: 'Once LLC', origin_id: 'p:v:1' }]);
  const again = await vendorSync(rig, [{ name: 'Once & Co.', origin_id: 'p:v:1', city: 'Fife' }]);
  expect(again.json.entities[0]).toMatchObject({ id: first.json.entities[0].id, name: 'Once & Co.', city: 'Fife' });
  expect(named(rig, 'Once LLC')).toEqual([]);
});

test('an id that is not there is an error, with the item sent back as it came, and the answer is still 200', async () => {
  const rig = await startProcoreRig();
  const answer = await vendorSync(rig, [
    { id: 0, name: 'x', phone: 5 },
    { id: 77_001, city: 'Kent' },
  ]);
  expect(answer.status).toBe(200);
  expect(answer.json.errors).toEqual([
    { id: 0, name: 'x', phone: 5, errors: { id: ['Entity with this ID not found'] } },
  ]);
  expect(answer.json.entities).toMatchObject([{ id: 77_001, city: 'Kent' }]);
});

test('with both, the id finds the record and the origin id is changed: the only way to change one', async () => {
  const rig = await startProcoreRig();
  await vendorSync(rig, [{ id: 77_001, origin_id: 'first' }]);
  await vendorSync(rig, [{ id: 77_001, origin_id: 'second' }]);
  expect(rig.sandbox.control.one('vendors', '77001').origin_id).toBe('second');
  const missing = await vendorSync(rig, [{ id: 1, origin_id: 'second' }]);
  expect(missing.json.errors).toHaveLength(1);
});

test('one bad row hurts nobody else', async () => {
  const rig = await startProcoreRig();
  const { json } = await vendorSync(rig, [
    { name: '', origin_id: 'a' },
    { name: 'Good LLC', origin_id: 'b' },
  ]);
  expect(json.errors).toEqual([{ name: '', origin_id: 'a', errors: { name: ["can't be blank"] } }]);
  expect(json.entities).toMatchObject([{ name: 'Good LLC', origin_id: 'b' }]);
});

test('an origin id is unique in the company for each kind of record, across projects', async () => {
  const rig = await startProcoreRig();
  await vendorSync(rig, [{ id: 77_001, origin_id: 'same' }]);
  const taken = await rig.ask('PATCH', '/rest/v1.0/vendors/77002', {
    company_id: Number(rig.sandbox.companyId),
    vendor: { origin_id: 'same' },
  });
  expect(taken).toMatchObject({ status: 422, json: { errors: { origin_id: ['has already been taken'] } } });
  const contract = (number: string, project: string, origin: string, kind = 'work_order') =>
    rig.ask('PATCH', `/rest/v1.0/${kind}_contracts/${rig.contract(number, project)}`, {
      project_id: Number(rig.project(project)),
      [`${kind}_contract`]: { origin_id: origin },
    });
  expect((await contract('SC-001', '2402', 'same')).status).toBe(200);
  expect((await contract('SC-001', '2412', 'same')).status).toBe(422);
  // A purchase order is another kind of record.
  expect((await contract('PO-001', '2402', 'same', 'purchase_order')).status).toBe(200);
  expect((await contract('SC-001', '2402', 'same')).status).toBe(200);
});

test('a thousand rows are the most', async () => {
  const rig = await startProcoreRig();
  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ name: `Bulk ${n}`, origin_id: `bulk:${n}` }));
  expect((await vendorSync(rig, rows(1001))).status).toBe(413);
  const { status, json } = await vendorSync(rig, rows(1000));
  expect(status).toBe(200);
  expect(json.entities).toHaveLength(1000);
});

test('a sync without updates is a mistake of the caller', async () => {
  const rig = await startProcoreRig();
  expect((await rig.ask('PATCH', `/rest/v1.0/vendors/sync?${rig.company}`, {})).status).toBe(400);
  expect((await rig.ask('PATCH', '/rest/v1.0/vendors/sync', { updates: [] })).status).toBe(400);
});

test('fields that cannot be written are ignored, wrong ones are named', async () => {
  const rig = await startProcoreRig();
  const { json } = await vendorSync(rig, [{ id: 77_001, synced_to_erp: true, contact_count: 9, is_active: 'yes' }]);
  expect(json.errors[0].errors).toEqual({ is_active: ['is invalid'] });
  await vendorSync(rig, [{ id: 77_001, synced_to_erp: true }]);
  expect(rig.sandbox.control.one('vendors', '77001').synced_to_erp).toBe(false);
});

test('an id longer than a double holds finds its record', async () => {
  const rig = await startProcoreRig();
  const { status, text } = await rig.ask('PATCH', `/rest/v1.0/vendors/9007199254740993`, {
    company_id: Number(rig.sandbox.companyId),
    vendor: { city: 'Milton' },
  });
  expect(status).toBe(200);
  expect(text).toContain('"id":9007199254740993');
  const body = `{"updates":[{"id":9007199254740993,"city":"Edgewood"},{"id":9007199254740992}]}`;
  const response = await fetch(`${rig.sandbox.url}/rest/v1.0/vendors/sync?${rig.company}`, {
    method: 'PATCH',
    body,
    headers: { authorization: `Bearer ${rig.token}`, 'procore-company-id': rig.sandbox.companyId },
  });
  const answer = await response.text();
  expect(answer).toContain('"errors":[{"id":9007199254740992,');
  expect(rig.sandbox.control.one('vendors', '9007199254740993').city).toBe('Edgewood');
});

test('projects, codes, types and sub jobs are synced the same way', async () => {
  const rig = await startProcoreRig();
  const p = rig.project('2403');
  const company_id = Number(rig.sandbox.companyId);
  const sync = async (path: string, body: object, updates: readonly object[]) =>
    (await rig.ask('PATCH', `/rest/v1.0/${path}/sync`, { ...body, updates })).json;
  const twice = async (path: string, body: object, item: object) => {
    const first = await sync(path, body, [item]);
    const second = await sync(path, body, [item]);
    expect(first.errors).toEqual([]);
    expect(second.entities[0].id).toBe(first.entities[0].id);
    return first.entities[0];
  };
  const made = await twice(
    'projects',
    { company_id },
    { name: 'Made by sync', project_number: '2499', origin_id: 'p:job:2499' },
  );
  expect(made).toMatchObject({ active: true, standard_cost_code_list_id: 5512, origin_id: 'p:job:2499' });
  await twice(
    'standard_cost_codes',
    { company_id, standard_cost_code_list_id: 5512 },
    { code: '9999.000', name: 'New', origin_id: 'p:cc:9999.000' },
  );
  await twice(
    'line_item_types',
    { company_id },
    { name: 'Fuel', csv_import_code: 'FU', base_type: 'other', origin_id: 'p:ct:10' },
  );
  expect(rig.sandbox.control.records('lineItemTypes').find(({ name }) => name === 'Fuel')?.code).toBe('FU');
  await twice('sub_jobs', { project_id: Number(p) }, { name: 'Core and shell', code: '1', origin_id: 'p:2403:1' });
  const parent = await twice(
    `cost_codes`,
    { project_id: Number(p) },
    { code: '01', name: 'General', origin_id: 'p:2403:01' },
  );
  const child = await twice(
    'cost_codes',
    { project_id: Number(p) },
    { code: '100', name: 'Supervision', parent_id: parent.id, origin_id: 'p:2403:01-100' },
  );
  expect(child).toMatchObject({ code: '100', full_code: '01-100', parent: { id: parent.id } });
});

test('a project that another connector owns takes new codes by sync only', async () => {
  const rig = await startProcoreRig();
  const project_id = Number(rig.project('CT-01'));
  const cost_code = { code: '100', name: 'Supervision' };
  expect((await rig.ask('POST', '/rest/v1.0/cost_codes', { project_id, cost_code })).status).toBe(422);
  const { json } = await rig.ask('PATCH', '/rest/v1.0/cost_codes/sync', { project_id, updates: [cost_code] });
  expect(json.entities).toHaveLength(1);
});

test('a new project takes the list and the codes of its template', async () => {
  const rig = await startProcoreRig();
  const template = (await rig.get(`/rest/v1.1/projects?${rig.company}&filters[template]=true`)).json[0];
  const body = { name: 'From template', project_number: '2420', project_template_id: template.id };
  const made = await rig.ask('POST', '/rest/v1.0/projects', {
    company_id: Number(rig.sandbox.companyId),
    project: body,
  });
  expect(made).toMatchObject({
    status: 201,
    json: { from_project_template_id: template.id, standard_cost_code_list_id: 5512 },
  });
  const codes = async (id: number) =>
    (await rig.get(`/rest/v1.0/cost_codes?project_id=${id}`)).json.map((one: { full_code: string }) => one.full_code);
  expect(await codes(made.json.id)).toEqual(await codes(template.id));
  const wrong = { ...body, project_template_id: Number(rig.project('2402')) };
  expect(
    (await rig.ask('POST', '/rest/v1.0/projects', { company_id: Number(rig.sandbox.companyId), project: wrong }))
      .status,
  ).toBe(422);
});

test('codes are copied from the standard list, all or some, once', async () => {
  const rig = await startProcoreRig();
  const project_id = Number(rig.project('2407'));
  const all = await rig.ask('POST', '/rest/v1.0/cost_codes/copy_from_standard_list', {
    project_id,
    standard_cost_code_list_id: 5513,
  });
  expect(all.status).toBe(201);
  expect(all.json.map((one: { full_code: string }) => one.full_code)).toContain('09-900');
  const again = await rig.ask('POST', '/rest/v1.0/cost_codes/copy_from_standard_list', {
    project_id,
    standard_cost_code_list_id: 5513,
  });
  expect(again.json).toEqual([]);
  const [, code] = rig.sandbox.control
    .records('standardCodes')
    .filter((one) => one.standard_cost_code_list_id === '5512');
  const some = await rig.ask('POST', '/rest/v1.0/cost_codes/copy_subset_from_standard_list', {
    project_id,
    standard_cost_code_list_id: 5512,
    standard_cost_code_ids: [Number(code?.id), 1],
  });
  expect(some.status).toBe(207);
  expect(some.json).toMatchObject({ successes: [{ full_code: code?.code }], failures: [{ id: 1 }] });
});

test('vendors join a project by themselves or when they are made there', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.1/projects/${rig.project('2403')}/vendors`;
  expect((await rig.get(path)).json).toEqual([]);
  expect((await rig.ask('POST', `${path}/77001/actions/add`)).status).toBe(201);
  await rig.ask('POST', `${path}/77001/actions/add`);
  const made = await rig.ask('POST', path, { vendor: { name: 'Made here LLC' } });
  expect(made.status).toBe(201);
  expect((await rig.get(path)).json.map((one: { id: number }) => one.id)).toEqual([77_001, made.json.id]);
  expect((await rig.ask('DELETE', `${path}/77001/actions/remove`)).status).toBe(204);
  expect((await rig.get(path)).json).toHaveLength(1);
});

test('deletions that are deprecated still work, for what nobody uses', async () => {
  const rig = await startProcoreRig();
  const { control } = rig.sandbox;
  const used = control.records('costCodes').find((code) => code.standard_cost_code_id !== null)?.standard_cost_code_id;
  const unused = control.add('standardCodes', { standard_cost_code_list_id: '5512', code: '9999.000', name: 'Unused' });
  const remove = async (path: string) => (await rig.ask('DELETE', path)).status;
  expect(await remove(`/rest/v1.0/standard_cost_codes/${used}?${rig.company}`)).toBe(422);
  expect(await remove(`/rest/v1.0/standard_cost_codes/${unused.id}?${rig.company}`)).toBe(204);
  const school = rig.project('2401');
  const subJob = control.records('subJobs').find((one) => one.project_id === school)?.id;
  const added = control.add('subJobs', { project_id: school, code: '9', name: 'Unused' });
  expect(await remove(`/rest/v1.0/sub_jobs/${subJob}?project_id=${school}`)).toBe(422);
  expect(await remove(`/rest/v1.0/sub_jobs/${added.id}?project_id=${school}`)).toBe(204);
});

test('the older way of adding a budget line makes its budget code', async () => {
  const rig = await startProcoreRig();
  const project_id = Number(rig.project('2407'));
  const { json: code } = await rig.ask('POST', '/rest/v1.0/cost_codes', {
    project_id,
    cost_code: { code: '2.1', name: 'Old' },
  });
  const budget_line_item = { cost_code_id: code.id, line_item_type_id: 44, original_budget_amount: 5 };
  const made = await rig.ask('POST', '/rest/v1.0/budget_line_items', { project_id, budget_line_item });
  expect(made).toMatchObject({ status: 201, json: { original_budget_amount: 5, wbs_code: { flat_code: '2.1.S' } } });
});
