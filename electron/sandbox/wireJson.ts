declare global {
  interface JSON {
    /** ES2026: a value that JSON.stringify writes as this very text. */
    rawJSON(text: string): object;
  }
}

/** Decimal text as a JSON number without a detour over a double: `12.50` is written `12.5`, as the real service would. */
export function jsonNumber(decimal: string): object;
export function jsonNumber(decimal: string | null): object | null;
export function jsonNumber(decimal: string | null): object | null {
  if (decimal === null) return null;
  const short = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return JSON.rawJSON(short === '-0' ? '0' : short);
}
