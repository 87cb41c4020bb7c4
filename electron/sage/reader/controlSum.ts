/** An exact sum: `units` of 10^-scale. */
export type ControlSum = { readonly units: bigint; readonly scale: number };

/**
 * Adds amounts up by their value, with whatever decimals they come: a company may keep them in another type than the described one.
 * NULL counts as nothing; null means that one of them is no number.
 */
export function sumOf(amounts: Iterable<string | null>): ControlSum | null {
  let units = 0n;
  let scale = 0;
  for (const text of amounts) {
    if (text === null) continue;
    const point = text.indexOf('.');
    const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
    if (!/^-?\d+$/.test(digits)) return null;
    const decimals = point < 0 ? 0 : digits.length - point;
    // As a rule every value of a column has the same decimals, so that this happens once.
    if (decimals > scale) {
      units *= 10n ** BigInt(decimals - scale);
      scale = decimals;
    }
    units += decimals === scale ? BigInt(digits) : BigInt(digits) * 10n ** BigInt(scale - decimals);
  }
  return { units, scale };
}

export function sameSum(a: ControlSum, b: ControlSum): boolean {
  return a.units * 10n ** BigInt(b.scale) === b.units * 10n ** BigInt(a.scale);
}
