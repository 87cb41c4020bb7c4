import { ok } from '../api/answers.ts';
import type { Call, Route } from '../api/call.ts';
import { byOrigin } from '../api/filters.ts';
import { listed, pagings } from '../api/listing.ts';
import { int, num } from '../api/wire.ts';
import { syncAll, type Writable } from '../api/writing.ts';
import { changeOrderStatuses } from '../records/money.ts';
import type { Tables } from '../records/tables.ts';

/** The service account of the practice company. */
export const me = { id: '481516', login: 'dmsa-plumbline@cascaderidge.example', name: 'Plumbline (service account)' };

const companies = (call: Call) => {
  const company = call.memory.company();
  return listed(call, {
    rows: [company],
    show: ({ id, name }) => ({
      id: int(id),
      name,
      is_active: true,
      logo_url: null,
      pcn_business_experience: false,
      my_company: true,
    }),
  });
};

const showTaxCode = (code: Tables['taxCodes']) => ({ ...code, id: int(code.id), rate1: num(code.rate1) });

const taxCodes: Writable<'taxCodes'> = {
  table: 'taxCodes',
  fields: {
    code: 'text',
    description: 'text',
    rate1: 'decimal',
    archived: 'bool',
    origin_id: 'text',
    origin_data: 'text',
  },
  required: ['code'],
  fresh: () => ({}),
  show: (_memory, code) => showTaxCode(code),
};

const title = (word: string) => word.replaceAll('_', ' ').replace(/^./, (letter) => letter.toUpperCase());

export const companyRoutes: readonly Route[] = [
  {
    scope: 'none',
    method: 'GET',
    path: '/rest/v1.0/me',
    handle: () => ok({ id: int(me.id), login: me.login, name: me.name }),
  },
  { scope: 'none', method: 'GET', path: '/rest/v1.0/companies', handle: companies },
  {
    scope: 'header',
    method: 'GET',
    path: '/rest/v1.0/company_base_url',
    handle: (call) => ok({ zone: 'us01', web_base_url: call.base }),
  },
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/tax_codes',
    handle: (call) => listed(call, { rows: call.memory.all('taxCodes'), show: showTaxCode, paging: pagings.taxCodes }),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/tax_codes/sync',
    handle: (call) =>
      syncAll(taxCodes, call, {
        byId: (id) => call.memory.get('taxCodes', id),
        byOrigin: (origin) => call.memory.where('taxCodes', 'origin_id', origin)[0],
      }),
  },
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/companies/:company_id/uoms',
    handle: (call) =>
      listed(call, {
        rows: call.memory.all('uoms'),
        show: ({ id, name, is_standard, description, category }) => ({
          id: int(id),
          name,
          is_standard,
          description,
          uom_category: { id: 1, name: category },
        }),
        paging: pagings.whole,
      }),
  },
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/change_order/statuses',
    handle: (call) =>
      listed(call, {
        rows: changeOrderStatuses.map((status, index) => ({ status, id: String(index + 1) })),
        // The company has renamed one: what counts is the status that it is mapped to.
        show: ({ status, id }) => ({
          id: int(id),
          name: status === 'approved' ? 'Executed' : title(status),
          mapped_to_status: status,
          show_in_select: status !== 'pending_billable',
        }),
        paging: pagings.whole,
      }),
  },
  {
    scope: 'company',
    method: 'GET',
    path: '/rest/v1.0/line_item_types',
    handle: (call) =>
      listed(call, {
        rows: call.memory.all('lineItemTypes'),
        show: (type) => showLineItemType(type),
        filters: byOrigin(),
      }),
  },
];

export function showLineItemType(type: Tables['lineItemTypes']) {
  return { ...type, id: int(type.id) };
}
