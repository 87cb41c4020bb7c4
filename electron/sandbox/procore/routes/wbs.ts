import { codedError, created, noContent, ok, type Reply } from '../api/answers.ts';
import { type Call, type Fields, type ProjectCall, type Route, wrappedList } from '../api/call.ts';
import { equals, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { int } from '../api/wire.ts';
import { costCodePath, ensureWbs, flatCode, flatName, fullCostCode } from '../codes.ts';
import type { Memory } from '../memory.ts';
import type { CostCode, Tables } from '../records/tables.ts';

type Wbs = Tables['wbsCodes'];

/** The default pattern of a company: three legacy segments, whose items are the sub jobs, cost codes and cost types themselves. */
const pattern = '3113';
const founded = '2024-01-08T18:00:00Z';
const segments = [
  { id: '447331', type: 'sub_job', name: 'Sub Job', position: 0, required: false, structure: 'flat' },
  { id: '447332', type: 'cost_code', name: 'Cost Code', position: 1, required: true, structure: 'tiered' },
  { id: '447333', type: 'line_item_type', name: 'Cost Type', position: 2, required: true, structure: 'flat' },
] as const;
type Segment = (typeof segments)[number];

const showSegment = (segment: Segment) => ({
  ...segment,
  id: int(segment.id),
  delimiter: '.',
  wbs_pattern_id: int(pattern),
  project_can_modify_origin_project: true,
  project_can_delete_origin_company: false,
  created_at: founded,
  updated_at: founded,
});

const plainItem = (type: Segment['type'], { id, code, name }: { id: string; code: string | null; name: string }) => ({
  id: int(id),
  code,
  name,
  path_code: code,
  path_ids: [int(id)],
  path_codes: [code],
  path_names: [name],
  parent_id: null,
  status: 'active',
  segment: showSegment(segments[type === 'sub_job' ? 0 : 2]),
});

function costCodeItem(memory: Memory, code: CostCode) {
  const path = costCodePath(memory, code);
  return {
    id: int(code.id),
    code: code.code,
    name: code.name,
    path_code: fullCostCode(memory, code),
    path_ids: path.map(({ id }) => int(id)),
    path_codes: path.map((one) => one.code),
    path_names: path.map(({ name }) => name),
    parent_id: int(code.parent_id),
    is_parent: memory.where('costCodes', 'parent_id', code.id).length > 0,
    in_use: memory.where('wbsCodes', 'cost_code_id', code.id).length > 0,
    status: 'active',
    segment: showSegment(segments[1]),
  };
}

export function showWbs(memory: Memory, wbs: Wbs) {
  const subJob = memory.get('subJobs', wbs.sub_job_id);
  const code = memory.get('costCodes', wbs.cost_code_id);
  const type = memory.get('lineItemTypes', wbs.line_item_type_id);
  return {
    id: int(wbs.id),
    flat_code: flatCode(memory, wbs),
    flat_name: flatName(memory, wbs),
    description: wbs.description,
    status: wbs.status,
    wbs_pattern_id: int(pattern),
    segment_items: [
      ...(subJob === undefined ? [] : [plainItem('sub_job', subJob)]),
      ...(code === undefined ? [] : [costCodeItem(memory, code)]),
      ...(type === undefined ? [] : [plainItem('line_item_type', type)]),
    ],
    created_at: wbs.created_at,
    updated_at: wbs.updated_at,
  };
}

/** The short form that stands in lines of budgets and contracts. */
export function briefWbs(memory: Memory, id: string | null) {
  const wbs = memory.get('wbsCodes', id);
  if (wbs === undefined) return null;
  const description = wbs.description ?? flatName(memory, wbs).split('.').join(' - ');
  return { id: int(wbs.id), flat_code: flatCode(memory, wbs), description };
}

/** Finds the segments' items among what the project has; text when one of them does not fit. */
function upsert(call: ProjectCall, sent: Fields): Wbs | string {
  const { memory, project } = call;
  const items = wrappedList(sent, 'segment_items') ?? [];
  const itemOf = (segment: Segment) => {
    const found = items.find((item) => item.segment_id === segment.id)?.segment_item_id;
    return typeof found === 'string' ? found : null;
  };
  const [subJob, cost, type] = segments.map(itemOf);
  const code = memory.get('costCodes', cost);
  if (code === undefined || code.project_id !== project.id) return 'The cost code is not in the project';
  if (memory.get('lineItemTypes', type) === undefined) return 'The cost type is required';
  if (subJob != null && memory.get('subJobs', subJob)?.project_id !== project.id)
    return 'The sub job is not in the project';
  const now = memory.stamp(call.now);
  const found = ensureWbs(memory, now, project.id, code.id, type ?? null, subJob ?? null);
  if (typeof sent.description !== 'string') return found;
  return memory.put('wbsCodes', { ...found, description: sent.description, updated_at: now });
}

/** The same combination again gives the same code: safe to repeat. */
function createOne(call: ProjectCall): Reply {
  const made = upsert(call, call.body);
  if (typeof made === 'string') return codedError(422, made, [{ message: made, source: 'segment_items' }]);
  return created(showWbs(call.memory, made));
}

function createMany(call: ProjectCall): Reply {
  const bulk = wrappedList(call.body, 'bulk');
  if (bulk === null) return codedError(400, 'bulk is missing');
  const made = bulk.map((sent) => ({ sent, result: upsert(call, sent) }));
  return created({
    entities: made.flatMap(({ result }) => (typeof result === 'string' ? [] : [showWbs(call.memory, result)])),
    errors: made.flatMap(({ sent, result }) =>
      typeof result === 'string' ? [{ ...sent, errors: { segment_items: [result] } }] : [],
    ),
  });
}

const ofProject = (call: ProjectCall) => call.memory.where('wbsCodes', 'project_id', call.project.id);

const statusOf = (value: unknown) => (value === 'active' || value === 'inactive' ? value : null);

function change(call: ProjectCall): Reply {
  const wbs = ofProject(call).find(({ id }) => id === call.part('id'));
  if (wbs === undefined) return codedError(404, 'Not Found');
  const { description, status } = call.body;
  const changed = {
    ...wbs,
    ...(typeof description === 'string' ? { description } : {}),
    status: statusOf(status) ?? wbs.status,
  };
  return ok(showWbs(call.memory, call.memory.put('wbsCodes', { ...changed, updated_at: call.memory.stamp(call.now) })));
}

function changeAll(call: ProjectCall): Reply {
  const { ids, attributes } = call.body;
  const status =
    typeof attributes === 'object' && attributes !== null && 'status' in attributes ? attributes.status : null;
  if (!Array.isArray(ids) || (status !== 'active' && status !== 'inactive'))
    return codedError(400, 'ids and status are needed');
  for (const wbs of ofProject(call))
    if (ids.includes(wbs.id)) call.memory.put('wbsCodes', { ...wbs, status, updated_at: call.memory.stamp(call.now) });
  return noContent;
}

function companyItems(call: Call): Reply {
  const segment = segments.find(({ id }) => id === call.part('segment'));
  const list = call.query.get('segment_item_list_id');
  if (segment?.type === 'cost_code') {
    if (list === null) return codedError(400, 'segment_item_list_id is missing');
    const rows = call.memory.where('standardCodes', 'standard_cost_code_list_id', list);
    return listed(call, { rows, show: (code) => ({ ...code, id: int(code.id), parent_id: int(code.parent_id) }) });
  }
  if (segment?.type === 'sub_job') return ok([]);
  return listed(call, { rows: call.memory.all('lineItemTypes'), show: (type) => plainItem('line_item_type', type) });
}

function projectItems(call: ProjectCall): Reply {
  const { memory, project } = call;
  const segment = segments.find(({ id }) => id === call.part('segment'));
  if (segment?.type === 'cost_code') {
    const subJob = call.query.get('legacy_sub_job_id');
    const all = call.query.get('include_sub_job_cost_codes') === 'true';
    const rows = memory
      .where('costCodes', 'project_id', project.id)
      .filter((code) => all || code.sub_job_id === subJob);
    return listed(call, { rows, show: (code) => costCodeItem(memory, code) });
  }
  if (segment?.type === 'sub_job') {
    const rows = memory.where('subJobs', 'project_id', project.id);
    return listed(call, { rows, show: (subJob) => plainItem('sub_job', subJob) });
  }
  return listed(call, { rows: memory.all('lineItemTypes'), show: (type) => plainItem('line_item_type', type) });
}

const lists = (call: Call) =>
  ok(
    call.memory.all('codeLists').map((list) => ({
      id: int(list.id),
      name: list.name,
      segment_items_count: call.memory.where('standardCodes', 'standard_cost_code_list_id', list.id).length,
      erp_integrated: list.is_erp_list,
      available_to_use_on_new_projects: list.available_to_use_on_new_projects,
    })),
  );

const company = '/rest/v1.0/companies/:company_id/work_breakdown_structure';
const project = '/rest/v1.0/projects/:project_id/work_breakdown_structure';

export const wbsRoutes: readonly Route[] = [
  {
    scope: 'company',
    method: 'GET',
    path: `${company}/patterns`,
    handle: () =>
      ok({
        id: int(pattern),
        description: 'Default',
        segments: segments.map(showSegment),
        created_at: founded,
        updated_at: founded,
      }),
  },
  { scope: 'company', method: 'GET', path: `${company}/segments`, handle: () => ok(segments.map(showSegment)) },
  { scope: 'company', method: 'GET', path: `${company}/segments/:segment/lists`, handle: lists },
  { scope: 'company', method: 'GET', path: `${company}/segments/:segment/segment_items`, handle: companyItems },
  { scope: 'project', method: 'GET', path: `${project}/segments/:segment/segment_items`, handle: projectItems },
  {
    scope: 'project',
    method: 'GET',
    path: `${project}/wbs_codes`,
    handle: (call) =>
      listed(call, {
        rows: ofProject(call),
        show: (wbs) => showWbs(call.memory, wbs),
        filters: { ...updatedAt<Wbs>(), status: equals((wbs) => wbs.status) },
      }),
  },
  { scope: 'project', method: 'POST', path: `${project}/wbs_codes`, handle: createOne },
  { scope: 'project', method: 'PATCH', path: `${project}/wbs_codes/bulk_create`, handle: createMany },
  { scope: 'project', method: 'PATCH', path: `${project}/wbs_codes/update_all`, handle: changeAll },
  { scope: 'project', method: 'PATCH', path: `${project}/wbs_codes/:id`, handle: change },
];
