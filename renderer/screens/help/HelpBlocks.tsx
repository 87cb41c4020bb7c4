import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { createElement } from 'react';
import { useSmallTableStyles } from '../../components/smallTableStyles.ts';
import { HelpWords } from './HelpWords.tsx';
import type { Block } from './markdown/blocks.ts';

const useStyles = makeStyles({
  heading: { margin: '20px 0 6px', outlineStyle: 'none', scrollMarginTop: '8px' },
  h2: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  h3: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  paragraph: { margin: '0 0 10px' },
  list: { margin: '0 0 10px', paddingLeft: '24px', '& li': { marginBottom: '4px' }, '& p': { marginBottom: '4px' } },
  code: {
    margin: '0 0 10px',
    padding: '8px 12px',
    overflowX: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { marginBottom: '12px', overflowX: 'auto' },
  row: { scrollMarginTop: '40px', outlineStyle: 'none' },
  found: { backgroundColor: tokens.colorNeutralBackground1Selected },
});

type Props = {
  readonly page: string;
  readonly blocks: readonly Block[];
  /** The place that was asked for: its row is marked, so that it is found in a long table. */
  readonly anchor?: string | null;
};

/** A page's blocks as elements. Every word of it becomes text; there is no way from a page to markup. */
export function HelpBlocks({ page, blocks, anchor = null }: Props) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
  return blocks.map((block, index) => <HelpBlock key={index} page={page} block={block} anchor={anchor} />);
}

type BlockProps<Kind extends Block['kind']> = {
  readonly page: string;
  readonly block: Extract<Block, { readonly kind: Kind }>;
  readonly anchor: string | null;
};

function HelpBlock({ page, block, anchor }: BlockProps<Block['kind']>) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading': {
      const className = mergeClasses(styles.heading, block.level === 2 ? styles.h2 : styles.h3);
      const parts = <HelpWords page={page} parts={block.parts} />;
      return createElement(`h${block.level}`, { className, tabIndex: -1, 'data-help': block.anchor }, parts);
    }
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <HelpWords page={page} parts={block.parts} />
        </p>
      );
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the keyboard too
        <pre className={styles.code} tabIndex={0}>
          {block.text}
        </pre>
      );
    case 'list': {
      // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
      const items = block.items.map((blocks, at) => <ListItem key={at} page={page} blocks={blocks} />);
      return createElement(block.ordered ? 'ol' : 'ul', { className: styles.list }, items);
    }
    case 'table':
      return <HelpTable page={page} block={block} anchor={anchor} />;
  }
}

function HelpTable({ page, block, anchor }: BlockProps<'table'>) {
  const styles = useStyles();
  const small = useSmallTableStyles();
  return (
    <div className={styles.table}>
      <table className={small.table}>
        <thead>
          <tr>
            {block.head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
              <th key={at} scope="col" className={small.head}>
                <HelpWords page={page} parts={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, at) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
              key={at}
              className={mergeClasses(styles.row, row.anchor !== null && row.anchor === anchor && styles.found)}
              {...(row.anchor === null ? {} : { 'data-help': row.anchor, tabIndex: -1 })}
            >
              {row.cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a page never changes
                <td key={column} className={small.cell}>
                  <HelpWords page={page} parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** An item of a list: its first words stand beside its sign, without a paragraph of their own. */
function ListItem({ page, blocks: [first, ...rest] }: { readonly page: string; readonly blocks: readonly Block[] }) {
  if (first === undefined) return <li />;
  return (
    <li>
      {first.kind === 'paragraph' ? (
        <HelpWords page={page} parts={first.parts} />
      ) : (
        <HelpBlocks page={page} blocks={[first]} />
      )}
      {rest.length === 0 ? null : <HelpBlocks page={page} blocks={rest} />}
    </li>
  );
}
