import { badRequest, type Reply } from '../api/answers.ts';
import { type Call, parameter, type Route, wrapped } from '../api/call.ts';
import { byOrigin } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { int } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import { fullCode } from '../codes.ts';
import type { Memory } from '../memory.ts';
import type { Tables } from '../records/tables.ts';
import { showLineItemType } from './company.ts';

type List = Tables['codeLists'];

const lists: Writable<'codeLists'> = {
  table: 'codeLists',
  fields: { name: 'text', is_erp_list: 'bool' },
  required: ['name'],
  fresh: () => ({}),
  show: (_memory, list) => showList(list),
};
const showList = (list: List) => ({ ...list, id: int(list.id) });

const codes: Writable<'standardCodes'> = {
  table: 'standardCodes',
  fields: { name: 'text', code: 'text', parent_id: 'id', origin_id: 'text', origin_data: 'text' },
  required: ['name', 'code'],
  fresh: (call) => ({ standard_cost_code_list_id: parameter(call, 'standard_cost_code_list_id') }),
  check: (memory, next, before) => {
    const same = memory
      .where('standardCodes', 'standard_cost_code_list_id', String(next.standard_cost_code_list_id))
      .some((code) => code.id !== before?.id && code.code === next.code && code.parent_id === (next.parent_id ?? null));
    return same ? { code: ['has already been taken'] } : null;
  },
  show: (memory, code) => extended(memory, code),
};

function extended(memory: Memory, code: Tables['standardCodes']) {
  return {
    ...code,
    id: int(code.id),
    standard_cost_code_list_id: int(code.standard_cost_code_list_id),
    parent_id: int(code.parent_id),
    full_code: fullCode(code, (id) => memory.get('standardCodes', id)),
  };
}

function listCodes(call: Call) {
  const list = call.memory.get('codeLists', parameter(call, 'standard_cost_code_list_id'));
  if (list === undefined) return badRequest('standard_cost_code_list_id is missing');
  const view = call.query.get('view') ?? 'default';
  return listed(call, {
    rows: call.memory.where('standardCodes', 'standard_cost_code_list_id', list.id),
    show: (code) => {
      if (view === 'extended') return extended(call.memory, code);
      const bare = { id: int(code.id), standard_cost_code_list_id: int(list.id) };
      return view === 'compact' ? { ...bare, origin_id: code.origin_id } : bare;
    },
    filters: byOrigin(),
  });
}

/** The list must be named and there. */
const inList = (handle: (call: Call) => Reply) => (call: Call) => {
  const listId = parameter(call, 'standard_cost_code_list_id') ?? codeListOf(call);
  return call.memory.get('codeLists', listId) === undefined
    ? badRequest('standard_cost_code_list_id is missing')
    : handle(call);
};
const codeListOf = (call: Call) => {
  const inside = wrapped(call, 'standard_cost_code')?.standard_cost_code_list_id;
  return typeof inside === 'string' ? inside : undefined;
};

const types: Writable<'lineItemTypes'> = {
  table: 'lineItemTypes',
  fields: {
    name: 'text',
    csv_import_code: 'text',
    base_type: ['equipment', 'materials', 'labor', 'commitment', 'owner_cost', 'professional_services', 'other'],
    origin_id: 'text',
    origin_data: 'text',
  },
  stored: { csv_import_code: 'code' },
  required: ['name'],
  fresh: () => ({}),
  show: (_memory, type) => showLineItemType(type),
};

const typeById = (call: Call) => call.memory.get('lineItemTypes', call.part('id'));

export const standardCodeRoutes: readonly Route[] = [
  // Deprecated since 31 March 2022, and answering.
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/standard_cost_code_lists',
    handle: (call) => listed(call, { rows: call.memory.all('codeLists'), show: showList, paging: null }),
  },
  {
    scope: 'company',
    method: 'POST',
    path: '/rest/v1.0/standard_cost_code_lists',
    handle: (call) => createOne(lists, call, 'standard_cost_code_list'),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/standard_cost_code_lists/:id',
    handle: (call) => changeOne(lists, call, 'standard_cost_code_list', call.memory.get('codeLists', call.part('id'))),
  },
  { scope: 'company', method: 'GET', path: '/rest/v1.0/standard_cost_codes', handle: listCodes },
  {
    scope: 'company',
    method: 'POST',
    path: '/rest/v1.0/standard_cost_codes',
    handle: inList((call) => createOne(codes, call, 'standard_cost_code')),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/standard_cost_codes/sync',
    handle: inList((call) => {
      const list = parameter(call, 'standard_cost_code_list_id');
      const here = (code: Tables['standardCodes'] | undefined) =>
        code?.standard_cost_code_list_id === list ? code : undefined;
      return syncAll(codes, call, {
        byId: (id) => here(call.memory.get('standardCodes', id)),
        byOrigin: (origin) => call.memory.where('standardCodes', 'origin_id', origin).find((code) => here(code)),
      });
    }),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/standard_cost_codes/:id',
    handle: (call) => changeOne(codes, call, 'standard_cost_code', call.memory.get('standardCodes', call.part('id'))),
  },
  {
    scope: 'company',
    method: 'POST',
    path: '/rest/v1.0/line_item_types',
    handle: (call) => createOne(types, call, 'line_item_type'),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/line_item_types/sync',
    handle: (call) =>
      syncAll(types, call, {
        byId: (id) => call.memory.get('lineItemTypes', id),
        byOrigin: (origin) => call.memory.where('lineItemTypes', 'origin_id', origin)[0],
      }),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/line_item_types/:id',
    handle: (call) => changeOne(types, call, 'line_item_type', typeById(call)),
  },
];
