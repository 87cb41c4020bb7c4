import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { unexpectedReply } from './failures.ts';
import type { ProcoreReply, Query, Transport } from './transport.ts';
import { idOrNull } from './wire/values.ts';

export type ListRequest = {
  readonly path: string;
  readonly query: Query;
  readonly subject: string;
  /** Rows to a page; null for the lists that Procore always sends whole. */
  readonly perPage: number | null;
  /** What tells rows apart where they have no id of their own. */
  readonly keyOf?: (row: unknown) => string | null;
};

/** The list changed between the pages: rows may have moved over an edge. It is read again that often. */
const maxReadings = 3;
/** No company has a million rows of one kind: a list without end is an accident. */
const maxPages = 10_000;

/**
 * A whole list: page after page while Procore names a next one, each row once. When fewer rows came than it says there are,
 * something moved meanwhile and the list is read again.
 */
export async function readList(transport: Transport, request: ListRequest): Promise<Result<readonly unknown[]>> {
  const found = new Map<string, unknown>();
  for (let reading = 1; reading <= maxReadings; reading += 1) {
    const before = found.size;
    const total = await readOnce(transport, request, found);
    if (!total.ok) return total;
    const whole = total.value === null || found.size >= total.value;
    // Another reading that brings nothing new: then it is Procore that counts otherwise.
    if (whole || (reading > 1 && found.size === before)) return succeed([...found.values()]);
  }
  return fail(listMoving(request.subject));
}

/** One reading; gives the number of rows that the last page says there are. */
async function readOnce(
  transport: Transport,
  request: ListRequest,
  found: Map<string, unknown>,
): Promise<Result<number | null>> {
  const { path, perPage, subject } = request;
  const seen = new Set<string>();
  let query: Query | null = perPage === null ? request.query : { ...request.query, page: 1, per_page: perPage };
  let total: number | null = null;
  for (let page = 1; query !== null; page += 1) {
    const reply = await transport.get(path, query, subject);
    if (!reply.ok) return reply;
    const rows = rowsOf(reply.value.body);
    if (rows === null || page > maxPages) return fail(unexpectedReply(transport.host, 'not a list'));
    const known = seen.size;
    for (const row of rows) {
      const key = (request.keyOf ?? idOf)(row) ?? JSON.stringify(row);
      seen.add(key);
      found.set(key, row);
    }
    total = reply.value.total;
    query =
      perPage === null || seen.size === known ? null : nextQuery(reply.value, query, page, rows.length >= perPage);
  }
  return succeed(perPage === null ? null : total);
}

/** Only the parameters of the next address are taken: our token goes to no other place than the first page's. */
function nextQuery(reply: ProcoreReply, query: Query, page: number, full: boolean): Query | null {
  if (reply.nextPage === undefined) return full ? { ...query, page: page + 1 } : null;
  if (reply.nextPage === null) return null;
  const url = URL.canParse(reply.nextPage, 'https://procore.invalid')
    ? new URL(reply.nextPage, 'https://procore.invalid')
    : null;
  return { ...query, page: url?.searchParams.get('page') ?? page + 1 };
}

const envelopeSchema = z.object({ data: z.array(z.unknown()) });

/** The rows of a list, bare (v1) or in an envelope (v2 and some of v1); null for anything else. */
function rowsOf(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  return envelopeSchema.safeParse(body).data?.data ?? null;
}

const rowSchema = z.object({ id: idOrNull });

/** Null when the row has none. */
export function idOf(row: unknown): string | null {
  return rowSchema.safeParse(row).data?.id ?? null;
}

/** Changes are looked for from a little earlier: clocks differ, and a change may be stored later than its time says. */
const overlapMs = 5 * 60_000;
const dayMs = 86_400_000;

/** Procore's filter for what changed since an instant (ISO UTC); nothing for all. A range, in quotes, as its page on filters shows. */
export function changedSince(updatedFrom: string | null, now: string): Query {
  if (updatedFrom === null) return {};
  const from = new Date(Date.parse(updatedFrom) - overlapMs).toISOString();
  const to = new Date(Date.parse(now) + dayMs).toISOString();
  return { 'filters[updated_at]': `"${seconds(from)}...${seconds(to)}"` };
}

function seconds(instant: string): string {
  return `${instant.slice(0, 19)}Z`;
}

function listMoving(subject: string): Failure {
  return {
    next: 'retry',
    code: 'procore.listMoving',
    sentence: `The list of ${subject} in Procore changed faster than it could be read.`,
    remedy: 'Nothing is lost: Plumbline reads it again at the next run.',
  };
}
