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
  const byFirstWord = new Map<string, { readonly text: string; readonly known: KnownName }[]>();
  for (const known of names) {
    const text = trimmed(known.name).toLowerCase();
    const [first] = text.match(word) ?? [];
    if (first === undefined || text.length < shortestName) continue;
    const same = byFirstWord.get(first) ?? [];
    if (same.length === 0) byFirstWord.set(first, same);
    if (!same.some((one) => one.text === text)) same.push({ text, known });
  }
  // The longest first: `Smith Roofing LLC` before `Smith`.
  for (const same of byFirstWord.values()) same.sort((a, b) => b.text.length - a.text.length);

  return (text) => {
    let clean = '';
    let done = 0;
    for (const { 0: token, index } of text.matchAll(word)) {
      if (index < done) continue;
      const found = byFirstWord.get(token.toLowerCase())?.find(({ text: name }) => isAt(text, index, name));
      if (found === undefined) continue;
      clean += text.slice(done, index) + pseudonym(found.known);
      done = index + found.text.length;
    }
    return (clean + text.slice(done)).replace(amount, '[amount]');
  };
}

/** A name is only one where it does not go on. */
function isAt(text: string, index: number, name: string): boolean {
  const end = index + name.length;
  return text.slice(index, end).toLowerCase() === name && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}

/** From its first letter or digit to its last. */
function trimmed(name: string): string {
  return name.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
