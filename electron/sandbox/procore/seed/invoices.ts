import { multiplyDecimals } from '#shared/domain/decimal.ts';
import { total } from '../api/wire.ts';
import { carriedOver, emptyItem } from '../invoices.ts';
import type { RequisitionItem } from '../records/billing.ts';
import type { Commitment, Requisition } from '../records/tables.ts';
import { type Book, stamps } from './book.ts';
import type { SeedContracts } from './commitments.ts';
import { type InvoiceWish, type ItemWish, invoiceWishes, periods } from './invoiceWishes.ts';

export function seedInvoices(book: Book, contracts: SeedContracts): void {
  const { memory } = book;
  const periodIds = new Map<string, string>();
  for (const key of ['SC-001', '2417 SC-001']) {
    const project = contracts.get(key)?.project_id ?? '';
    for (const [name, period] of Object.entries(periods)) {
      const dates = stamps('2026-08-28', `${project} ${name}`);
      const made = memory.put('billingPeriods', { id: memory.nextId(), project_id: project, ...period, ...dates });
      periodIds.set(`${project} ${name}`, made.id);
    }
  }
  addDetailLines(book, contracts.get('SC-011'));
  for (const wish of invoiceWishes) {
    const contract = contracts.get(wish.contract);
    if (contract === undefined) throw new Error(`The seed has no contract ${wish.contract}`);
    addInvoice(book, contract, wish, periodIds.get(`${contract.project_id} ${wish.period}`) ?? null);
  }
}

/** The subcontractor bills against a schedule of its own. */
function addDetailLines({ memory }: Book, contract: Commitment | undefined): void {
  const [first, second] = contract === undefined ? [] : memory.where('contractLines', 'contract_id', contract.id);
  if (contract === undefined || first === undefined || second === undefined) return;
  const line = (line_item_id: string, description: string, amount: string) =>
    memory.put('detailLines', { id: memory.nextId(), contract_id: contract.id, line_item_id, description, amount });
  line(first.id, 'Level 1 air side', '31000.00');
  line(second.id, 'Controls, all levels', '22400.00');
}

function addInvoice(book: Book, contract: Commitment, wish: InvoiceWish, periodId: string | null): void {
  const { memory } = book;
  const previous = memory.where('requisitions', 'commitment_id', contract.id).at(-1);
  const { start_date, end_date } = periods[wish.period];
  const order = memory.where('changeOrders', 'contract_id', contract.id).find(({ number }) => number === wish.order);
  const sources = [
    ...contractSources(book, contract),
    ...(order === undefined ? [] : orderSources(book, order.id, order.package_id)),
  ];
  memory.put('requisitions', {
    id: memory.nextId(),
    project_id: contract.project_id,
    commitment_id: contract.id,
    number: String(Number(previous?.number ?? '0') + 1),
    invoice_number: wish.invoice,
    previous_requisition_id: previous?.id ?? null,
    period_id: periodId,
    requisition_start: start_date,
    requisition_end: end_date,
    billing_date: end_date,
    submitted_at: end_date,
    status: wish.status,
    package_ids: order === undefined ? [] : [order.package_id],
    items: sources.map((source, index) => billed(memory.nextId(), contract, source, wish.items[index], previous)),
    ...stamps(end_date < '2026-11-20' ? end_date : '2026-11-18', wish.invoice),
    ...wish.rest,
  });
}

type Source = Partial<RequisitionItem> &
  Pick<RequisitionItem, 'item_type' | 'line_item_id' | 'detail_line_item_id' | 'scheduled_value'>;

function contractSources({ memory }: Book, contract: Commitment): readonly Source[] {
  const lines = memory.where('contractLines', 'contract_id', contract.id);
  const coded = (id: string) => {
    const line = lines.find((one) => one.id === id);
    return { cost_code_id: line?.cost_code_id ?? null, wbs_code_id: line?.wbs_code_id ?? null };
  };
  const details = memory.where('detailLines', 'contract_id', contract.id);
  if (details.length > 0)
    return details.map(({ id, line_item_id, amount, description }) => ({
      item_type: 'contract_detail_item',
      line_item_id,
      detail_line_item_id: id,
      scheduled_value: amount,
      description_of_work: description,
      ...coded(line_item_id),
    }));
  return lines.map(({ id, amount, description }) => ({
    item_type: 'contract_item',
    line_item_id: id,
    detail_line_item_id: null,
    scheduled_value: amount,
    description_of_work: description,
    ...coded(id),
  }));
}

function orderSources({ memory }: Book, orderId: string, packageId: string): readonly Source[] {
  return memory.where('changeOrderLines', 'change_order_id', orderId).map((line) => ({
    item_type: 'change_order_item',
    line_item_id: line.id,
    detail_line_item_id: null,
    change_order_package_id: packageId,
    commitment_line_item_id: line.commitment_line_item_id,
    cost_code_id: line.cost_code_id,
    wbs_code_id: line.wbs_code_id,
    scheduled_value: line.amount,
    description_of_work: line.description,
  }));
}

/** Retainage at the contract's rate on work and on newly stored materials. */
function billed(
  id: string,
  contract: Commitment,
  source: Source,
  wish: ItemWish | undefined,
  previous: Requisition | undefined,
): RequisitionItem {
  const { work = '0.00', stored = '0.00', tax = '0.00', released = '0.00' } = wish ?? {};
  const before = previous?.items.find(
    (item) => item.line_item_id === source.line_item_id && item.item_type === source.item_type,
  );
  const rate = contract.retainage_percent;
  const balance = total([before?.materials_presently_stored ?? '0.00', stored]);
  const held = (amount: string) => multiplyDecimals(multiplyDecimals(amount, rate, 6) ?? '0', '0.01', 2) ?? '0.00';
  return emptyItem(id, {
    ...source,
    ...(before === undefined ? {} : carriedOver(before)),
    work_completed_this_period: work,
    materials_presently_stored: balance,
    new_materials: stored,
    work_completed_retainage_percent_this_period: rate,
    work_completed_retainage_retained_this_period: held(work),
    work_completed_retainage_released_this_period: released,
    materials_stored_retainage_percent_this_period: rate,
    materials_stored_retainage_currently_retained: held(balance),
    subcontractor_claimed_amount: total([work, stored]),
    tax_amount: tax,
  });
}
