import { compareDecimals, formatScaled, isDecimal, parseScaled } from './decimal.ts';
import { type Money, subtractMoney, sumMoney, zero } from './money.ts';

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

/**
 * Shares of an amount by percentages, and what is left of it; shares + left always equal the whole. When the percentages add up
 * to exactly 100 nothing is left. Otherwise every share is cut to the cent towards zero; above 100 % the rest has the opposite
 * sign. Null when a percentage is malformed or negative.
 */
export function splitByPercent(
  total: Money,
  percents: readonly string[],
): { readonly amounts: Money[]; readonly left: Money } | null {
  const whole = centsOf(total);
  const shares = onOneScale(percents);
  if (shares === null) return null;
  const hundred = 100n * 10n ** BigInt(shares.scale);
  if (shares.counts.reduce((added, count) => added + count, 0n) === hundred) {
    return { amounts: allocateByWeights(total, percents) ?? [], left: zero };
  }
  const magnitude = whole < 0n ? -whole : whole;
  const amounts = signed(
    shares.counts.map((count) => (magnitude * count) / hundred),
    whole,
  );
  return { amounts, left: subtractMoney(formatScaled(whole, 2), sumMoney(amounts)) };
}
