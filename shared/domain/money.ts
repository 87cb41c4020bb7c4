import { type Decimal, formatScaled, multiplyDecimals, parseScaled } from './decimal.ts';

/** An amount in the company's currency: canonical text with exactly two decimals, `1250.50`, `-0.99`. Never a number. */
export type Money = string;

export const zero: Money = '0.00';

const scale = 2;
const moneyPattern = /^-?\d+\.\d{2}$/;

/** Cents of an amount that is already money. Anything else is a bug in the caller, so it throws. */
function cents(amount: Money): bigint {
  const value = moneyPattern.test(amount) ? parseScaled(amount, scale) : null;
  if (value === null) throw new Error(`Not money: ${JSON.stringify(amount)}`);
  return value;
}

function fromCents(value: bigint): Money {
  return formatScaled(value, scale);
}

const grouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/;
const plain = /^(?:\d+(?:\.\d*)?|\.\d+)$/;
/** Sign, dollar sign and blanks around the figure; U+2212 is the minus that word processors and spreadsheets paste. */
const dressed = /^([+\-\u2212]?)\s*\$?\s*([+\-\u2212]?)([\d.,]+)$/;

/**
 * Reads an amount as people type it and APIs send it: `1250.5`, `$1,250.50`, `(99.00)`, ` -$5 `. Null when it is not an amount,
 * when commas do not stand at thousands (`0,50` may mean a half somewhere else), or when cents would have to be rounded.
 */
export function parseMoney(text: string): Money | null {
  const trimmed = text.trim();
  const unsigned = /^\$?\s*\((.*)\)$/s.exec(trimmed)?.[1];
  const match = dressed.exec((unsigned ?? trimmed).trim());
  if (match === null) return null;
  const sign = `${match[1] ?? ''}${match[2] ?? ''}`;
  const figure = match[3] ?? '';
  if (sign.length > 1 || (unsigned !== undefined && sign !== '')) return null;
  if (!grouped.test(figure) && !plain.test(figure)) return null;
  const value = parseScaled(figure.replaceAll(',', ''), scale);
  if (value === null) return null;
  const negative = unsigned !== undefined || (sign !== '' && sign !== '+');
  return fromCents(negative ? -value : value);
}

/** Below this many cents every amount with two decimals survives a JSON number: a double keeps 15 digits, no more. */
const numberLimitCents = 10n ** 15n;

/**
 * Reads an amount from a JSON field: a number by its shortest decimal text, or text as in `parseMoney`. Null for null, for
 * exponents, for more than two decimals and for numbers too large to be sure of the last cent.
 */
export function moneyFromJson(value: unknown): Money | null {
  if (typeof value === 'string') return parseMoney(value);
  if (typeof value !== 'number') return null;
  const amount = parseScaled(String(value), scale);
  if (amount === null || amount >= numberLimitCents || amount <= -numberLimitCents) return null;
  return fromCents(amount);
}

/** The sum of the amounts given; `0.00` for none. */
export function addMoney(...amounts: Money[]): Money {
  return sumMoney(amounts);
}

/** The sum of a list; `0.00` for an empty one. */
export function sumMoney(amounts: readonly Money[]): Money {
  let total = 0n;
  for (const amount of amounts) total += cents(amount);
  return fromCents(total);
}

/** `a` less `b`. */
export function subtractMoney(a: Money, b: Money): Money {
  return fromCents(cents(a) - cents(b));
}

/** The amount with its sign turned round; zero stays `0.00`. */
export function negateMoney(amount: Money): Money {
  return fromCents(-cents(amount));
}

/** The amount without its sign. */
export function absMoney(amount: Money): Money {
  const value = cents(amount);
  return fromCents(value < 0n ? -value : value);
}

/** True for exactly nothing. */
export function isZero(amount: Money): boolean {
  return cents(amount) === 0n;
}

/** True below zero. */
export function isNegative(amount: Money): boolean {
  return cents(amount) < 0n;
}

/** Orders two amounts by value, the smaller first. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  const difference = cents(a) - cents(b);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** As Sage prints amounts: `1,234.50`, and `(1,234.50)` below zero. */
export function formatMoney(amount: Money): string {
  const value = cents(amount);
  const printed = fromCents(value < 0n ? -value : value).replace(/\B(?=(?:\d{3})+\.)/g, ',');
  return value < 0n ? `(${printed})` : printed;
}

/** The amount times an exact factor of any scale, rounded once to the cent, half away from zero. */
export function multiplyMoney(amount: Money, factor: Decimal): Money {
  const product = multiplyDecimals(fromCents(cents(amount)), factor, scale);
  if (product === null) throw new Error(`Not a decimal: ${JSON.stringify(factor)}`);
  return product;
}
