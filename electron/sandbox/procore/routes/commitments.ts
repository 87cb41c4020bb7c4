import { noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import type { ProjectCall, Route } from '../api/call.ts';
import { byId, byOrigin, equals, living, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { currencyOf, int, minus, money, percent, total } from '../api/wire.ts';
import { changeOne, createOne, type FieldKind, syncAll, type Writable } from '../api/writing.ts';
import { contractTotals, isLocked, lockText } from '../contracts.ts';
import type { Memory } from '../memory.ts';
import { accountingMethods, orderStatuses, subcontractStatuses } from '../records/money.ts';
import type { Commitment } from '../records/tables.ts';
import { briefPackage } from './changeOrderShapes.ts';
import { showLine } from './contractLineShapes.ts';

export type ContractKind = {
  readonly kind: Commitment['kind'];
  readonly path: string;
  readonly wrapper: string;
  /** Numbers that Procore hands out itself. */
  readonly prefix: string;
  readonly own: Readonly<Record<string, FieldKind>>;
};

export const contractKinds: readonly ContractKind[] = [
  {
    kind: 'WorkOrderContract',
    path: '/rest/v1.0/work_order_contracts',
    wrapper: 'work_order_contract',
    prefix: 'SC',
    own: {
      status: subcontractStatuses,
      inclusions: 'text',
      exclusions: 'text',
      contract_start_date: 'day',
      contract_estimated_completion_date: 'day',
      actual_completion_date: 'day',
    },
  },
  {
    kind: 'PurchaseOrderContract',
    path: '/rest/v1.0/purchase_order_contracts',
    wrapper: 'purchase_order_contract',
    prefix: 'PO',
    own: {
      status: orderStatuses,
      assignee_id: 'id',
      bill_to_address: 'text',
      ship_to_address: 'text',
      ship_via: 'text',
      payment_terms: 'text',
      delivery_date: 'day',
    },
  },
];

const common: Readonly<Record<string, FieldKind>> = {
  number: 'text',
  title: 'text',
  vendor_id: 'id',
  description: 'text',
  executed: 'bool',
  accounting_method: accountingMethods,
  retainage_percent: 'decimal',
  private: 'bool',
  contract_date: 'day',
  execution_date: 'day',
  issued_on_date: 'day',
  letter_of_intent_date: 'day',
  approval_letter_date: 'text',
  returned_date: 'day',
  signed_contract_received_date: 'day',
  origin_id: 'text',
  origin_code: 'text',
  origin_data: 'text',
};

/** The next free `SC-001` of the project. */
function nextNumber({ memory, project }: ProjectCall, prefix: string): string {
  const taken = memory.where('commitments', 'project_id', project.id).map(({ number }) => number);
  let next = 1;
  while (taken.includes(`${prefix}-${String(next).padStart(3, '0')}`)) next += 1;
  return `${prefix}-${String(next).padStart(3, '0')}`;
}

function writable({ kind, own, prefix }: ContractKind): Writable<'commitments', ProjectCall> {
  return {
    table: 'commitments',
    fields: { ...common, ...own },
    required: [],
    fresh: (call) => ({ kind, project_id: call.project.id, number: nextNumber(call, prefix) }),
    locked: (_memory, contract, change) => {
      const moves = 'vendor_id' in change && change.vendor_id !== contract.vendor_id;
      const stays = isLocked(contract.status) && isLocked(String(change.status ?? contract.status));
      return moves && stays ? `The contract ${lockText}` : null;
    },
    check: (memory, next, before) => {
      if (typeof next.vendor_id === 'string' && memory.get('vendors', next.vendor_id) === undefined)
        return { vendor_id: ['is invalid'] };
      const taken = memory
        .where('commitments', 'project_id', String(next.project_id))
        .some((one) => one.id !== before?.id && one.number === next.number && one.deleted_at === null);
      return taken ? { number: ['has already been taken'] } : null;
    },
    sameType: (contract) => contract.kind === kind,
    show: (memory, contract) => showContract(memory, contract, true),
  };
}

const fieldsOfKind = {
  WorkOrderContract: [
    'inclusions',
    'exclusions',
    'contract_start_date',
    'contract_estimated_completion_date',
    'actual_completion_date',
  ],
  PurchaseOrderContract: ['bill_to_address', 'ship_to_address', 'ship_via', 'payment_terms', 'delivery_date'],
} as const;

export function showContract(memory: Memory, contract: Commitment, extended: boolean) {
  const totals = contractTotals(memory, contract);
  const vendor = memory.get('vendors', contract.vendor_id);
  const project = memory.get('projects', contract.project_id);
  const isOrder = contract.kind === 'PurchaseOrderContract';
  const vendorOrigin =
    isOrder && !extended ? {} : { origin_id: vendor?.origin_id ?? null, origin_data: vendor?.origin_data ?? null };
  return {
    id: int(contract.id),
    ...Object.fromEntries(
      Object.keys(common).flatMap((name) => (name === 'vendor_id' ? [] : [[name, contract[name as keyof Commitment]]])),
    ),
    ...Object.fromEntries(fieldsOfKind[contract.kind].map((name) => [name, contract[name]])),
    ...(isOrder
      ? {
          assignee: contract.assignee_id === null ? null : { id: int(contract.assignee_id) },
          billing_schedule_of_values_status: 'draft',
        }
      : {}),
    status: contract.status,
    retainage_percent: money(contract.retainage_percent),
    vendor: vendor === undefined ? null : { id: int(vendor.id), company: vendor.name, ...vendorOrigin },
    project: { id: int(contract.project_id), name: project?.name ?? '' },
    grand_total: money(totals.original),
    approved_change_orders: money(totals.approved),
    pending_change_orders: money(totals.pending),
    draft_change_orders_amount: money(totals.draft),
    revised_contract: money(totals.revised),
    pending_revised_contract: money(total([totals.revised, totals.pending])),
    remaining_balance_outstanding: money(minus(totals.revised, totals.paid)),
    total_requisitions_amount: money(totals.invoiced),
    total_draw_requests_amount: '0.0',
    total_payments: money(totals.paid),
    percentage_paid: money(percent(totals.paid, totals.revised)),
    requisitions_are_enabled: true,
    show_line_items_to_non_admins: false,
    created_by_id: int('481516'),
    ...currencyOf(contract.currency_iso_code),
    created_at: contract.created_at,
    updated_at: contract.updated_at,
    deleted_at: contract.deleted_at,
    ...(extended ? details(memory, contract) : {}),
  };
}

/** Which of the change order lists is filled follows the project's tiers. */
function details(memory: Memory, contract: Commitment) {
  const orders = memory.where('changeOrders', 'contract_id', contract.id).filter((order) => order.deleted_at === null);
  return {
    line_items: memory.where('contractLines', 'contract_id', contract.id).map((line) => showLine(memory, line)),
    change_order_packages: orders.map(briefPackage),
    change_order_requests: [],
    potential_change_orders: [],
    payments_issued: memory.where('payments', 'contract_id', contract.id).map((payment) => ({
      id: int(payment.id),
      amount: money(payment.amount),
      check_number: payment.check_number,
      date: payment.date,
      invoice_number: payment.invoice_number,
      notes: payment.notes,
      origin_id: payment.origin_id,
      origin_data: payment.origin_data,
      created_at: payment.created_at,
    })),
    invoice_contacts: [],
    attachments: [],
    custom_fields: contract.custom_fields,
  };
}

/** A contract of this kind in the project that has not been deleted. */
export function contractIn(call: ProjectCall, kind: ContractKind, id = call.part('id')): Commitment | undefined {
  const contract = call.memory.get('commitments', id);
  const fits = contract?.project_id === call.project.id && contract.kind === kind.kind && contract.deleted_at === null;
  return fits ? contract : undefined;
}

function list(call: ProjectCall, kind: ContractKind): Reply {
  const { memory, project, query } = call;
  const rows = memory.where('commitments', 'project_id', project.id).filter((contract) => contract.kind === kind.kind);
  return listed(call, {
    rows: living(query, rows),
    show: (contract) => showContract(memory, contract, query.get('view') === 'extended'),
    filters: {
      ...byId<Commitment>(),
      ...byOrigin<Commitment>(),
      ...updatedAt<Commitment>(),
      status: equals((contract) => contract.status),
    },
  });
}

/** A deleted contract stays findable with `include_deleted`; nothing else tells that it was there. */
function remove(call: ProjectCall, contract: Commitment | undefined): Reply {
  if (contract === undefined) return notFound;
  if (isLocked(contract.status)) return ruleBroken('The contract is Approved or Complete and cannot be deleted');
  const now = call.memory.stamp(call.now);
  call.memory.put('commitments', { ...contract, deleted_at: now, updated_at: now });
  return noContent;
}

export const commitmentRoutes: readonly Route[] = contractKinds.flatMap((kind): readonly Route[] => {
  const { path, wrapper } = kind;
  const contracts = writable(kind);
  return [
    { scope: 'project', method: 'GET', path, handle: (call) => list(call, kind) },
    { scope: 'project', method: 'POST', path, handle: (call) => createOne(contracts, call, wrapper) },
    {
      scope: 'project',
      method: 'PATCH',
      path: `${path}/sync`,
      handle: (call) =>
        syncAll(contracts, call, {
          byId: (id) => contractIn(call, kind, id),
          byOrigin: (origin) =>
            call.memory
              .where('commitments', 'origin_id', origin)
              .find(({ id }) => contractIn(call, kind, id) !== undefined),
        }),
    },
    {
      scope: 'project',
      method: 'GET',
      path: `${path}/:id`,
      handle: (call) => {
        const contract = contractIn(call, kind);
        return contract === undefined ? notFound : ok(showContract(call.memory, contract, true));
      },
    },
    {
      scope: 'project',
      method: 'PATCH',
      path: `${path}/:id`,
      handle: (call) => changeOne(contracts, call, wrapper, contractIn(call, kind)),
    },
    { scope: 'project', method: 'DELETE', path: `${path}/:id`, handle: (call) => remove(call, contractIn(call, kind)) },
  ];
});
