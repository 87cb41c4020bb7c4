import { addDecimals, formatScaled, parseScaled } from '#shared/domain/decimal.ts';

/** Procore's amounts have cents, unit prices up to four decimals (its own samples, confidence med); six lose nothing. */
const scale = 6;

/** With two decimals where that loses nothing. */
function shortened(value: string): string {
  const cents = parseScaled(value, 2);
  return cents === null ? value.replace(/0+$/, '') : formatScaled(cents, 2);
}

export function sum(a: string, b: string): string {
  return shortened(addDecimals(a, b, scale));
}

export function difference(a: string, b: string): string {
  const negated = b.startsWith('-') ? b.slice(1) : `-${b}`;
  return sum(a, negated);
}
