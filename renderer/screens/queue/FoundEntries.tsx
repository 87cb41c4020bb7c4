import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ReasonedButton } from '../../components/ReasonedButton.tsx';
import { Section } from '../../components/Section.tsx';
import { useToast } from '../../components/Toasts.tsx';
import { type Candidate, Differences } from './Differences.tsx';

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0 4px' },
  one: { marginBottom: '16px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was found in Sage that may be what a person typed, field by field; a person says whether it is. `record`: `change order`. */
export function FoundEntries({ id, record }: { readonly id: string; readonly record: string }) {
  const styles = useStyles();
  const answer = useRequest('entry.found', { id }, ['transfers']);
  return (
    <Section title="In Sage">
      {answer.failure === null ? null : <FailureMessage failure={answer.failure} onRetry={answer.refresh} />}
      {answer.status === 'loading' ? <Loading label="Comparing with Sage" /> : null}
      {answer.value?.candidates.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          Nothing like it has been found yet. The next reading of Sage looks for it; Sync now on Home reads it at once.
        </Text>
      ) : null}
      {answer.value?.candidates.map((candidate) => (
        <Found key={candidate.record} id={id} what={record} candidate={candidate} />
      ))}
    </Section>
  );
}

type FoundProps = { readonly id: string; readonly what: string; readonly candidate: Candidate };

function Found({ id, what, candidate }: FoundProps) {
  const styles = useStyles();
  const toast = useToast();
  const accept = useAct('entry.accept');
  const passOver = useAct('entry.passOver');
  const { record, number, hash, differences } = candidate;
  const seen = { id, record, hash };
  const failure = accept.failure ?? passOver.failure;
  const busy = accept.busy || passOver.busy ? 'This is being done.' : null;
  return (
    <div className={styles.one}>
      <Differences what={what} candidate={candidate} typed="Typed" />
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div className={styles.acts}>
        <ReasonedButton
          size="small"
          reason={busy}
          onClick={async () => {
            if ((await accept.run(seen)).ok) toast(`Linked with ${what} ${number}, as it stands in Sage.`);
          }}
        >
          {differences.length === 0 ? 'This is it: link it' : 'Take what was typed'}
        </ReasonedButton>
        <ReasonedButton
          size="small"
          reason={busy}
          onClick={async () => {
            if ((await passOver.run(seen)).ok) toast('It waits on. A change of it in Sage is looked at anew.', 'info');
          }}
        >
          Keep waiting
        </ReasonedButton>
      </div>
    </div>
  );
}
