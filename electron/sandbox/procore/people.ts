import { ensureWbs, wbsOf } from './codes.ts';
import { freshItems } from './invoices.ts';
import type { Memory } from './memory.ts';
import type { RequisitionItem } from './records/billing.ts';
import type { BudgetChange, ChangeOrder, Commitment, CostCode, Project, Requisition } from './records/tables.ts';

/** A change order as a project manager writes it: on lines of the contract, by their position. */
export type NewChangeOrder = {
  readonly contractId: string;
  readonly number?: string;
  readonly title: string;
  readonly status?: ChangeOrder['status'];
  /** `line` is the position of the contract's line; its coding is taken over. */
  readonly lines: readonly { readonly line: number; readonly amount: string; readonly description?: string }[];
};

export function addOrder(memory: Memory, now: string, contract: Commitment, wish: NewChangeOrder): ChangeOrder {
  const stamps = { created_at: now, updated_at: now };
  const before = memory.where('changeOrders', 'contract_id', contract.id);
  const order = memory.put('changeOrders', {
    id: memory.nextId(),
    package_id: memory.nextId(),
    request_id: memory.nextId(),
    pco_id: memory.nextId(),
    project_id: contract.project_id,
    contract_id: contract.id,
    number: wish.number ?? String(before.length + 1).padStart(3, '0'),
    title: wish.title,
    status: wish.status ?? 'approved',
    ...stamps,
  });
  const parents = memory.where('contractLines', 'contract_id', contract.id);
  for (const [index, { line, amount, description }] of wish.lines.entries()) {
    const parent = parents[line - 1];
    if (parent === undefined) throw new Error(`The contract has no line ${line}`);
    memory.put('changeOrderLines', {
      id: memory.nextId(),
      change_order_id: order.id,
      position: String(index + 1),
      description: description ?? parent.description,
      amount,
      wbs_code_id:
        parent.wbs_code_id ??
        wbsOf(memory, contract.project_id, parent.cost_code_id, parent.line_item_type_id, null)?.id ??
        null,
      cost_code_id: parent.cost_code_id,
      line_item_type_id: parent.line_item_type_id,
      commitment_line_item_id: parent.id,
      ...stamps,
    });
  }
  return order;
}

/** An invoice as a subcontractor sends it: what each line bills in this period, by position. */
export type NewInvoice = {
  readonly contractId: string;
  readonly invoiceNumber: string;
  readonly status?: Requisition['status'];
  readonly periodId?: string;
  readonly billingDate?: string;
  readonly items: readonly Partial<
    Pick<
      RequisitionItem,
      | 'work_completed_this_period'
      | 'work_completed_retainage_retained_this_period'
      | 'work_completed_retainage_released_this_period'
      | 'new_materials'
      | 'tax_amount'
    >
  >[];
};

export function addInvoice(memory: Memory, now: string, contract: Commitment, wish: NewInvoice): Requisition {
  const previous = memory.where('requisitions', 'commitment_id', contract.id).at(-1);
  const day = wish.billingDate ?? now.slice(0, 10);
  return memory.put('requisitions', {
    id: memory.nextId(),
    project_id: contract.project_id,
    commitment_id: contract.id,
    number: String(Number(previous?.number ?? '0') + 1),
    invoice_number: wish.invoiceNumber,
    previous_requisition_id: previous?.id ?? null,
    period_id: wish.periodId ?? null,
    requisition_start: day,
    requisition_end: day,
    billing_date: day,
    submitted_at: day,
    status: wish.status ?? 'approved',
    items: freshItems(memory, contract.id, previous).map((item, index) => ({ ...item, ...wish.items[index] })),
    created_at: now,
    updated_at: now,
  });
}

/** Money that is moved into a budget: approved, so that it counts at once. */
export type NewBudgetChange = {
  readonly projectId: string;
  readonly title: string;
  /** On codes that the budget has already. */
  readonly lines: readonly { readonly code: string; readonly amount: string }[];
};

export function addBudgetChange(
  memory: Memory,
  now: string,
  { projectId, title, lines }: NewBudgetChange,
): BudgetChange {
  const codes = new Map(memory.where('costCodes', 'project_id', projectId).map(({ id, code }) => [id, code]));
  const budgeted = memory.where('budgetLines', 'project_id', projectId).map((line) => line.wbs_code_id);
  const wbsCode = (code: string): string => {
    const found = budgeted.find((id) => codes.get(memory.get('wbsCodes', id)?.cost_code_id ?? '') === code);
    if (found === undefined) throw new Error(`The budget has no line of cost code ${code}`);
    return found;
  };
  return memory.put('budgetChanges', {
    id: memory.nextId(),
    project_id: projectId,
    number: String(memory.where('budgetChanges', 'project_id', projectId).length + 1),
    title,
    status: 'approved',
    lines: lines.map(({ code, amount }) => ({
      id: memory.nextId(),
      type: 'budget_change' as const,
      wbs_code_id: wbsCode(code),
      amount,
    })),
    created_at: now,
    updated_at: now,
  });
}

/** A code of the company's list that a project uses from now on, with a cost type by its letter. */
export function addProjectCode(
  memory: Memory,
  now: string,
  project: Project,
  code: string,
  typeCode: string,
): CostCode {
  const list = project.standard_cost_code_list_id;
  const standard = memory.where('standardCodes', 'standard_cost_code_list_id', list).find((one) => one.code === code);
  const type = memory.all('lineItemTypes').find((one) => one.code === typeCode);
  if (standard === undefined || type === undefined)
    throw new Error(`The company has no code ${code} or type ${typeCode}`);
  const added = memory.put('costCodes', {
    id: memory.nextId(),
    project_id: project.id,
    code,
    name: standard.name,
    standard_cost_code_id: standard.id,
    line_item_type_ids: [type.id],
    created_at: now,
    updated_at: now,
  });
  ensureWbs(memory, now, project.id, added.id, type.id, null);
  return added;
}
