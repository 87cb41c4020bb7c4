import { compareDecimals, fitsDecimal, formatScaled, parseScaled } from './decimal.ts';

/**
 * Cost codes are keys that look like numbers: Sage stores them as decimal(15,3) (confidence high), so `100` and `100.000` are one
 * code and `12162420.100` and `12162420.1` are one code. Nothing is ever calculated with them.
 */
const precision = 15;
const scale = 3;

/** The one spelling used as a key: three decimals, `100` → `100.000`; null when the text cannot be a cost code in Sage. */
export function canonicalCostCode(text: string): string | null {
  if (!/^[\d.]/.test(text) || !fitsDecimal(text, precision, scale)) return null;
  const value = parseScaled(text, scale);
  return value === null ? null : formatScaled(value, scale);
}

/** True when both texts mean the same cost code in Sage. */
export function sameCostCode(a: string, b: string): boolean {
  return (canonicalCostCode(a) ?? a) === (canonicalCostCode(b) ?? b);
}

/** As Sage shows it: whole codes without decimals (`100`), all others with three (`12162420.100`). Other text stays as it is. */
export function displayCostCode(code: string): string {
  return (canonicalCostCode(code) ?? code).replace(/^(\d+)\.000$/, '$1');
}

/** Orders codes by their number, as Sage lists them; text that is no cost code comes last, in text order. */
export function compareCostCodes(a: string, b: string): -1 | 0 | 1 {
  const left = canonicalCostCode(a);
  const right = canonicalCostCode(b);
  if (left !== null && right !== null) return compareDecimals(left, right);
  if (left !== null) return -1;
  if (right !== null) return 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
