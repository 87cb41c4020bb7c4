import { z } from 'zod';
import { jsonNumber } from '../../wireJson.ts';
import { checkQuery, type Handler, notFound, ok, type Route } from './exchange.ts';
import { offsetLimit, pageOf, skipTake, sortDirection, sortedBy } from './queryFields.ts';

const usersQuery = z.object({
  ...offsetLimit,
  sortBy: z.enum(['createdAt', 'updatedAt', 'email', 'firstName', 'lastName']).optional(),
  sortDirection,
});
const officesQuery = z.object({
  ...offsetLimit,
  sortBy: z.enum(['createdAt', 'updatedAt', 'name']).optional(),
  sortDirection,
});
const labelsQuery = z.object({ ...officesQuery.shape, ...skipTake });
const ratesQuery = z.object({ ...skipTake, rateGroupId: z.string().optional(), internalIds: z.string().optional() });

const current: Handler = (_request, { store }) => {
  const { company } = store.state();
  return ok({ id: company.id, name: company.name });
};

const roleNames = new Map([
  [2, 'Account Owner'],
  [3, 'Admin'],
  [4, 'Project Manager'],
  [5, 'Field User'],
]);

const users: Handler = (request, { store }) => {
  const query = checkQuery(usersQuery, request);
  if (!query.ok) return query.reply;
  const { users: all, offices, company } = store.state();
  const { sortBy } = query.value;
  const named = sortBy === 'email' || sortBy === 'firstName' || sortBy === 'lastName' ? sortBy : null;
  const sorted = sortedBy(all, (user) => (named === null ? user.id : user[named]), query.value.sortDirection);
  return ok(
    pageOf(sorted, query.value, ({ officeIds, ...user }) => ({
      ...user,
      roleName: roleNames.get(user.roleId) ?? null,
      companyId: company.id,
      offices: offices.filter((office) => officeIds.includes(office.id)).map(({ id, name }) => ({ id, name })),
    })),
  );
};

const offices: Handler = (request, { store }) => {
  const query = checkQuery(officesQuery, request);
  if (!query.ok) return query.reply;
  const byName = query.value.sortBy === 'name';
  const sorted = sortedBy(store.state().offices, (one) => (byName ? one.name : one.id), query.value.sortDirection);
  return ok(
    pageOf(sorted, query.value, ({ address, ...office }) => ({
      ...office,
      businessName: store.state().company.name,
      address: address.street,
      city: address.city,
      state: address.state,
      country: 'US',
      zipCode: address.zip,
      phone: null,
      fax: null,
      lat: null,
      lng: null,
      regionId: null,
    })),
  );
};

const divisions: Handler = (request, { store }) => {
  const query = checkQuery(z.object(offsetLimit), request);
  return query.ok ? ok(pageOf(store.state().divisions, query.value, (division) => division)) : query.reply;
};

const labels: Handler = (request, { store }) => {
  const query = checkQuery(labelsQuery, request);
  if (!query.ok) return query.reply;
  const byName = query.value.sortBy === 'name';
  const sorted = sortedBy(store.state().labels, (one) => (byName ? one.name : one.id), query.value.sortDirection);
  return ok(pageOf(sorted, query.value, (label) => label));
};

const label: Handler = (request, { store }) => {
  const found = store.state().labels.find((one) => String(one.id) === request.parts[0]);
  return found === undefined ? notFound : ok(found);
};

/** Company rates by type; a project's own are the same here, all inherited from the company's. */
function rates(typeAt: number): Handler {
  return (request, { store }) => {
    const query = checkQuery(ratesQuery, request);
    if (!query.ok) return query.reply;
    const type = request.parts[typeAt];
    const wanted = query.value.internalIds?.split(',');
    const rows = store
      .state()
      .rates.filter((one) => one.type === type && (wanted === undefined || wanted.includes(one.internalId ?? '')));
    return ok(
      pageOf(rows, query.value, ({ name, rate, unit, type: kind, ...one }) => ({
        ...one,
        rateGroup: null,
        standardItem: true,
        ...(kind === 'labor'
          ? { laborClass: name, straightTimeRate: jsonNumber(rate) }
          : { [kind]: name, unit, rate: jsonNumber(rate) }),
        ...(typeAt === 1 ? { projectRateId: one.id, companyRateId: one.id, inheritCompanyRateChanges: true } : {}),
      })),
    );
  };
}

export const companyRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/companies\/current$/, handle: current },
  { method: 'GET', path: /^\/companies\/current\/users$/, handle: users },
  { method: 'GET', path: /^\/companies\/current\/offices$/, handle: offices },
  { method: 'GET', path: /^\/companies\/current\/divisions$/, handle: divisions },
  { method: 'GET', path: /^\/labels$/, handle: labels },
  { method: 'GET', path: /^\/labels\/([^/]+)$/, handle: label },
  { method: 'GET', path: /^\/rates\/(labor|material|equipment|other)$/, handle: rates(0) },
  { method: 'GET', path: /^\/rates\/project\/([^/]+)\/(labor|material|equipment|other)$/, handle: rates(1) },
];
