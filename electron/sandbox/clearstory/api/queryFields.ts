import { z } from 'zod';

/** The kinds of query parameters that the Web API's lists share. */

/** Page size is at most 100, and so is the sandbox's default. */
const pageSize = 100;
const size = z.coerce.number().int().min(1).max(pageSize);
const start = z.coerce.number().int().min(0);

export const skipTake = { skip: start.optional(), take: size.optional() };
export const offsetLimit = { offset: start.optional(), limit: size.optional() };

/** Comma separated values. */
export const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .optional();

/** Comma separated values out of a fixed set. */
export function listOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.enum(values)))
    .optional();
}

export const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((text) => text === 'true' || text === '1')
  .optional();

/** An instant; a day without a zone is midnight UTC. */
export const instant = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Invalid date')
  .transform((text) => new Date(/^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(text) ? `${text}Z` : text).toISOString())
  .optional();

export const sortDirection = z.enum(['asc', 'desc']).optional();

export const inbox = z.enum(['sent', 'received']);

type PageWish = {
  readonly skip?: number | undefined;
  readonly take?: number | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
};

/** One page as the API wraps it. `count` is the number of all rows that match. */
export function pageOf<T>(rows: readonly T[], wish: PageWish, present: (row: T) => unknown) {
  const from = wish.offset ?? wish.skip ?? 0;
  const upTo = from + (wish.limit ?? wish.take ?? pageSize);
  return { records: rows.slice(from, upTo).map(present), count: rows.length };
}

/** Sorted by a field; ids break ties, so that the order is the same every time. */
export function sortedBy<T extends { readonly id: number }>(
  rows: readonly T[],
  sortValue: (row: T) => string | number | null,
  direction: 'asc' | 'desc' | undefined,
): readonly T[] {
  const sign = direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = sortValue(a) ?? '';
    const right = sortValue(b) ?? '';
    if (left === right) return a.id - b.id;
    return left < right ? -sign : sign;
  });
}

export function includesText(text: string, search: string | undefined): boolean {
  return search === undefined || text.toLowerCase().includes(search.toLowerCase());
}
