import { minus, total } from './api/wire.ts';
import type { Memory } from './memory.ts';
import type { Project, Tables } from './records/tables.ts';

/** What a project's budget says about one budget code, before it is put into the columns of a view. */
export type BudgetFigures = {
  readonly wbsId: string;
  /** Null where costs stand on a code that nobody budgeted. */
  readonly line: Tables['budgetLines'] | null;
  readonly original: string;
  readonly modifications: string;
  readonly pendingChanges: string;
  readonly committed: string;
  readonly invoiced: string;
  readonly direct: string;
};

/** Commitments whose amounts count as committed. */
const counts = new Set(['Approved', 'Complete', 'Closed', 'Received', 'Partially Received', 'Submitted']);

class Sums {
  readonly #byCode = new Map<string, string[]>();
  add(code: string | null, amount: string): void {
    if (code === null) return;
    const list = this.#byCode.get(code);
    if (list === undefined) this.#byCode.set(code, [amount]);
    else list.push(amount);
  }
  of(code: string): string {
    return total(this.#byCode.get(code) ?? []);
  }
  codes(): Iterable<string> {
    return this.#byCode.keys();
  }
}

/** Every budget code of the project that carries a budget or a cost, budgeted ones first. */
export function budgetFigures(memory: Memory, project: Project): readonly BudgetFigures[] {
  const { committed, invoiced } = contractSums(memory, project);
  const modifications = new Sums();
  const pending = new Sums();
  const lines = memory.where('budgetLines', 'project_id', project.id);
  const wbsOfLine = new Map(lines.map((line) => [line.id, line.wbs_code_id]));
  for (const one of memory.where('budgetModifications', 'project_id', project.id)) {
    modifications.add(wbsOfLine.get(one.from_budget_line_item_id ?? '') ?? null, minus('0.00', one.transfer_amount));
    modifications.add(wbsOfLine.get(one.to_budget_line_item_id ?? '') ?? null, one.transfer_amount);
  }
  for (const change of memory.where('budgetChanges', 'project_id', project.id)) {
    const sums = change.status === 'approved' ? modifications : change.status === 'void' ? null : pending;
    for (const line of change.lines) sums?.add(line.wbs_code_id, line.amount);
  }
  const direct = new Sums();
  for (const cost of memory.where('directCosts', 'project_id', project.id))
    if (cost.status === 'approved') for (const line of cost.lines) direct.add(line.wbs_code_id, line.amount);

  const figures = (wbsId: string, line: Tables['budgetLines'] | null): BudgetFigures => ({
    wbsId,
    line,
    original: line?.original_budget_amount ?? '0.00',
    modifications: modifications.of(wbsId),
    pendingChanges: pending.of(wbsId),
    committed: committed.of(wbsId),
    invoiced: invoiced.of(wbsId),
    direct: direct.of(wbsId),
  });
  const budgeted = new Set(lines.map((line) => line.wbs_code_id));
  const others = new Set(
    [...committed.codes(), ...modifications.codes(), ...direct.codes()].filter((code) => !budgeted.has(code)),
  );
  return [...lines.map((line) => figures(line.wbs_code_id, line)), ...[...others].map((code) => figures(code, null))];
}

/** Original schedules of values plus approved change orders of what has been committed; invoiced work on the same lines. */
function contractSums(memory: Memory, project: Project) {
  const committed = new Sums();
  const invoiced = new Sums();
  for (const contract of memory.where('commitments', 'project_id', project.id)) {
    if (contract.deleted_at !== null || !counts.has(contract.status)) continue;
    for (const line of memory.where('contractLines', 'contract_id', contract.id))
      committed.add(line.wbs_code_id, line.amount);
    for (const order of memory.where('changeOrders', 'contract_id', contract.id)) {
      if (order.status !== 'approved' || order.deleted_at !== null) continue;
      for (const line of memory.where('changeOrderLines', 'change_order_id', order.id))
        committed.add(line.wbs_code_id, line.amount);
    }
    for (const invoice of memory.where('requisitions', 'commitment_id', contract.id))
      if (invoice.status.startsWith('approved'))
        for (const item of invoice.items) invoiced.add(item.wbs_code_id, item.work_completed_this_period);
  }
  return { committed, invoiced };
}

/** The columns that the views of the company show, by what they mean. */
export const columnAmounts = {
  original: (row: BudgetFigures) => row.original,
  modifications: (row: BudgetFigures) => row.modifications,
  approvedChanges: () => '0.00',
  revised: (row: BudgetFigures) => total([row.original, row.modifications]),
  pendingChanges: (row: BudgetFigures) => row.pendingChanges,
  committed: (row: BudgetFigures) => row.committed,
  invoiced: (row: BudgetFigures) => row.invoiced,
  direct: (row: BudgetFigures) => row.direct,
  jobToDate: (row: BudgetFigures) => total([row.invoiced, row.direct]),
} as const;
type Meaning = keyof typeof columnAmounts;

export type View = {
  readonly id: string;
  readonly name: string;
  readonly columns: readonly { readonly id: string; readonly name: string; readonly means: Meaning }[];
};

/** The names of columns are the customer's: the second view calls the same things otherwise. */
export const views: readonly View[] = [
  {
    id: '2001',
    name: 'Procore Standard Budget',
    columns: [
      { id: '30101', name: 'Original Budget Amount', means: 'original' },
      { id: '30102', name: 'Budget Modifications', means: 'modifications' },
      { id: '30103', name: 'Approved COs', means: 'approvedChanges' },
      { id: '30104', name: 'Revised Budget', means: 'revised' },
      { id: '30105', name: 'Pending Budget Changes', means: 'pendingChanges' },
      { id: '30106', name: 'Committed Costs', means: 'committed' },
      { id: '30107', name: 'Direct Costs', means: 'direct' },
      { id: '30108', name: 'Job to Date Costs', means: 'jobToDate' },
    ],
  },
  {
    id: '2002',
    name: 'Cascade Ridge Cost Report',
    columns: [
      { id: '30201', name: 'Estimate', means: 'original' },
      { id: '30202', name: 'Moved (budget changes)', means: 'modifications' },
      { id: '30203', name: 'Current budget', means: 'revised' },
      { id: '30204', name: 'Subs & POs', means: 'committed' },
    ],
  },
];
