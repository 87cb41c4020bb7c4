import { z } from 'zod';
import {
  amount,
  custom,
  dated,
  dayOrNull,
  decimal,
  id,
  idOrNull,
  no,
  text,
  textOrEmpty,
  textOrNull,
} from './fields.ts';
import { invoiceStatuses, itemTypes } from './money.ts';

export const billingPeriod = z.object({
  id,
  project_id: id,
  position: decimal.default('1'),
  start_date: dayOrNull,
  end_date: dayOrNull,
  due_date: dayOrNull,
  status: z.enum(['open', 'closed']).default('open'),
  ...dated,
});

/** What the application says about one line, in the invoice's own period. */
export const requisitionItem = z.object({
  id,
  item_type: z.enum(itemTypes),
  /** The contract line, the contract line of the detail line, or the line of the change order. */
  line_item_id: idOrNull,
  detail_line_item_id: idOrNull,
  change_order_package_id: idOrNull,
  commitment_line_item_id: idOrNull,
  commitment_line_item_origin_id: textOrNull,
  cost_code_id: idOrNull,
  wbs_code_id: idOrNull,
  description_of_work: textOrEmpty,
  position: decimal.default('1'),
  status: z.string().default('approved'),
  comment: textOrNull,
  scheduled_value: amount,
  work_completed_from_previous_application: amount,
  work_completed_this_period: amount,
  work_completed_this_period_quantity: amount,
  materials_presently_stored: amount,
  /** Newly stored in this period; what is presently stored is the balance. */
  new_materials: amount,
  materials_moved: amount,
  work_completed_retainage_from_previous_application: amount,
  work_completed_retainage_retained_this_period: amount,
  work_completed_retainage_percent_this_period: amount,
  work_completed_retainage_released_this_period: amount,
  /** The balance after this application; what the one before left is kept beside it. */
  materials_stored_retainage_currently_retained: amount,
  materials_retainage_before: amount,
  materials_stored_retainage_percent_this_period: amount,
  materials_stored_retainage_released_this_period: amount,
  subcontractor_claimed_amount: amount,
  tax_amount: amount,
});
export type RequisitionItem = z.infer<typeof requisitionItem>;

export const requisition = z.object({
  id,
  project_id: id,
  commitment_id: id,
  number: decimal,
  invoice_number: textOrNull,
  previous_requisition_id: idOrNull,
  period_id: idOrNull,
  requisition_start: dayOrNull,
  requisition_end: dayOrNull,
  billing_date: dayOrNull,
  submitted_at: dayOrNull,
  payment_date: dayOrNull,
  final: no,
  status: z.enum(invoiceStatuses).default('draft'),
  erp_status: z.string().default('not_integrated'),
  invoice_type: z.enum(['progress', 'retainage_release', 'progress_and_retainage_release']).default('progress'),
  comment: textOrNull,
  due_date: dayOrNull,
  /** Change order packages that are billed on it. */
  package_ids: z.array(id).default([]),
  items: z.array(requisitionItem).default([]),
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...custom,
  ...dated,
});

export const payment = z.object({
  id,
  project_id: id,
  contract_id: id,
  requisition_id: idOrNull,
  amount,
  date: dayOrNull,
  payment_method: textOrNull,
  check_number: textOrNull,
  invoice_number: textOrNull,
  invoice_date: dayOrNull,
  payment_number: decimal.nullable().default(null),
  draw_request_number: textOrNull,
  notes: textOrNull,
  origin_id: textOrNull,
  origin_code: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

export const directCostLine = z.object({
  id,
  wbs_code_id: id,
  amount,
  quantity: amount,
  unit_cost: amount,
  uom: textOrNull,
  description: textOrEmpty,
  ref: textOrNull,
  origin_id: textOrNull,
  origin_data: textOrNull,
});

export const directCost = z.object({
  id,
  project_id: id,
  direct_cost_type: z.enum(['invoice', 'expense', 'payroll', 'subcontractor_invoice']),
  status: z.enum(['draft', 'pending', 'revise_and_resubmit', 'approved']).default('draft'),
  vendor_id: idOrNull,
  invoice_number: textOrNull,
  description: textOrEmpty,
  direct_cost_date: dayOrNull,
  received_date: dayOrNull,
  payment_date: dayOrNull,
  terms: textOrNull,
  lines: z.array(directCostLine).default([]),
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

export const company = z.object({
  id,
  name: text,
  /** The app is installed in the company. */
  connected: z.boolean().default(true),
  /** Projects that the service account may see; null: all. */
  permitted_projects: z.array(id).nullable().default(null),
});
