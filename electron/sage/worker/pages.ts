import { type Result, succeed } from '#shared/domain/failure.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { ReadPage, ReadQuery } from '../../engine/ports/sageCompany.ts';
import type { SqlSageCompany } from '../company.ts';
import type { KeyedPage } from '../reader/page.ts';
import { frameLength } from './frames.ts';

/** A quarter of what may cross at once, in UTF-16 units: less to take apart in one go, and so shorter stalls of whoever reads. */
const longestPage = frameLength / 4;
/** Of a kind that was not read yet. */
const firstGuess = 200;
/** The records of a page are not equally long: guessing too many costs making the text twice. */
const caution = 0.9;

type Page = KeyedPage<unknown>;
/** Read and not sent yet. */
type Rest = {
  readonly kind: SageKind;
  readonly changedFrom: string | null;
  readonly after: string;
  readonly page: Page;
};

/** What is read ahead is handed out only to somebody who asks for it right away: it must not be older than the pull that it is for. */
const longestAheadMs = 10_000;

/** What most probably is asked for next, under way while the engine works on what it got. */
type Ahead = {
  readonly kind: SageKind;
  readonly changedFrom: string | null;
  readonly after: string;
  readonly begunMs: number;
  readonly page: Promise<Result<Page>>;
};

/** Sends pages in pieces; each is a page of its own, so that one may also go on after it in any other way. */
export type Pages = {
  /** `encode` makes the message of an answer. Out: the message. */
  readonly read: (
    kind: SageKind,
    query: ReadQuery,
    encode: (answer: Result<ReadPage<unknown>>) => string,
  ) => Promise<string>;
};

/** `nowMs`: a monotonic clock. */
export function createPages(readKeyed: SqlSageCompany['readKeyed'], nowMs: () => number): Pages {
  let rest: Rest | null = null;
  let ahead: Ahead | null = null;
  const fitting = new Map<SageKind, number>();

  const whole = async (kind: SageKind, { changedFrom, after }: ReadQuery): Promise<Result<Page>> => {
    const kept = rest;
    rest = null;
    if (kept?.kind === kind && kept.changedFrom === changedFrom && kept.after === after) return succeed(kept.page);
    const begun = ahead;
    ahead = null;
    const fits = begun?.kind === kind && begun.changedFrom === changedFrom && begun.after === after;
    // One that failed is read anew: whoever asks gets the failure of this moment.
    const early = fits && nowMs() - begun.begunMs <= longestAheadMs ? await begun.page : null;
    const read = early?.ok ? early : await readKeyed(kind, { changedFrom, after });
    if (read.ok && read.value.next !== null) {
      const next = { changedFrom, after: read.value.next };
      ahead = { kind, ...next, begunMs: nowMs(), page: readKeyed(kind, next) };
    }
    return read;
  };

  return {
    read: async (kind, query, encode) => {
      const read = await whole(kind, query);
      if (!read.ok) return encode(read);
      const { records, keys, rowsRead, next } = read.value;
      let count = Math.min(records.length, fitting.get(kind) ?? firstGuess);
      for (;;) {
        const isAll = count === records.length;
        const last = isAll ? next : (keys[count - 1] ?? null);
        const text = encode(succeed({ records: records.slice(0, count), rowsRead, next: last }));
        const share = longestPage / text.length;
        if (share < 1 && count > 1) {
          count = Math.max(1, Math.floor(count * share * caution));
          continue;
        }
        if (count > 0) fitting.set(kind, Math.max(1, Math.floor(count * share * caution)));
        if (!isAll && last !== null) {
          // All rows were counted with the first piece.
          const page = { records: records.slice(count), keys: keys.slice(count), rowsRead: 0, next };
          rest = { kind, changedFrom: query.changedFrom, after: last, page };
        }
        return text;
      }
    },
  };
}
