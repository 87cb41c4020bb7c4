import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import type { ChangedQuery, ReadList } from '../../../engine/ports/procoreAccount.ts';
import { changedSince, idOf, readList } from '../paging.ts';
import { forEachOf, joined, linesOf, type Reader, sorted } from '../reading.ts';
import type { WbsCodes } from '../wire/coding.ts';
import { codesNamed, commitmentFromWire, lineFromWire, linesWithin } from '../wire/commitment.ts';

export const contractPaths = {
  subcontract: '/rest/v1.0/work_order_contracts',
  purchaseOrder: '/rest/v1.0/purchase_order_contracts',
} as const satisfies Record<ProcoreCommitment['type'], string>;

const words = { subcontract: 'the subcontracts', purchaseOrder: 'the purchase orders' } as const;

/** The extended view brings the lines along: a hundred contracts to a page stay far below what a reply may hold. */
const perPage = 100;
const linesPerPage = 500;

/** Both types with their lines. */
export async function readCommitments(
  reader: Reader,
  project: string,
  query: ChangedQuery,
): Promise<Result<ReadList<ProcoreCommitment>>> {
  const subcontracts = await readOfType(reader, project, 'subcontract', query);
  if (!subcontracts.ok) return subcontracts;
  const orders = await readOfType(reader, project, 'purchaseOrder', query);
  return orders.ok ? succeed(joined(subcontracts.value, orders.value)) : orders;
}

type WithLines = { readonly row: unknown; readonly lines: readonly unknown[] };

async function readOfType(
  reader: Reader,
  project: string,
  type: ProcoreCommitment['type'],
  query: ChangedQuery,
): Promise<Result<ReadList<ProcoreCommitment>>> {
  const rows = await readList(reader.transport, {
    path: contractPaths[type],
    query: {
      project_id: project,
      view: 'extended',
      'filters[include_deleted]': 'with',
      ...changedSince(query.updatedFrom, reader.clock.now()),
    },
    subject: `${words[type]} of project ${project}`,
    perPage,
  });
  if (!rows.ok) return rows;
  const whole = await forEachOf(rows.value, (row) => withLines(reader, project, type, row));
  if (!whole.ok) return whole;
  const codes = await reader.wbs.codes(
    project,
    whole.value.flatMap(({ lines }) => codesNamed(lines)),
  );
  return codes.ok ? succeed(recordsWith(whole.value, project, type, codes.value)) : codes;
}

/** A list that does not bring the lines along costs one more call for each contract. */
async function withLines(
  reader: Reader,
  project: string,
  type: ProcoreCommitment['type'],
  row: unknown,
): Promise<Result<WithLines>> {
  const within = linesWithin(row);
  const id = idOf(row);
  if (within !== null || id === null) return succeed({ row, lines: within ?? [] });
  const lines = await readLineRows(reader, project, type, id);
  return lines.ok ? succeed({ row, lines: lines.value }) : lines;
}

export function readLineRows(
  reader: Reader,
  project: string,
  type: ProcoreCommitment['type'],
  commitment: string,
): Promise<Result<readonly unknown[]>> {
  return readList(reader.transport, {
    path: `${contractPaths[type]}/${encodeURIComponent(commitment)}/line_items`,
    query: { project_id: project },
    subject: `the lines of commitment ${commitment} of project ${project}`,
    perPage: linesPerPage,
  });
}

function recordsWith(
  whole: readonly WithLines[],
  project: string,
  type: ProcoreCommitment['type'],
  codes: WbsCodes,
): ReadList<ProcoreCommitment> {
  const mapped = whole.map(({ row, lines }) => {
    const read = linesOf(lines, (line) => lineFromWire(line, codes));
    return { row, result: read.ok ? commitmentFromWire(row, project, type, read.value) : read };
  });
  return sorted(mapped);
}
