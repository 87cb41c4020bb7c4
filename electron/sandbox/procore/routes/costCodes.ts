import { badRequest, created, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type ProjectCall, parameter, type Route } from '../api/call.ts';
import { byId, byOrigin } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { int } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import { fullCostCode } from '../codes.ts';
import type { Memory } from '../memory.ts';
import type { CostCode, Tables } from '../records/tables.ts';
import { showLineItemType } from './company.ts';
import { copyStandardCodes } from './copyingCodes.ts';

const codes: Writable<'costCodes', ProjectCall> = {
  table: 'costCodes',
  fields: {
    code: 'text',
    name: 'text',
    parent_id: 'id',
    standard_cost_code_id: 'id',
    position: 'text',
    origin_id: 'text',
    origin_data: 'text',
    // Which cost types go with a code is written through its own ERP endpoint; the practice server takes it here.
    line_item_type_ids: 'ids',
  },
  required: ['code', 'name'],
  fresh: (call) => ({ project_id: call.project.id, sub_job_id: subJobOf(call) }),
  check: (memory, next, before) => {
    const parent = typeof next.parent_id === 'string' ? memory.get('costCodes', next.parent_id) : undefined;
    if (typeof next.parent_id === 'string' && parent?.project_id !== next.project_id)
      return { parent_id: ['is invalid'] };
    const same = memory
      .where('costCodes', 'project_id', String(next.project_id))
      .some(
        (one) =>
          one.id !== before?.id &&
          one.code === next.code &&
          one.parent_id === (next.parent_id ?? null) &&
          one.sub_job_id === (next.sub_job_id ?? null),
      );
    return same ? { code: ['has already been taken'] } : null;
  },
  show: (memory, code) => showCostCode(memory, code),
};

const subJobOf = (call: ProjectCall): string | null => parameter(call, 'sub_job_id') ?? null;

export function showCostCode(memory: Memory, code: CostCode) {
  const project = memory.get('projects', code.project_id);
  const subJob = memory.get('subJobs', code.sub_job_id);
  const standard = memory.get('standardCodes', code.standard_cost_code_id);
  const full = fullCostCode(memory, code);
  return {
    id: int(code.id),
    code: code.code,
    full_code: full,
    sortable_code: full,
    name: code.name,
    parent: code.parent_id === null ? null : { id: int(code.parent_id) },
    position: code.position,
    budgeted: isBudgeted(memory, code),
    biller: subJob?.name ?? project?.name ?? null,
    biller_id: int(code.sub_job_id ?? code.project_id),
    biller_type: subJob === undefined ? 'Project' : 'SubJob',
    standard_cost_code_id: int(code.standard_cost_code_id),
    standard_cost_code_list_id: int(standard?.standard_cost_code_list_id ?? null),
    line_item_types: code.line_item_type_ids.flatMap((id) => {
      const type = memory.get('lineItemTypes', id);
      return type === undefined ? [] : [showLineItemType(type)];
    }),
    origin_id: code.origin_id,
    origin_data: code.origin_data,
    deleted_at: null,
    created_at: code.created_at,
    updated_at: code.updated_at,
  };
}

function isBudgeted(memory: Memory, code: CostCode): boolean {
  return memory
    .where('wbsCodes', 'cost_code_id', code.id)
    .some((wbs) => memory.where('budgetLines', 'wbs_code_id', wbs.id).length > 0);
}

const ofProject = (call: ProjectCall) => call.memory.where('costCodes', 'project_id', call.project.id);

/** The codes of the project, or those of one of its sub jobs: never both. */
function list(call: ProjectCall): Reply {
  const subJob = subJobOf(call);
  return listed(call, {
    rows: ofProject(call).filter((code) => code.sub_job_id === subJob),
    show: (code) => showCostCode(call.memory, code),
    filters: { ...byId(), ...byOrigin() },
  });
}

const one = (call: ProjectCall) => ofProject(call).find(({ id }) => id === call.part('id'));

/** Where another connector owns the project, codes can only be synced. */
const unlessOwned = (handle: (call: ProjectCall) => Reply) => (call: ProjectCall) =>
  call.project.is_erp_integrated
    ? ruleBroken('Cost codes of an ERP-integrated project can only be synced')
    : handle(call);

function copyAll(call: ProjectCall): Reply {
  const listId = parameter(call, 'standard_cost_code_list_id');
  if (listId === undefined || call.memory.get('codeLists', listId) === undefined)
    return badRequest('standard_cost_code_list_id is missing');
  adoptList(call, listId);
  return created(
    copyStandardCodes(call, call.project, listId, subJobOf(call)).map((code) => showCostCode(call.memory, code)),
  );
}

/** 207 when some of the named codes are not in the list. */
function copySome(call: ProjectCall): Reply {
  const listId = parameter(call, 'standard_cost_code_list_id');
  const wanted = call.body.standard_cost_code_ids;
  if (listId === undefined || !Array.isArray(wanted)) return badRequest('standard_cost_code_ids is missing');
  const ids = wanted.map(String);
  const unknown = ids.filter((id) => call.memory.get('standardCodes', id)?.standard_cost_code_list_id !== listId);
  adoptList(call, listId);
  const successes = copyStandardCodes(call, call.project, listId, subJobOf(call), ids);
  return {
    status: unknown.length > 0 ? 207 : 201,
    body: {
      successes: successes.map((code) => showCostCode(call.memory, code)),
      failures: unknown.map((id) => ({ id: int(id), errors: { id: ['Entity with this ID not found'] } })),
    },
  };
}

function adoptList({ memory, project }: ProjectCall, listId: string): void {
  if (project.standard_cost_code_list_id === null)
    memory.put('projects', { ...project, standard_cost_code_list_id: listId });
}

const subJobs: Writable<'subJobs', ProjectCall> = {
  table: 'subJobs',
  fields: { name: 'text', code: 'text', origin_id: 'text', origin_data: 'text' },
  required: ['name', 'code'],
  fresh: (call) => ({ project_id: call.project.id }),
  show: (_memory, subJob) => showSubJob(subJob),
};
const showSubJob = ({ project_id, ...subJob }: Tables['subJobs']) => ({ ...subJob, id: int(subJob.id) });
const subJobsOf = (call: ProjectCall) => call.memory.where('subJobs', 'project_id', call.project.id);

export const costCodeRoutes: readonly Route[] = [
  { scope: 'project', method: 'GET', path: '/rest/v1.0/cost_codes', handle: list },
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v1.0/cost_codes/:id',
    handle: (call) => {
      const found = one(call);
      return found === undefined ? notFound : ok(showCostCode(call.memory, found));
    },
  },
  {
    scope: 'project',
    method: 'PATCH',
    path: '/rest/v1.0/cost_codes/sync',
    handle: (call) =>
      syncAll(codes, call, {
        byId: (id) => ofProject(call).find((code) => code.id === id),
        byOrigin: (origin) => ofProject(call).find((code) => code.origin_id === origin),
      }),
  },
  {
    scope: 'project',
    method: 'POST',
    path: '/rest/v1.0/cost_codes',
    handle: unlessOwned((call) => createOne(codes, call, 'cost_code')),
  },
  { scope: 'project', method: 'POST', path: '/rest/v1.0/cost_codes/copy_from_standard_list', handle: copyAll },
  { scope: 'project', method: 'POST', path: '/rest/v1.0/cost_codes/copy_subset_from_standard_list', handle: copySome },
  {
    scope: 'project',
    method: 'PATCH',
    path: '/rest/v1.0/cost_codes/:id',
    handle: unlessOwned((call) => changeOne(codes, call, 'cost_code', one(call))),
  },
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v1.0/sub_jobs',
    handle: (call) => listed(call, { rows: subJobsOf(call), show: showSubJob }),
  },
  {
    scope: 'project',
    method: 'POST',
    path: '/rest/v1.0/sub_jobs',
    handle: (call) => createOne(subJobs, call, 'sub_job'),
  },
  {
    scope: 'project',
    method: 'PATCH',
    path: '/rest/v1.0/sub_jobs/sync',
    handle: (call) =>
      syncAll(subJobs, call, {
        byId: (id) => subJobsOf(call).find((one) => one.id === id),
        byOrigin: (origin) => subJobsOf(call).find((one) => one.origin_id === origin),
      }),
  },
  {
    scope: 'project',
    method: 'PATCH',
    path: '/rest/v1.0/sub_jobs/:id',
    handle: (call) =>
      changeOne(
        subJobs,
        call,
        'sub_job',
        subJobsOf(call).find(({ id }) => id === call.part('id')),
      ),
  },
];
