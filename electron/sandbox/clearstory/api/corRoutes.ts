import { z } from 'zod';
import type { SandboxCor, SandboxState } from '../state.ts';
import { corFilterFields, filterCors, sentOnlyMisused, within } from './corFilters.ts';
import { contractSummary, overview } from './corTotals.ts';
import { check, checkQuery, type Handler, invalid, notFound, ok, type Route } from './exchange.ts';
import { daysInReview, presentCor } from './present.ts';
import { offsetLimit, pageOf, skipTake, sortDirection, sortedBy } from './queryFields.ts';

const listQuery = z.object({
  ...corFilterFields,
  ...offsetLimit,
  ...skipTake,
  sortBy: z
    .enum([
      'createdAt',
      'updatedAt',
      'title',
      'dateSubmitted',
      'coIssueDate',
      'approvedToProceedDate',
      'voidDate',
      'daysInReview',
    ])
    .optional(),
  sortDirection,
});

const listCors: Handler = (request, { store, clock }) => {
  const query = checkQuery(listQuery, request);
  if (!query.ok) return query.reply;
  const { offset, limit, skip, take, sortBy, sortDirection: direction, ...filter } = query.value;
  const { fromUpdatedAt, untilUpdatedAt, ...lasting } = filter;
  const misused = sentOnlyMisused(filter);
  if (misused !== null) return invalid('query', [{ param: misused, msg: 'Only for inbox sent' }]);
  const now = clock.now();
  const sortValue = (cor: SandboxCor) =>
    sortBy === 'daysInReview' ? daysInReview(cor, now) : cor[sortBy ?? 'createdAt'];
  // A reader goes on by fromUpdatedAt: what its pages have in common is filtered and sorted once.
  const sorted = store.cached(JSON.stringify([lasting, sortBy, direction]), () =>
    sortedBy(filterCors(store.state(), lasting), sortValue, direction),
  );
  const oldestFirst = sortBy === 'updatedAt' && direction !== 'desc';
  const rest = oldestFirst && fromUpdatedAt !== undefined ? sorted.slice(firstSince(sorted, fromUpdatedAt)) : sorted;
  const bounded = oldestFirst ? untilUpdatedAt !== undefined : (fromUpdatedAt ?? untilUpdatedAt) !== undefined;
  const rows = bounded ? rest.filter((cor) => within(cor.updatedAt, fromUpdatedAt, untilUpdatedAt)) : rest;
  const wish = { offset: offset ?? skip, limit: limit ?? take };
  return ok(pageOf(rows, wish, (cor) => presentCor(store.state(), cor, now, false)));
};

/** Where, in rows sorted oldest change first, those changed since an instant begin: found by halving. */
function firstSince(rows: readonly SandboxCor[], instant: string): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.updatedAt ?? '') < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

const oneCor: Handler = (request, { store, clock }) => {
  const found = store.cor(request.parts[0] ?? '');
  if (found === undefined) return notFound;
  const detailed = request.query.get('withIntegrationMetadata') === 'true';
  return ok(presentCor(store.state(), found, clock.now(), detailed));
};

const labelsBody = z.object({
  labelIds: z.array(z.number().int()).default([]),
  labels: z.array(z.string().min(1)).default([]),
});

/** Unknown names become new labels, which the API cannot delete again. */
function withLabels(state: SandboxState, names: readonly string[], now: string): SandboxState {
  let next = state;
  for (const name of new Set(names)) {
    if (next.labels.some((label) => label.name === name)) continue;
    const label = { id: next.nextId, name, companyStandard: false, active: true, createdAt: now };
    next = { ...next, labels: [...next.labels, label], nextId: next.nextId + 1 };
  }
  return next;
}

function changeLabels(adding: boolean): Handler {
  return (request, { store, clock }) => {
    const body = check(labelsBody, request.body, 'body');
    if (!body.ok) return body.reply;
    const found = store.cor(request.parts[0] ?? '');
    if (found === undefined) return notFound;
    const state = adding ? withLabels(store.state(), body.value.labels, clock.now()) : store.state();
    const named = state.labels.filter((label) => body.value.labels.includes(label.name)).map((label) => label.id);
    const ids = new Set([...named, ...body.value.labelIds]);
    const labelIds = adding
      ? [...new Set([...found.labelIds, ...ids])]
      : found.labelIds.filter((labelId) => !ids.has(labelId));
    const changed = { ...found, labelIds, updatedAt: store.stamp(clock.now()) };
    if (state !== store.state()) store.replace(state);
    store.putCor(changed);
    return ok(presentCor(store.state(), changed, clock.now(), false));
  };
}

const totalsQuery = z.object({
  inbox: corFilterFields.inbox,
  projectIds: corFilterFields.projectIds,
  officeIds: corFilterFields.officeIds,
  customerIds: corFilterFields.customerIds,
  contractIds: corFilterFields.contractIds,
  statuses: corFilterFields.statuses,
  stages: corFilterFields.stages,
  customerReferenceNumbers: corFilterFields.customerReferenceNumbers,
  labelIds: corFilterFields.labelIds,
});

const totals: Handler = (request, { store, clock }) => {
  const query = checkQuery(totalsQuery, request);
  if (!query.ok) return query.reply;
  return ok(overview(store.state(), filterCors(store.state(), query.value), clock.now()));
};

const summary: Handler = (request, { store }) => {
  const fields = { inbox: true, projectIds: true, contractIds: true, officeIds: true } as const;
  const query = checkQuery(totalsQuery.pick(fields), request);
  if (!query.ok) return query.reply;
  const state = store.state();
  return ok(contractSummary(state, filterCors(state, query.value)));
};

export const corRoutes: readonly Route[] = [
  { method: 'GET', path: /^\/cors$/, handle: listCors },
  { method: 'GET', path: /^\/cors\/overview$/, handle: totals },
  { method: 'GET', path: /^\/cors\/contract-summary$/, handle: summary },
  { method: 'GET', path: /^\/cors\/([^/]+)$/, handle: oneCor },
  { method: 'PATCH', path: /^\/cors\/([^/]+)\/labels$/, handle: changeLabels(true) },
  { method: 'DELETE', path: /^\/cors\/([^/]+)\/labels$/, handle: changeLabels(false) },
];
