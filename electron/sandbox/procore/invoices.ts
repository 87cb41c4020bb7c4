import { cents, minus, percent, total } from './api/wire.ts';
import { contractTotals } from './contracts.ts';
import type { Memory } from './memory.ts';
import type { RequisitionItem } from './records/billing.ts';
import type { ChangeOrder, Requisition } from './records/tables.ts';

export const syncedText = 'The invoice is not editable because it has been synced with ERP';
export const closedText = 'The billing period is closed: its invoices cannot be changed';

const sum = (items: readonly RequisitionItem[], of: (item: RequisitionItem) => string) => total(items.map(of));

/** Work and stored materials to date. */
export function completed(item: RequisitionItem): string {
  return total([
    item.work_completed_from_previous_application,
    item.work_completed_this_period,
    item.materials_presently_stored,
  ]);
}

/** Retainage held in this period less what was released in it; materials by the change of their balance. */
export function retainedNow(item: RequisitionItem): string {
  const work = minus(
    item.work_completed_retainage_retained_this_period,
    item.work_completed_retainage_released_this_period,
  );
  return total([work, materialsRetainedNow(item)]);
}

export function materialsRetainedNow(item: RequisitionItem): string {
  return minus(item.materials_stored_retainage_currently_retained, item.materials_retainage_before);
}

/** What the line bills in this period before retainage: work and newly stored materials. */
export function grossNow(item: RequisitionItem): string {
  return total([item.work_completed_this_period, item.new_materials]);
}

function changeOrderSums(orders: readonly ChangeOrder[], amountOf: (order: ChangeOrder) => string) {
  const amounts = orders.map(amountOf);
  return {
    positive: total(amounts.filter((amount) => !amount.startsWith('-'))),
    negative: total(amounts.filter((amount) => amount.startsWith('-'))),
  };
}

/** The certificate of payment; its `current_payment_due` is what the invoice is for. */
export function summaryOf(memory: Memory, invoice: Requisition, amountOf: (order: ChangeOrder) => string) {
  const contract = memory.get('commitments', invoice.commitment_id);
  const totals = contract === undefined ? null : contractTotals(memory, contract);
  const { items } = invoice;
  const orders = contract === undefined ? [] : memory.where('changeOrders', 'contract_id', contract.id);
  const billed = changeOrderSums(
    orders.filter((order) => invoice.package_ids.includes(order.package_id)),
    amountOf,
  );
  const done = sum(items, completed);
  const workRetainage = total([
    sum(items, (item) => item.work_completed_retainage_from_previous_application),
    sum(items, (item) =>
      minus(item.work_completed_retainage_retained_this_period, item.work_completed_retainage_released_this_period),
    ),
  ]);
  const materialRetainage = sum(items, (item) => item.materials_stored_retainage_currently_retained);
  const retainage = total([workRetainage, materialRetainage]);
  const earned = minus(done, retainage);
  const tax = sum(items, (item) => item.tax_amount);
  const due = total([minus(sum(items, grossNow), sum(items, retainedNow)), tax]);
  const revised = totals?.revised ?? '0.00';
  const materials = sum(items, (item) => item.materials_presently_stored);
  return {
    original_contract_sum: cents(totals?.original ?? '0.00'),
    net_change_by_change_orders: cents(totals?.approved ?? '0.00'),
    contract_sum_to_date: cents(revised),
    total_completed_and_stored_to_date: cents(done),
    completed_work_retainage_percent: percent(workRetainage, minus(done, materials)),
    completed_work_retainage_amount: cents(workRetainage),
    stored_materials_retainage_percent: percent(materialRetainage, materials),
    stored_materials_retainage_amount: cents(materialRetainage),
    total_retainage: cents(retainage),
    total_earned_less_retainage: cents(earned),
    less_previous_certificates_for_payment: cents(minus(earned, minus(due, tax))),
    current_payment_due: cents(due),
    balance_to_finish_including_retainage: cents(minus(revised, earned)),
    tax_applicable_to_this_payment: cents(tax),
    formatted_period: `${invoice.requisition_start ?? ''} - ${invoice.requisition_end ?? ''}`,
    positive_change_order_item_total: cents(billed.positive),
    negative_change_order_item_total: cents(billed.negative),
    positive_new_change_order_item_total: cents(billed.positive),
    negative_new_change_order_item_total: cents(billed.negative),
    positive_previous_change_order_item_total: '0.00',
    negative_previous_change_order_item_total: '0.00',
    new_materials: cents(sum(items, (item) => item.new_materials)),
    new_materials_quantity: '0.0',
    stored_materials: cents(materials),
    stored_materials_quantity: '0.0',
  };
}

/** One empty item for every line that can be billed: its own schedule of values where the contract has one. */
export function freshItems(memory: Memory, contractId: string, previous: Requisition | undefined): RequisitionItem[] {
  const contract = memory.get('commitments', contractId);
  const details = contract?.enable_ssov === true ? memory.where('detailLines', 'contract_id', contractId) : [];
  const lines = memory.where('contractLines', 'contract_id', contractId);
  const lineOf = (id: string) => lines.find((line) => line.id === id);
  const sources =
    details.length > 0
      ? details.map((detail) => ({
          detail: detail.id,
          line: lineOf(detail.line_item_id),
          amount: detail.amount,
          text: detail.description,
        }))
      : lines.map((line) => ({ detail: null, line, amount: line.amount, text: line.description }));
  return sources.map(({ detail, line, amount, text }, index) => {
    const before = previous?.items.find((item) =>
      detail === null ? item.line_item_id === line?.id : item.detail_line_item_id === detail,
    );
    return emptyItem(memory.nextId(), {
      item_type: detail === null ? 'contract_item' : 'contract_detail_item',
      line_item_id: line?.id ?? null,
      detail_line_item_id: detail,
      cost_code_id: line?.cost_code_id ?? null,
      wbs_code_id: line?.wbs_code_id ?? null,
      description_of_work: text,
      position: String(index + 1),
      scheduled_value: amount,
      ...(before === undefined ? {} : carriedOver(before)),
    });
  });
}

/** What the next application starts from. */
export function carriedOver(before: RequisitionItem): Partial<RequisitionItem> {
  return {
    work_completed_from_previous_application: total([
      before.work_completed_from_previous_application,
      before.work_completed_this_period,
    ]),
    materials_presently_stored: before.materials_presently_stored,
    materials_stored_retainage_currently_retained: before.materials_stored_retainage_currently_retained,
    materials_retainage_before: before.materials_stored_retainage_currently_retained,
    work_completed_retainage_from_previous_application: minus(
      total([
        before.work_completed_retainage_from_previous_application,
        before.work_completed_retainage_retained_this_period,
      ]),
      before.work_completed_retainage_released_this_period,
    ),
  };
}

const zero = '0.00';

export function emptyItem(
  id: string,
  values: Partial<RequisitionItem> & Pick<RequisitionItem, 'item_type'>,
): RequisitionItem {
  return {
    id,
    line_item_id: null,
    detail_line_item_id: null,
    change_order_package_id: null,
    commitment_line_item_id: null,
    commitment_line_item_origin_id: null,
    cost_code_id: null,
    wbs_code_id: null,
    description_of_work: '',
    position: '1',
    status: 'approved',
    comment: null,
    scheduled_value: zero,
    work_completed_from_previous_application: zero,
    work_completed_this_period: zero,
    work_completed_this_period_quantity: zero,
    materials_presently_stored: zero,
    new_materials: zero,
    materials_moved: zero,
    work_completed_retainage_from_previous_application: zero,
    work_completed_retainage_retained_this_period: zero,
    work_completed_retainage_percent_this_period: zero,
    work_completed_retainage_released_this_period: zero,
    materials_stored_retainage_currently_retained: zero,
    materials_retainage_before: zero,
    materials_stored_retainage_percent_this_period: zero,
    materials_stored_retainage_released_this_period: zero,
    subcontractor_claimed_amount: zero,
    tax_amount: zero,
    ...values,
  };
}
