import { badRequest, fieldErrors, noContent, notFound, ok, type Reply, reasonedError } from '../api/answers.ts';
import { type ProjectCall, type Route, wrappedList } from '../api/call.ts';
import { currencyOf, int, num } from '../api/wire.ts';
import { changeOne, createOne, save, type Writable } from '../api/writing.ts';
import type { Memory } from '../memory.ts';
import { strategies } from '../records/money.ts';
import type { Tables } from '../records/tables.ts';
import { briefWbs } from './wbs.ts';

type Line = Tables['budgetLines'];

const lockedText = 'The budget is locked: original amounts cannot be changed';

export const budgetLines: Writable<'budgetLines', ProjectCall> = {
  table: 'budgetLines',
  fields: {
    wbs_code_id: 'id',
    original_budget_amount: 'decimal',
    quantity: 'decimal',
    unit_cost: 'decimal',
    uom: 'text',
    calculation_strategy: strategies,
  },
  required: ['wbs_code_id'],
  fresh: (call) => ({ project_id: call.project.id }),
  locked: (memory, line, change) =>
    memory.get('projects', line.project_id)?.budget_locked === true && 'original_budget_amount' in change
      ? lockedText
      : null,
  check: (memory, next, before) => {
    const wbs = memory.get('wbsCodes', String(next.wbs_code_id));
    if (wbs === undefined || wbs.project_id !== next.project_id) return { wbs_code_id: ['is not in the project'] };
    const same = memory.where('budgetLines', 'wbs_code_id', wbs.id).some((line) => line.id !== before?.id);
    if (same) return { wbs_code_id: ['has already been taken'] };
    // A locked budget still takes new codes, at zero.
    const locked = memory.get('projects', wbs.project_id)?.budget_locked === true;
    const amount = Number(next.original_budget_amount ?? 0);
    return before === null && locked && amount !== 0 ? { original_budget_amount: [lockedText] } : null;
  },
  show: (memory, line) => show(memory, line),
};

/** Numbers here, text in the rows of a view. */
const show = (memory: Memory, line: Line) => ({
  id: int(line.id),
  original_budget_amount: num(line.original_budget_amount),
  uom: line.uom,
  quantity: num(line.quantity),
  unit_cost: num(line.unit_cost),
  calculation_strategy: line.calculation_strategy,
  wbs_code: briefWbs(memory, line.wbs_code_id),
  ...currencyOf(),
});

const one = (call: ProjectCall) => {
  const line = call.memory.get('budgetLines', call.part('id'));
  return line?.project_id === call.project.id ? line : undefined;
};

/** Beta, and unlike every other sync: `POST`, a bare array, and nothing at all when one row fails. */
function syncLines(call: ProjectCall): Reply {
  const rows = wrappedList(call.body, 'budget_line_items');
  if (rows === null) return badRequest('param is missing or the value is empty: budget_line_items');
  const before = call.memory.snapshot();
  const shown: unknown[] = [];
  for (const sent of rows) {
    const known = typeof sent.id === 'string' ? call.memory.get('budgetLines', sent.id) : undefined;
    const outcome =
      typeof sent.id === 'string' && known === undefined
        ? { ok: false as const, errors: { id: ['Entity with this ID not found'] } }
        : save(budgetLines, call, sent, known ?? null);
    if (!outcome.ok) {
      call.memory.restore(before);
      return fieldErrors(outcome.errors);
    }
    shown.push(show(call.memory, outcome.record));
  }
  return ok(shown);
}

export const budgetLineRoutes: readonly Route[] = [
  {
    scope: 'project',
    method: 'POST',
    path: '/rest/v1.1/budget_line_items',
    handle: (call) => createOne(budgetLines, call, 'budget_line_item'),
  },
  { scope: 'project', method: 'POST', path: '/rest/v1.0/budget_line_items/sync', handle: syncLines },
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v1.1/budget_line_items/:id',
    handle: (call) => {
      const line = one(call);
      return line === undefined ? notFound : ok(show(call.memory, line));
    },
  },
  {
    scope: 'project',
    method: 'PATCH',
    path: '/rest/v1.1/budget_line_items/:id',
    handle: (call) => changeOne(budgetLines, call, 'budget_line_item', one(call)),
  },
  {
    scope: 'project',
    method: 'DELETE',
    path: '/rest/v2.0/companies/:company_id/projects/:project_id/budget_line_items/:id',
    handle: (call) => {
      const line = one(call);
      if (line === undefined) return reasonedError(404, 'Not Found');
      if (call.project.budget_locked) return reasonedError(422, lockedText);
      call.memory.remove('budgetLines', line.id);
      return noContent;
    },
  },
];
