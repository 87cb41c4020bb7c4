import {
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { HomeStatus } from '#shared/contract/home.ts';

const useStyles = makeStyles({
  // The screen is a column: without it a bar of several lines would be squeezed to one.
  bar: { marginTop: '12px', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Plumbline does not write although it should: why, and what to do. */
export function Hindered({ sentence, remedy }: NonNullable<HomeStatus['hindered']>) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{sentence}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
      <MessageBarActions>
        <Link href="#/settings/writing">Everything that stands in the way</Link>
      </MessageBarActions>
    </MessageBar>
  );
}
