import { badRequest, type Reply } from './answers.ts';

/** Whether a row passes, given what was asked for. */
export type Filter<R> = (row: R, wanted: readonly string[]) => boolean;
export type Filters<R> = Readonly<Record<string, Filter<R>>>;

type Instants = { readonly updated_at: string; readonly created_at: string };

/** The values of `filters[name]`: one, several as `filters[name][]`, or a JSON array; quotes around a value mean nothing. */
export function wantedFor(query: URLSearchParams, name: string): readonly string[] | null {
  const several = query.getAll(`filters[${name}][]`);
  if (several.length > 0) return several.map(unquoted);
  const one = query.get(`filters[${name}]`);
  if (one === null) return null;
  if (!one.startsWith('[')) return [unquoted(one)];
  return one
    .slice(1, one.endsWith(']') ? -1 : undefined)
    .split(',')
    .map((part) => unquoted(part.trim()))
    .filter((part) => part !== '');
}

const unquoted = (text: string) => text.replace(/^"(.*)"$/, '$1');

/** `from...to`, each a day or an instant; a day as the upper end means its whole length. Null when it is not a range. */
function range(text: string): { readonly from: number; readonly to: number } | null {
  const [from, to, more] = text.split('...');
  if (from === undefined || to === undefined || more !== undefined) return null;
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to.length === 10 ? `${to}T23:59:59.999Z` : to)];
  return Number.isNaN(fromMs) || Number.isNaN(toMs) ? null : { from: fromMs, to: toMs };
}

const within = (instant: string | null, wanted: readonly string[]): boolean => {
  const asked = range(wanted[0] ?? '');
  if (asked === null || instant === null) return false;
  const at = Date.parse(instant);
  return at >= asked.from && at <= asked.to;
};

export const updatedAt = <R extends Instants>(): Filters<R> => ({
  updated_at: (row, wanted) => within(row.updated_at, wanted),
  created_at: (row, wanted) => within(row.created_at, wanted),
});

/** Equal to one of the values. */
export function equals<R>(value: (row: R) => string | null): Filter<R> {
  return (row, wanted) => wanted.includes(value(row) ?? '');
}

export const byId = <R extends { readonly id: string }>(): Filters<R> => ({ id: equals((row) => row.id) });
export const byOrigin = <R extends { readonly origin_id: string | null }>(): Filters<R> => ({
  origin_id: (row, wanted) => row.origin_id !== null && wanted.includes(row.origin_id),
});

/** The rows that pass every filter that the list has; a filter that it does not have is ignored, as Procore ignores it. */
export function filtered<R>(
  query: URLSearchParams,
  rows: readonly R[],
  filters: Filters<R>,
): { readonly ok: true; readonly rows: readonly R[] } | { readonly ok: false; readonly reply: Reply } {
  let left = rows;
  for (const [name, passes] of Object.entries(filters)) {
    const wanted = wantedFor(query, name);
    if (wanted === null) continue;
    // That a value without the three dots is refused is inferred: the documentation says that it is always a range.
    if (/_at$/.test(name) && range(wanted[0] ?? '') === null)
      return { ok: false, reply: badRequest(`filters[${name}] must be a range: from...to`) };
    left = left.filter((row) => passes(row, wanted));
  }
  return { ok: true, rows: left };
}

/** Deleted records are left out unless asked for. Only for the lists that document it. */
export function living<R extends { readonly deleted_at: string | null }>(
  query: URLSearchParams,
  rows: readonly R[],
): readonly R[] {
  const asked = wantedFor(query, 'include_deleted')?.[0];
  if (asked === 'with') return rows;
  return rows.filter((row) => (row.deleted_at !== null) === (asked === 'only'));
}
