import { makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    flexWrap: 'wrap',
    gap: '8px 16px',
    marginBottom: '12px',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { margin: 0, outlineStyle: 'none' },
  sentence: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px' },
});

type Props = { readonly title: string; readonly sentence?: string | undefined; readonly actions?: ReactNode };

/** A screen's heading, which gets the focus when the screen opens, one sentence under it, and its main buttons. */
export function PageHeader({ title, sentence, actions }: Props) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <Title3 as="h1" className={styles.title} tabIndex={-1} data-page-title>
          {title}
        </Title3>
        {sentence === undefined ? null : <Text className={styles.sentence}>{sentence}</Text>}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
