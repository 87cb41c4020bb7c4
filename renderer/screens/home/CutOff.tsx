import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useHostAct } from '../../api/useAct.ts';
import { useHostRequest } from '../../api/useHostRequest.ts';

const useStyles = makeStyles({
  bar: { marginTop: '12px', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** Says that Plumbline's former run was ended by force, a crash or a power cut, until a person has seen it. */
export function CutOff() {
  const styles = useStyles();
  const desktop = useHostRequest('desktop.get', {});
  const act = useHostAct('desktop.seen');
  const cutOff = desktop.value?.cutOff ?? null;
  if (cutOff === null) return null;
  const seen = async () => {
    if ((await act.run({})).ok) desktop.refresh();
  };
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>{cutOff}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void seen()}>
          Understood
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
