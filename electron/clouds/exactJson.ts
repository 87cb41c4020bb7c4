declare global {
  interface JSON {
    /** ES2026: a value that JSON.stringify writes as this very text. */
    rawJSON(text: string): object;
  }
}

/**
 * Parses JSON so that no figure passes through a double: whole numbers that a double holds exactly stay numbers, all others
 * become the digits that were sent, as text. Throws SyntaxError as JSON.parse does.
 */
export function parseExactJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number') return value;
    // The digits decide, not the value: a large amount with cents may have become a whole number already.
    const digits = context?.source ?? String(value);
    return /^-?\d+$/.test(digits) && Number.isSafeInteger(value) ? value : digits;
  });
  return parsed;
}

/** A JSON number with exactly these digits. In: decimal text; throws SyntaxError for anything else. */
export function exactJsonNumber(decimal: string): object {
  return JSON.rawJSON(decimal);
}
