import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import type { HomeStatus } from '#shared/contract/home.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '720px' },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '10px',
    minHeight: '34px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  done: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  open: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  doneWords: { color: tokens.colorNeutralForeground2 },
  state: { marginLeft: 'auto', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What is left to set up, in order; each open step leads to the place where it is done. */
export function SetupChecklist({ steps }: { readonly steps: HomeStatus['checklist'] }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {steps.map(({ id, done, sentence, goTo }) => (
        <li key={id} className={styles.step}>
          {done ? (
            <CheckmarkCircle20Filled aria-hidden className={styles.done} />
          ) : (
            <Circle20Regular aria-hidden className={styles.open} />
          )}
          {done ? <span className={styles.doneWords}>{sentence}</span> : <Link href={goTo}>{sentence}</Link>}
          <span className={styles.state}>{done ? 'Done' : 'To do'}</span>
        </li>
      ))}
    </ol>
  );
}
