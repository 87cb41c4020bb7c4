import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useAppStore, useRefreshStatus } from '../store/StoreContext.tsx';

/** Says at the top of every screen that the engine has stopped answering, for as long as it has. */
export function ConnectionBar() {
  const connected = useAppStore((state) => state.connected);
  const everHeard = useAppStore((state) => state.home !== null);
  const refresh = useRefreshStatus();
  if (connected) return null;
  return (
    <MessageBar intent="error" shape="square" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Plumbline does not answer.</MessageBarTitle>
        {everHeard
          ? 'What you see may be out of date, and nothing can be changed. It is tried again every few seconds.'
          : 'Check that it is running on this computer. It is tried again every few seconds.'}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={refresh}>
          Try now
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
