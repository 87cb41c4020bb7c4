import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useAppStore, useRefreshStatus } from '../store/StoreContext.tsx';

const useStyles = makeStyles({ body: { whiteSpace: 'normal', padding: '6px 0' } });

/** Says at the top of every screen that the engine has stopped answering, for as long as it has. */
export function ConnectionBar() {
  const styles = useStyles();
  const failure = useAppStore((state) => (state.connected ? null : state.failure));
  const everHeard = useAppStore((state) => state.home !== null);
  const refresh = useRefreshStatus();
  if (failure === null) return null;
  return (
    <MessageBar intent="error" shape="square" layout="singleline" role="alert">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{failure.sentence}</MessageBarTitle>
        {[
          failure.remedy,
          everHeard ? 'What you see may be out of date, and nothing can be changed.' : undefined,
          'It is tried again every few seconds.',
        ]
          .filter((words) => words !== undefined)
          .join(' ')}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={refresh}>
          Try now
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
