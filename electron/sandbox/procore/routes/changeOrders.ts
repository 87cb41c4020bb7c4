import { forbidden, noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import type { Fields, ProjectCall, Route } from '../api/call.ts';
import { byId, equals, updatedAt } from '../api/filters.ts';
import { listed, pagings } from '../api/listing.ts';
import { changeOne, createOne, type FieldKind, type Writable } from '../api/writing.ts';
import { isLocked } from '../contracts.ts';
import { changeOrderStatuses } from '../records/money.ts';
import type { ChangeOrder } from '../records/tables.ts';
import { showChangeOrder } from './changeOrderShapes.ts';

/** What commitment change orders and their packages can both be written with. */
export const changeOrderFields: Readonly<Record<string, FieldKind>> = {
  title: 'text',
  description: 'text',
  status: changeOrderStatuses,
  due_date: 'day',
  paid_date: 'day',
  invoiced_date: 'day',
  executed: 'bool',
  signed_change_order_received_date: 'day',
  schedule_impact_amount: 'decimal',
};

/** A change order with the ids of the three records behind it and the next number of its contract. */
export function freshChangeOrder(call: ProjectCall, contractId: unknown): Fields {
  const { memory, project } = call;
  const others = memory.where('changeOrders', 'contract_id', String(contractId));
  return {
    project_id: project.id,
    package_id: memory.nextId(),
    request_id: memory.nextId(),
    pco_id: memory.nextId(),
    number: String(others.length + 1).padStart(3, '0'),
  };
}

const orders: Writable<'changeOrders', ProjectCall> = {
  table: 'changeOrders',
  fields: {
    ...changeOrderFields,
    contract_id: 'id',
    number: 'text',
    revision: 'decimal',
    private: 'bool',
    paid: 'bool',
    field_change: 'bool',
    reference: 'text',
  },
  required: ['contract_id'],
  fresh: (call, { contract_id }) => freshChangeOrder(call, contract_id),
  check: (memory, next, before) => {
    const contract = memory.get('commitments', String(next.contract_id));
    if (contract?.project_id !== next.project_id || contract?.deleted_at !== null)
      return { contract_id: ['is invalid'] };
    const taken = memory
      .where('changeOrders', 'contract_id', contract.id)
      .some((one) => one.id !== before?.id && one.number === next.number && one.deleted_at === null);
    return taken ? { number: ['has already been taken'] } : null;
  },
  show: (memory, order) => showChangeOrder(memory, order),
};

/** Of commitments only, and without the deleted ones: nothing in this list tells that one has gone. */
export function changeOrdersOf(call: ProjectCall): readonly ChangeOrder[] {
  const { memory, project } = call;
  return memory
    .where('changeOrders', 'project_id', project.id)
    .filter((order) => order.deleted_at === null && memory.get('commitments', order.contract_id) !== undefined);
}

const one = (call: ProjectCall) => changeOrdersOf(call).find(({ id }) => id === call.part('id'));

export const threeTierText = 'Commitment change orders are not supported in a project with three change order tiers';

/** With three tiers there are no such change orders; the reference says no more than "not supported". */
export const inTiers = (handle: (call: ProjectCall) => Reply) => (call: ProjectCall) => {
  if (call.project.tiers !== '3') return handle(call);
  if (call.threeTiers === 'empty') return ok(call.url.pathname.startsWith('/rest/v2') ? { data: [] } : []);
  return call.threeTiers === 'forbidden' ? forbidden(threeTierText) : ruleBroken(threeTierText);
};

function list(call: ProjectCall): Reply {
  return listed(call, {
    rows: changeOrdersOf(call),
    show: (order) => showChangeOrder(call.memory, order),
    filters: {
      ...byId<ChangeOrder>(),
      ...updatedAt<ChangeOrder>(),
      contract_id: equals((order) => order.contract_id),
      status: equals((order) => order.status),
      batch_id: equals((order) => order.batch_id),
      legacy_package_id: equals((order) => order.package_id),
      vendor_id: equals((order) => call.memory.get('commitments', order.contract_id)?.vendor_id ?? null),
      executed: equals((order) => String(order.executed)),
    },
    paging: pagings.whole,
    sorts: { id: (order) => order.id.padStart(20, '0'), created_at: (order) => order.created_at },
  });
}

function remove(call: ProjectCall): Reply {
  const order = one(call);
  if (order === undefined) return notFound;
  if (isLocked(order.status)) return ruleBroken('The change order is Approved and cannot be deleted');
  const now = call.memory.stamp(call.now);
  call.memory.put('changeOrders', { ...order, deleted_at: now, updated_at: now });
  return noContent;
}

const path = '/rest/v1.0/projects/:project_id/commitment_change_orders';
const route = (method: string, at: string, handle: (call: ProjectCall) => Reply): Route => ({
  scope: 'project',
  method,
  path: at,
  handle: inTiers(handle),
});

export const changeOrderRoutes: readonly Route[] = [
  route('GET', path, list),
  route('POST', path, (call) => createOne(orders, call, 'change_order')),
  route('GET', `${path}/:id`, (call) => {
    const order = one(call);
    return order === undefined ? notFound : ok(showChangeOrder(call.memory, order));
  }),
  route('PATCH', `${path}/:id`, (call) => changeOne(orders, call, 'change_order', one(call))),
  route('DELETE', `${path}/:id`, remove),
];
