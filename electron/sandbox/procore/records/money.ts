import { z } from 'zod';
import {
  amount,
  custom,
  dated,
  dayOrNull,
  decimal,
  id,
  idOrNull,
  mortal,
  no,
  owned,
  text,
  textOrEmpty,
  textOrNull,
  yes,
} from './fields.ts';

export const strategies = ['automatic', 'manual'] as const;
export const budgetChangeStatuses = ['draft', 'under_review', 'approved', 'void'] as const;
export const subcontractStatuses = [
  'Draft',
  'Out For Bid',
  'Out For Signature',
  'Approved',
  'Complete',
  'Terminated',
  'Void',
] as const;
export const orderStatuses = [
  'Draft',
  'Processing',
  'Submitted',
  'Partially Received',
  'Received',
  'Approved',
  'Closed',
] as const;
export const changeOrderStatuses = [
  'draft',
  'pricing',
  'not_pricing',
  'pending',
  'revised',
  'proceeding',
  'not_proceeding',
  'pending_billable',
  'no_charge',
  'approved',
  'rejected',
  'void',
] as const;
export const invoiceStatuses = [
  'draft',
  'under_review',
  'revise_and_resubmit',
  'approved',
  'approved_as_noted',
  'pending_owner_approval',
] as const;
export const itemTypes = ['contract_item', 'contract_detail_item', 'change_order_item'] as const;
export const accountingMethods = ['amount', 'unit'] as const;
export const extendedTypes = ['manual', 'calculated'] as const;

export const budgetLine = z.object({
  id,
  project_id: id,
  wbs_code_id: id,
  original_budget_amount: amount,
  quantity: decimal.nullable().default(null),
  unit_cost: decimal.nullable().default(null),
  uom: textOrNull,
  calculation_strategy: z.enum(strategies).default('manual'),
  ...dated,
});

const adjustment = z.object({
  id,
  ref: textOrNull,
  adjustment_number: decimal.default('1'),
  type: z.enum(['change_event', 'budget_change']),
  wbs_code_id: id,
  calculation_strategy: z.enum(strategies).default('manual'),
  quantity: amount,
  unit_cost: amount,
  uom: textOrNull,
  amount,
  description: textOrEmpty,
  comment: textOrNull,
});
export type Adjustment = z.infer<typeof adjustment>;

export const budgetChange = z.object({
  id,
  project_id: id,
  number: decimal,
  status: z.enum(budgetChangeStatuses),
  title: textOrEmpty,
  description: textOrNull,
  erp_status: z.string().default('not_integrated'),
  lines: z.array(adjustment).default([]),
  ...dated,
});

export const budgetModification = z.object({
  id,
  project_id: id,
  from_budget_line_item_id: idOrNull,
  to_budget_line_item_id: idOrNull,
  transfer_amount: amount,
  notes: textOrNull,
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

/** Subcontracts and purchase orders; what only one of them has stays empty on the other. */
export const commitment = z.object({
  id,
  kind: z.enum(['WorkOrderContract', 'PurchaseOrderContract']),
  project_id: id,
  number: text,
  title: textOrEmpty,
  vendor_id: idOrNull,
  status: z.enum([...subcontractStatuses, ...orderStatuses]).default('Draft'),
  accounting_method: z.enum(accountingMethods).default('amount'),
  retainage_percent: amount,
  description: textOrEmpty,
  inclusions: textOrEmpty,
  exclusions: textOrEmpty,
  executed: no,
  private: yes,
  contract_date: dayOrNull,
  contract_start_date: dayOrNull,
  contract_estimated_completion_date: dayOrNull,
  actual_completion_date: dayOrNull,
  execution_date: dayOrNull,
  issued_on_date: dayOrNull,
  letter_of_intent_date: dayOrNull,
  approval_letter_date: textOrNull,
  returned_date: dayOrNull,
  signed_contract_received_date: dayOrNull,
  assignee_id: idOrNull,
  bill_to_address: textOrEmpty,
  ship_to_address: textOrEmpty,
  ship_via: textOrEmpty,
  payment_terms: textOrEmpty,
  delivery_date: dayOrNull,
  /** Bills through its subcontractor's own schedule of values. */
  enable_ssov: no,
  currency_iso_code: z.string().default('USD'),
  ...owned,
  ...custom,
  ...dated,
  ...mortal,
});

const coded = {
  position: decimal.default('1'),
  description: textOrEmpty,
  amount,
  extended_type: z.enum(extendedTypes).default('manual'),
  quantity: amount,
  unit_cost: amount,
  uom: textOrNull,
  tax_code_id: idOrNull,
  wbs_code_id: idOrNull,
  cost_code_id: idOrNull,
  line_item_type_id: idOrNull,
};

export const contractLine = z.object({
  id,
  contract_id: id,
  ...coded,
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

/** A line of the subcontractor's own schedule of values, under a line of the contract. */
export const detailLine = z.object({
  id,
  contract_id: id,
  line_item_id: id,
  position: decimal.default('1'),
  description: textOrEmpty,
  amount,
});

/** One commitment change order with the package, request and potential change order that Procore keeps behind it. */
export const changeOrder = z.object({
  id,
  package_id: id,
  request_id: id,
  pco_id: id,
  project_id: id,
  contract_id: id,
  batch_id: idOrNull,
  number: text,
  revision: decimal.default('0'),
  title: textOrEmpty,
  description: textOrEmpty,
  status: z.enum(changeOrderStatuses).default('draft'),
  executed: no,
  private: yes,
  paid: no,
  field_change: no,
  due_date: dayOrNull,
  invoiced_date: dayOrNull,
  paid_date: dayOrNull,
  signed_change_order_received_date: dayOrNull,
  reviewed_at: textOrNull,
  change_reason: textOrNull,
  reference: textOrNull,
  schedule_impact_amount: decimal.nullable().default(null),
  ...owned,
  ...custom,
  ...dated,
  ...mortal,
});

export const changeOrderLine = z.object({
  id,
  change_order_id: id,
  ...coded,
  commitment_line_item_id: idOrNull,
  ...dated,
});

export const primeContract = z.object({
  id,
  project_id: id,
  number: text,
  title: text,
  status: text,
  grand_total: amount,
  approved_change_orders: amount,
  retainage_percent: amount,
  contract_date: dayOrNull,
  executed: yes,
  private: yes,
  ...owned,
  ...dated,
  ...mortal,
});
