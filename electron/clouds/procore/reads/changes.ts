import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreChange } from '#shared/domain/procore/records.ts';
import type { ChangedQuery, ReadList } from '../../../engine/ports/procoreAccount.ts';
import type { Mapped } from '../../mapped.ts';
import { changedSince, readList } from '../paging.ts';
import { forEachOf, linesOf, type Reader, sorted } from '../reading.ts';
import { type ChangeHead, changeFromWire, changeLineFromWire, changeOf } from '../wire/change.ts';
import { codesNamed } from '../wire/commitment.ts';
import { readOrigins } from './packages.ts';
import { hasThreeTiers, readPackageChanges } from './threeTiers.ts';

/** All v2 lists. */
const linesPerPage = 100;

/** Codes of refusals with which Procore may answer for a project that keeps its change orders in three tiers. */
const notForThreeTiers = new Set(['procore.noAccess', 'procore.notVisible', 'procore.notOffered', 'procore.rejected']);

/**
 * Change orders of commitments with their lines. Where the project keeps them in three tiers, Procore has them only as packages.
 */
export async function readChanges(
  reader: Reader,
  project: string,
  query: ChangedQuery,
): Promise<Result<ReadList<ProcoreChange>>> {
  const rows = await readList(reader.transport, {
    path: `/rest/v1.0/projects/${encodeURIComponent(project)}/commitment_change_orders`,
    query: { sort: 'id', ...changedSince(query.updatedFrom, reader.clock.now()) },
    subject: `the commitment change orders of project ${project}`,
    perPage: null,
  });
  if (!rows.ok && !notForThreeTiers.has(rows.failure.code)) return rows;
  if (!rows.ok || rows.value.length === 0) {
    const three = await hasThreeTiers(reader, project);
    if (three.ok && three.value) return readPackageChanges(reader, project, query);
    // Nothing was found, or the refusal of the list is what the person has to know.
    return rows.ok ? succeed({ records: [], unreadable: [] }) : rows;
  }
  return withLines(reader, project, rows.value);
}

type Read = { readonly row: unknown; readonly head: Mapped<ChangeHead>; readonly lines: readonly unknown[] };

async function withLines(
  reader: Reader,
  project: string,
  rows: readonly unknown[],
): Promise<Result<ReadList<ProcoreChange>>> {
  const read = await forEachOf(rows, async (row): Promise<Result<Read>> => {
    const head = changeFromWire(row, project);
    if (!head.ok) return succeed({ row, head, lines: [] });
    const lines = await readLines(reader, project, head.value.id);
    return lines.ok ? succeed({ row, head, lines: lines.value }) : lines;
  });
  if (!read.ok) return read;
  const packages = read.value.map(({ head }) => (head.ok ? head.value.package : null));
  const origins = await readOrigins(reader, project, packages);
  if (!origins.ok) return origins;
  const codes = await reader.wbs.codes(
    project,
    read.value.flatMap(({ lines }) => codesNamed(lines)),
  );
  if (!codes.ok) return codes;
  return succeed(
    sorted(
      read.value.map(({ row, head, lines }) => {
        const mapped = linesOf(lines, (line) => changeLineFromWire(line, codes.value));
        return { row, result: changeOf(head, mapped, origins.value) };
      }),
    ),
  );
}

function readLines(reader: Reader, project: string, change: string): Promise<Result<readonly unknown[]>> {
  const [company, inside, one] = [reader.companyId(), project, change].map(encodeURIComponent);
  return readList(reader.transport, {
    path: `/rest/v2.0/companies/${company}/projects/${inside}/commitment_change_orders/${one}/line_items`,
    query: {},
    subject: `the lines of commitment change order ${change} of project ${project}`,
    perPage: linesPerPage,
  });
}
