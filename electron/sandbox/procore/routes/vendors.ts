import { created, noContent, notFound, ok } from '../api/answers.ts';
import type { Call, ProjectCall, Route } from '../api/call.ts';
import { byId, byOrigin, type Filters, updatedAt } from '../api/filters.ts';
import { listed } from '../api/listing.ts';
import { int } from '../api/wire.ts';
import { changeOne, createOne, syncAll, type Writable } from '../api/writing.ts';
import type { Memory } from '../memory.ts';
import type { Vendor } from '../records/tables.ts';

const texts = [
  'name',
  'address',
  'city',
  'state_code',
  'zip',
  'country_code',
  'business_phone',
  'mobile_phone',
  'fax_number',
  'email_address',
  'website',
  'abbreviated_name',
  'trade_name',
  'license_number',
  'labor_union',
  'notes',
  'origin_id',
  'origin_code',
  'origin_data',
] as const;
const bools = ['is_active', 'union_member', 'non_union_prevailing_wage', 'authorized_bidder', 'prequalified'] as const;

export const vendors: Writable<'vendors'> = {
  table: 'vendors',
  fields: {
    ...Object.fromEntries(texts.map((name) => [name, 'text' as const])),
    ...Object.fromEntries(bools.map((name) => [name, 'bool' as const])),
  },
  required: ['name'],
  fresh: () => ({}),
  show: (memory, vendor) => extended(memory, vendor),
};

function normal(vendor: Vendor) {
  const { identifier, ...rest } = vendor;
  return {
    ...rest,
    id: int(vendor.id),
    company: vendor.name,
    is_connected: false,
    contact_count: 0,
    business_id: identifier,
    business_register:
      identifier === null
        ? null
        : { id: int(vendor.id), type: 'EIN', identifier, verified_at: null, verification_status: null },
    vendor_group: null,
    primary_contact: null,
    logo: null,
    attachments: [],
  };
}

function extended(memory: Memory, vendor: Vendor) {
  const projects = memory.all('projects').filter((project) => project.vendor_ids.includes(vendor.id));
  return {
    ...normal(vendor),
    legal_name: vendor.name,
    parent: null,
    children_count: 0,
    project_ids: projects.map(({ id }) => int(id)),
    bidding: {},
    bidding_distribution: [],
    standard_cost_codes: [],
    trades: [],
  };
}

/** Without a view the list is the heavy one. */
function inView(call: Call): (vendor: Vendor) => unknown {
  switch (call.query.get('view')) {
    case 'compact':
    case 'summary':
      return ({ id, name, is_active }) => ({ id: int(id), name, company: name, is_active });
    case 'normal':
    case 'erp':
    case 'directory':
      return normal;
    default:
      return (vendor) => extended(call.memory, vendor);
  }
}

const search = (vendor: Vendor, [text = '']: readonly string[]) =>
  [vendor.name, vendor.origin_code, vendor.identifier].some((value) =>
    value?.toLowerCase().includes(text.toLowerCase()),
  );

const filters: Filters<Vendor> = { ...byId(), ...byOrigin(), ...updatedAt(), search };
const sorts = { name: (vendor: Vendor) => vendor.name.toLowerCase() };

/** Deactivated vendors are not in the list, with or without filters; they have a list of their own. */
const listVendors = (active: boolean) => (call: Call) =>
  listed(call, {
    rows: call.memory.all('vendors').filter(({ is_active }) => is_active === active),
    show: inView(call),
    filters: active ? filters : {},
    sorts,
  });

function show(call: Call) {
  const vendor = call.memory.get('vendors', call.part('id'));
  return vendor === undefined ? notFound : ok(inView(call)(vendor));
}

function addTo(call: ProjectCall, id: string) {
  const { memory, project } = call;
  if (!project.vendor_ids.includes(id)) memory.put('projects', { ...project, vendor_ids: [...project.vendor_ids, id] });
}

const projectVendors: Writable<'vendors', ProjectCall> = {
  ...vendors,
  after: (call, vendor) => addTo(call, vendor.id),
};

/** No `updated_at` here: the list of a project has hardly any filters. */
function listOfProject(call: ProjectCall) {
  const { memory, project } = call;
  const view = call.query.get('view');
  return listed(call, {
    rows: project.vendor_ids.flatMap((id) => memory.get('vendors', id) ?? []).filter(({ is_active }) => is_active),
    show: (vendor: Vendor) =>
      view === 'ids_only' ? int(vendor.id) : view === 'extended' ? extended(memory, vendor) : normal(vendor),
    filters: { ...byId<Vendor>(), search },
  });
}

function add(call: ProjectCall) {
  const vendor = call.memory.get('vendors', call.part('id'));
  if (vendor === undefined) return notFound;
  addTo(call, vendor.id);
  return created(normal(vendor));
}

function remove(call: ProjectCall) {
  const { memory, project } = call;
  memory.put('projects', { ...project, vendor_ids: project.vendor_ids.filter((id) => id !== call.part('id')) });
  return noContent;
}

const find = (call: Call) => ({
  byId: (id: string) => call.memory.get('vendors', id),
  byOrigin: (origin: string) => call.memory.where('vendors', 'origin_id', origin)[0],
});

const inactive = '/rest/v1.0/companies/:company_id/vendors/inactive';
const ofProject = '/rest/v1.1/projects/:project_id/vendors';

export const vendorRoutes: readonly Route[] = [
  { scope: 'company', method: 'GET', path: '/rest/v1.0/vendors', handle: listVendors(true) },
  {
    scope: 'company',
    method: 'POST',
    path: '/rest/v1.0/vendors',
    handle: (call) => createOne(vendors, call, 'vendor'),
  },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/vendors/sync',
    handle: (call) => syncAll(vendors, call, find(call)),
  },
  { scope: 'company', method: 'GET', path: '/rest/v1.0/vendors/:id', handle: show },
  {
    scope: 'company',
    method: 'PATCH',
    path: '/rest/v1.0/vendors/:id',
    handle: (call) => changeOne(vendors, call, 'vendor', find(call).byId(call.part('id'))),
  },
  { scope: 'company', method: 'GET', path: inactive, handle: listVendors(false) },
  {
    scope: 'company',
    method: 'PATCH',
    path: `${inactive}/:id`,
    handle: (call) => {
      const vendor = call.memory.get('vendors', call.part('id'));
      if (vendor === undefined || vendor.is_active) return notFound;
      const now = call.memory.stamp(call.now);
      return ok(normal(call.memory.put('vendors', { ...vendor, is_active: true, updated_at: now })));
    },
  },
  { scope: 'project', method: 'GET', path: ofProject, handle: listOfProject },
  { scope: 'project', method: 'POST', path: ofProject, handle: (call) => createOne(projectVendors, call, 'vendor') },
  { scope: 'project', method: 'POST', path: `${ofProject}/:id/actions/add`, handle: add },
  { scope: 'project', method: 'DELETE', path: `${ofProject}/:id/actions/remove`, handle: remove },
];
