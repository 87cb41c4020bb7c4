import { compareDecimals, formatScaled, isDecimal, parseScaled } from './decimal.ts';
import type { Money } from './money.ts';

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The decimals as counts of one common scale, so that they can be added exactly; null when one is malformed or negative. */
function onOneScale(texts: readonly string[]): { readonly counts: readonly bigint[]; readonly scale: number } | null {
  if (!texts.every((text) => isDecimal(text) && compareDecimals(text, '0') >= 0)) return null;
  const scale = texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0);
  return { counts: texts.map((text) => parseScaled(text, scale) ?? 0n), scale };
}

function centsOf(total: Money): bigint {
  const value = parseScaled(total, 2);
  if (value === null) throw new Error(`Not money: ${JSON.stringify(total)}`);
  return value;
}

/** Parts are worked out on the absolute value and signed afterwards, so that a credit splits like the charge it reverses. */
function signed(parts: readonly bigint[], total: bigint): Money[] {
  return parts.map((part) => formatScaled(total < 0n ? -part : part, 2));
}

/**
 * Splits an amount by weights so that the parts equal the whole to the cent: every share is cut to the cent below, and the cents
 * left over go to the largest cut-off fractions, ties by line order. Rounding each share by itself would make or lose cents.
 * Null when a weight is malformed or negative, or when no weight is positive.
 */
export function allocateByWeights(total: Money, weights: readonly string[]): Money[] | null {
  const whole = centsOf(total);
  const counts = onOneScale(weights)?.counts;
  const sum = counts?.reduce((added, count) => added + count, 0n) ?? 0n;
  if (counts === undefined || sum === 0n) return null;

  const magnitude = whole < 0n ? -whole : whole;
  const parts = counts.map((count) => (magnitude * count) / sum);
  const left = magnitude - parts.reduce((added, part) => added + part, 0n);
  const cutOff = counts.map((count, line) => ({ line, rest: (magnitude * count) % sum }));
  cutOff.sort((a, b) => (a.rest === b.rest ? a.line - b.line : a.rest > b.rest ? -1 : 1));
  const raised = new Set(cutOff.filter((_, rank) => BigInt(rank) < left).map(({ line }) => line));
  return signed(
    parts.map((part, line) => (raised.has(line) ? part + 1n : part)),
    whole,
  );
}
