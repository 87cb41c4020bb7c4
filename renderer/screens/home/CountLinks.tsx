import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HomeStatus } from '#shared/contract/home.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(230px, 1fr))',
    gap: '8px',
  },
  link: {
    display: 'flex',
    height: '100%',
    boxSizing: 'border-box',
    alignItems: 'baseline',
    columnGap: '10px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  count: {
    minWidth: '2ch',
    textAlign: 'right',
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  none: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
});

/** How many there are in each state, each a way to the list of them. */
export function CountLinks({ counts }: { readonly counts: HomeStatus['counts'] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {counts.map(({ id, label, count, goTo }) => (
        <li key={id}>
          <a className={styles.link} href={goTo}>
            <span className={mergeClasses(styles.count, count === 0 && styles.none)}>
              {count.toLocaleString('en-US')}
            </span>
            <span className={mergeClasses(count === 0 && styles.none)}>{label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
