import { type Block, plainText } from './markdown/blocks.ts';
import { parsePage } from './markdown/parsePage.ts';

/** The pages come with the application, each in a part of its own that is loaded when somebody opens it. */
const sources = import.meta.glob<string>('../../../resources/help/*.md', { query: '?raw', import: 'default' });
const pictures = import.meta.glob<string>('../../../resources/help/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});
const folder = '../../../resources/help/';

/** In the order of the list; `id` is the second part of the route and the file's name. */
export const helpPages = [
  { id: 'accountant', label: 'For accountants', words: 'From Home to a pushed change order, step by step' },
  { id: 'messages', label: 'Messages', words: 'What each one means and what to do' },
  { id: 'it', label: 'For IT', words: 'Installing, connecting, upgrading, removing' },
  { id: 'it-sage', label: 'IT: Sage and SQL Server', words: 'Driver, rights, approval, certificates' },
  { id: 'it-network', label: 'IT: network, Procore', words: 'Hosts and ports, proxies, Procore’s app' },
  { id: 'it-running', label: 'IT: running, backup', words: 'Unattended, watching, backup, what is written where' },
  { id: 'it-settings', label: 'IT: every setting', words: 'All keys, policy, secrets, command line' },
  { id: 'security', label: 'Security', words: 'What is protected against whom, and what is not' },
  { id: 'procoreRules', label: 'Rules with Procore', words: 'What holds between Procore and Sage, by number' },
] as const;

export type HelpPage = (typeof helpPages)[number];
export type OpenPage = { readonly id: HelpPage['id']; readonly blocks: readonly Block[] };

/** A page as data. Rejects when the part of the application that holds it cannot be loaded. */
export async function loadPage(id: HelpPage['id']): Promise<readonly Block[]> {
  const source = sources[`${folder}${id}.md`];
  if (source === undefined) throw new Error(`There is no help page ${id}`);
  return parsePage(await source());
}

/** Where a picture of a page lies in the application; null: it has none of that name. */
export function pictureAddress(file: string): string | null {
  return pictures[`${folder}${file}`] ?? null;
}

/**
 * Where a link of a page leads within the application: to a place of the same page (`#secrets`) or of another (`it.md#secrets`). Null
 * for all else: it is shown as text, for nothing on the internet is opened from here.
 */
export function linkAddress(page: string, to: string): string | null {
  const [file = '', anchor] = to.split('#');
  const target = file === '' ? page : file.replace(/\.md$/, '');
  const known = helpPages.find(({ id }) => id === target);
  if (known === undefined || (file !== '' && !file.endsWith('.md'))) return null;
  return anchor === undefined ? `#/help/${known.id}` : `#/help/${known.id}/${anchor}`;
}

export type Hit = { readonly anchor: string | null; readonly heading: string; readonly text: string };

/** The places of a page that hold every word asked for, each with the heading above it. */
export function searchPage(blocks: readonly Block[], asked: string): readonly Hit[] {
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  let above: { readonly anchor: string | null; readonly heading: string } = { anchor: null, heading: '' };
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') above = { anchor: block.anchor, heading: plainText(block.parts) };
    return passagesOf(block)
      .filter(({ text }) => wanted.every((word) => `${above.heading} ${text}`.toLowerCase().includes(word)))
      .map(({ text, anchor }) => ({ heading: above.heading, text, anchor: anchor ?? above.anchor }));
  });
}

/** What is found as one: a paragraph, an item of a list, a row of a table. */
function passagesOf(block: Block): readonly { readonly text: string; readonly anchor: string | null }[] {
  switch (block.kind) {
    case 'heading':
      return [];
    case 'paragraph':
      return [{ text: plainText(block.parts), anchor: null }];
    case 'code':
      return [{ text: block.text, anchor: null }];
    case 'list':
      return block.items.map((blocks) => ({
        text: blocks
          .flatMap(passagesOf)
          .map(({ text }) => text)
          .join(' '),
        anchor: null,
      }));
    case 'table':
      return block.rows.map(({ cells, anchor }) => ({ text: cells.map(plainText).join(' · '), anchor }));
  }
}
