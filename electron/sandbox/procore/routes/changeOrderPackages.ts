import { badRequest, notFound, ok, type Reply } from '../api/answers.ts';
import { type ProjectCall, parameter, type Route } from '../api/call.ts';
import { equals, type Filters, living, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { changeOne, createOne, type Writable } from '../api/writing.ts';
import { changeOrderStatuses } from '../records/money.ts';
import type { ChangeOrder } from '../records/tables.ts';
import { showPackage, showPotential, showPotentialLine, showRequest } from './changeOrderShapes.ts';
import { changeOrderFields, freshChangeOrder } from './changeOrders.ts';

/** Packages exist in every tier setting; the origin ids of change orders live here. */
const packages: Writable<'changeOrders', ProjectCall> = {
  table: 'changeOrders',
  fields: {
    ...changeOrderFields,
    status: changeOrderStatuses.filter((status) => status !== 'pending_billable'),
    number: 'text',
    origin_id: 'text',
    origin_code: 'text',
    origin_data: 'text',
  },
  required: [],
  fresh: (call) => {
    const contract = parameter(call, 'contract_id');
    return { ...freshChangeOrder(call, contract), contract_id: contract };
  },
  check: (memory, next) => {
    const contract =
      memory.get('commitments', String(next.contract_id)) ?? memory.get('primeContracts', String(next.contract_id));
    return contract?.project_id === next.project_id ? null : { contract_id: ['is invalid'] };
  },
  show: (memory, order) => showPackage(memory, order, true),
};

function rows(call: ProjectCall): readonly ChangeOrder[] {
  const contract = call.query.get('contract_id');
  return call.memory
    .where('changeOrders', 'project_id', call.project.id)
    .filter((order) => contract === null || order.contract_id === contract);
}

const one = (call: ProjectCall, field: 'package_id' | 'pco_id' | 'request_id') =>
  rows(call).find((order) => order[field] === call.part('id') && order.deleted_at === null);

const byIdIn = (field: 'package_id' | 'pco_id' | 'request_id'): Filters<ChangeOrder> => ({
  ...updatedAt<ChangeOrder>(),
  id: equals((order) => order[field]),
});

function shown(
  call: ProjectCall,
  field: 'package_id' | 'pco_id' | 'request_id',
  show: (order: ChangeOrder) => unknown,
): Reply {
  const order = one(call, field);
  return order === undefined ? notFound : ok(show(order));
}

const needsContract = (handle: (call: ProjectCall) => Reply) => (call: ProjectCall) => {
  const contract = parameter(call, 'contract_id');
  if (contract === undefined) return badRequest('contract_id is missing');
  const known = call.memory.get('commitments', contract) ?? call.memory.get('primeContracts', contract);
  return known?.project_id === call.project.id ? handle(call) : notFound;
};

/** Requests are records of their own only where there are three tiers. */
const requests = (call: ProjectCall) =>
  call.project.tiers === '3' ? rows(call).filter((order) => order.deleted_at === null) : [];

const route = (method: string, path: string, handle: (call: ProjectCall) => Reply): Route => ({
  scope: 'project',
  method,
  path,
  handle,
});

export const changeOrderPackageRoutes: readonly Route[] = [
  route('GET', '/rest/v1.0/change_order_packages', (call) =>
    listed(call, {
      rows: living(call.query, rows(call)),
      show: (order) => showPackage(call.memory, order, false),
      filters: byIdIn('package_id'),
    }),
  ),
  route(
    'POST',
    '/rest/v1.0/change_order_packages',
    needsContract((call) => createOne(packages, call, 'change_order')),
  ),
  route('GET', '/rest/v1.0/change_order_packages/:id', (call) =>
    shown(call, 'package_id', (order) => showPackage(call.memory, order, true)),
  ),
  route('PATCH', '/rest/v1.0/change_order_packages/:id', (call) =>
    changeOne(packages, call, 'change_order', one(call, 'package_id')),
  ),
  route('GET', '/rest/v1.0/potential_change_orders', (call) =>
    listed(call, {
      rows: living(call.query, rows(call)),
      show: (order) => showPotential(call.memory, order, false),
      filters: { ...byIdIn('pco_id'), contract_id: equals((order) => order.contract_id) },
    }),
  ),
  route('GET', '/rest/v1.0/potential_change_orders/:id', (call) =>
    shown(call, 'pco_id', (order) => showPotential(call.memory, order, true)),
  ),
  route('GET', '/rest/v1.0/potential_change_orders/:id/line_items', (call) => {
    const order = one(call, 'pco_id');
    if (order === undefined) return notFound;
    const lines = call.memory.where('changeOrderLines', 'change_order_id', order.id);
    return listed(call, { rows: lines, show: (line) => showPotentialLine(call.memory, order, line) });
  }),
  route(
    'GET',
    '/rest/v1.0/change_order_requests',
    needsContract((call) =>
      listed(call, {
        rows: requests(call),
        show: (order) => showRequest(call.memory, order),
        filters: {
          ...byIdIn('request_id'),
          change_order_package_id: equals((order) => order.package_id),
          status: equals((order) => order.status),
        },
      }),
    ),
  ),
];
