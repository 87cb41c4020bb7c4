/** Answers as Procore's reference shows them, with only what a test changes given. */
const origin = { origin_id: null, origin_code: null, origin_data: null };
const usd = { currency_configuration: { currency_iso_code: 'USD' } };
const times = { created_at: '2026-02-10T00:00:00Z', updated_at: '2026-03-02T00:00:00Z' };

export const wbsCodes = [
  {
    id: 8800200,
    flat_code: '26-100.S',
    status: 'active',
    segment_items: [
      { id: 1600, code: '100', path_code: '26-100', segment: { id: 447332, type: 'cost_code' } },
      { id: 49, code: 'S', path_code: 'S', segment: { id: 447333, type: 'line_item_type' } },
    ],
  },
  {
    id: 8800123,
    flat_code: 'P1.01-100.L',
    status: 'active',
    segment_items: [
      { id: 310, code: 'P1', segment: { id: 447331, type: 'sub_job' } },
      { id: 1472, code: '100', path_code: '01-100', segment: { id: 447332, type: 'cost_code' } },
      { id: 47, code: 'L', segment: { id: 447333, type: 'line_item_type' } },
      { id: 999, code: 'X', segment: { id: 447399, type: 'custom' } },
    ],
  },
];

export const line = (more: object = {}) => ({
  id: 177,
  position: 1,
  description: 'Rough-in',
  amount: '150000.0',
  quantity: '0.0',
  unit_cost: '0.0',
  uom: null,
  tax_code_id: null,
  wbs_code: { id: 8800200, flat_code: '26-100.S' },
  cost_code: { id: 1600, full_code: '26-100', biller_type: 'Project', biller_id: 225096 },
  line_item_type: { id: 49, code: 'S', base_type: 'commitment' },
  ...origin,
  ...more,
});

export const subcontract = (more: object = {}) => ({
  id: 41,
  number: 'SC-001',
  title: 'Electrical',
  status: 'Approved',
  accounting_method: 'amount',
  retainage_percent: '10.0',
  description: '<p>Furnish &amp; install</p><ul><li>panels</li></ul>',
  vendor: { id: 7712, company: 'Harbor Electric LLC', origin_id: 'V-100' },
  contract_date: '2026-02-10',
  contract_start_date: '2026-02-15',
  grand_total: '250000.0',
  approved_change_orders: '12000.0',
  line_items: [line()],
  deleted_at: null,
  ...origin,
  ...usd,
  ...times,
  ...more,
});

export const changeOrder = (more: object = {}) => ({
  id: 9001,
  contract_id: 41,
  legacy_package_id: 3,
  number: '001',
  revision: 0,
  title: 'Added panel',
  description: '<p>Panel B</p>',
  status: 'approved',
  grand_total: '12000.0',
  reviewed_at: '2026-03-01T12:00:00Z',
  ...usd,
  ...times,
  ...more,
});

/** v2: text ids, and the budget code alone says what the line costs. */
export const changeLine = (more: object = {}) => ({
  id: '188',
  position: 1,
  description: 'Added panel',
  amount: '12000.0',
  quantity: 1,
  unit_cost: '0.0',
  wbs_code_id: '8800200',
  commitment_line_item_id: '177',
  ...more,
});

export const changePackage = (more: object = {}) => ({
  id: 3,
  type: 'CommitmentContractChangeOrder',
  contract_id: 41,
  number: '001',
  revision: 0,
  title: 'CCO 1',
  description: '',
  status: 'approved',
  grand_total: '12000.0',
  deleted_at: null,
  ...origin,
  ...usd,
  ...times,
  ...more,
});

export const invoiceItem = (more: object = {}) => ({
  id: 17918097,
  item_type: 'contract_item',
  line_item_id: 177,
  cost_code_id: 1600,
  wbs_code: { id: 8800200, flat_code: '26-100.S' },
  description_of_work: 'Rough-in',
  scheduled_value: '150000.00',
  work_completed_this_period: '31000.00',
  materials_presently_stored: '0.00',
  materials_moved: '0.00',
  work_completed_retainage_retained_this_period: '3100.00',
  work_completed_retainage_released_this_period: '0.00',
  materials_stored_retainage_released_this_period: '0.00',
  net_amount: '27900.00',
  gross_amount: '31000.00',
  taxes: [],
  ...more,
});

export const invoice = (more: object = {}) => ({
  id: 1280646,
  number: 2,
  invoice_number: 'HE-0042',
  previous_requisition_id: 1280001,
  commitment_id: 41,
  commitment_type: 'WorkOrderContract',
  period_id: 117330,
  requisition_start: '2026-03-01',
  requisition_end: '2026-03-31',
  billing_date: '2026-03-31',
  final: false,
  status: 'approved',
  percent_complete: '23.66%',
  summary: { current_payment_due: '27900.00', tax_applicable_to_this_payment: '0.00' },
  items: [invoiceItem()],
  ...origin,
  ...usd,
  ...times,
  ...more,
});
