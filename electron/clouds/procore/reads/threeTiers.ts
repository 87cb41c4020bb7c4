import { z } from 'zod';
import { sameDecimal } from '#shared/domain/decimal.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreChange } from '#shared/domain/procore/records.ts';
import type { ChangedQuery, ReadList } from '../../../engine/ports/procoreAccount.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { changedSince, readList } from '../paging.ts';
import { allRecords, forEachOf, isNotVisible, linesOf, type Reader, sorted } from '../reading.ts';
import { type ChangePackage, changeOf, packageChangeId, packageLineFromWire } from '../wire/change.ts';
import type { WbsCodes } from '../wire/coding.ts';
import { codesNamed } from '../wire/commitment.ts';
import { id, idOrNull, wholeOrZero } from '../wire/values.ts';
import { type PackageRow, readPackage, readPackageRows } from './packages.ts';

/**
 * Projects that keep change orders in three tiers: potential change orders hold the lines, requests gather them, and the package of
 * requests is what the commitment is changed by.
 */

const perPage = 500;

const potentialSchema = z.object({
  id,
  contract_id: idOrNull,
  change_order_request_id: idOrNull,
  change_order_tiers: wholeOrZero,
});
type Potential = z.output<typeof potentialSchema>;
const requestSchema = z.object({ id, change_order_package_id: idOrNull });

async function readPotentials(
  reader: Reader,
  project: string,
  contract: string | null,
): Promise<Result<readonly Potential[]>> {
  const subject = `the potential change orders of project ${project}`;
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/potential_change_orders',
    query: { project_id: project, 'filters[contract_id]': contract },
    subject,
    perPage,
  });
  if (!rows.ok && isNotVisible(rows.failure)) return succeed([]);
  return rows.ok ? allRecords(rows.value, subject, (row) => readRow(potentialSchema, row, (wire) => wire)) : rows;
}

/** Only the potential change orders tell; a project does not change its tiers once it has some. */
export async function hasThreeTiers(reader: Reader, project: string): Promise<Result<boolean>> {
  const known = reader.remembered.threeTiers.get(project);
  if (known !== undefined) return succeed(known);
  const potentials = await readPotentials(reader, project, null);
  if (!potentials.ok) return potentials;
  const three = potentials.value.some((one) => one.change_order_tiers === 3);
  if (potentials.value.length > 0) reader.remembered.threeTiers.set(project, three);
  return succeed(three);
}

export async function readPackageChanges(
  reader: Reader,
  project: string,
  query: ChangedQuery,
): Promise<Result<ReadList<ProcoreChange>>> {
  const rows = await readPackageRows(reader, project, changedSince(query.updatedFrom, reader.clock.now()));
  if (!rows.ok) return rows;
  const read = await forEachOf(rows.value, (row) => readWhole(reader, project, row));
  if (!read.ok) return read;
  const whole = read.value.filter((one) => one !== null);
  const codes = await reader.wbs.codes(
    project,
    whole.flatMap(({ lines }) => codesNamed(lines)),
  );
  if (!codes.ok) return codes;
  return succeed(sorted(whole.map((one) => ({ row: { id: one.id }, result: changeFrom(one, codes.value) }))));
}

type Whole = { readonly id: string; readonly found: Mapped<ChangePackage>; readonly lines: readonly unknown[] };

/** Null for what is no change of a commitment, or gone. */
async function readWhole(reader: Reader, project: string, row: PackageRow): Promise<Result<Whole | null>> {
  const read = await readPackage(reader, project, row.id, row.contract);
  if (!read.ok) return read;
  const found = read.value;
  const id = packageChangeId(row.id);
  if (found === null) return succeed(null);
  if (!found.ok) return succeed({ id, found, lines: [] });
  if (!found.value.ofCommitment || found.value.deleted) return succeed(null);
  const lines = await linesOfPackage(reader, project, row.id, found.value);
  return lines.ok ? succeed({ id, found, lines: lines.value }) : lines;
}

function changeFrom({ found, lines }: Whole, codes: WbsCodes): Mapped<ProcoreChange> {
  if (!found.ok) return found;
  const { head, origin } = found.value;
  const mapped = linesOf(lines, (line) => packageLineFromWire(line, codes));
  return changeOf({ ok: true, value: head }, mapped, new Map([[head.package ?? '', origin]]));
}

/** Its own, or those of the potential change orders in its requests. */
async function linesOfPackage(
  reader: Reader,
  project: string,
  packageId: string,
  found: ChangePackage,
): Promise<Result<readonly unknown[]>> {
  const none = found.lines?.length === 0 && !sameDecimal(found.head.grandTotal, '0');
  if (found.lines !== null && !none) return succeed(found.lines);
  const contract = found.head.commitment;
  const subject = `the change order requests of commitment ${contract} of project ${project}`;
  const rows = await readList(reader.transport, {
    path: '/rest/v1.0/change_order_requests',
    query: { project_id: project, contract_id: contract, 'filters[change_order_package_id]': packageId },
    subject,
    perPage,
  });
  if (!rows.ok) return rows;
  const requests = allRecords(rows.value, subject, (row) => readRow(requestSchema, row, (wire) => wire));
  if (!requests.ok) return requests;
  const within = new Set(
    requests.value.filter((one) => one.change_order_package_id === packageId).map((one) => one.id),
  );
  const potentials = await readPotentials(reader, project, contract);
  if (!potentials.ok) return potentials;
  const mine = potentials.value.filter((one) => within.has(one.change_order_request_id ?? ''));
  const lines = await forEachOf(mine, (one) =>
    readList(reader.transport, {
      path: `/rest/v1.0/potential_change_orders/${encodeURIComponent(one.id)}/line_items`,
      query: { project_id: project },
      subject: `the lines of potential change order ${one.id} of project ${project}`,
      perPage,
    }),
  );
  return lines.ok ? succeed(lines.value.flat()) : lines;
}
