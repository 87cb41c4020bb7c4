import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreProject, ProcoreSubJob, ProcoreVendor } from '#shared/domain/procore/records.ts';
import type { ChangedQuery, ReadList } from '../../../engine/ports/procoreAccount.ts';
import { changedSince, readList } from '../paging.ts';
import { allRecords, isNotVisible, joined, type Reader, recordOf, recordsOf } from '../reading.ts';
import { namedFromWire } from '../wire/costCodes.ts';
import { listedProjectFromWire, projectFromWire, subJobFromWire } from '../wire/project.ts';
import { vendorFromWire } from '../wire/vendor.ts';

/** Projects of v1.1 come 300 to a page at most. */
const projectsPerPage = 300;
const perPage = 500;

/** Active and inactive ones. Where a list row leaves something out, only reading the project itself tells. */
export async function readProjects(reader: Reader, query: ChangedQuery): Promise<Result<ReadList<ProcoreProject>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.1/projects',
    query: {
      company_id: reader.companyId(),
      view: 'normal',
      'filters[by_status]': 'All',
      ...changedSince(query.updatedFrom, reader.clock.now()),
    },
    subject: 'the projects',
    perPage: projectsPerPage,
  });
  return rows.ok ? succeed(recordsOf(rows.value, listedProjectFromWire)) : rows;
}

/** Null when Procore does not show it. */
export async function readProject(reader: Reader, id: string): Promise<Result<ProcoreProject | null>> {
  const subject = `project ${id}`;
  const path = `/rest/v1.0/projects/${encodeURIComponent(id)}`;
  const reply = await reader.transport.get(path, { company_id: reader.companyId() }, subject);
  if (!reply.ok && isNotVisible(reply.failure)) return succeed(null);
  return recordOf(reply, subject, projectFromWire);
}

export async function readTemplates(
  reader: Reader,
): Promise<Result<readonly { readonly id: string; readonly name: string }[]>> {
  const subject = 'the project templates';
  const rows = await readList(reader.transport, {
    path: '/rest/v1.1/projects',
    query: { company_id: reader.companyId(), 'filters[template]': true, 'filters[by_status]': 'All' },
    subject,
    perPage: projectsPerPage,
  });
  return rows.ok ? allRecords(rows.value, subject, namedFromWire) : rows;
}

export async function readSubJobs(reader: Reader, project: string): Promise<Result<ReadList<ProcoreSubJob>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/sub_jobs',
    query: { project_id: project },
    subject: `the sub jobs of project ${project}`,
    perPage,
  });
  return rows.ok ? succeed(recordsOf(rows.value, (row) => subJobFromWire(row, project))) : rows;
}

/** The inactive ones have a list of their own, which knows no change times. */
export async function readVendors(reader: Reader, query: ChangedQuery): Promise<Result<ReadList<ProcoreVendor>>> {
  const company = reader.companyId();
  const active = await readList(reader.transport, {
    path: '/rest/v1.0/vendors',
    query: { company_id: company, view: 'normal', ...changedSince(query.updatedFrom, reader.clock.now()) },
    subject: 'the companies of the directory',
    perPage,
  });
  if (!active.ok) return active;
  const inactive = await readList(reader.transport, {
    path: `/rest/v1.0/companies/${encodeURIComponent(company)}/vendors/inactive`,
    query: { view: 'normal' },
    subject: 'the inactive companies of the directory',
    perPage,
  });
  if (!inactive.ok) return inactive;
  return succeed(
    joined(
      recordsOf(active.value, (row) => vendorFromWire(row, true)),
      recordsOf(inactive.value, (row) => vendorFromWire(row, false)),
    ),
  );
}
