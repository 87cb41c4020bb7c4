import { describe, expect, test } from 'vitest';
import { allPages, type ProcoreRig, startProcoreRig } from './procoreSandboxRig.ts';

const idsOf = (json: { id: unknown }[]) => json.map(({ id }) => String(id));

/** Lists of the clinic and of its company: what they can be asked, and how many rows they give at once. */
type List = {
  readonly name: string;
  readonly path: (rig: ProcoreRig) => string;
  readonly updatedAt: boolean;
  readonly originId: boolean;
  readonly deleted: boolean;
};

const list = (name: string, path: List['path'], has: string): List => ({
  name,
  path,
  updatedAt: has.includes('u'),
  originId: has.includes('o'),
  deleted: has.includes('d'),
});
const inProject = (name: string, path: string, has: string, number = '2402') =>
  list(
    name,
    (rig) =>
      `${path.replace('{p}', rig.project(number))}${path.includes('?') ? '&' : '?'}project_id=${rig.project(number)}`,
    has,
  );
const inCompany = (name: string, path: string, has: string) =>
  list(
    name,
    (rig) => `${path.replace('{c}', rig.sandbox.companyId)}${path.includes('?') ? '&' : '?'}${rig.company}`,
    has,
  );

/** The filters that exist: u updated_at, o origin_id, d include_deleted. */
const lists: readonly List[] = [
  inCompany('projects', '/rest/v1.1/projects', 'uo'),
  inCompany('company vendors', '/rest/v1.0/vendors', 'uo'),
  inProject('project vendors', '/rest/v1.1/projects/{p}/vendors', ''),
  inProject('cost codes', '/rest/v1.0/cost_codes', 'o'),
  inCompany('standard cost codes', '/rest/v1.0/standard_cost_codes?standard_cost_code_list_id=5512&view=extended', 'o'),
  inCompany('cost types', '/rest/v1.0/line_item_types', 'o'),
  inProject('sub jobs', '/rest/v1.0/sub_jobs', '', '2401'),
  inCompany('tax codes', '/rest/v1.0/tax_codes', ''),
  inCompany('units', '/rest/v1.0/companies/{c}/uoms', ''),
  inProject('billing periods', '/rest/v1.0/projects/{p}/billing_periods', 'u'),
  inProject('budget codes', '/rest/v1.0/projects/{p}/work_breakdown_structure/wbs_codes', 'u'),
  inProject('budget rows', '/rest/v1.0/budget_views/2001/detail_rows', ''),
  inProject('budget modifications', '/rest/v1.0/projects/{p}/budget_modifications', '', '2410'),
  inProject('subcontracts', '/rest/v1.0/work_order_contracts', 'uod'),
  inProject('purchase orders', '/rest/v1.0/purchase_order_contracts', 'uod'),
  inProject('commitment change orders', '/rest/v1.0/projects/{p}/commitment_change_orders', 'u'),
  inProject('change order packages', '/rest/v1.0/change_order_packages', 'ud'),
  inProject('potential change orders', '/rest/v1.0/potential_change_orders', 'ud'),
  inProject('invoices', '/rest/v1.1/requisitions', 'uo'),
  inProject('prime contracts', '/rest/v1.0/prime_contracts', 'u'),
];

describe('filters', () => {
  test.each(lists)('of $name are those of the reference; one that does not exist is ignored', async (one) => {
    const rig = await startProcoreRig();
    const path = one.path(rig);
    const all = (await rig.get(path)).json;
    expect(all.length).toBeGreaterThan(0);
    const none = await rig.get(
      `${path}&filters[updated_at]=${encodeURIComponent('"2001-01-01T00:00:00Z...2001-02-01"')}`,
    );
    expect(none.json).toHaveLength(one.updatedAt ? 0 : all.length);
    const nobody = await rig.get(`${path}&filters[origin_id]=nobody`);
    expect(nobody.json).toHaveLength(one.originId ? 0 : all.length);
    const deleted = await rig.get(`${path}&filters[include_deleted]=only`);
    expect(deleted.json).toHaveLength(one.deleted ? 0 : all.length);
  });
});

test('a range needs its three dots, takes whole days, and several values may be asked for', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/work_order_contracts?project_id=${rig.project('2402')}`;
  expect((await rig.get(`${path}&filters[updated_at]=2026-10-05`)).status).toBe(400);
  const day = await rig.get(`${path}&filters[created_at]=2026-10-05...2026-10-06`);
  expect(day.json.map((one: { number: string }) => one.number)).toEqual(['SC-003']);
  const numbers = (json: { number: string }[]) => json.map(({ number }) => number);
  expect(numbers((await rig.get(`${path}&filters[status][]=Draft&filters[status][]=Void`)).json)).toEqual([
    'SC-004',
    'SC-007',
  ]);
  const [one, two] = [rig.contract('SC-001'), rig.contract('SC-002')];
  expect(idsOf((await rig.get(`${path}&filters[id]=[${one},${two}]`)).json)).toEqual([one, two]);
  const sorted = await rig.get(`/rest/v1.0/vendors?${rig.company}&view=compact&sort=-name&per_page=2`);
  const names = sorted.json.map(({ name }: { name: string }) => name.toLowerCase());
  expect(names).toEqual([...names].sort().reverse());
});

test('pages follow one another to the end and tell the total', async () => {
  const rig = await startProcoreRig();
  const pages = await allPages(rig, `/rest/v1.0/vendors?${rig.company}&view=compact&per_page=25`);
  expect(pages.map(({ json }) => json.length)).toEqual([25, 25, 13]);
  expect(pages.map(({ headers }) => [headers.get('total'), headers.get('per-page')])).toEqual(
    Array(3).fill(['63', '25']),
  );
  expect(new Set(pages.flatMap(({ json }) => idsOf(json))).size).toBe(63);
  expect(pages[1]?.headers.get('link')).toMatch(/rel="first".*rel="prev".*rel="next".*rel="last"/);
  expect(pages[2]?.headers.get('link')).not.toContain('rel="next"');
});

test('each list has its own page size, most and whole', async () => {
  const rig = await startProcoreRig();
  const perPage = async (path: string) => Number((await rig.get(path)).headers.get('per-page'));
  const invoices = `/rest/v1.1/requisitions?project_id=${rig.project('2402')}`;
  expect(await perPage(`/rest/v1.1/projects?${rig.company}`)).toBe(100);
  expect(await perPage(`/rest/v1.1/projects?${rig.company}&per_page=5000`)).toBe(300);
  expect(await perPage(`/rest/v1.1/projects?${rig.company}&view=ids`)).toBe(200_000);
  expect(await perPage(invoices)).toBe(30);
  expect(await perPage(`/rest/v1.0/tax_codes?${rig.company}&per_page=500`)).toBe(100);
  const v2 = `/rest/v2.0/companies/${rig.sandbox.companyId}/projects/${rig.project('2405')}/budget_changes/adjustment_line_items`;
  expect(await perPage(v2)).toBe(10);
  expect(await perPage(`${v2}?per_page=500`)).toBe(100);
  for (const whole of [
    `/rest/v1.0/projects/${rig.project('2402')}/commitment_change_orders?per_page=2`,
    `/rest/v1.0/projects/${rig.project('2405')}/budget_changes?per_page=1`,
  ]) {
    const { headers, json } = await rig.get(whole);
    expect(headers.get('total')).toBeNull();
    expect((json.data ?? json).length).toBeGreaterThan(2);
  }
});

test('projects: active ones unless asked, and the list hides who else is connected', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.1/projects?${rig.company}`;
  const count = async (more: string) => Number((await rig.get(`${path}${more}`)).headers.get('total'));
  expect(await count('&filters[by_status]=All')).toBe(
    (await count('')) + (await count('&filters[by_status]=Inactive')),
  );
  expect((await rig.get(`${path}&filters[project_number]=2402`)).json).toMatchObject([{ project_number: '2402' }]);
  expect((await rig.get(`${path}&filters[template]=true`)).json).toMatchObject([{ template: true }]);
  const owned = (await rig.get(`${path}&filters[project_number]=CT-01`)).json[0];
  for (const hidden of ['is_erp_integrated', 'standard_cost_code_list_id', 'code'])
    expect(owned).not.toHaveProperty(hidden);
  expect((await rig.get(`/rest/v1.0/projects/${owned.id}?${rig.company}`)).json).toMatchObject({
    is_erp_integrated: true,
    standard_cost_code_list_id: 5512,
    origin_id: 'vista-job-8841',
    display_name: 'CT-01 - Commencement Tower',
  });
});

test('vendors: the default view is the heavy one, deactivated ones have a list of their own', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/vendors?${rig.company}`;
  expect((await rig.get(`${path}&per_page=1`)).json[0]).toHaveProperty('bidding_distribution');
  const normal = (await rig.get(`${path}&per_page=1&view=normal`)).json[0];
  expect(normal).not.toHaveProperty('bidding_distribution');
  expect(normal).toMatchObject({ company: normal.name, is_active: true, synced_to_erp: false });
  const gone = (await rig.get(`/rest/v1.0/companies/${rig.sandbox.companyId}/vendors/inactive?view=normal`)).json;
  expect(gone).toMatchObject([{ is_active: false }]);
  expect((await rig.get(`${path}&filters[id]=${gone[0].id}`)).json).toEqual([]);
  const inactive = `/rest/v1.0/companies/${rig.sandbox.companyId}/vendors/inactive/${gone[0].id}`;
  expect((await rig.ask('PATCH', inactive, {})).json).toMatchObject({ is_active: true });
  expect((await rig.get(`${path}&filters[id]=${gone[0].id}`)).json).toHaveLength(1);
});

test('an id longer than a double holds is written whole, as a number in v1', async () => {
  const rig = await startProcoreRig();
  const { text } = await rig.get(`/rest/v1.0/vendors?${rig.company}&view=normal&filters[search]=Hylebos`);
  expect(text).toContain('"id":9007199254740993,');
  const shown = await rig.get(`/rest/v1.0/vendors/9007199254740993?${rig.company}&view=normal`);
  expect(shown.text).toContain('"id":9007199254740993,');
});

test('standard cost codes say hardly anything unless asked', async () => {
  const rig = await startProcoreRig();
  const view = async (name: string, listId = 5512) =>
    (await rig.get(`/rest/v1.0/standard_cost_codes?${rig.company}&standard_cost_code_list_id=${listId}&view=${name}`))
      .json;
  expect(Object.keys((await view('default'))[0])).toEqual(['id', 'standard_cost_code_list_id']);
  expect(Object.keys((await view('compact'))[0])).toEqual(['id', 'standard_cost_code_list_id', 'origin_id']);
  const tiered = (await view('extended', 5513)).find(({ code }: { code: string }) => code === '010');
  expect(tiered).toMatchObject({
    code: '010',
    full_code: '01-010',
    name: 'Supervision',
    parent_id: expect.any(Number),
  });
  expect((await rig.get(`/rest/v1.0/standard_cost_codes?${rig.company}`)).status).toBe(400);
});

test('with sub jobs, cost codes exist per biller', async () => {
  const rig = await startProcoreRig();
  const path = `/rest/v1.0/cost_codes?project_id=${rig.project('2401')}`;
  const subJobs = (await rig.get(`/rest/v1.0/sub_jobs?project_id=${rig.project('2401')}`)).json;
  expect(subJobs.map(({ name }: { name: string }) => name)).toEqual(['North wing', 'South wing', 'Gymnasium']);
  expect((await rig.get(path)).json).toEqual([]);
  const codes = (await rig.get(`${path}&sub_job_id=${subJobs[0].id}`)).json;
  expect(codes.length).toBeGreaterThan(5);
  expect(codes[0]).toMatchObject({
    biller_type: 'SubJob',
    biller_id: subJobs[0].id,
    line_item_types: [{ id: expect.any(Number) }],
  });
});

test('errors come in six shapes', async () => {
  const rig = await startProcoreRig();
  const p = rig.project('2402');
  const c = rig.sandbox.companyId;
  const wbs = `/rest/v1.0/projects/${p}/work_breakdown_structure/wbs_codes`;
  const answers = [
    await rig.ask('POST', `/rest/v1.0/vendors?${rig.company}`, { vendor: { name: '' } }),
    await rig.ask('DELETE', `/rest/v1.0/work_order_contracts/${rig.contract('SC-001')}?project_id=${p}`),
    await rig.ask('GET', '/rest/v1.0/me', undefined, {}),
    await rig.get(`/rest/v1.0/work_order_contracts/1?project_id=${p}`),
    await rig.ask('POST', wbs, { segment_items: [] }),
    await rig.get(`/rest/v2.0/companies/${c}/projects/${p}/commitment_change_orders/1/line_items`),
    await rig.ask('POST', `/rest/v1.0/projects/${p}/budget_modifications`, {}),
  ];
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 401, 404, 422, 404, 405]);
  expect(answers.map(({ json }) => json)).toMatchObject([
    { errors: { name: ["can't be blank"] } },
    { errors: { base: [expect.any(String)], fields: {} } },
    { errors: 'The access token is invalid' },
    { message: 'Not Found' },
    { error: { code: 'UNPROCESSABLE_ENTITY', details: [{ code: 'INVALID' }] } },
    { error: { code: 'NOT_FOUND', message: 'Not Found', details: [] } },
    { message: expect.any(String) },
  ]);
  expect(answers.at(-1)?.headers.get('allow')).toBe('GET');
});
