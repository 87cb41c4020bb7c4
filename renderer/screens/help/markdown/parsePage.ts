import { type Block, type Inline, plainText, type TableRow } from './blocks.ts';
import { parseInline } from './inline.ts';

const fence = /^```/;
const heading = /^(#{1,6}) +(.+)$/;
const item = /^(?:[*-]|(\d+)\.) +/;
const tableRow = /^\|.*\|$/;
const tableRule = /^\|(?: *:?-+:? *\|)+$/;

/**
 * Reads a help page: headings, paragraphs, lists within lists, tables, code and pictures. Anchors of headings are those that GitHub makes,
 * so that links lead to the same place in the application and in the repository; rows that begin with a code (messages, keys) have it as theirs.
 */
export function parsePage(markdown: string): readonly Block[] {
  const taken = new Map<string, number>();
  return blocksOf(markdown.replaceAll('\r\n', '\n').split('\n'), (words) => {
    const stem = anchorOf(words);
    const before = taken.get(stem) ?? 0;
    taken.set(stem, before + 1);
    return before === 0 ? stem : `${stem}-${before}`;
  });
}

/** `Rights in Sage` → `rights-in-sage`. */
function anchorOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function blocksOf(lines: readonly string[], anchorFor: (words: string) => string): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  /** The following lines for as long as they belong together. */
  const take = (belongs: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const titled = heading.exec(line);
    if (line.trim() === '') at += 1;
    else if (fence.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', text: take((one) => !fence.test(one)).join('\n') });
      at += 1;
    } else if (titled !== null) {
      at += 1;
      const parts = parseInline(titled[2] ?? '');
      blocks.push({ kind: 'heading', level: (titled[1] ?? '').length, anchor: anchorFor(plainText(parts)), parts });
    } else if (tableRow.test(line) && tableRule.test(lines[at + 1] ?? '')) {
      const [head = '', , ...rows] = take((one) => tableRow.test(one));
      blocks.push({ kind: 'table', head: cellsOf(head), rows: rows.map(rowOf) });
    } else if (item.test(line)) {
      const ordered = item.exec(line)?.[1] !== undefined;
      const inside = (one: string) => item.test(one) || /^ +\S/.test(one);
      const own: string[] = [];
      while (at < lines.length) {
        const rest = take(inside);
        own.push(...rest);
        // A blank line ends the list unless what follows is indented or the next item of it.
        const next = lines.slice(at).findIndex((one) => one.trim() !== '');
        if (next <= 0 || !inside(lines[at + next] ?? '')) break;
        own.push('');
        at += next;
      }
      blocks.push({ kind: 'list', ordered, items: itemsOf(own).map((one) => blocksOf(one, anchorFor)) });
    } else {
      const first = lines[at] ?? '';
      at += 1;
      const rest = take(
        (one) => one.trim() !== '' && !heading.test(one) && !fence.test(one) && !item.test(one) && !tableRow.test(one),
      );
      blocks.push({ kind: 'paragraph', parts: parseInline([first, ...rest].map((one) => one.trim()).join(' ')) });
    }
  }
  return blocks;
}

/** The lines of each item without its sign and its indentation. */
function itemsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const items: { readonly indent: number; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const sign = item.exec(line)?.[0];
    const last = items.at(-1);
    if (sign !== undefined) items.push({ indent: sign.length, lines: [line.slice(sign.length)] });
    else last?.lines.push(line.slice(0, last.indent).trim() === '' ? line.slice(last.indent) : line.trimStart());
  }
  return items.map((one) => one.lines);
}

function cellsOf(line: string): readonly (readonly Inline[])[] {
  // An escaped bar belongs to its cell, also within code.
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => parseInline(cell.trim().replaceAll('\\|', '|')));
}

function rowOf(line: string): TableRow {
  const cells = cellsOf(line);
  const first = cells[0]?.[0];
  return { anchor: first?.kind === 'code' ? first.text : null, cells };
}
