import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  section: { marginBottom: '20px' },
  heading: { display: 'block', margin: '0 0 6px' },
  list: { display: 'grid', gridTemplateColumns: '150px 1fr', columnGap: '12px', rowGap: '4px', margin: 0 },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
});

type Props = {
  readonly title: string;
  readonly facts: readonly (readonly [term: string, value: ReactNode])[];
  readonly children?: ReactNode;
};

/** A heading with terms and what they stand for. */
export function Facts({ title, facts, children }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label={title}>
      <Subtitle2 as="h3" className={styles.heading}>
        {title}
      </Subtitle2>
      <dl className={styles.list}>
        {facts.map(([term, value]) => (
          <FactLine key={term} term={term} value={value} />
        ))}
      </dl>
      {children}
    </section>
  );
}

function FactLine({ term, value }: { readonly term: string; readonly value: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
