/** One line of text: every run of blanks, line ends and control characters becomes one space; none at the ends. */
export function collapseSpaces(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** `change order 7` as a sentence begins with it. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The text cut to at most `length` UTF-16 units (what `nvarchar(n)` counts), never inside a character as a person sees it. What
 * had to be cut ends without blanks, because Sage gives trailing blanks back trimmed and a read-back compares exactly.
 */
export function truncateAt(text: string, length: number): string {
  if (text.length <= length) return text;
  let end = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (end + segment.length > length) break;
    end += segment.length;
  }
  return text.slice(0, end).trimEnd();
}

/**
 * The text, cut to `length`, with ` (2)`, ` (3)` … when it is taken already. Case and trailing blanks do not tell two texts apart,
 * because they do not under SQL Server's usual collation (confidence med).
 */
export function uniqueWithin(text: string, taken: ReadonlySet<string>, length: number): string {
  const alike = (value: string) => value.trimEnd().toLowerCase();
  const used = new Set([...taken].map(alike));
  const first = truncateAt(text, length);
  if (!used.has(alike(first))) return first;
  let suffixLength = 0;
  let base = '';
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    if (suffix.length > length) throw new Error(`No room for a unique text in ${length} characters`);
    if (suffix.length !== suffixLength) {
      suffixLength = suffix.length;
      base = truncateAt(text, length - suffixLength).trimEnd();
    }
    const candidate = `${base}${suffix}`;
    if (!used.has(alike(candidate))) return candidate;
  }
}

const blockTags = new Set(
  (
    'address article aside blockquote body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr ' +
    'html li main nav ol p pre section table tbody tfoot thead title tr ul'
  ).split(' '),
);
/** Elements whose content is not text for people. */
const hiddenTags = new Set(['script', 'style', 'template', 'head', 'noscript']);

/** Index of the `>` that ends a tag, or -1. A quote counts only after `=`, as in HTML, so that `it's` does not open one. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  let previous = '';
  for (let index = from; index < html.length; index += 1) {
    const char = html.charAt(index);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') return index;
    else if ((char === '"' || char === "'") && previous === '=') quote = char;
    if (char.trim() !== '') previous = char;
  }
  return -1;
}

type Token = { readonly tag: string; readonly closing: boolean } | { readonly text: string };

/** Splits HTML into tags and text in one pass (time grows with the length only, whatever hostile input looks like). */
function tokens(html: string): Token[] {
  const found: Token[] = [];
  const opening = /<(?:!--|(\/?)([a-z][a-z0-9-]*)|[!?])/gi;
  let at = 0;
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const comment = match[0] === '<!--';
    const end = comment ? html.indexOf('-->', match.index) : endOfTag(html, opening.lastIndex);
    if (end < 0) break; // never closed: the rest is text
    found.push({ text: html.slice(at, match.index) });
    at = end + (comment ? 3 : 1);
    const tag = (match[2] ?? '').toLowerCase();
    const closing = match[1] === '/';
    if (hiddenTags.has(tag) && !closing) {
      const close = new RegExp(`</${tag}\\s*>`, 'gi');
      close.lastIndex = at;
      at = close.exec(html) === null ? html.length : close.lastIndex;
    }
    if (tag !== '') found.push({ tag, closing });
    opening.lastIndex = at;
  }
  found.push({ text: html.slice(at) });
  return found;
}

/**
 * Rich text (HTML) as plain text: entities decoded once, blocks and line breaks as line ends, list items with `- `, cells apart by
 * a blank, at most one empty line in a row. Text without any tag keeps its own line ends. Scripts, styles and comments are left out.
 */
export function plainFromHtml(html: string): string {
  const parsed = tokens(html);
  const rich = parsed.some((token) => 'tag' in token);
  let plain = '';
  for (const token of parsed) {
    if ('text' in token) {
      const text = decodeEntities(rich ? token.text.replace(/\s+/g, ' ') : token.text);
      plain += rich && plain.endsWith('\n') ? text.trimStart() : text;
    } else if (token.tag === 'br') plain += '\n';
    else if (token.tag === 'td' || token.tag === 'th') plain += ' ';
    else if (blockTags.has(token.tag)) {
      if (plain !== '' && !plain.endsWith('\n')) plain += '\n';
      if (token.tag === 'li' && !token.closing) plain += '- ';
    }
  }
  return plain
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\s]+/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    copy: '©',
    reg: '®',
    trade: '™',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    deg: '°',
    plusmn: '±',
    times: '×',
    divide: '÷',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    sup2: '²',
    sup3: '³',
    euro: '€',
    pound: '£',
    cent: '¢',
    sect: '§',
    para: '¶',
    ntilde: 'ñ',
    Ntilde: 'Ñ',
    aacute: 'á',
    eacute: 'é',
    iacute: 'í',
    oacute: 'ó',
    uacute: 'ú',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    szlig: 'ß',
  }),
);

/** What Word writes as `&#128;` to `&#159;` means Windows-1252, and HTML says so too. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return windows1252.charAt(code - 0x80);
  const impossible = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return impossible ? '\ufffd' : String.fromCodePoint(code);
}

/** Decodes each entity once, so that `&amp;lt;` becomes `&lt;`. What is no known entity stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z][a-z0-9]{1,7}));/gi, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole;
    return characterOf(typeof hex === 'string' ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10));
  });
}
