import { z } from 'zod';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreInvoice } from '#shared/domain/procore/records.ts';
import type { ChangedQuery, ReadList } from '../../../engine/ports/procoreAccount.ts';
import { readRow } from '../../mapped.ts';
import { changedSince, readList } from '../paging.ts';
import { allRecords, forEachOf, isNotVisible, type Reader, recordsOf } from '../reading.ts';
import { codesNamed } from '../wire/commitment.ts';
import { type InvoiceOutline, invoiceFromWire, outlineOf } from '../wire/invoice.ts';
import { id, text } from '../wire/values.ts';

/** 30 unless asked for more; with items a hundred stay far below what a reply may hold. */
const perPage = 100;
const detailsPerPage = 500;

const none: ReadonlyMap<string, string> = new Map();

/** Invoices of subcontractors with their items. */
export async function readInvoices(
  reader: Reader,
  project: string,
  query: ChangedQuery,
): Promise<Result<ReadList<ProcoreInvoice>>> {
  const rows = await readList(reader.transport, {
    path: '/rest/v1.1/requisitions',
    query: { project_id: project, view: 'items', ...changedSince(query.updatedFrom, reader.clock.now()) },
    subject: `the subcontractor invoices of project ${project}`,
    perPage,
  });
  if (!rows.ok) return rows;
  if (rows.value.length === 0) return succeed({ records: [], unreadable: [] });
  const closed = await readClosedPeriods(reader, project);
  if (!closed.ok) return closed;
  const outlines = rows.value.map(outlineOf).filter((outline) => outline !== null);
  const details = await readDetailLines(reader, project, outlines);
  if (!details.ok) return details;
  const before = await readBefore(reader, project, outlines);
  if (!before.ok) return before;
  const codes = await reader.wbs.codes(
    project,
    rows.value.flatMap((row) => codesNamed(itemsOf(row))),
  );
  if (!codes.ok) return codes;
  return succeed(
    recordsOf(rows.value, (row) => {
      const outline = outlineOf(row);
      if (outline !== null && wantsBefore(outline) && !before.value.has(outline.id))
        return { ok: false, reason: 'the invoice before it, which tells the materials stored, is not shown' };
      return invoiceFromWire(row, project, {
        codes: codes.value,
        detailLines: details.value.get(outline?.commitment ?? '') ?? none,
        storedBefore: before.value.get(outline?.id ?? '') ?? none,
        closedPeriods: closed.value,
      });
    }),
  );
}

function itemsOf(row: unknown): readonly unknown[] {
  return z.object({ items: z.array(z.unknown()) }).safeParse(row).data?.items ?? [];
}

const periodSchema = z.object({ id, status: text });

async function readClosedPeriods(reader: Reader, project: string): Promise<Result<ReadonlySet<string>>> {
  const subject = `the billing periods of project ${project}`;
  const rows = await readList(reader.transport, {
    path: `/rest/v1.0/projects/${encodeURIComponent(project)}/billing_periods`,
    query: {},
    subject,
    perPage: detailsPerPage,
  });
  if (!rows.ok) return rows;
  const periods = allRecords(rows.value, subject, (row) => readRow(periodSchema, row, (wire) => wire));
  if (!periods.ok) return periods;
  return succeed(new Set(periods.value.filter(({ status }) => status === 'closed').map((period) => period.id)));
}

const detailSchema = z.object({ id, line_item_id: id });

/** By commitment: the commitment line behind each line of the subcontractor's own schedule of values. */
async function readDetailLines(
  reader: Reader,
  project: string,
  outlines: readonly InvoiceOutline[],
): Promise<Result<ReadonlyMap<string, ReadonlyMap<string, string>>>> {
  const detailed = outlines.filter((outline) => outline.hasDetailItems && outline.subcontract);
  const commitments = [...new Set(detailed.map((outline) => outline.commitment).filter((one) => one !== null))];
  const lists = await forEachOf(commitments, async (commitment) => {
    const subject = `the schedule of values of subcontract ${commitment} of project ${project}`;
    const rows = await readList(reader.transport, {
      path: `/rest/v1.0/work_order_contracts/${encodeURIComponent(commitment)}/line_item_contract_details`,
      query: { project_id: project },
      subject,
      perPage: detailsPerPage,
    });
    if (!rows.ok) return rows;
    const details = allRecords(rows.value, subject, (row) => readRow(detailSchema, row, (wire) => wire));
    if (!details.ok) return details;
    return succeed([commitment, new Map(details.value.map((one) => [one.id, one.line_item_id]))] as const);
  });
  return lists.ok ? succeed(new Map(lists.value)) : lists;
}

/** By invoice: what was stored at the end of the period before, which only the invoice before tells. */
async function readBefore(
  reader: Reader,
  project: string,
  outlines: readonly InvoiceOutline[],
): Promise<Result<ReadonlyMap<string, ReadonlyMap<string, string>>>> {
  const known = new Map(outlines.map((outline) => [outline.id, outline]));
  const wanting = outlines.filter(wantsBefore);
  const missing = [...new Set(wanting.map(({ previous }) => previous ?? ''))].filter((one) => !known.has(one));
  const read = await forEachOf(missing, async (one) => {
    const subject = `the subcontractor invoice ${one} of project ${project}`;
    const path = `/rest/v1.1/requisitions/${encodeURIComponent(one)}`;
    const reply = await reader.transport.get(path, { project_id: project, view: 'items' }, subject);
    if (!reply.ok) return isNotVisible(reply.failure) ? succeed(null) : reply;
    return succeed(outlineOf(reply.value.body));
  });
  if (!read.ok) return read;
  for (const outline of read.value) if (outline !== null) known.set(outline.id, outline);
  return succeed(
    new Map(
      wanting.flatMap(({ id: one, previous }) => {
        const stored = known.get(previous ?? '')?.stored;
        return stored === undefined ? [] : [[one, stored] as const];
      }),
    ),
  );
}

function wantsBefore(outline: InvoiceOutline): boolean {
  return outline.hasMaterials && outline.previous !== null;
}
