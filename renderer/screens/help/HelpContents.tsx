import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Block, plainText } from './markdown/blocks.ts';
import { helpPages } from './pages.ts';

const useStyles = makeStyles({
  nav: {
    position: 'sticky',
    top: 0,
    alignSelf: 'start',
    maxHeight: 'calc(100vh - 120px)',
    overflowY: 'auto',
    '@media print': { display: 'none' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  within: { paddingLeft: '12px', marginBottom: '8px' },
  link: {
    display: 'block',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chapter: { fontSize: tokens.fontSizeBase200, padding: '2px 8px' },
  current: { fontWeight: tokens.fontWeightSemibold },
});

type Props = { readonly current: string; readonly blocks: readonly Block[] };

/** All pages, and the chapters of the open one. */
export function HelpContents({ current, blocks }: Props) {
  const styles = useStyles();
  const chapters = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []));
  return (
    <nav className={styles.nav} aria-label="Help pages">
      <ul className={styles.list}>
        {helpPages.map(({ id, label }) => (
          <li key={id}>
            <a
              href={`#/help/${id}`}
              className={mergeClasses(styles.link, id === current && styles.current)}
              aria-current={id === current ? 'page' : undefined}
            >
              {label}
            </a>
            {id !== current ? null : (
              <ul className={mergeClasses(styles.list, styles.within)}>
                {chapters.map(({ anchor, parts }) => (
                  <li key={anchor}>
                    <a href={`#/help/${id}/${anchor}`} className={mergeClasses(styles.link, styles.chapter)}>
                      {plainText(parts)}
                    </a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
