import { addDecimals, formatScaled, multiplyDecimals, parseScaled } from '#shared/domain/decimal.ts';
import { jsonNumber } from '../../wireJson.ts';

/** An id of v1: a JSON integer, however long. */
export function int(id: string): object;
export function int(id: string | null): object | null;
export function int(id: string | null): object | null {
  return id === null ? null : JSON.rawJSON(id);
}

/** Most money of v1: text with at least one decimal, `250.0`. */
export function money(decimal: string): string;
export function money(decimal: string | null): string | null;
export function money(decimal: string | null): string | null {
  if (decimal === null) return null;
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${whole}.${fraction.replace(/0+$/, '') || '0'}`;
}

/** Money of invoices: text with two decimals, `250.00`. */
export function cents(decimal: string): string {
  return formatScaled(parseScaled(decimal, 2) ?? 0n, 2);
}

/** Money of budget lines and budget changes: a JSON number. */
export const num = jsonNumber;

export function total(amounts: Iterable<string>): string {
  let sum = '0.00';
  for (const amount of amounts) sum = addDecimals(sum, amount, 2);
  return sum;
}

export const times = (a: string, b: string): string => multiplyDecimals(a, b, 2) ?? '0.00';
export const minus = (a: string, b: string): string => addDecimals(a, b.startsWith('-') ? b.slice(1) : `-${b}`, 2);

/** `part` of `whole` in percent with two decimals. */
export function percent(part: string, whole: string): string {
  const [a, b] = [parseScaled(part, 2) ?? 0n, parseScaled(whole, 2) ?? 0n];
  return b === 0n ? '0.00' : formatScaled((a * 10_000n) / b, 2);
}

const currency = { currency_iso_code: 'USD' };
export const currencyOf = (code = 'USD') =>
  code === 'USD' ? { currency_configuration: currency } : { currency_configuration: { currency_iso_code: code } };

/** JSON whose numbers come as their own text, whatever their length. */
export function parseWithNumbersAsText(text: string): unknown {
  return JSON.parse(text, (_key, value, context) => (typeof value === 'number' ? context.source : value));
}

/** The same, to be written again exactly as it came. */
export function parseForEcho(text: string): unknown {
  return JSON.parse(text, (_key, value, context) => (typeof value === 'number' ? JSON.rawJSON(context.source) : value));
}

declare global {
  interface JSON {
    /** ES2026: the reviver sees the text that a number was read from. */
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source: string }) => unknown,
    ): unknown;
  }
}
