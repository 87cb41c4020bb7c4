import { z } from 'zod';
import {
  amount,
  custom,
  dated,
  dayOrNull,
  decimal,
  id,
  idOrNull,
  ids,
  no,
  owned,
  text,
  textOrEmpty,
  textOrNull,
  yes,
} from './fields.ts';

/** Who is in the company's directory and what it builds. */
export const project = z.object({
  id,
  name: text,
  project_number: textOrNull,
  code: textOrNull,
  active: yes,
  template: no,
  is_demo: no,
  address: textOrNull,
  city: textOrNull,
  state_code: textOrNull,
  country_code: z.string().default('US'),
  zip: textOrNull,
  county: textOrNull,
  phone: textOrNull,
  description: textOrNull,
  start_date: dayOrNull,
  completion_date: dayOrNull,
  projected_finish_date: dayOrNull,
  total_value: decimal.nullable().default(null),
  accounting_project_number: textOrNull,
  store_number: textOrNull,
  time_zone: z.string().default('US/Pacific'),
  flag: textOrNull,
  work_scope: textOrNull,
  delivery_method: textOrNull,
  parent_job_id: idOrNull,
  office_id: idOrNull,
  project_stage: textOrNull,
  standard_cost_code_list_id: idOrNull,
  from_project_template_id: idOrNull,
  /** "Allow project to be synced with ERP". */
  erp_integrated: yes,
  /** Another connector owns the project. */
  is_erp_integrated: no,
  /** Change order tiers of commitments in this project: 1, 2 or 3. */
  tiers: z.enum(['1', '2', '3']).default('1'),
  budget_locked: no,
  /** The project's own directory. */
  vendor_ids: ids,
  ...owned,
  ...custom,
  ...dated,
});

export const vendor = z.object({
  id,
  name: text,
  abbreviated_name: textOrNull,
  trade_name: textOrNull,
  address: textOrEmpty,
  city: textOrEmpty,
  state_code: textOrNull,
  country_code: z.string().default('US'),
  zip: textOrEmpty,
  business_phone: textOrEmpty,
  mobile_phone: textOrEmpty,
  fax_number: textOrEmpty,
  email_address: textOrEmpty,
  website: textOrNull,
  license_number: textOrNull,
  labor_union: textOrNull,
  notes: textOrNull,
  is_active: yes,
  authorized_bidder: no,
  prequalified: no,
  union_member: no,
  non_union_prevailing_wage: no,
  company_vendor: no,
  /** Tax number of the business register; the only one that Procore has. */
  identifier: textOrNull,
  synced_to_erp: no,
  ...owned,
  ...dated,
});

export const codeList = z.object({ id, name: text, is_erp_list: no, available_to_use_on_new_projects: yes });

export const standardCode = z.object({
  id,
  standard_cost_code_list_id: id,
  parent_id: idOrNull,
  code: text,
  name: text,
  origin_id: textOrNull,
  origin_data: textOrNull,
});

export const costCode = z.object({
  id,
  project_id: id,
  sub_job_id: idOrNull,
  parent_id: idOrNull,
  code: text,
  name: text,
  position: textOrNull,
  standard_cost_code_id: idOrNull,
  /** The cost types that are allowed with it. */
  line_item_type_ids: ids,
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

export const lineItemType = z.object({
  id,
  name: text,
  code: textOrNull,
  base_type: textOrNull,
  origin_id: textOrNull,
  origin_data: textOrNull,
});

export const subJob = z.object({
  id,
  project_id: id,
  name: text,
  code: text,
  origin_id: textOrNull,
  origin_data: textOrNull,
  ...dated,
});

export const wbsCode = z.object({
  id,
  project_id: id,
  sub_job_id: idOrNull,
  cost_code_id: id,
  line_item_type_id: idOrNull,
  description: textOrNull,
  status: z.enum(['active', 'inactive']).default('active'),
  ...dated,
});

export const taxCode = z.object({
  id,
  code: text,
  description: textOrEmpty,
  rate1: amount,
  archived: no,
  default_tax_code: no,
  origin_id: textOrNull,
  origin_data: textOrNull,
});

export const uom = z.object({
  id,
  name: text,
  is_standard: yes,
  description: textOrEmpty,
  category: z.string().default('General'),
});
