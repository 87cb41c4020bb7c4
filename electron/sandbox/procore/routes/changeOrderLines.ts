import { noContent, ok, type Reply, reasonedError } from '../api/answers.ts';
import type { ProjectCall, Route } from '../api/call.ts';
import { listed, pagings } from '../api/listing.ts';
import { save, type Writable } from '../api/writing.ts';
import { checkCoding, codedFields, completeCoding } from '../coding.ts';
import { isLocked } from '../contracts.ts';
import type { ChangeOrder, ChangeOrderLine } from '../records/tables.ts';
import { showLine } from './changeOrderShapes.ts';
import { changeOrdersOf, inTiers } from './changeOrders.ts';
import { zeroLine } from './contractLines.ts';

type OrderCall = ProjectCall & { readonly order: ChangeOrder };

const { cost_code_id, line_item_type_id, extended_type, ...fields } = codedFields;

const lines: Writable<'changeOrderLines', OrderCall> = {
  table: 'changeOrderLines',
  fields: { ...fields, commitment_line_item_id: 'text' },
  required: ['wbs_code_id'],
  fresh: (call) => ({
    change_order_id: call.order.id,
    position: String(call.memory.where('changeOrderLines', 'change_order_id', call.order.id).length + 1),
    commitment_line_item_id: null,
  }),
  check: (memory, next, _before, call) => {
    const target = next.commitment_line_item_id;
    const known =
      typeof target !== 'string' ||
      target === 'new' ||
      memory.get('contractLines', target)?.contract_id === call.order.contract_id;
    return known ? checkCoding(memory, next, call.project.id) : { commitment_line_item_id: ['is not in the contract'] };
  },
  show: (memory, line) => showLine(memory, line),
};

/** `new` makes a line of zero in the contract for the change to hang on. */
function write(call: OrderCall, before: ChangeOrderLine | null): Reply {
  const { memory, order } = call;
  if (isLocked(order.status)) return reasonedError(422, 'The change order is Approved: its lines cannot be changed');
  const fresh = call.body.commitment_line_item_id === 'new';
  const sent = fresh ? { ...call.body, commitment_line_item_id: null } : call.body;
  const outcome = save(lines, call, sent, before);
  if (!outcome.ok) {
    const details = Object.entries(outcome.errors).map(([source, texts]) => ({ source, message: texts.join(', ') }));
    return reasonedError(422, 'The line is invalid', details);
  }
  const coded = completeCoding(call, outcome.record, sent, call.project.id);
  const line = memory.put('changeOrderLines', { ...outcome.record, ...coded });
  if (!fresh) return ok({ data: showLine(memory, line) });
  const target = zeroLine(memory, line.updated_at, order.contract_id, line);
  return ok({
    data: showLine(memory, memory.put('changeOrderLines', { ...line, commitment_line_item_id: target.id })),
  });
}

const ofOrder = (call: OrderCall) => call.memory.where('changeOrderLines', 'change_order_id', call.order.id);
const one = (call: OrderCall) => ofOrder(call).find(({ id }) => id === call.part('line'));
const missing = reasonedError(404, 'Not Found');

const path = '/rest/v2.0/companies/:company_id/projects/:project_id/commitment_change_orders/:id/line_items';
const route = (method: string, at: string, handle: (call: OrderCall) => Reply): Route => ({
  scope: 'project',
  method,
  path: at,
  handle: inTiers((call) => {
    const order = changeOrdersOf(call).find(({ id }) => id === call.part('id'));
    return order === undefined ? missing : handle({ ...call, order });
  }),
});

/** v2 answers 200 where v1 answers 201. */
export const changeOrderLineRoutes: readonly Route[] = [
  route('GET', path, (call) =>
    listed(call, {
      rows: ofOrder(call),
      show: (line) => showLine(call.memory, line),
      paging: pagings.v2,
      envelope: 'data',
    }),
  ),
  route('POST', path, (call) => write(call, null)),
  route('GET', `${path}/:line`, (call) => {
    const line = one(call);
    return line === undefined ? missing : ok({ data: showLine(call.memory, line) });
  }),
  route('PATCH', `${path}/:line`, (call) => {
    const line = one(call);
    return line === undefined ? missing : write(call, line);
  }),
  route('DELETE', `${path}/:line`, (call) => {
    const line = one(call);
    if (line === undefined) return missing;
    if (isLocked(call.order.status))
      return reasonedError(422, 'The change order is Approved: its lines cannot be changed');
    call.memory.remove('changeOrderLines', line.id);
    return noContent;
  }),
];
