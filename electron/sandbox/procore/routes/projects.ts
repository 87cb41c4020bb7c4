import { notFound, ok } from '../api/answers.ts';
import { type Call, parameter, type Route } from '../api/call.ts';
import { byId, byOrigin, equals, type Filters, updatedAt } from '../api/filters.ts';
import { listed, pagings } from '../api/listing.ts';
import { currencyOf, int, money } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import type { Memory } from '../memory.ts';
import type { Project } from '../records/tables.ts';
import { me } from './company.ts';
import { copyTemplate } from './copyingCodes.ts';

const workScopes = ['new_construction', 'renovation_alteration', 'maintenance_service'];

/** What may be written with `/sync`; single calls may write a little more. */
const syncFields = {
  name: 'text',
  active: 'bool',
  address: 'text',
  city: 'text',
  state_code: 'text',
  country_code: 'text',
  zip: 'text',
  description: 'text',
  start_date: 'day',
  completion_date: 'day',
  total_value: 'decimal',
  flag: ['Red', 'Yellow', 'Green'],
  phone: 'text',
  project_number: 'text',
  store_number: 'text',
  accounting_project_number: 'text',
  time_zone: 'text',
  office_id: 'id',
  project_template_id: 'id',
  work_scope: workScopes,
  origin_id: 'text',
  origin_data: 'text',
} as const;

const synced: Writable<'projects'> = {
  table: 'projects',
  fields: syncFields,
  stored: { project_template_id: 'from_project_template_id' },
  required: ['name'],
  fresh: ({ memory }, { project_template_id: template }) => ({
    standard_cost_code_list_id:
      memory.get('projects', typeof template === 'string' ? template : null)?.standard_cost_code_list_id ??
      usualList(memory),
  }),
  check: (memory, next) => {
    const template = next.from_project_template_id;
    const known = typeof template !== 'string' || memory.get('projects', template)?.template === true;
    return known ? null : { project_template_id: ['is invalid'] };
  },
  after: (call, project, sent) => {
    const { memory } = call;
    const { permitted_projects: permitted, ...company } = memory.company();
    // Whoever creates a project is on it: inferred.
    if (permitted !== null && !permitted.includes(project.id))
      memory.setCompany({ ...company, permitted_projects: [...permitted, project.id] });
    copyTemplate(call, project, sent);
  },
  show: (memory, project) => shown(memory, project),
};

const single: Writable<'projects'> = {
  ...synced,
  fields: {
    ...syncFields,
    code: 'text',
    origin_code: 'text',
    erp_integrated: 'bool',
    parent_job_id: 'id',
  },
};

/** New projects start with the list that is offered for them. */
function usualList(memory: Memory): string | null {
  return memory.all('codeLists').find((list) => list.available_to_use_on_new_projects)?.id ?? null;
}

const displayName = ({ project_number, name }: Project) =>
  project_number === null ? name : `${project_number} - ${name}`;

/** The list's own view: neither `code` nor what tells who else is connected. */
function listedProject(memory: Memory, project: Project) {
  const company = memory.company();
  const { id, tiers, vendor_ids, budget_locked, erp_integrated, is_erp_integrated, code, ...rest } = project;
  const { standard_cost_code_list_id, custom_fields, from_project_template_id, ...left } = rest;
  return {
    ...left,
    id: int(id),
    display_name: displayName(project),
    total_value: money(project.total_value),
    estimated_value: money(project.total_value),
    parent_job_id: int(project.parent_job_id),
    office_id: undefined,
    office: project.office_id === null ? null : { id: int(project.office_id), name: 'Tacoma HQ' },
    project_stage: project.project_stage === null ? null : { id: 3, name: project.project_stage },
    company: { id: int(company.id), name: company.name },
  };
}

function shown(memory: Memory, project: Project) {
  return {
    ...listedProject(memory, project),
    code: project.code,
    is_erp_integrated: project.is_erp_integrated,
    standard_cost_code_list_id: int(project.standard_cost_code_list_id),
    from_project_template_id: int(project.from_project_template_id),
    project_stage_id: project.project_stage === null ? null : 3,
    departments: [],
    persistent_message: null,
    created_by: { id: int(me.id), name: me.name, login: me.login },
    custom_fields: project.custom_fields,
    ...currencyOf(),
  };
}

const filters: Filters<Project> = {
  ...byId(),
  ...byOrigin(),
  ...updatedAt(),
  project_number: equals((project) => project.project_number),
  name: equals((project) => project.name),
  template: equals((project) => String(project.template)),
  is_demo: equals((project) => String(project.is_demo)),
  synced: equals((project) => String(project.origin_id !== null)),
  vendor_id: (project, wanted) => project.vendor_ids.some((id) => wanted.includes(id)),
  by_status: (project, [status = 'Active']) => status === 'All' || project.active === (status !== 'Inactive'),
};

/** Only projects that the service account was permitted to see: the others are not there. */
export function permittedProjects(memory: Memory): readonly Project[] {
  const { permitted_projects: permitted } = memory.company();
  const all = memory.all('projects');
  return permitted === null ? all : all.filter(({ id }) => permitted.includes(id));
}

function list(call: Call) {
  const view = call.query.get('view') ?? 'normal';
  const status = call.query.get('filters[by_status]') ?? 'Active';
  const rows = permittedProjects(call.memory).filter(
    ({ active }) => status === 'All' || active === (status !== 'Inactive'),
  );
  const show = (project: Project) => {
    if (view === 'ids') return int(project.id);
    if (view === 'compact') return { id: int(project.id), name: project.name, display_name: displayName(project) };
    const normal = listedProject(call.memory, project);
    return view === 'extended' ? { ...normal, departments: [], custom_fields: project.custom_fields } : normal;
  };
  return listed(call, {
    rows,
    show,
    filters,
    paging: view === 'ids' ? { usual: 200_000, most: 200_000 } : pagings.projects,
    sorts: { name: (project) => project.name, display_name: displayName },
  });
}

/** The project itself is the last part of the path; whether it may be seen has been checked. */
const one = (call: Call) => permittedProjects(call.memory).find(({ id }) => id === call.part('id'));

function show(call: Call) {
  const project = one(call);
  if (project === undefined) return notFound;
  const minimal = parameter(call, 'view') === 'minimal';
  return ok(minimal ? { id: int(project.id), name: project.name } : shown(call.memory, project));
}

export const projectRoutes: readonly Route[] = [
  { scope: 'company', method: 'GET', path: '/rest/v1.1/projects', handle: list },
  // The older version is still supported.
  { scope: 'company', method: 'GET', path: '/rest/v1.0/projects', handle: list },
  {
    scope: 'company',
    method: 'POST',
    path: '/rest/v1.0/projects',
    handle: (call) => createOne(single, call, 'project'),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/projects/sync',
    handle: (call) =>
      syncAll(synced, call, {
        byId: (id) => permittedProjects(call.memory).find((project) => project.id === id),
        byOrigin: (origin) => call.memory.where('projects', 'origin_id', origin)[0],
      }),
  },
  { scope: 'company', method: 'GET', path: '/rest/v1.0/projects/:id', handle: show },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/projects/:id',
    handle: (call) => changeOne(single, call, 'project', one(call)),
  },
];
