import { created, message, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type Call, type ProjectCall, parameter, type Route } from '../api/call.ts';
import { listed } from '../api/listing.ts';
import { currencyOf, int, money } from '../api/wire.ts';
import { type BudgetFigures, budgetFigures, columnAmounts, type View, views } from '../budget.ts';
import { costCodePath, fullCostCode } from '../codes.ts';

const path = '/rest/v1.0/projects/:project_id/budget';
const founded = '2024-01-08T18:00:00Z';

function lock({ memory, project }: ProjectCall, locked: boolean): void {
  memory.put('projects', { ...project, budget_locked: locked });
}

/** Unless told otherwise, unlocking destroys every budget modification of the project: Procore's own default. */
function unlock(call: ProjectCall): Reply {
  const { memory, project } = call;
  const modifications = memory.where('budgetModifications', 'project_id', project.id);
  const destroy = parameter(call, 'destroy_all_budget_line_item_transfers') !== 'false';
  if (!destroy && modifications.length > 0)
    return ruleBroken('The budget cannot be unlocked while budget modifications exist');
  for (const { id } of modifications) memory.remove('budgetModifications', id);
  lock(call, false);
  return ok({ locked: false });
}

const showView = (view: View) => ({
  id: int(view.id),
  name: view.name,
  description: null,
  role: 'budget_view',
  created_by: null,
  created_at: founded,
  updated_at: founded,
  links: {
    detail_rows: `/rest/v1.0/budget_views/${view.id}/detail_rows`,
    summary_rows: `/rest/v1.0/budget_views/${view.id}/summary_rows`,
  },
});

const viewOf = (call: Call) => views.find(({ id }) => id === call.part('view'));

function detailRow(call: ProjectCall, view: View, row: BudgetFigures) {
  const { memory, project } = call;
  const company = memory.company();
  const wbs = memory.get('wbsCodes', row.wbsId);
  const code = memory.get('costCodes', wbs?.cost_code_id);
  const root = code === undefined ? undefined : costCodePath(memory, code)[0];
  const type = memory.get('lineItemTypes', wbs?.line_item_type_id);
  const subJob = memory.get('subJobs', wbs?.sub_job_id);
  return {
    id: int(row.line?.id ?? null),
    wbs_code_id: int(row.wbsId),
    project_id: int(project.id),
    project: project.name,
    company_id: int(company.id),
    company: company.name,
    biller_id: int(subJob?.id ?? project.id),
    biller: subJob?.name ?? project.name,
    biller_type: subJob === undefined ? 'Project' : 'SubJob',
    root_cost_code_id: int(root?.id ?? null),
    root_cost_code: root === undefined ? null : `${root.code} - ${root.name}`,
    cost_code_id: int(code?.id ?? null),
    cost_code: code === undefined ? null : `${fullCostCode(memory, code)} - ${code.name}`,
    cost_code_origin_id: code?.origin_id ?? null,
    category_id: int(type?.id ?? null),
    category: type?.name ?? null,
    original_budget_amount: money(row.original),
    budget_modifications: money(row.modifications),
    budget_forecast: null,
    deletable: row.line !== null && row.committed === '0.00',
    unbudgeted_reason: row.line === null ? 'Commitment' : null,
    ...currencyOf(),
    ...Object.fromEntries(view.columns.map(({ name, means }) => [name, money(columnAmounts[means](row))])),
  };
}

/** `biller[]=id=1,type=SubJob` */
function fitsBiller(call: ProjectCall, row: BudgetFigures): boolean {
  const wanted = call.query.getAll('biller[]');
  if (wanted.length === 0) return true;
  const subJob = call.memory.get('wbsCodes', row.wbsId)?.sub_job_id ?? null;
  const own = subJob === null ? `id=${call.project.id},type=Project` : `id=${subJob},type=SubJob`;
  return wanted.includes(own);
}

function detailRows(call: ProjectCall): Reply {
  const view = viewOf(call);
  if (view === undefined) return notFound;
  const asked = call.query.get('budget_row_type') ?? 'budgeted';
  const inType = (row: BudgetFigures) => asked === 'all' || (row.line !== null) === (asked === 'budgeted');
  return listed(call, {
    rows: budgetFigures(call.memory, call.project).filter((row) => inType(row) && fitsBiller(call, row)),
    show: (row) => detailRow(call, view, row),
  });
}

function columns(call: ProjectCall): Reply {
  const view = viewOf(call);
  if (view === undefined) return notFound;
  return ok(
    view.columns.map(({ id, name, means }, position) => ({
      id,
      name,
      position,
      type: means === 'revised' || means === 'jobToDate' ? 'standard' : 'source',
      aggregatable: true,
      filterable: false,
      groupable: false,
    })),
  );
}

/** All companies have budget changes by now; what is left of the older modifications can only be read. */
const readOnly = () => message(405, 'Budget modifications are read only', { Allow: 'GET' });
const modifications = '/rest/v1.0/projects/:project_id/budget_modifications';

export const budgetRoutes: readonly Route[] = [
  { scope: 'project', method: 'GET', path, handle: ({ project }) => ok({ locked: project.budget_locked }) },
  {
    scope: 'project',
    method: 'POST',
    path: `${path}/lock`,
    handle: (call) => {
      lock(call, true);
      return created({ locked: true });
    },
  },
  { scope: 'project', method: 'DELETE', path: `${path}/lock`, handle: unlock },
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/budget_views',
    handle: (call) => listed(call, { rows: views, show: showView }),
  },
  { scope: 'project', method: 'GET', path: '/rest/v1.0/budget_views/:view/detail_rows', handle: detailRows },
  { scope: 'project', method: 'GET', path: '/rest/v1.0/budget_views/:view/budget_detail_columns', handle: columns },
  {
    scope: 'project',
    method: 'GET',
    path: modifications,
    handle: (call) =>
      listed(call, {
        rows: call.memory.where('budgetModifications', 'project_id', call.project.id),
        show: ({ project_id, ...one }) => ({
          ...one,
          id: int(one.id),
          from_budget_line_item_id: int(one.from_budget_line_item_id),
          to_budget_line_item_id: int(one.to_budget_line_item_id),
          transfer_amount: money(one.transfer_amount),
        }),
      }),
  },
  { scope: 'project', method: 'POST', path: modifications, handle: readOnly },
  { scope: 'project', method: 'PATCH', path: `${modifications}/:id`, handle: readOnly },
  { scope: 'project', method: 'DELETE', path: `${modifications}/:id`, handle: readOnly },
];
