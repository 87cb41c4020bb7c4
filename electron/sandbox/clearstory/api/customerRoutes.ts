import { z } from 'zod';
import type { SandboxCustomer } from '../state.ts';
import { check, checkQuery, conflict, type Handler, notFound, ok, type Route } from './exchange.ts';
import { presentCustomer } from './present.ts';
import { includesText, pageOf, skipTake, sortDirection, sortedBy } from './queryFields.ts';

const listQuery = z.object({
  ...skipTake,
  sortBy: z.enum(['createdAt', 'updatedAt', 'name']).optional(),
  sortDirection,
  searchName: z.string().optional(),
  officeId: z.string().optional(),
  internalId: z.string().optional(),
});
const address = {
  address: z.string().max(255).nullish(),
  city: z.string().max(75).nullish(),
  state: z.string().max(50).nullish(),
  zipCode: z.string().max(25).nullish(),
  country: z.string().max(75).nullish(),
};
const name = z.string().min(1).max(150);
const internalId = z.string().min(1).max(150).nullish();
const createBody = z.object({ ...address, officeIds: z.array(z.number().int()).min(1), name, internalId });
const updateBody = z.object({ ...address, name: name.optional(), internalId });

const listCustomers: Handler = (request, { store }) => {
  const query = checkQuery(listQuery, request);
  if (!query.ok) return query.reply;
  const { officeId, searchName, internalId: wanted, sortBy, sortDirection: direction } = query.value;
  const rows = store
    .state()
    .customers.filter(
      (one) =>
        (officeId === undefined || one.officeIds.map(String).includes(officeId)) &&
        (wanted === undefined || one.internalId === wanted) &&
        includesText(one.name, searchName),
    );
  return ok(
    pageOf(
      sortedBy(rows, (one) => one[sortBy ?? 'name'], direction),
      query.value,
      presentCustomer,
    ),
  );
};

const createCustomer: Handler = (request, { store, clock }) => {
  const body = check(createBody, request.body, 'body');
  if (!body.ok) return body.reply;
  const state = store.state();
  const sent = body.value;
  if (sent.internalId !== undefined && sent.internalId !== null)
    if (state.customers.some((one) => one.internalId === sent.internalId))
      return conflict('A customer with this internal id already exists');
  const customer: SandboxCustomer = {
    id: state.nextId,
    name: sent.name,
    internalId: sent.internalId ?? null,
    officeIds: sent.officeIds,
    address: { street: sent.address ?? '', city: sent.city ?? '', state: sent.state ?? '', zip: sent.zipCode ?? '' },
    createdAt: clock.now(),
    updatedAt: clock.now(),
  };
  store.replace({ ...state, customers: [...state.customers, customer], nextId: state.nextId + 1 });
  return { status: 201, body: presentCustomer(customer) };
};

const oneCustomer: Handler = (request, { store }) => {
  const state = store.state();
  const found = state.customers.find((one) => String(one.id) === request.parts[0]);
  if (found === undefined) return notFound;
  const offices = state.offices.filter((office) => found.officeIds.includes(office.id));
  return ok({ ...presentCustomer(found), offices: offices.map((office) => ({ id: office.id, name: office.name })) });
};

const updateCustomer: Handler = (request, { store, clock }) => {
  const state = store.state();
  const found = state.customers.find((one) => String(one.id) === request.parts[0]);
  if (found === undefined) return notFound;
  const body = check(updateBody, request.body, 'body');
  if (!body.ok) return body.reply;
  const sent = body.value;
  const changed: SandboxCustomer = {
    ...found,
    name: sent.name ?? found.name,
    internalId: sent.internalId === undefined ? found.internalId : sent.internalId,
    address: {
      street: sent.address ?? found.address.street,
      city: sent.city ?? found.address.city,
      state: sent.state ?? found.address.state,
      zip: sent.zipCode ?? found.address.zip,
    },
    updatedAt: clock.now(),
  };
  store.replace({ ...state, customers: state.customers.map((one) => (one.id === changed.id ? changed : one)) });
  return ok(presentCustomer(changed));
};

export const customerRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/customers$/, handle: listCustomers },
  { method: 'POST', path: /^\/customers$/, handle: createCustomer },
  { method: 'GET', path: /^\/customers\/([^/]+)$/, handle: oneCustomer },
  { method: 'PATCH', path: /^\/customers\/([^/]+)$/, handle: updateCustomer },
];
