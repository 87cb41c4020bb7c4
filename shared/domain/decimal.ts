/**
 * Exact decimal numbers as text. A `Decimal` is an optional sign, digits and at most one point (`-12.50`, `.5`, `+1`): never an
 * exponent, a comma or a blank. SQL Server prints `.5` and `-.99` without the leading zero, so reading accepts that form and
 * writing never makes it. Inside, a value is a BigInt counted in units of 10^-scale.
 */
export type Decimal = string;

const decimalPattern = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;

function parts(text: string): { readonly digits: bigint; readonly scale: number } | null {
  const match = decimalPattern.exec(text);
  if (match === null) return null;
  const fraction = match[3] ?? match[4] ?? '';
  const digits = BigInt(`${match[2] ?? ''}${fraction}`);
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length };
}

function pow10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

/** Reads decimal text as a count of 10^-scale; null when it is not a decimal, or when digits other than zeros would be lost. */
export function parseScaled(text: string, scale: number): bigint | null {
  const found = parts(text);
  if (found === null) return null;
  if (found.scale <= scale) return found.digits * pow10(scale - found.scale);
  const surplus = pow10(found.scale - scale);
  return found.digits % surplus === 0n ? found.digits / surplus : null;
}

/** Writes a count of 10^-scale as canonical text: a leading zero, exactly `scale` decimals, never `-0`. */
export function formatScaled(value: bigint, scale: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** True for text that is an exact decimal of any scale. */
export function isDecimal(text: string): boolean {
  return decimalPattern.test(text);
}

/**
 * Changes the scale of a count. Half goes away from zero, so that negatives mirror positives; SQL Server's ROUND() and its
 * decimal conversions do the same (general knowledge, confidence med).
 */
export function roundScaled(value: bigint, fromScale: number, toScale: number): bigint {
  if (toScale >= fromScale) return value * pow10(toScale - fromScale);
  const unit = pow10(fromScale - toScale);
  const magnitude = value < 0n ? -value : value;
  const rounded = (magnitude + unit / 2n) / unit;
  return value < 0n ? -rounded : rounded;
}

/** The exact product, rounded once (half away from zero) to `resultScale` decimals; null when either side is not a decimal. */
export function multiplyDecimals(a: string, b: string, resultScale: number): string | null {
  const left = parts(a);
  const right = parts(b);
  if (left === null || right === null) return null;
  return formatScaled(roundScaled(left.digits * right.digits, left.scale + right.scale, resultScale), resultScale);
}

/** The sum with `scale` decimals. Throws when either is not a decimal of at most that scale. */
export function addDecimals(a: string, b: string, scale: number): string {
  const left = parseScaled(a, scale);
  const right = parseScaled(b, scale);
  if (left === null || right === null) throw new Error(`Not decimals of scale ${scale}: ${a}, ${b}`);
  return formatScaled(left + right, scale);
}

/** True when the text fits a column `decimal(precision, scale)` without losing a digit. */
export function fitsDecimal(text: string, precision: number, scale: number): boolean {
  const value = parseScaled(text, scale);
  if (value === null) return false;
  const limit = pow10(precision);
  return value < limit && value > -limit;
}

/** Orders two decimals of any scale by value. Throws when either is not a decimal: check what came from outside first. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const left = parts(a);
  const right = parts(b);
  if (left === null || right === null) throw new Error(`Not a decimal: ${JSON.stringify(left === null ? a : b)}`);
  const scale = Math.max(left.scale, right.scale);
  const difference = left.digits * pow10(scale - left.scale) - right.digits * pow10(scale - right.scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** True when two decimals have the same value, whatever their scale. Throws when either is not a decimal. */
export function sameDecimal(a: string, b: string): boolean {
  return compareDecimals(a, b) === 0;
}
