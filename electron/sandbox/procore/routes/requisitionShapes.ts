import { cents, currencyOf, int, minus, percent, total } from '../api/wire.ts';
import { changeOrderAmount, contractTotals } from '../contracts.ts';
import { completed, grossNow, retainedNow, summaryOf } from '../invoices.ts';
import type { Memory } from '../memory.ts';
import type { RequisitionItem } from '../records/billing.ts';
import type { Requisition } from '../records/tables.ts';
import { briefWbs } from './wbs.ts';

const moneyFields = [
  'scheduled_value',
  'work_completed_from_previous_application',
  'work_completed_this_period',
  'materials_presently_stored',
  'materials_moved',
  'work_completed_retainage_from_previous_application',
  'work_completed_retainage_retained_this_period',
  'work_completed_retainage_percent_this_period',
  'work_completed_retainage_released_this_period',
  'materials_stored_retainage_currently_retained',
  'materials_stored_retainage_percent_this_period',
  'materials_stored_retainage_released_this_period',
  'subcontractor_claimed_amount',
] as const;

/** A line of the application. Every amount is text with two decimals. */
export function showItem(memory: Memory, item: RequisitionItem) {
  const done = completed(item);
  const isOrder = item.item_type === 'change_order_item';
  const isDetail = item.item_type === 'contract_detail_item';
  return {
    id: int(item.id),
    item_type: item.item_type,
    accounting_method: 'amount',
    ...(isDetail ? { detail_line_item_id: int(item.detail_line_item_id) } : { line_item_id: int(item.line_item_id) }),
    ...(isOrder
      ? {
          change_order_package_id: int(item.change_order_package_id),
          commitment_line_item_id: int(item.commitment_line_item_id),
          commitment_line_item_origin_id: memory.get('contractLines', item.commitment_line_item_id)?.origin_id ?? null,
        }
      : {}),
    cost_code_id: int(item.cost_code_id),
    wbs_code: briefWbs(memory, item.wbs_code_id),
    description_of_work: item.description_of_work,
    line_number: item.position,
    position: int(item.position),
    status: item.status,
    comment: item.comment,
    ...Object.fromEntries(moneyFields.map((name) => [name, cents(item[name])])),
    scheduled_quantity: '0.0',
    scheduled_unit_price: '0.0000',
    uom: null,
    work_completed_from_previous_application_quantity: '0.0',
    work_completed_this_period_quantity: '0.0',
    materials_presently_stored_quantity: '0.0',
    total_completed_and_stored_to_date: cents(done),
    total_completed_and_stored_to_date_percent: percent(done, item.scheduled_value),
    materials_retainage_retained_moved: '0.00',
    gross_amount: cents(grossNow(item)),
    net_amount: cents(minus(grossNow(item), retainedNow(item))),
    ssr_manual_override: false,
    previous_progress_id: null,
    taxes: item.tax_amount === '0.00' ? [] : [{ id: 1, name: 'GST', amount: cents(item.tax_amount) }],
  };
}

/** v1.0 called the certificate `g702`, v1.1 calls it `summary`. */
export function showInvoice(memory: Memory, invoice: Requisition, withItems: boolean, certificate: 'g702' | 'summary') {
  const contract = memory.get('commitments', invoice.commitment_id);
  const vendor = memory.get('vendors', contract?.vendor_id);
  const revised = contract === undefined ? '0.00' : contractTotals(memory, contract).revised;
  const latest = memory.where('requisitions', 'commitment_id', invoice.commitment_id).at(-1);
  const done = total(invoice.items.map(completed));
  return {
    id: int(invoice.id),
    project_id: int(invoice.project_id),
    number: int(invoice.number),
    invoice_number: invoice.invoice_number,
    previous_requisition_id: int(invoice.previous_requisition_id),
    commitment_id: int(invoice.commitment_id),
    commitment_type: contract?.kind ?? null,
    contract_name: contract?.title ?? null,
    vendor_id: int(vendor?.id ?? null),
    vendor_name: vendor?.name ?? null,
    period_id: int(invoice.period_id),
    requisition_start: invoice.requisition_start,
    requisition_end: invoice.requisition_end,
    billing_date: invoice.billing_date,
    submitted_at: invoice.submitted_at,
    payment_date: invoice.payment_date,
    final: invoice.final,
    deletable: latest?.id === invoice.id && invoice.origin_id === null,
    status: invoice.status,
    erp_status: invoice.erp_status,
    invoice_type: invoice.invoice_type,
    contract_invoicing_method: 'progressive',
    percent_complete: `${percent(done, revised)}%`,
    total_claimed_amount: cents(total(invoice.items.map((item) => item.subcontractor_claimed_amount))),
    comment: invoice.comment,
    origin_id: invoice.origin_id,
    origin_data: invoice.origin_data,
    electronic_signature_id: null,
    move_materials_to_previous_work_completed: false,
    [certificate]: summaryOf(memory, invoice, (order) => changeOrderAmount(memory, order)),
    ...(withItems
      ? { items: invoice.items.map((item) => showItem(memory, item)), item_packages: packagesOf(memory, invoice) }
      : {}),
    created_by: {
      id: 1,
      name: 'Maren Lindqvist',
      login: 'maren.lindqvist@cascaderidge.example',
      company_name: vendor?.name ?? '',
    },
    attachments: [],
    custom_fields: invoice.custom_fields,
    ...currencyOf(contract?.currency_iso_code),
    created_at: invoice.created_at,
    updated_at: invoice.updated_at,
  };
}

function packagesOf(memory: Memory, invoice: Requisition) {
  return invoice.package_ids.flatMap((id) => {
    const order = memory.where('changeOrders', 'package_id', id)[0];
    if (order === undefined) return [];
    const { number, title, status } = order;
    return [
      {
        id: int(id),
        contract_id: int(order.contract_id),
        change_order_id: int(id),
        number,
        title,
        status,
        position: 1,
        change_order_acronym_number: `CCO #${number}`,
        change_order_request: null,
        batch: null,
      },
    ];
  });
}
