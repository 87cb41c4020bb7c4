import { badRequest, created, noContent, notFound, ok, type Reply, ruleBroken } from '../api/answers.ts';
import { type ProjectCall, type Route, wrapped } from '../api/call.ts';
import { byId, equals, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { int, money } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import { checkCoding, codedFields, completeCoding, textOf } from '../coding.ts';
import { isLocked, lockText, onlyBookkeeping } from '../contracts.ts';
import type { Memory } from '../memory.ts';
import type { Commitment, ContractLine, Tables } from '../records/tables.ts';
import { type ContractKind, contractIn, contractKinds } from './commitments.ts';
import { showLine } from './contractLineShapes.ts';

type LineCall = ProjectCall & { readonly contract: Commitment };

const lockOf = (contract: Commitment | undefined) =>
  contract !== undefined && isLocked(contract.status) ? `The contract ${lockText}` : null;

const lines: Writable<'contractLines', LineCall> = {
  table: 'contractLines',
  fields: { ...codedFields, origin_id: 'text', origin_data: 'text' },
  required: [],
  fresh: (call) => ({
    contract_id: call.contract.id,
    position: String(call.memory.where('contractLines', 'contract_id', call.contract.id).length + 1),
  }),
  locked: (memory, line, change) =>
    onlyBookkeeping(change) ? null : lockOf(memory.get('commitments', line.contract_id)),
  check: (memory, next, before, call) => {
    const lock = before === null ? lockOf(call.contract) : null;
    return lock === null ? checkCoding(memory, next, call.project.id) : { base: [lock] };
  },
  after: (call, line, sent) => {
    const coded = completeCoding(call, line, sent, call.project.id);
    if (coded !== line) call.memory.put('contractLines', coded as ContractLine); // its ids were replaced, nothing else
  },
  show: (memory, line) => showLine(memory, memory.get('contractLines', line.id) ?? line),
};

const ofContract = (call: LineCall) => call.memory.where('contractLines', 'contract_id', call.contract.id);
const one = (call: LineCall) => ofContract(call).find(({ id }) => id === call.part('line'));

function remove(call: LineCall): Reply {
  const line = one(call);
  if (line === undefined) return notFound;
  const lock = lockOf(call.contract);
  if (lock !== null) return ruleBroken(lock);
  call.memory.remove('contractLines', line.id);
  return noContent;
}

/** A line of zero that a change order hangs on. */
export function zeroLine(
  memory: Memory,
  now: string,
  contractId: string,
  source: Tables['changeOrderLines'],
): ContractLine {
  return memory.put('contractLines', {
    id: memory.nextId(),
    contract_id: contractId,
    position: String(memory.where('contractLines', 'contract_id', contractId).length + 1),
    description: source.description,
    wbs_code_id: source.wbs_code_id,
    cost_code_id: source.cost_code_id,
    line_item_type_id: source.line_item_type_id,
    created_at: now,
    updated_at: now,
  });
}

const showDetail = (memory: Memory, line: Tables['detailLines']) => {
  const billed = memory
    .where('requisitions', 'commitment_id', line.contract_id)
    .flatMap(({ items }) => items.filter((item) => item.detail_line_item_id === line.id));
  return {
    id: int(line.id),
    line_item_id: int(line.line_item_id),
    amount: money(line.amount),
    description: line.description,
    position: int(line.position),
    billed_to_date: money(billed.at(-1)?.work_completed_this_period ?? '0.00'),
    billed_against: billed.length > 0,
  };
};

const ofLine = (call: LineCall) => call.memory.where('detailLines', 'contract_id', call.contract.id);

/** Lines of the subcontractor's own schedule of values. */
function addDetail(call: LineCall): Reply {
  const sent = wrapped(call, 'contract_detail_line_item');
  const parent = ofContract(call).find(({ id }) => id === sent?.line_item_id);
  if (sent === null || parent === undefined)
    return badRequest('contract_detail_line_item with line_item_id is missing');
  const { memory, contract } = call;
  memory.put('commitments', { ...contract, enable_ssov: true });
  const line = memory.put('detailLines', {
    id: memory.nextId(),
    contract_id: contract.id,
    line_item_id: parent.id,
    position: String(ofLine(call).length + 1),
    description: textOf(sent.description) ?? '',
    amount: textOf(sent.amount) ?? '0.00',
  });
  return created(showDetail(memory, line));
}

const within = (kind: ContractKind, handle: (call: LineCall) => Reply) => (call: ProjectCall) => {
  const contract = contractIn(call, kind);
  return contract === undefined ? notFound : handle({ ...call, contract });
};

const find = (call: LineCall) => ({
  byId: (id: string) => ofContract(call).find((line) => line.id === id),
  byOrigin: (origin: string) => ofContract(call).find((line) => line.origin_id === origin),
});

const filters = {
  ...byId<ContractLine>(),
  ...updatedAt<ContractLine>(),
  cost_code_id: equals<ContractLine>((line) => line.cost_code_id),
  line_item_type_id: equals<ContractLine>((line) => line.line_item_type_id),
};

export const contractLineRoutes: readonly Route[] = contractKinds.flatMap((kind): readonly Route[] => {
  const path = `${kind.path}/:id/line_items`;
  const details = `${kind.path}/:id/line_item_contract_details`;
  const route = (method: string, at: string, handle: (call: LineCall) => Reply): Route => ({
    scope: 'project',
    method,
    path: at,
    handle: within(kind, handle),
  });
  return [
    route('GET', path, (call) =>
      listed(call, { rows: ofContract(call), show: (line) => showLine(call.memory, line), filters }),
    ),
    route('POST', path, (call) => createOne(lines, call, 'line_item')),
    route('PATCH', `${path}/sync`, (call) => syncAll(lines, call, find(call))),
    route('GET', `${path}/:line`, (call) => {
      const line = one(call);
      return line === undefined ? notFound : ok(showLine(call.memory, line));
    }),
    route('PATCH', `${path}/:line`, (call) => changeOne(lines, call, 'line_item', one(call))),
    route('DELETE', `${path}/:line`, remove),
    route('GET', details, (call) =>
      listed(call, {
        rows: ofLine(call),
        show: (line) => showDetail(call.memory, line),
        filters: { line_item_id: equals((line) => line.line_item_id) },
      }),
    ),
    route('POST', details, addDetail),
  ];
});
