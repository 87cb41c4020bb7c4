import { badRequest, created, fieldErrors, noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type ProjectCall, parameter, type Route, wrapped, wrappedList } from '../api/call.ts';
import { byId, byOrigin, equals, type Filters, updatedAt } from '../api/filters.ts';
import { listed, pagings } from '../api/listing.ts';
import { save, type Writable } from '../api/writing.ts';
import { closedText, freshItems } from '../invoices.ts';
import type { Memory } from '../memory.ts';
import { invoiceStatuses } from '../records/money.ts';
import type { Requisition } from '../records/tables.ts';
import { changeItems } from './requisitionItems.ts';
import { invoiceLock, invoiceOf, isClosed, ofProject } from './requisitionLock.ts';
import { showInvoice } from './requisitionShapes.ts';

const invoices: Writable<'requisitions', ProjectCall> = {
  table: 'requisitions',
  fields: {
    period_id: 'id',
    requisition_start: 'day',
    requisition_end: 'day',
    billing_date: 'day',
    invoice_number: 'text',
    status: invoiceStatuses,
    final: 'bool',
    payment_date: 'day',
    submitted_at: 'day',
    origin_id: 'text',
    origin_data: 'text',
  },
  required: [],
  fresh: (call) => {
    const commitment = parameter(call, 'commitment_id');
    const before = call.memory.where('requisitions', 'commitment_id', commitment ?? null);
    return {
      project_id: call.project.id,
      commitment_id: commitment,
      number: String(before.length + 1),
      previous_requisition_id: before.at(-1)?.id ?? null,
      items: freshItems(call.memory, String(commitment), before.at(-1)),
    };
  },
  locked: invoiceLock,
  check: (memory, next, before) => {
    if (before === null && isClosed(memory, String(next.period_id))) return { base: [closedText] };
    const contract = memory.get('commitments', String(next.commitment_id));
    return contract?.project_id === next.project_id ? null : { commitment_id: ['is invalid'] };
  },
  show: (memory, invoice) => showInvoice(memory, invoice, true, 'summary'),
};

const isLast = (memory: Memory, invoice: Requisition) =>
  memory.where('requisitions', 'commitment_id', invoice.commitment_id).at(-1)?.id === invoice.id;

const filtersOf = (memory: Memory): Filters<Requisition> => ({
  ...byId<Requisition>(),
  ...byOrigin<Requisition>(),
  ...updatedAt<Requisition>(),
  commitment_id: equals((invoice) => invoice.commitment_id),
  period_id: equals((invoice) => invoice.period_id),
  status: equals((invoice) => invoice.status),
  is_last: (invoice, [wanted]) => String(isLast(memory, invoice)) === wanted,
});

const list = (certificate: 'summary' | 'g702') => (call: ProjectCall) =>
  listed(call, {
    rows: ofProject(call),
    show: (invoice) => showInvoice(call.memory, invoice, call.query.get('view') === 'items', certificate),
    filters: filtersOf(call.memory),
    paging: pagings.invoices,
  });

function show(call: ProjectCall): Reply {
  const invoice = invoiceOf(call);
  if (invoice === undefined) return notFound;
  return ok(showInvoice(call.memory, invoice, call.query.get('view') === 'items', 'summary'));
}

function create(call: ProjectCall): Reply {
  const sent = wrapped(call, 'requisition');
  if (sent === null || parameter(call, 'commitment_id') === undefined)
    return badRequest('commitment_id and requisition are needed');
  const outcome = save(invoices, call, sent, null);
  if (!outcome.ok) return fieldErrors(outcome.errors);
  const items = wrappedList(sent, 'items');
  if (items === null) return created(invoices.show(call.memory, outcome.record));
  const changed = changeItems(call, outcome.record, items);
  if (typeof changed !== 'string') return created(invoices.show(call.memory, changed));
  call.memory.remove('requisitions', outcome.record.id);
  return fieldErrors({ items: [changed] });
}

function change(call: ProjectCall): Reply {
  const sent = wrapped(call, 'requisition');
  if (sent === null) return badRequest('requisition is missing');
  const before = invoiceOf(call);
  if (before === undefined) return notFound;
  const items = wrappedList(sent, 'items');
  const lock = items === null || items.length === 0 ? null : invoiceLock(call.memory, before, { items }, call);
  if (lock !== null) return ruleBroken(lock);
  const outcome = save(invoices, call, sent, before);
  if (!outcome.ok) return outcome.rule === undefined ? fieldErrors(outcome.errors) : ruleBroken(outcome.rule);
  if (items === null) return ok(invoices.show(call.memory, outcome.record));
  const changed = changeItems(call, outcome.record, items);
  return typeof changed === 'string' ? fieldErrors({ items: [changed] }) : ok(invoices.show(call.memory, changed));
}

/** Only the latest invoice of a commitment, and only while nobody else holds it. No trace is left. */
function remove(call: ProjectCall): Reply {
  const invoice = invoiceOf(call);
  if (invoice === undefined) return notFound;
  const lock = invoiceLock(call.memory, invoice, { deleted: true }, call);
  if (lock !== null) return ruleBroken(lock);
  if (!isLast(call.memory, invoice)) return ruleBroken('Only the most recent invoice of a commitment can be deleted');
  call.memory.remove('requisitions', invoice.id);
  return noContent;
}

const path = '/rest/v1.1/requisitions';

export const requisitionRoutes: readonly Route[] = [
  { scope: 'project', method: 'GET', path, handle: list('summary') },
  // The older version is still supported.
  { scope: 'project', method: 'GET', path: '/rest/v1.0/requisitions', handle: list('g702') },
  { scope: 'project', method: 'POST', path, handle: create },
  { scope: 'project', method: 'GET', path: `${path}/:id`, handle: show },
  { scope: 'project', method: 'PATCH', path: `${path}/:id`, handle: change },
  { scope: 'project', method: 'DELETE', path: `${path}/:id`, handle: remove },
];
