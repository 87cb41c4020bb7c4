import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../api/useHostRequest.ts';

const useStyles = makeStyles({
  bar: { marginTop: '12px', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Says who runs Plumbline where this window only watches it. */
export function Watching() {
  const styles = useStyles();
  const watches = useHostRequest('desktop.get', {}).value?.watches ?? null;
  if (watches === null) return null;
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>{watches}</MessageBarBody>
    </MessageBar>
  );
}
