import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { listMoving } from './failures.ts';
import { wireRowKeySchema } from './wire.ts';

/**
 * Reading long lists page by page while people change them. Offset paging alone loses rows: when a row read earlier is changed,
 * it moves to the end and all rows behind it move up by one, over the edge of the next page.
 */
export type Page = {
  readonly rows: readonly unknown[];
  /** How many rows match in all; null when the reply does not say. */
  readonly count: number | null;
};

/** Clearstory's largest page. */
export const pageSize = 100;
const maxRestarts = 5;

function keyOf(row: unknown): { readonly id: string | null; readonly updatedAt: string | null } {
  return wireRowKeySchema.safeParse(row).data ?? { id: null, updatedAt: null };
}

/**
 * A full page is never taken for the last one, and a short one only when the count agrees: what `count` counts is not documented,
 * and a server may cap pages below what was asked for. Behind the first page, a page of nothing but the overlapping row is the end.
 */
function isLast(page: Page, offset: number): boolean {
  const overlap = offset > 0 ? 1 : 0;
  if (page.rows.length <= overlap) return true;
  return page.rows.length < pageSize && (page.count === null || offset + page.rows.length >= page.count);
}

/**
 * A whole list in an order that editing does not change (createdAt). Every page begins with the last row of the one before;
 * when it does not, something moved and the list is read again. Rows come once each, in the order they were first seen.
 */
export async function readSteadyList(
  readPage: (offset: number) => Promise<Result<Page>>,
  subject: string,
): Promise<Result<readonly unknown[]>> {
  const found = new Map<string, unknown>();
  const nameless: unknown[] = [];
  for (let restart = 0; restart <= maxRestarts; restart += 1) {
    let offset = 0;
    let expected: string | null = null;
    let moved = false;
    while (!moved) {
      const page = await readPage(offset);
      if (!page.ok) return page;
      const { rows } = page.value;
      if (offset > 0 && keyOf(rows[0]).id !== expected) moved = true;
      for (const row of rows) {
        const { id } = keyOf(row);
        if (id !== null) found.set(id, row);
        else if (restart === 0) nameless.push(row);
      }
      if (isLast(page.value, offset)) break;
      expected = keyOf(rows.at(-1)).id;
      offset += Math.max(1, rows.length - 1);
    }
    if (!moved) return succeed([...found.values(), ...nameless]);
  }
  return fail(listMoving(subject));
}

/** Behind the newest row read, so that rows stored in the same moment are not missed whatever the far end rounds to. */
const windowOverlapMs = 1000;

/**
 * Rows sorted by updatedAt, oldest first, from an instant on (null: all). Each page asks for what changed since shortly before the
 * last row read, so that no row moves over a page's edge; only where more rows share one moment than fit on a page, or where the
 * far end filters by whole days, it goes on by offset and begins that stretch again when the rows have moved.
 * Rows may be handed on more than once.
 */
export async function readChangedRows(
  readPage: (from: string | null, offset: number) => Promise<Result<Page>>,
  since: string | null,
  take: (rows: readonly unknown[]) => void,
): Promise<Result<null>> {
  let from = since;
  let offset = 0;
  let expected: string | null = null;
  let byOffsetOnly = false;
  let restarts = 0;
  for (;;) {
    const page = await readPage(from, offset);
    if (!page.ok) return page;
    const { rows } = page.value;
    take(rows);
    const first = keyOf(rows[0]);
    const last = keyOf(rows.at(-1));
    if (offset > 0 && first.id !== expected) {
      restarts += 1;
      if (restarts > maxRestarts) return fail(listMoving('Change order requests'));
      offset = 0;
      continue;
    }
    if (isLast(page.value, offset)) return succeed(null);
    if (offset === 0 && from !== null && first.updatedAt !== null && first.updatedAt < from) byOffsetOnly = true;
    const window =
      last.updatedAt === null ? null : new Date(Date.parse(last.updatedAt) - windowOverlapMs).toISOString();
    if (!byOffsetOnly && window !== null && first.updatedAt !== null && window > first.updatedAt) {
      from = window;
      offset = 0;
    } else {
      expected = last.id;
      offset += Math.max(1, rows.length - 1);
    }
  }
}
