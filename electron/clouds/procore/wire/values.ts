import { z } from 'zod';
import { formatScaled, isDecimal, parseScaled } from '#shared/domain/decimal.ts';

/**
 * Values as Procore sends them: fields may be missing or null, ids are integers (v1) or text (v2), amounts are text of any scale or
 * numbers, percentages may carry a %. Whole numbers beyond what a double holds and all fractions arrive as text (`parseExactJson`).
 */

/** Anything, also nothing: the field itself says what it makes of it. */
const sent = z.unknown().optional();

export const id = z.union([z.string().min(1), z.number()], 'is missing').transform(String);
export const idOrNull = z
  .union([z.string(), z.number()])
  .nullish()
  .catch(null)
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)));
export const textOrNull = idOrNull;
export const text = textOrNull.transform((value) => value ?? '');

/** Exact decimal text, with two decimals where that loses nothing; null for what is no decimal. */
export function exactDecimal(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const digits = String(value).trim();
  if (!isDecimal(digits)) return null;
  const cents = parseScaled(digits, 2);
  if (cents !== null) return formatScaled(cents, 2);
  const scale = digits.length - digits.indexOf('.') - 1;
  const exact = parseScaled(digits, scale);
  return exact === null ? null : formatScaled(exact, scale).replace(/0+$/, '');
}

/** A figure that decides money: null is nothing, a field that is not there is not. */
export const amount = sent.transform((value, context) => {
  if (value === null || value === '') return '0.00';
  const exact = exactDecimal(value);
  if (exact !== null) return exact;
  context.addIssue({ code: 'custom', message: value === undefined ? 'is missing' : 'is not an exact number' });
  return z.NEVER;
});

/** A figure whose absence means nothing. */
export const amountOrZero = sent.transform((value, context) => {
  if (value === undefined || value === null || value === '') return '0.00';
  const exact = exactDecimal(value);
  if (exact !== null) return exact;
  context.addIssue({ code: 'custom', message: 'is not an exact number' });
  return z.NEVER;
});

export const amountOrNull = sent.transform((value, context) => {
  if (value === undefined || value === null || value === '') return null;
  const exact = exactDecimal(value);
  if (exact !== null) return exact;
  context.addIssue({ code: 'custom', message: 'is not an exact number' });
  return z.NEVER;
});

export const percent = sent
  .transform((value) => (typeof value === 'string' ? value.replace(/\s*%\s*$/, '') : value))
  .pipe(amountOrZero);

export const flag = z
  .boolean()
  .nullish()
  .catch(null)
  .transform((value) => value ?? false);

/** `YYYY-MM-DD`; of a time only the day that is written. */
export const dayOrNull = sent.transform((value) =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : null,
);

/** An instant, ISO UTC with milliseconds; null for what is none. */
export const instantOrNull = sent.transform((value) => {
  if (typeof value !== 'string') return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) || /^\d{4}-\d{2}-\d{2}$/.test(value);
  const at = Date.parse(zoned ? value : `${value}Z`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
});

/** What never says when it changed counts as changed at the beginning of time. */
export const instant = instantOrNull.transform((value) => value ?? '1970-01-01T00:00:00.000Z');

export const wholeOrZero = sent.transform((value) => (Number.isSafeInteger(value) ? Number(value) : 0));

/** `{id, …}` or nothing: the id. */
export const idOfObject = z
  .object({ id: idOrNull })
  .nullish()
  .catch(null)
  .transform((value) => value?.id ?? null);
