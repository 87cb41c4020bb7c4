import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../api/useHostRequest.ts';
import { availableWords } from '../../components/releaseWords.ts';

const useStyles = makeStyles({ bar: { marginTop: '12px' } });

/** Says that there is a newer version, where one is known. Nothing can be pressed: IT installs it. */
export function NewerVersion() {
  const styles = useStyles();
  const release = useHostRequest('release.get', {}).value;
  if (release === null || release.newer === null) return null;
  return (
    <MessageBar intent="info" className={styles.bar}>
      <MessageBarBody>{availableWords(release.newer)}</MessageBarBody>
    </MessageBar>
  );
}
