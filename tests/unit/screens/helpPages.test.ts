import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpFor, helpPlaces } from '../../../renderer/navigation/helpPlaces.ts';
import { type Block, type Inline, plainText } from '../../../renderer/screens/help/markdown/blocks.ts';
import { parseInline } from '../../../renderer/screens/help/markdown/inline.ts';
import { parsePage } from '../../../renderer/screens/help/markdown/parsePage.ts';
import { helpPages, linkAddress, searchPage } from '../../../renderer/screens/help/pages.ts';

const folder = join(import.meta.dirname, '../../../resources/help');
const pages = helpPages.map(({ id }) => ({ id, blocks: parsePage(readFileSync(join(folder, `${id}.md`), 'utf8')) }));

/** All words of a page, with what is marked in them. */
function wordsOf(blocks: readonly Block[]): readonly Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(wordsOf);
    if (block.kind === 'table') return [...block.head.flat(), ...block.rows.flatMap(({ cells }) => cells.flat())];
    return block.kind === 'code' ? [] : block.parts;
  });
}

function within(parts: readonly Inline[]): readonly Inline[] {
  return parts.flatMap((part) => ('parts' in part ? [part, ...within(part.parts)] : [part]));
}

const anchorsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) =>
    block.kind === 'heading' ? [block.anchor] : block.kind === 'table' ? block.rows.map(({ anchor }) => anchor) : [],
  );

describe('a help page', () => {
  it('is read as headings, paragraphs, lists within lists, tables and code', () => {
    const page = [
      '# Title',
      'One line',
      'and its *second*.',
      '',
      '1. First',
      '   goes on:',
      '   * within `a|b`',
      '',
      '   ```',
      '   { "a": 1 }',
      '   ```',
      '2. Second',
      '',
      '| Code | Words |',
      '| --- | --- |',
      '| `sage.login` | a\\|b |',
    ].join('\n');
    expect(parsePage(page)).toMatchObject([
      { kind: 'heading', level: 1, anchor: 'title' },
      { kind: 'paragraph', parts: [{ text: 'One line and its ' }, { kind: 'emphasis' }, { text: '.' }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          [
            { kind: 'paragraph', parts: [{ text: 'First goes on:' }] },
            {
              kind: 'list',
              ordered: false,
              items: [[{ parts: [{ text: 'within ' }, { kind: 'code', text: 'a|b' }] }]],
            },
            { kind: 'code', text: '{ "a": 1 }' },
          ],
          [{ parts: [{ text: 'Second' }] }],
        ],
      },
      { kind: 'table', rows: [{ anchor: 'sage.login', cells: [[{ text: 'sage.login' }], [{ text: 'a|b' }]] }] },
    ]);
  });

  it('keeps markup as the text that it is', () => {
    const hostile = '<img src=x onerror=alert(1)> <script>alert(1)</script>';
    expect(parseInline(hostile)).toEqual([{ kind: 'text', text: hostile }]);
  });

  it('has the anchors that its links have on GitHub too, also where two headings are alike', () => {
    const blocks = parsePage('## What is written where\n\n## Don’t: a "test"!\n\n## Same\n\n## Same');
    expect(anchorsOf(blocks)).toEqual(['what-is-written-where', 'dont-a-test', 'same', 'same-1']);
  });

  it('links to other help pages only, and to nothing else', () => {
    expect(linkAddress('it', '#secrets')).toBe('#/help/it/secrets');
    expect(linkAddress('accountant', 'messages.md#sage.login')).toBe('#/help/messages/sage.login');
    for (const to of ['https://example.com', 'javascript:alert(1)', '../../README.md', 'file:///etc/passwd', 'it'])
      expect(linkAddress('it', to), to).toBeNull();
  });

  it('is searched for all words at once, in their paragraph or row, with the heading above', () => {
    const blocks = parsePage(
      '## Login\n\nThe server said no.\n\n| Code | Words |\n| --- | --- |\n| `a.b` | Wrong password |',
    );
    expect(searchPage(blocks, 'SERVER no')).toEqual([
      { anchor: 'login', heading: 'Login', text: 'The server said no.' },
    ]);
    expect(searchPage(blocks, 'password').map(({ anchor }) => anchor)).toEqual(['a.b']);
    expect(searchPage(blocks, 'password server')).toEqual([]);
    expect(searchPage(blocks, ' ')).toEqual([]);
  });
});

describe('the help pages', () => {
  it('are all in the list of the Help screen', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(files.toSorted()).toEqual(pages.map(({ id }) => `${id}.md`).toSorted());
  });

  it('lead with every link to a place that is there', () => {
    const places = new Set(
      pages.flatMap(({ id, blocks }) => [
        `#/help/${id}`,
        ...anchorsOf(blocks).map((anchor) => `#/help/${id}/${anchor}`),
      ]),
    );
    const lost = pages.flatMap(({ id, blocks }) =>
      within(wordsOf(blocks)).flatMap((part) => {
        if (part.kind !== 'link') return [];
        const address = linkAddress(id, part.to);
        return address === null || !places.has(address) ? [`${id}.md: ${plainText([part])} → ${part.to}`] : [];
      }),
    );
    expect(lost.filter((one) => !one.includes('status.schema.json'))).toEqual([]);
    expect(Object.values(helpPlaces).filter((place) => !places.has(`#/help/${place}`))).toEqual([]);
  });

  it.each([
    ['#/settings/backup', '#/help/accountant/after-a-restore'],
    ['#/settings/about', '#/help/it'],
    ['#/procore/reconcile?level=job', '#/help/accountant/month-end-is-everything-equal'],
    ['#/procore/vendor', '#/help/accountant/procore'],
    ['#/nowhere', '#/help/accountant'],
  ])('are opened by F1 at what they say of the part of the screen: %s', (hash, place) => {
    expect(helpFor(hash)).toBe(place);
  });

  it('show pictures that are there, each said in words and small', () => {
    const shown = pages.flatMap(({ blocks }) => within(wordsOf(blocks)).filter((part) => part.kind === 'image'));
    for (const picture of shown) {
      if (picture.kind !== 'image') continue;
      expect(statSync(join(folder, picture.file)).size, picture.file).toBeLessThan(150_000);
      expect(picture.words.length, picture.file).toBeGreaterThan(20);
    }
  });
});
