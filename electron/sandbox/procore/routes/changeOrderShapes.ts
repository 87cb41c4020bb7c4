import { currencyOf, int, money, num } from '../api/wire.ts';
import { changeOrderAmount } from '../contracts.ts';
import type { Memory } from '../memory.ts';
import type { ChangeOrder, ChangeOrderLine } from '../records/tables.ts';
import { briefWbs } from './wbs.ts';

const person = { id: int('1'), name: 'Maren Lindqvist', login: 'maren.lindqvist@cascaderidge.example' };

/** What a change order is called in each of its disguises. */
const acronym = (order: ChangeOrder, letters: string) => `${letters} #${order.number}`;

const dates = (order: ChangeOrder) => ({
  due_date: order.due_date,
  invoiced_date: order.invoiced_date,
  paid_date: order.paid_date,
  reviewed_at: order.reviewed_at,
});

const stamps = (order: ChangeOrder) => ({ created_at: order.created_at, updated_at: order.updated_at });

/** v1.0 commitment change order: no origin id and no lines. */
export function showChangeOrder(memory: Memory, order: ChangeOrder) {
  return {
    id: int(order.id),
    type: 'CommitmentChangeOrder',
    contract_id: int(order.contract_id),
    batch_id: int(order.batch_id),
    legacy_package_id: int(order.package_id),
    legacy_request_id: int(order.request_id),
    number: order.number,
    revision: int(order.revision),
    title: order.title,
    description: order.description,
    status: order.status,
    grand_total: money(changeOrderAmount(memory, order)),
    executed: order.executed,
    private: order.private,
    paid: order.paid,
    field_change: order.field_change,
    signature_required: false,
    ...dates(order),
    signed_change_order_received_date: order.signed_change_order_received_date,
    reviewed_by: null,
    designated_reviewer: null,
    received_from: null,
    change_order_change_reason: order.change_reason === null ? null : { id: 1, change_reason: order.change_reason },
    schedule_impact_amount: int(order.schedule_impact_amount),
    location_id: null,
    reference: order.reference,
    enable_ssov: false,
    billing_schedule_of_values_status: 'draft',
    custom_fields: order.custom_fields,
    created_by: person,
    ...currencyOf(),
    ...stamps(order),
  };
}

/** As it stands among the packages of a contract. */
export const briefPackage = (order: ChangeOrder) => ({
  id: int(order.package_id),
  contract_id: int(order.contract_id),
  number: order.number,
  title: order.title,
  status: order.status,
  origin_id: order.origin_id,
  origin_data: order.origin_data,
  ...dates(order),
  deleted_at: order.deleted_at,
});

/** The list's rows say neither whether they are prime or commitment nor what is in them. */
export function showPackage(memory: Memory, order: ChangeOrder, whole: boolean) {
  const isPrime = memory.get('primeContracts', order.contract_id) !== undefined;
  const row = {
    ...briefPackage(order),
    revision: int(order.revision),
    description: order.description,
    grand_total: money(changeOrderAmount(memory, order)),
    executed: order.executed,
    private: order.private,
    schedule_impact_amount: int(order.schedule_impact_amount),
    position: 1,
    signed_change_order_received_date: order.signed_change_order_received_date,
    origin_code: order.origin_code,
    ...currencyOf(),
    ...stamps(order),
  };
  if (!whole) return row;
  return {
    ...row,
    type: isPrime ? 'PrimeContractChangeOrder' : 'CommitmentContractChangeOrder',
    creator: person,
    designated_reviewer: null,
    reviewer: null,
    review_notes: null,
    attachments: [],
    custom_fields: order.custom_fields,
    line_items: memory
      .where('changeOrderLines', 'change_order_id', order.id)
      .map((line) => packageLine(memory, order, line)),
  };
}

function packageLine(memory: Memory, order: ChangeOrder, line: ChangeOrderLine) {
  return {
    id: int(line.id),
    position: int(line.position),
    description: line.description,
    quantity: money(line.quantity),
    unit_cost: money(line.unit_cost),
    uom: line.uom,
    extended_amount: money(line.amount),
    total_amount: money(line.amount),
    wbs_code: briefWbs(memory, line.wbs_code_id),
    cost_code: line.cost_code_id === null ? null : { id: int(line.cost_code_id) },
    line_item_type: line.line_item_type_id === null ? null : { id: int(line.line_item_type_id) },
    holder: { id: int(order.pco_id), holder_type: 'PotentialChangeOrder' },
    markup_line_items: [],
  };
}

/** Of a potential change order, whose quantities are documented as numbers. */
export function showPotentialLine(memory: Memory, order: ChangeOrder, line: ChangeOrderLine) {
  return {
    ...packageLine(memory, order, line),
    amount: money(line.amount),
    quantity: num(line.quantity),
    unit_cost: num(line.unit_cost),
  };
}

/** v2 line: ids are text, and what does not apply is left out. */
export function showLine(memory: Memory, line: ChangeOrderLine) {
  const wbs = memory.get('wbsCodes', line.wbs_code_id);
  const brief = briefWbs(memory, line.wbs_code_id);
  return {
    id: line.id,
    position: int(line.position),
    description: line.description,
    amount: money(line.amount),
    extended_type: line.extended_type,
    quantity: money(line.quantity),
    unit_cost: money(line.unit_cost),
    ...(line.uom === null ? {} : { uom: line.uom }),
    wbs_code_id: wbs?.id ?? null,
    wbs_code: brief === null || wbs === undefined ? null : { ...brief, id: wbs.id },
    commitment_line_item_id: line.commitment_line_item_id,
    prime_line_item_id: null,
    tax_code_id: line.tax_code_id,
  };
}

export function showPotential(memory: Memory, order: ChangeOrder, whole: boolean) {
  const amount = money(changeOrderAmount(memory, order));
  const tiers = memory.get('projects', order.project_id)?.tiers ?? '1';
  const row = {
    id: int(order.pco_id),
    contract_id: int(order.contract_id),
    number: order.number,
    revision: int(order.revision),
    title: order.title,
    status: order.status,
    grand_total: amount,
    change_reason: order.change_reason,
    schedule_impact_amount: int(order.schedule_impact_amount),
    change_order_request_id: tiers === '3' ? int(order.request_id) : null,
    executed: order.executed,
    change_order_tiers: int(tiers),
    change_order_request_title: tiers === '3' ? order.title : null,
    change_order_package_title: order.title,
    potential_change_order_acronym_number: acronym(order, 'PCO'),
    ...dates(order),
    created_by_id: person.id,
    ...stamps(order),
    deleted_at: order.deleted_at,
  };
  if (!whole) return row;
  return {
    ...row,
    accounting_method: 'amount',
    description: order.description,
    line_items: memory
      .where('changeOrderLines', 'change_order_id', order.id)
      .map((line) => packageLine(memory, order, line)),
    line_items_total: amount,
    line_items_extended_total: amount,
    // The slot of the package; a potential change order has one of its own, which nobody fills here.
    origin_id: null,
    origin_data: null,
    reference: order.reference,
    private: order.private,
    paid: order.paid,
    attachments: [],
  };
}

export function showRequest(memory: Memory, order: ChangeOrder) {
  return {
    id: int(order.request_id),
    number: order.number,
    revision: int(order.revision),
    title: order.title,
    status: order.status,
    grand_total: money(changeOrderAmount(memory, order)),
    change_order_package_id: int(order.package_id),
    schedule_impact_amount: int(order.schedule_impact_amount),
    ...dates(order),
    created_by_id: person.id,
    ...stamps(order),
    deleted_at: order.deleted_at,
  };
}
