import { badRequest, created, noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type Fields, type ProjectCall, parameter, type Route, wrappedList } from '../api/call.ts';
import { equals } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { minus, total } from '../api/wire.ts';
import { completed, emptyItem, materialsRetainedNow } from '../invoices.ts';
import type { RequisitionItem } from '../records/billing.ts';
import type { Requisition } from '../records/tables.ts';
import { invoiceLock, invoiceOf } from './requisitionLock.ts';
import { showItem } from './requisitionShapes.ts';

const writable = [
  'work_completed_this_period',
  'work_completed_this_period_quantity',
  'materials_presently_stored',
  'new_materials',
  'work_completed_retainage_percent_this_period',
  'work_completed_retainage_retained_this_period',
  'work_completed_retainage_released_this_period',
  'materials_stored_retainage_percent_this_period',
  'materials_stored_retainage_currently_retained',
  'subcontractor_claimed_amount',
] as const;

const decimal = /^-?\d+(\.\d+)?$/;

/** The item with what was sent, or what is wrong with it. */
function changedItem(item: RequisitionItem, sent: Fields): RequisitionItem | string {
  const values: Partial<Record<(typeof writable)[number], string>> = {};
  for (const name of writable) {
    const value = sent[name];
    if (value === undefined) continue;
    if (typeof value !== 'string' || !decimal.test(value)) return `${name} is invalid`;
    values[name] = value;
  }
  const { status, comment } = sent;
  return {
    ...item,
    ...values,
    ...(typeof status === 'string' ? { status } : {}),
    ...(typeof comment === 'string' ? { comment } : {}),
  };
}

/** Changes items by their id; on create, by the line they are about. Nothing is stored when one of them is wrong. */
export function changeItems(call: ProjectCall, invoice: Requisition, sent: readonly Fields[]): Requisition | string {
  let items = [...invoice.items];
  for (const one of sent) {
    const at = items.findIndex((item) =>
      typeof one.id === 'string'
        ? item.id === one.id
        : item.item_type === one.item_type &&
          (item.line_item_id === one.line_item_id || item.detail_line_item_id === one.detail_line_item_id),
    );
    const item = items[at];
    if (item === undefined) return 'Entity with this ID not found';
    const changed = changedItem(item, one);
    if (typeof changed === 'string') return changed;
    items = items.with(at, changed);
  }
  return call.memory.put('requisitions', { ...invoice, items, updated_at: call.memory.stamp(call.now) });
}

const found = (handle: (call: ProjectCall, invoice: Requisition) => Reply) => (call: ProjectCall) => {
  const invoice = invoiceOf(call);
  return invoice === undefined ? notFound : handle(call, invoice);
};

function bulk(call: ProjectCall, invoice: Requisition): Reply {
  const items = wrappedList(call.body, 'requisition_items');
  if (items === null) return badRequest('requisition_items is missing');
  const lock = invoiceLock(call.memory, invoice, { items }, call);
  if (lock !== null) return ruleBroken(lock);
  const changed = changeItems(call, invoice, items);
  return typeof changed === 'string'
    ? ruleBroken(changed)
    : ok(changed.items.map((item) => showItem(call.memory, item)));
}

const ofType = (type: RequisitionItem['item_type']) => (call: ProjectCall, invoice: Requisition) =>
  listed(call, {
    rows: invoice.items.filter((item) => item.item_type === type),
    show: (item) => showItem(call.memory, item),
    filters: { change_order_id: equals((item: RequisitionItem) => item.change_order_package_id) },
  });

/** All kinds together, with the balances. */
const detail = (call: ProjectCall, invoice: Requisition) =>
  listed(call, {
    rows: invoice.items,
    show: (item) => ({
      ...showItem(call.memory, item),
      item_number: item.position,
      balance_to_finish: minus(item.scheduled_value, completed(item)),
      total_retainage_currently_retained: total([
        item.work_completed_retainage_from_previous_application,
        item.work_completed_retainage_retained_this_period,
      ]),
      total_retainage_from_previous_application: item.work_completed_retainage_from_previous_application,
      materials_stored_retainage_retained_this_period: materialsRetainedNow(item),
    }),
  });

const packageOf = (call: ProjectCall, invoice: Requisition) => {
  const id = parameter(call, 'change_order_package_id');
  return call.memory
    .where('changeOrders', 'package_id', id ?? null)
    .find((order) => order.contract_id === invoice.commitment_id && order.deleted_at === null);
};

/** Only an approved package can be billed. */
function addPackage(call: ProjectCall, invoice: Requisition): Reply {
  const { memory } = call;
  const order = packageOf(call, invoice);
  if (order === undefined) return notFound;
  if (order.status !== 'approved') return ruleBroken('Only an approved change order package can be added');
  if (invoice.package_ids.includes(order.package_id)) return created([]);
  const items = memory.where('changeOrderLines', 'change_order_id', order.id).map((line) =>
    emptyItem(memory.nextId(), {
      item_type: 'change_order_item',
      line_item_id: line.id,
      change_order_package_id: order.package_id,
      commitment_line_item_id: line.commitment_line_item_id,
      cost_code_id: line.cost_code_id,
      wbs_code_id: line.wbs_code_id,
      description_of_work: line.description,
      scheduled_value: line.amount,
    }),
  );
  memory.put('requisitions', {
    ...invoice,
    package_ids: [...invoice.package_ids, order.package_id],
    items: [...invoice.items, ...items],
    updated_at: memory.stamp(call.now),
  });
  return created(items.map((item) => showItem(memory, item)));
}

function removePackage(call: ProjectCall, invoice: Requisition): Reply {
  const order = packageOf(call, invoice);
  if (order === undefined) return notFound;
  call.memory.put('requisitions', {
    ...invoice,
    package_ids: invoice.package_ids.filter((id) => id !== order.package_id),
    items: invoice.items.filter((item) => item.change_order_package_id !== order.package_id),
    updated_at: call.memory.stamp(call.now),
  });
  return noContent;
}

const path = '/rest/v1.0/requisitions/:id';
const route = (method: string, name: string, handle: (call: ProjectCall, invoice: Requisition) => Reply): Route => ({
  scope: 'project',
  method,
  path: `${path}/${name}`,
  handle: found(handle),
});

export const requisitionItemRoutes: readonly Route[] = [
  route('GET', 'contract_items', ofType('contract_item')),
  route('GET', 'contract_detail_items', ofType('contract_detail_item')),
  route('GET', 'change_order_items', ofType('change_order_item')),
  route('GET', 'detail', detail),
  route('PATCH', 'bulk_item_update', bulk),
  route('POST', 'add_change_order_package', addPackage),
  route('DELETE', 'remove_change_order_package', removePackage),
];
