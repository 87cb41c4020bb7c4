import { codedError, created, noContent, ok, type Reply } from '../api/answers.ts';
import { type Fields, type ProjectCall, type Route, wrappedList } from '../api/call.ts';
import { listed, pagings } from '../api/listing.ts';
import { currencyOf, int, num, total } from '../api/wire.ts';
import type { Memory } from '../memory.ts';
import { type Adjustment, budgetChangeStatuses } from '../records/money.ts';
import type { Tables } from '../records/tables.ts';
import { briefWbs } from './wbs.ts';

type Change = Tables['budgetChanges'];

const summary = (change: Change) => ({
  id: int(change.id),
  number: num(change.number),
  status: change.status,
  title: change.title,
  description: change.description,
  amount: num(total(change.lines.map(({ amount }) => amount))),
  erp_status: change.erp_status,
  prime_contract_id: null,
  change_event_line_item_ids: [],
  ...currencyOf(),
  created_at: change.created_at,
  updated_at: change.updated_at,
});

const showLine = (memory: Memory, line: Adjustment) => ({
  id: int(line.id),
  ref: line.ref,
  adjustment_number: num(line.adjustment_number),
  type: line.type,
  wbs_code: briefWbs(memory, line.wbs_code_id),
  calculation_strategy: line.calculation_strategy,
  quantity: num(line.quantity),
  uom: line.uom,
  unit_cost: num(line.unit_cost),
  amount: num(line.amount),
  description: line.description,
  comment: line.comment,
});

const detail = (memory: Memory, change: Change) => ({
  data: {
    ...summary(change),
    adjustment_line_items: change.lines.map((line) => showLine(memory, line)),
    prime_contract: null,
    attachments: [],
    production_quantities: [],
  },
});

const ofProject = (call: ProjectCall) => call.memory.where('budgetChanges', 'project_id', call.project.id);
const one = (call: ProjectCall) => ofProject(call).find(({ id }) => id === call.part('id'));
const textOf = (value: unknown, otherwise: string | null = null) => (typeof value === 'string' ? value : otherwise);

/** The lines as they would become, or what is wrong with them. */
function linesAfter(
  call: ProjectCall,
  sent: readonly Fields[],
  before: readonly Adjustment[],
): readonly Adjustment[] | string {
  let lines = [...before];
  for (const one of sent) {
    const known = lines.find(({ id }) => id === one.id);
    if (one._delete === true) {
      lines = lines.filter(({ id }) => id !== one.id);
      continue;
    }
    const wbs = call.memory.get('wbsCodes', textOf(one.wbs_code_id, known?.wbs_code_id ?? null));
    if (wbs?.project_id !== call.project.id) return 'wbs_code_id is not in the project';
    const type = one.type ?? known?.type;
    if (type !== 'change_event' && type !== 'budget_change') return 'type is not included in the list';
    const line: Adjustment = {
      id: known?.id ?? call.memory.nextId(),
      ref: textOf(one.ref, known?.ref ?? null),
      adjustment_number: textOf(one.adjustment_number, known?.adjustment_number ?? '1') ?? '1',
      type,
      wbs_code_id: wbs.id,
      calculation_strategy: one.calculation_strategy === 'automatic' ? 'automatic' : 'manual',
      quantity: textOf(one.quantity, known?.quantity ?? '0') ?? '0',
      unit_cost: textOf(one.unit_cost, known?.unit_cost ?? '0') ?? '0',
      uom: textOf(one.uom, known?.uom ?? null),
      amount: textOf(one.amount, known?.amount ?? '0') ?? '0',
      description: textOf(one.description, known?.description ?? '') ?? '',
      comment: textOf(one.comment, known?.comment ?? null),
    };
    lines = known === undefined ? [...lines, line] : lines.map((old) => (old.id === line.id ? line : old));
  }
  for (const { type, adjustment_number: number } of lines) {
    const receiver = lines.some((line) => line.type === 'change_event' && line.adjustment_number === number);
    if (type === 'budget_change' && !receiver)
      return `A budget_change line needs a change_event line with the same adjustment_number (${number})`;
  }
  return lines;
}

function write(call: ProjectCall, before: Change | null): Reply {
  const { memory, project, body } = call;
  const status = body.status ?? before?.status;
  const known = budgetChangeStatuses.find((one) => one === status);
  if (known === undefined) return refused('status', "can't be blank or is not in the list");
  const lines = linesAfter(call, wrappedList(body, 'adjustment_line_items') ?? [], before?.lines ?? []);
  if (typeof lines === 'string') return refused('adjustment_line_items', lines);
  const numbers = ofProject(call).map(({ number }) => Number(number));
  const now = memory.stamp(call.now);
  const change = memory.put('budgetChanges', {
    id: before?.id ?? memory.nextId(),
    project_id: project.id,
    number: textOf(body.number, before?.number ?? String(Math.max(0, ...numbers) + 1)) ?? '1',
    status: known,
    title: textOf(body.title, before?.title ?? '') ?? '',
    description: textOf(body.description, before?.description ?? null),
    lines: [...lines],
    created_at: before?.created_at ?? now,
    updated_at: now,
  });
  return before === null ? created(detail(memory, change)) : ok(detail(memory, change));
}

const refused = (source: string, text: string) => codedError(422, text, [{ message: text, source }]);

/** Every line of the project's budget changes; v2: ids are text. */
function allLines(call: ProjectCall): Reply {
  const rows = ofProject(call).flatMap((change) => change.lines.map((line) => ({ change, line })));
  return listed(call, {
    rows,
    show: ({ change, line }) => ({
      id: line.id,
      adjustment_number: num(line.adjustment_number),
      wbs_code_id: line.wbs_code_id,
      amount: num(line.amount),
      uom: line.uom,
      quantity: num(line.quantity),
      description: line.description,
      type: line.type,
      budget_change_id: change.id,
      budget_change_number: change.number,
      budget_change_name: change.title,
      budget_change_status: change.status,
    }),
    paging: pagings.v2,
    envelope: 'data',
  });
}

const path = '/rest/v1.0/projects/:project_id/budget_changes';

export const budgetChangeRoutes: readonly Route[] = [
  {
    scope: 'project',
    method: 'GET',
    path,
    handle: (call) => listed(call, { rows: ofProject(call), show: summary, paging: pagings.whole, envelope: 'data' }),
  },
  { scope: 'project', method: 'POST', path, handle: (call) => write(call, null) },
  {
    scope: 'project',
    method: 'GET',
    path: `${path}/:id`,
    handle: (call) => {
      const change = one(call);
      return change === undefined ? codedError(404, 'Not Found') : ok(detail(call.memory, change));
    },
  },
  {
    scope: 'project',
    method: 'PATCH',
    path: `${path}/:id`,
    handle: (call) => {
      const change = one(call);
      return change === undefined ? codedError(404, 'Not Found') : write(call, change);
    },
  },
  {
    scope: 'project',
    method: 'DELETE',
    path: `${path}/:id`,
    handle: (call) => {
      const change = one(call);
      if (change === undefined) return codedError(404, 'Not Found');
      if (change.status === 'approved') return codedError(422, 'An approved budget change cannot be deleted');
      call.memory.remove('budgetChanges', change.id);
      return noContent;
    },
  },
  {
    scope: 'project',
    method: 'GET',
    path: '/rest/v2.0/companies/:company_id/projects/:project_id/budget_changes/adjustment_line_items',
    handle: allLines,
  },
];
