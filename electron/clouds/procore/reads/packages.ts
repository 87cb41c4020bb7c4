import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Origin } from '#shared/domain/procore/records.ts';
import type { Mapped } from '../../mapped.ts';
import { readList } from '../paging.ts';
import { allRecords, forEachOf, isNotVisible, type Reader } from '../reading.ts';
import type { Query } from '../transport.ts';
import { type ChangePackage, packageFromWire, packageRowFromWire } from '../wire/change.ts';

const perPage = 500;

export type PackageRow = { readonly id: string; readonly contract: string | null; readonly origin: Origin | null };

/** Packages of the project, of prime contracts as well. */
export async function readPackageRows(
  reader: Reader,
  project: string,
  filters: Query,
): Promise<Result<readonly PackageRow[]>> {
  const subject = `the change order packages of project ${project}`;
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/change_order_packages',
    query: { project_id: project, ...filters },
    subject,
    perPage,
  });
  return rows.ok ? allRecords(rows.value, subject, packageRowFromWire) : rows;
}

/** One package with its origin and lines, or why it cannot be read; null when Procore does not show it. */
export async function readPackage(
  reader: Reader,
  project: string,
  id: string,
  contract: string | null,
): Promise<Result<Mapped<ChangePackage> | null>> {
  const subject = `change order package ${id} of project ${project}`;
  const path = `/rest/v1.0/change_order_packages/${encodeURIComponent(id)}`;
  const reply = await reader.transport.get(path, { project_id: project, contract_id: contract }, subject);
  if (!reply.ok) return isNotVisible(reply.failure) ? succeed(null) : reply;
  return succeed(packageFromWire(reply.value.body, project));
}

/** The origins on these packages: from the list where its rows tell them, else from each package itself. */
export async function readOrigins(
  reader: Reader,
  project: string,
  packages: readonly (string | null)[],
): Promise<Result<ReadonlyMap<string, Origin>>> {
  const wanted = [...new Set(packages.filter((id) => id !== null))];
  const origins = new Map<string, Origin>();
  if (wanted.length > 1) {
    const rows = await readPackageRows(reader, project, {});
    if (!rows.ok) return rows;
    for (const { id, origin } of rows.value) if (origin !== null) origins.set(id, origin);
  }
  const missing = wanted.filter((id) => !origins.has(id));
  const read = await forEachOf(missing, (id) => readPackage(reader, project, id, null));
  if (!read.ok) return read;
  for (const [index, id] of missing.entries()) {
    const found = read.value[index];
    if (found?.ok) origins.set(id, found.value.origin);
  }
  return succeed(origins);
}
