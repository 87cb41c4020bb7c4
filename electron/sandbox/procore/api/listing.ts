import type { Reply } from './answers.ts';
import type { Call } from './call.ts';
import { type Filters, filtered } from './filters.ts';

/** Rows per page unless asked otherwise, and the most that can be asked for; null: the whole list at once. */
export type Paging = { readonly usual: number; readonly most: number } | null;

/**
 * v1: the general maximum is not documented, only that pages stay at or below 2,000. v2: documented. The rest as in the
 * reference of each list.
 */
export const pagings = {
  v1: { usual: 100, most: 2000 },
  v2: { usual: 10, most: 100 },
  projects: { usual: 100, most: 300 },
  invoices: { usual: 30, most: 2000 },
  taxCodes: { usual: 100, most: 100 },
  whole: null,
} as const satisfies Record<string, Paging>;

export type Listing<R> = {
  readonly rows: readonly R[];
  readonly show: (row: R) => unknown;
  readonly filters?: Filters<R>;
  readonly paging?: Paging;
  /** Fields that `sort` may name, with their value. */
  readonly sorts?: Readonly<Record<string, (row: R) => string>>;
  /** v2 and newer v1 lists wrap their rows. */
  readonly envelope?: 'data';
};

/** Filters, sorts, cuts a page out and says in the headers where the others are. */
export function listed<R>(call: Call, listing: Listing<R>): Reply {
  const { paging = pagings.v1, filters = {}, show } = listing;
  const found = filtered(call.query, listing.rows, filters);
  if (!found.ok) return found.reply;
  const rows = sorted(call.query.get('sort'), found.rows, listing.sorts ?? {});
  const wrap = (shown: unknown) => (listing.envelope === 'data' ? { data: shown } : shown);
  if (paging === null) return { status: 200, body: wrap(rows.map(show)) };
  const perPage = Math.min(wholeNumber(call.query.get('per_page'), paging.usual), paging.most);
  const page = wholeNumber(call.query.get('page'), 1);
  const shown = rows.slice((page - 1) * perPage, page * perPage).map(show);
  return { status: 200, body: wrap(shown), headers: pageHeaders(call, page, perPage, rows.length) };
}

function wholeNumber(text: string | null, otherwise: number): number {
  const value = text === null ? otherwise : Number(text);
  return Number.isInteger(value) && value > 0 ? value : otherwise;
}

function sorted<R>(asked: string | null, rows: readonly R[], sorts: Readonly<Record<string, (row: R) => string>>) {
  const keys = (asked ?? '').split(',').flatMap((name) => {
    const value = sorts[name.replace(/^-/, '')];
    return value === undefined ? [] : [{ value, sign: name.startsWith('-') ? -1 : 1 }];
  });
  if (keys.length === 0) return rows;
  return [...rows].sort((a, b) => {
    for (const { value, sign } of keys) {
      const [left, right] = [value(a), value(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return 0;
  });
}

/** `Link` names the other pages as whole addresses; what does not exist is left out. */
export function pageHeaders(
  call: Call,
  page: number,
  perPage: number,
  total: number,
): Readonly<Record<string, string>> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const at = (to: number) => {
    const url = new URL(call.url.pathname + call.url.search, call.base);
    url.searchParams.set('page', String(to));
    url.searchParams.set('per_page', String(perPage));
    return url.href;
  };
  const links = [
    ...(page > 1 ? [`<${at(1)}>; rel="first"`, `<${at(page - 1)}>; rel="prev"`] : []),
    ...(page < last ? [`<${at(page + 1)}>; rel="next"`, `<${at(last)}>; rel="last"`] : []),
  ];
  return { 'Per-Page': String(perPage), Total: String(total), ...(links.length > 0 ? { Link: links.join(', ') } : {}) };
}
