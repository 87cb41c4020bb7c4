/**
 * The number that Sage would suggest for the next change order of a job and phase; null when it would suggest none and a person
 * has to type one. In: the numbers in use, oldest first, which may be none.
 *
 * Sage's rule (confidence high): `7` → `8`, `220-1` → `220-2`; letters with digits (`COR5`) stop the suggestion. The newest number
 * says which series goes on; the next one is above the highest of that series, so that a number typed out of turn is not
 * suggested a second time (confidence med).
 */
export function nextChangeNumber(used: readonly string[]): string | null {
  const numbers = used.map((number) => number.trim()).filter((number) => number !== '');
  const newest = numbers.at(-1);
  if (newest === undefined) return '1';
  const series = seriesOf(newest);
  if (series === null) return null;
  let highest = series.last;
  for (const number of numbers) {
    const other = seriesOf(number);
    if (other?.prefix === series.prefix && other.last > highest) highest = other.last;
  }
  return `${series.prefix}${highest + 1n}`;
}

/** `220-1` → prefix `220-` and 1; null for anything but digits and single dashes between them. */
function seriesOf(number: string): { readonly prefix: string; readonly last: bigint } | null {
  const match = /^((?:\d+-)*)(\d+)$/.exec(number);
  return match === null ? null : { prefix: match[1] ?? '', last: BigInt(match[2] ?? '') };
}
