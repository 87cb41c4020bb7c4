import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  heading: { display: 'flex', flexDirection: 'column', rowGap: '2px', marginBottom: '16px' },
  title: { margin: 0 },
  sentence: { color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

/** The name of a section and what it decides. */
export function SectionHeading({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.heading}>
      <Subtitle1 as="h2" className={styles.title}>
        {title}
      </Subtitle1>
      <Text className={styles.sentence}>{children}</Text>
    </div>
  );
}
