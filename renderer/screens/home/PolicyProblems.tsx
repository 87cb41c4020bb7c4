import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useHostRequest } from '../../api/useHostRequest.ts';

const useStyles = makeStyles({
  // The screen is a column: without it a bar of several lines would be squeezed to one.
  bar: { marginTop: '12px', flexShrink: 0 },
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** What of the organisation's policy does not hold on this computer, each once, and what to do about it. */
export function PolicyProblems() {
  const styles = useStyles();
  const { problems } = useHostRequest('policy.get', {}).value ?? { problems: [] };
  return problems.map(({ sentence, remedy }) => (
    <MessageBar key={sentence} intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{sentence}</MessageBarTitle>
        {remedy}
      </MessageBarBody>
    </MessageBar>
  ));
}
