import { badRequest, fieldErrors, noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type Fields, type ProjectCall, parameter, type Route, wrapped } from '../api/call.ts';
import { byId, byOrigin, equals, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { currencyOf, int, money, total } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import { isImmutable } from '../contracts.ts';
import type { Memory } from '../memory.ts';
import type { Tables } from '../records/tables.ts';
import { briefWbs } from './wbs.ts';

type Period = Tables['billingPeriods'];
type Payment = Tables['payments'];
type Cost = Tables['directCosts'];

const showPeriod = (period: Period) => ({
  ...period,
  id: int(period.id),
  project_id: int(period.project_id),
  position: int(period.position),
});

const periods: Writable<'billingPeriods', ProjectCall> = {
  table: 'billingPeriods',
  fields: { start_date: 'day', end_date: 'day', due_date: 'day', status: ['open', 'closed'] },
  required: ['start_date', 'end_date', 'due_date', 'status'],
  fresh: (call) => ({ project_id: call.project.id, position: String(periodsOf(call).length + 1) }),
  show: (_memory, period) => showPeriod(period),
};
const periodsOf = (call: ProjectCall) => call.memory.where('billingPeriods', 'project_id', call.project.id);
const periodOf = (call: ProjectCall) => periodsOf(call).find(({ id }) => id === call.part('id'));

function removePeriod(call: ProjectCall): Reply {
  const period = periodOf(call);
  if (period === undefined) return notFound;
  const used = call.memory.where('requisitions', 'period_id', period.id).length > 0;
  if (used) return ruleBroken('A billing period with invoices cannot be deleted');
  call.memory.remove('billingPeriods', period.id);
  return noContent;
}

const paymentText = 'The Contract Payment cannot be edited or deleted because it is synced with an ERP system';
const payments: Writable<'payments', ProjectCall> = {
  table: 'payments',
  fields: {
    date: 'day',
    amount: 'decimal',
    payment_method: ['check', 'credit_card', 'electronic'],
    check_number: 'text',
    invoice_number: 'text',
    invoice_date: 'day',
    payment_number: 'decimal',
    draw_request_number: 'text',
    requisition_id: 'id',
    notes: 'text',
    origin_id: 'text',
    origin_data: 'text',
  },
  required: [],
  fresh: (call) => ({ project_id: call.project.id, contract_id: parameter(call, 'contract_id') }),
  locked: (_memory, payment, change, call) => (isImmutable(call, payment, change) ? paymentText : null),
  show: (_memory, payment) => showPayment(payment),
};
const showPayment = (payment: Payment) => ({
  ...payment,
  id: int(payment.id),
  contract_id: int(payment.contract_id),
  project_id: int(payment.project_id),
  requisition_id: int(payment.requisition_id),
  amount: money(payment.amount),
  payment_number: int(payment.payment_number),
  status: null,
  date_payment_initiated: null,
  date_payment_settled: null,
  external_payment_id: null,
  attachments: [],
});

/** Payments hang on a contract, which every request must name. */
const onContract = (handle: (call: ProjectCall, rows: readonly Payment[]) => Reply) => (call: ProjectCall) => {
  const contract = call.memory.get('commitments', parameter(call, 'contract_id'));
  if (contract?.project_id !== call.project.id) return badRequest('contract_id is missing or unknown');
  return handle(call, call.memory.where('payments', 'contract_id', contract.id));
};
const paymentOf = (call: ProjectCall, rows: readonly Payment[]) => rows.find(({ id }) => id === call.part('id'));

function removePayment(call: ProjectCall, rows: readonly Payment[]): Reply {
  const payment = paymentOf(call, rows);
  if (payment === undefined) return notFound;
  if (payment.origin_id !== null) return ruleBroken(paymentText);
  call.memory.remove('payments', payment.id);
  return noContent;
}

const costs: Writable<'directCosts', ProjectCall> = {
  table: 'directCosts',
  fields: {
    direct_cost_type: ['invoice', 'expense', 'payroll', 'subcontractor_invoice'],
    vendor_id: 'id',
    invoice_number: 'text',
    direct_cost_date: 'day',
    status: ['draft', 'pending', 'revise_and_resubmit', 'approved'],
    description: 'text',
    terms: 'text',
    received_date: 'day',
    payment_date: 'day',
    origin_id: 'text',
    origin_data: 'text',
    line_items: 'json',
  },
  stored: { line_items: 'lines' },
  required: ['direct_cost_type', 'vendor_id', 'invoice_number'],
  fresh: (call) => ({ project_id: call.project.id }),
  locked: (_memory, cost, change, call) =>
    isImmutable(call, cost, change) ? 'The Direct Cost cannot be edited because it has been synced with ERP' : null,
  show: (memory, cost) => showCost(memory, cost),
};

const lineFields = (memory: Memory, sent: readonly Fields[]) =>
  sent.map((line) => ({ ...line, id: memory.nextId(), amount: line.manual_amount ?? line.amount ?? '0.00' }));

/** Lines come without ids; at most 100 of them. */
function withLines(call: ProjectCall): ProjectCall | Reply {
  const sent = wrapped(call, 'direct_cost');
  const lines = sent?.line_items;
  if (sent === null || !Array.isArray(lines)) return call;
  if (lines.length > 100) return fieldErrors({ line_items: ['at most 100 lines'] });
  return { ...call, body: { ...call.body, direct_cost: { ...sent, line_items: lineFields(call.memory, lines) } } };
}

function showCost(memory: Memory, cost: Cost) {
  const amount = money(total(cost.lines.map((line) => line.amount)));
  const vendor = memory.get('vendors', cost.vendor_id);
  const { lines, ...rest } = cost;
  return {
    ...rest,
    id: int(cost.id),
    project_id: int(cost.project_id),
    vendor_id: int(cost.vendor_id),
    vendor_name: vendor?.name ?? null,
    vendor: vendor?.name ?? null,
    employee: null,
    amount,
    grand_total: amount,
    line_items: lines.map((line) => ({
      ...line,
      id: int(line.id),
      amount: money(line.amount),
      wbs_code: briefWbs(memory, line.wbs_code_id),
      wbs_code_id: int(line.wbs_code_id),
    })),
    ...currencyOf(),
    deleted_at: null,
  };
}
const costsOf = (call: ProjectCall) => call.memory.where('directCosts', 'project_id', call.project.id);
const costOf = (call: ProjectCall) => costsOf(call).find(({ id }) => id === call.part('id'));

const period = '/rest/v1.0/projects/:project_id/billing_periods';
const payment = '/rest/v1.0/contract_payments';
const cost = '/rest/v1.1/projects/:project_id/direct_costs';
const route = (method: string, path: string, handle: (call: ProjectCall) => Reply): Route => ({
  scope: 'project',
  method,
  path,
  handle,
});

export const billingRoutes: readonly Route[] = [
  route('GET', period, (call) =>
    listed(call, {
      rows: periodsOf(call),
      show: showPeriod,
      filters: { ...byId<Period>(), ...updatedAt<Period>(), status: equals((one) => one.status) },
    }),
  ),
  route('POST', period, (call) => createOne(periods, call, 'billing_period')),
  route('PATCH', `${period}/:id`, (call) => changeOne(periods, call, 'billing_period', periodOf(call))),
  route('DELETE', `${period}/:id`, removePeriod),
  route(
    'GET',
    payment,
    onContract((call, rows) => listed(call, { rows, show: showPayment })),
  ),
  route(
    'POST',
    payment,
    onContract((call) => createOne(payments, call, 'contract_payment')),
  ),
  route(
    'GET',
    `${payment}/:id`,
    onContract((call, rows) => {
      const found = paymentOf(call, rows);
      return found === undefined ? notFound : ok(showPayment(found));
    }),
  ),
  route(
    'PATCH',
    `${payment}/:id`,
    onContract((call, rows) => changeOne(payments, call, 'contract_payment', paymentOf(call, rows))),
  ),
  route('DELETE', `${payment}/:id`, onContract(removePayment)),
  route('GET', cost, (call) =>
    listed(call, {
      rows: costsOf(call),
      show: (one) => showCost(call.memory, one),
      filters: {
        ...byId<Cost>(),
        ...byOrigin<Cost>(),
        ...updatedAt<Cost>(),
        invoice_number: equals((one) => one.invoice_number),
      },
    }),
  ),
  route('POST', cost, (call) => {
    const prepared = withLines(call);
    return 'status' in prepared ? prepared : createOne(costs, prepared, 'direct_cost');
  }),
  route('GET', `${cost}/:id`, (call) => {
    const found = costOf(call);
    return found === undefined ? notFound : ok(showCost(call.memory, found));
  }),
  route('PATCH', `${cost}/:id`, (call) => {
    const prepared = withLines(call);
    return 'status' in prepared ? prepared : changeOne(costs, prepared, 'direct_cost', costOf(call));
  }),
  route('PATCH', '/rest/v1.0/projects/:project_id/direct_costs/sync', (call) =>
    syncAll(costs, call, {
      byId: (id) => costsOf(call).find((one) => one.id === id),
      byOrigin: (origin) => costsOf(call).find((one) => one.origin_id === origin),
    }),
  ),
];
