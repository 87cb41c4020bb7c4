import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { StateBadge } from '../../../components/StateBadge.tsx';
import type { Comparison } from './comparison.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'grid', gridTemplateColumns: '112px minmax(0, 1fr)', columnGap: '8px', alignItems: 'center' },
  current: { fontWeight: tokens.fontWeightSemibold },
});

/** The entries to compare, in their order, and how far one has come. */
export function CaseList({ cases, current }: { readonly cases: Comparison['cases']; readonly current: number }) {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label="Entries to compare">
      {cases.map(({ id, title }, index) => (
        <li
          key={id}
          className={mergeClasses(styles.item, index === current && styles.current)}
          aria-current={index === current ? 'step' : undefined}
        >
          {index < current ? (
            <StateBadge kind="ok" word="Compared" />
          ) : index === current ? (
            <StateBadge kind="working" word="Now" />
          ) : (
            <StateBadge kind="neutral" word="To come" />
          )}
          <span>{title}</span>
        </li>
      ))}
    </ol>
  );
}
