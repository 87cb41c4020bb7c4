/** What leaves for support: free text without the names and amounts of a company's books. */

/** `kind` stands in the pseudonym: `vendor-3f2a9c`. */
export type KnownName = { readonly kind: string; readonly name: string };

/** Shorter names are ordinary words too often. */
const shortestName = 4;

const word = /[\p{L}\p{N}]+/gu;

/** Amounts as they are written anywhere, `-1,234.50` or `$900`; versions and codes with more parts or places are none. */
const amount =
  /(?<![\d.,\p{L}])-?\$?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.])|(?<![\d.,\p{L}])-?\$?\d+\.\d{2}(?![\d.])|\$\d+/gu;

/**
 * Replaces every known name by its pseudonym, and every amount. One pass over the text, however many names there are. `pseudonym`: the
 * same name gets the same one every time.
 */
export function createScrubber(
  names: readonly KnownName[],
  pseudonym: (known: KnownName) => string,
): (text: string) => string {
  const byFirstWord = new Map<string, Map<string, KnownName>>();
  for (const known of names) {
    const text = trimmed(known.name).toLowerCase();
    const [first] = text.match(word) ?? [];
    if (first === undefined || text.length < shortestName) continue;
    const same = byFirstWord.get(first) ?? new Map<string, KnownName>();
    byFirstWord.set(first, same.has(text) ? same : same.set(text, known));
  }
  // Looked up by length, so that a thousand names with the same first word cost no more than one. The longest first: `Smith Roofing` before `Smith`.
  const lengths = new Map(
    [...byFirstWord].map(([first, same]) => [
      first,
      [...new Set([...same.keys()].map(({ length }) => length))].sort((a, b) => b - a),
    ]),
  );

  return (text) => {
    let clean = '';
    let done = 0;
    for (const { 0: token, index } of text.matchAll(word)) {
      if (index < done) continue;
      const first = token.toLowerCase();
      for (const length of lengths.get(first) ?? []) {
        const end = index + length;
        const known = byFirstWord.get(first)?.get(text.slice(index, end).toLowerCase());
        // A name is only one where it does not go on.
        if (known === undefined || /[\p{L}\p{N}]/u.test(text.charAt(end))) continue;
        clean += text.slice(done, index) + pseudonym(known);
        done = end;
        break;
      }
    }
    return (clean + text.slice(done)).replace(amount, '[amount]');
  };
}

/** From its first letter or digit to its last. */
function trimmed(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
