import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ReadList } from '../../engine/ports/procoreAccount.ts';
import type { Clock } from '../../engine/ports/runtime.ts';
import type { Mapped } from '../mapped.ts';
import { unreadableRecord } from './failures.ts';
import { idOf } from './paging.ts';
import type { WbsBook } from './reads/wbsCodes.ts';
import type { ProcoreReply, Transport } from './transport.ts';

/** What every reading and writing needs. */
export type Reader = {
  readonly transport: Transport;
  readonly clock: Clock;
  readonly companyId: () => string;
  readonly wbs: WbsBook;
  /** What does not change from one reading to the next, by project: each would cost a call every time. */
  readonly remembered: { readonly threeTiers: Map<string, boolean>; readonly views: Map<string, string> };
};

/** Rows as records; those that cannot be read stand beside them. A row that maps to null is left out. */
export function recordsOf<T>(rows: readonly unknown[], map: (row: unknown) => Mapped<T | null>): ReadList<T> {
  return sorted(rows.map((row) => ({ row, result: map(row) })));
}

/** What could be read apart from what could not. */
export function sorted<T>(
  mapped: readonly { readonly row: unknown; readonly result: Mapped<T | null> }[],
): ReadList<T> {
  const records: T[] = [];
  const unreadable: ReadList<T>['unreadable'][number][] = [];
  for (const { row, result } of mapped) {
    if (result.ok && result.value !== null) records.push(result.value);
    if (!result.ok) unreadable.push({ id: idOf(row) ?? '', reason: result.reason, payload: JSON.stringify(row) ?? '' });
  }
  return { records, unreadable };
}

/** All rows as records, or the failure that names the first that cannot be read: where one missing would be wrong. */
export function allRecords<T>(
  rows: readonly unknown[],
  subject: string,
  map: (row: unknown) => Mapped<T>,
): Result<readonly T[]> {
  const records: T[] = [];
  for (const row of rows) {
    const mapped = map(row);
    if (!mapped.ok) return fail(unreadableRecord(`one of ${subject}`, mapped.reason));
    records.push(mapped.value);
  }
  return succeed(records);
}

/** The lines of a record; one that cannot be read makes the record unreadable, because its sum would be wrong. */
export function linesOf<T>(rows: readonly unknown[], map: (row: unknown) => Mapped<T>): Mapped<readonly T[]> {
  const lines: T[] = [];
  for (const [index, row] of rows.entries()) {
    const mapped = map(row);
    if (!mapped.ok) return { ok: false, reason: `line ${index + 1}: ${mapped.reason}` };
    lines.push(mapped.value);
  }
  return { ok: true, value: lines };
}

/** One record from a reply. */
export function recordOf<T>(reply: Result<ProcoreReply>, subject: string, map: (row: unknown) => Mapped<T>): Result<T> {
  if (!reply.ok) return reply;
  const mapped = map(reply.value.body);
  return mapped.ok ? succeed(mapped.value) : fail(unreadableRecord(subject, mapped.reason));
}

export function joined<T>(...lists: readonly ReadList<T>[]): ReadList<T> {
  return {
    records: lists.flatMap((list) => list.records),
    unreadable: lists.flatMap((list) => list.unreadable),
  };
}

/** As many as the budget of calls lets go at once. */
const atOnce = 4;

/** Does the same for each, a few at a time; the results in order, or the first failure. */
export async function forEachOf<T, R>(
  items: readonly T[],
  act: (item: T) => Promise<Result<R>>,
): Promise<Result<readonly R[]>> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    const group = await Promise.all(items.slice(from, from + atOnce).map(act));
    for (const result of group) {
      if (!result.ok) return result;
      results.push(result.value);
    }
  }
  return succeed(results);
}

/** Procore answers 404 for what is not there and for what may not be seen. */
export function isNotVisible(failure: Failure): boolean {
  return failure.code === 'procore.notVisible';
}
