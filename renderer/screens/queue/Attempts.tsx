import { makeStyles, tokens } from '@fluentui/react-components';
import type { Attempt } from '#shared/domain/records.ts';
import { InstantText } from '../../components/InstantText.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, fontSize: '13px', lineHeight: '18px' },
  attempt: {
    display: 'grid',
    gridTemplateColumns: '168px 1fr',
    columnGap: '12px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  when: { color: tokens.colorNeutralForeground2 },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
  details: { marginTop: '2px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  technical: {
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    padding: '4px 0',
  },
});

/** Each time it was tried, the last one first: plain words, technical ones folded. */
export function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const styles = useStyles();
  return (
    <ol reversed className={styles.list}>
      {attempts.toReversed().map((attempt) => (
        <li key={`${attempt.at} ${attempt.sentence}`} className={styles.attempt}>
          <span className={styles.when}>
            <InstantText instant={attempt.at} show="absolute" />
          </span>
          <div className={styles.words}>
            {attempt.sentence}
            {attempt.detail === '' ? null : (
              <details className={styles.details}>
                <summary>Details for support</summary>
                <div className={styles.technical}>{attempt.detail}</div>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
