import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '6px',
    padding: '48px 24px',
    textAlign: 'center',
  },
  title: { margin: 0 },
  sentence: { maxWidth: '56ch', color: tokens.colorNeutralForeground2 },
  action: { marginTop: '8px', display: 'flex', columnGap: '8px' },
});

type Props = { readonly title: string; readonly sentence: string; readonly action?: ReactNode };

/** What a list says when there is nothing in it, and what to do then. */
export function EmptyState({ title, sentence, action }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.empty} role="status">
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      <Text align="center" className={styles.sentence}>
        {sentence}
      </Text>
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
