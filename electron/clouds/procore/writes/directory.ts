import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { ProcoreProject, ProcoreVendor } from '#shared/domain/procore/records.ts';
import { collapseSpaces } from '#shared/domain/text.ts';
import { readList } from '../paging.ts';
import { allRecords, type Reader, recordOf } from '../reading.ts';
import { syncRecords, wireId } from '../sync.ts';
import { projectFromWire } from '../wire/project.ts';
import { vendorFromWire } from '../wire/vendor.ts';
import { projectNames, vendorNames, wireFields } from './fields.ts';
import { notKept, setOrigin, type WantedOrigin } from './settingOrigins.ts';

type CallOf<Op extends ProcoreCall['op']> = Extract<ProcoreCall, { op: Op }>;

/** A second try finds the first one's project by its origin id. Gives the id. */
export async function upsertProject(reader: Reader, call: CallOf<'project.upsert'>): Promise<Result<string>> {
  const what = `the project “${call.fields.name ?? call.originCode}”`;
  const found = await projectByOrigin(reader, call.originId);
  if (!found.ok) return found;
  const fields = wireFields(call.fields, projectNames);
  const id = found.value?.id ?? null;
  const written = id === null ? await createProject(reader, call, fields, what) : succeed(id);
  if (!written.ok) return written;
  // What creating does not take: the code that people see.
  const rest = id === null ? { origin_code: call.originCode } : { ...fields, origin_code: call.originCode };
  const changed = await reader.transport.send(
    'PATCH',
    projectPath(written.value),
    {},
    { company_id: wireId(reader.companyId()), project: rest },
    what,
  );
  if (!changed.ok) return changed;
  const after = await readOneProject(reader, written.value);
  if (!after.ok) return after;
  const { name, number, origin } = after.value;
  if (origin.id !== call.originId) return fail(notKept(what, 'origin id', call.originId, origin.id ?? 'none'));
  return keptText(what, { name, number }, call.fields) ?? succeed(written.value);
}

async function createProject(
  reader: Reader,
  call: CallOf<'project.upsert'>,
  fields: Readonly<Record<string, unknown>>,
  what: string,
): Promise<Result<string>> {
  const template = call.template === null ? {} : { project_template_id: wireId(call.template) };
  return syncOne(reader, '/rest/v1.0/projects/sync', call.originId, { ...fields, ...template }, what);
}

async function projectByOrigin(reader: Reader, originId: string): Promise<Result<ProcoreProject | null>> {
  const subject = 'the projects';
  const rows = await readList(reader.transport, {
    path: '/rest/v1.1/projects',
    query: { company_id: reader.companyId(), 'filters[by_status]': 'All', 'filters[origin_id]': originId },
    subject,
    perPage: 100,
  });
  if (!rows.ok) return rows;
  const projects = allRecords(rows.value, subject, projectFromWire);
  return projects.ok ? succeed(projects.value.find(({ origin }) => origin.id === originId) ?? null) : projects;
}

export function setProjectOrigin(reader: Reader, project: string, wanted: WantedOrigin): Promise<Result<null>> {
  const what = `project ${project}`;
  return setOrigin({
    what,
    wanted,
    read: async () => originIn(await readOneProject(reader, project)),
    write: (fields) =>
      reader.transport.send(
        'PATCH',
        projectPath(project),
        {},
        { company_id: wireId(reader.companyId()), project: fields },
        what,
      ),
  });
}

/** Gives the id. */
export async function upsertVendor(reader: Reader, call: CallOf<'vendor.upsert'>): Promise<Result<string>> {
  const what = `the company “${call.fields.name ?? call.originCode}”`;
  const fields = { ...wireFields(call.fields, vendorNames), origin_code: call.originCode };
  const written = await syncOne(reader, '/rest/v1.0/vendors/sync', call.originId, fields, what);
  if (!written.ok) return written;
  const after = await readOneVendor(reader, written.value);
  if (!after.ok) return after;
  const { name, origin } = after.value;
  if (origin.id !== call.originId) return fail(notKept(what, 'origin id', call.originId, origin.id ?? 'none'));
  return keptText(what, { name }, call.fields) ?? succeed(written.value);
}

export async function updateVendor(
  reader: Reader,
  vendor: string,
  fields: Readonly<Record<string, string | null>>,
): Promise<Result<null>> {
  const what = `company ${vendor}`;
  const body = { company_id: wireId(reader.companyId()), vendor: wireFields(fields, vendorNames) };
  const written = await reader.transport.send('PATCH', vendorPath(vendor), {}, body, what);
  if (!written.ok) return written;
  const after = await readOneVendor(reader, vendor);
  if (!after.ok) return after;
  return keptText(what, { name: after.value.name }, fields) ?? succeed(null);
}

export function setVendorOrigin(reader: Reader, vendor: string, wanted: WantedOrigin): Promise<Result<null>> {
  const what = `company ${vendor}`;
  return setOrigin({
    what,
    wanted,
    read: async () => originIn(await readOneVendor(reader, vendor)),
    write: (fields) =>
      reader.transport.send(
        'PATCH',
        vendorPath(vendor),
        {},
        { company_id: wireId(reader.companyId()), vendor: fields },
        what,
      ),
  });
}

const projectPath = (id: string) => `/rest/v1.0/projects/${encodeURIComponent(id)}`;
const vendorPath = (id: string) => `/rest/v1.0/vendors/${encodeURIComponent(id)}`;

async function readOneProject(reader: Reader, id: string): Promise<Result<ProcoreProject>> {
  const subject = `project ${id}`;
  const reply = await reader.transport.get(projectPath(id), { company_id: reader.companyId() }, subject);
  return recordOf(reply, subject, projectFromWire);
}

async function readOneVendor(reader: Reader, id: string): Promise<Result<ProcoreVendor>> {
  const subject = `company ${id}`;
  const query = { company_id: reader.companyId(), view: 'normal' };
  const reply = await reader.transport.get(vendorPath(id), query, subject);
  return recordOf(reply, subject, (row) => vendorFromWire(row, true));
}

function originIn<T extends { readonly origin: ProcoreVendor['origin'] }>(read: Result<T>) {
  return read.ok ? succeed(read.value.origin) : read;
}

/** One record by its origin id; gives its id. */
async function syncOne(
  reader: Reader,
  path: string,
  originId: string,
  fields: Readonly<Record<string, unknown>>,
  what: string,
): Promise<Result<string>> {
  const synced = await syncRecords(reader.transport, {
    path,
    query: {},
    scope: { company_id: wireId(reader.companyId()) },
    updates: [{ originId, fields }],
    nameOf: () => what,
  });
  if (!synced.ok) return synced;
  const [only] = synced.value;
  if (only === undefined) throw new Error('Nothing was sent');
  return only.result;
}

/** Names and numbers must be as they were written; blanks that Procore tidies do not matter. */
function keptText(
  what: string,
  found: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string | null>>,
): Result<never> | null {
  for (const [field, value] of Object.entries(found)) {
    const should = wanted[field];
    if (should !== undefined && collapseSpaces(value) !== collapseSpaces(should ?? ''))
      return fail(notKept(what, field, should ?? '', value));
  }
  return null;
}
