import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '148px 1fr',
    columnGap: '12px',
    rowGap: '3px',
    margin: 0,
    fontSize: '13px',
    lineHeight: '20px',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    fontVariantNumeric: 'tabular-nums',
  },
});

/** Names with their values, without a heading. A value of null or empty text is a dash. */
export function FactList({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value === null || value === '' ? '–' : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
