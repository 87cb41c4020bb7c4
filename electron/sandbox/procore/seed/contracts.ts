import type { Commitment, Project } from '../records/tables.ts';
import { type Book, budgetCode, stamps } from './book.ts';

/** One line of a schedule of values: Sage's code and cost type (null: nobody chose one), what it is, what it costs. */
export type LineWish = {
  readonly code: string;
  readonly type: string | null;
  readonly text: string;
  readonly amount: string;
  readonly quantity?: string;
  readonly unitCost?: string;
  readonly uom?: string;
};

export type ContractWish = {
  readonly kind: Commitment['kind'];
  readonly number: string;
  readonly title: string;
  /** The name in Sage, or of a vendor that only Procore has. */
  readonly vendor: string;
  readonly status: Commitment['status'];
  readonly retainage?: string;
  readonly day: string;
  readonly lines: readonly LineWish[];
  readonly rest?: Partial<Commitment>;
};

export function addContract(book: Book, project: Project, wish: ContractWish, vendorId: string | null): Commitment {
  const { memory } = book;
  const words = `${project.id} ${wish.number}`;
  const contract = memory.put('commitments', {
    id: memory.nextId(),
    kind: wish.kind,
    project_id: project.id,
    number: wish.number,
    title: wish.title,
    vendor_id: vendorId,
    status: wish.status,
    retainage_percent: wish.retainage ?? (wish.kind === 'WorkOrderContract' ? '5.0' : '0.0'),
    accounting_method: wish.lines.some(({ unitCost }) => unitCost !== undefined) ? 'unit' : 'amount',
    executed: wish.status === 'Approved' || wish.status === 'Complete',
    contract_date: wish.day,
    ...stamps(wish.day, words),
    ...wish.rest,
  });
  for (const [index, line] of wish.lines.entries()) {
    const wbs = budgetCode(book, project, line.code, line.type);
    memory.put('contractLines', {
      id: memory.nextId(),
      contract_id: contract.id,
      position: String(index + 1),
      description: line.text,
      amount: line.amount,
      quantity: line.quantity ?? '0.0',
      unit_cost: line.unitCost ?? '0.0',
      extended_type: line.unitCost === undefined ? 'manual' : 'calculated',
      uom: line.uom ?? null,
      wbs_code_id: wbs.id,
      cost_code_id: wbs.cost_code_id,
      line_item_type_id: wbs.line_item_type_id,
      ...stamps(wish.day, `${words} ${index}`),
    });
  }
  const fresh = memory.get('projects', project.id);
  if (fresh !== undefined && vendorId !== null && !fresh.vendor_ids.includes(vendorId))
    memory.put('projects', { ...fresh, vendor_ids: [...fresh.vendor_ids, vendorId] });
  return contract;
}
