import { collapseSpaces } from '#shared/domain/text.ts';

const ascii = /^[ -~]*$/;

/**
 * Text as it is compared in searches and sorts: on one line, lower case in every script, without accents, full-width forms and
 * ligatures; so `MUÑOZ` finds `Munoz`, `STRASSE` finds `Straße`.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim();
  return (
    collapseSpaces(text)
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      // Upper case first, because ß and SS, ς and σ only meet there.
      .toUpperCase()
      .toLowerCase()
      .replaceAll('ς', 'σ')
  );
}

/** The folded words of all the texts given, with one blank between them; absent texts are skipped. */
export function foldWords(texts: readonly (string | null)[]): string {
  return texts
    .filter((text) => text !== null)
    .map(foldText)
    .filter((text) => text !== '')
    .join(' ');
}

/** Nobody types more; it keeps a pasted page from becoming a query of thousands of conditions. */
const longestSearch = 200;

/** What a person searches for, as folded words that must all occur. */
export function searchWords(search: string): readonly string[] {
  const folded = foldText(search.slice(0, longestSearch));
  return folded === '' ? [] : [...new Set(folded.split(' '))];
}

/** A GLOB pattern for text that contains the word. GLOB, because SQLite's LIKE and instr take up to twice as long. */
export function containing(word: string): string {
  return `*${word.replace(/[*?[]/g, '[$&]')}*`;
}

/** A GLOB pattern for text that begins so. */
export function beginning(text: string): string {
  return containing(text).slice(1);
}

/** Two digits tell the length of a run of digits, so a run longer than this sorts by its first digits. */
const longestRun = 99;

/** A key that sorts as text the way people sort: `2` before `10`, case and accents ignored, `007` with `7`. */
export function naturalKey(text: string): string {
  return foldText(text).replace(/\d+/g, (run) => {
    const digits = run.replace(/^0+(?=\d)/, '');
    return `${String(Math.min(digits.length, longestRun)).padStart(2, '0')}${digits}`;
  });
}
