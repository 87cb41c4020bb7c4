import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
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
  other: { maxWidth: '420px', margin: '8px 0' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Props = {
  readonly id: string;
  /** What it would be in Sage: `change order`. */
  readonly record: string;
};

/** Sage cannot tell whether this was written: what may be it, field by field, and the person's word. */
export function DoubtDecision({ id, record: what }: Props) {
  const styles = useStyles();
  const toast = useToast();
  const [record, setRecord] = useState('');
  const likely = useRequest('doubt.compare', { id, record: null }, ['transfers']);
  const chosen = useRequest('doubt.compare', record === '' ? null : { id, record }, ['transfers']);
  const isIt = useAct('doubt.isIt');
  const notWritten = useAct('doubt.notWritten');
  const failure = isIt.failure ?? notWritten.failure;
  const busy = isIt.busy || notWritten.busy ? 'This is being done.' : null;
  const candidates = likely.value?.candidates ?? [];
  const others = likely.value?.others ?? [];
  const unread = likely.value?.unread ?? null;
  const say = async (to: 'queue' | 'draft') => {
    const seen = candidates.map(({ hash }) => hash);
    if (!(await notWritten.run({ id, to, seen })).ok) return;
    toast(to === 'queue' ? 'It is back in the queue.' : 'It is a draft again.', 'info');
  };
  const link = async ({ record: found, hash, number }: Candidate) => {
    if ((await isIt.run({ id, record: found, hash })).ok) toast(`Linked with ${what} ${number}, as it stands in Sage.`);
  };
  const shown = record === '' ? [] : (chosen.value?.candidates ?? []).filter((one) => one.record === record);
  const waiting = busy ?? (likely.value === null ? 'Sage is still being read.' : null);
  return (
    <Section title="Is it in Sage?">
      {likely.failure === null ? null : <FailureMessage failure={likely.failure} onRetry={likely.refresh} />}
      {likely.status === 'loading' ? <Loading label="Comparing with Sage" /> : null}
      {unread === null ? null : <FailureMessage failure={unread} onRetry={likely.refresh} />}
      {likely.value !== null && unread === null && candidates.length === 0 ? (
        <Text size={200} className={styles.quiet}>
          Nothing like it came into Sage since it was approved.
        </Text>
      ) : null}
      {[...candidates, ...shown].map((candidate) => (
        <div key={candidate.record} className={styles.one}>
          <Differences what={what} candidate={candidate} typed="In Sage" />
          <div className={styles.acts}>
            <ReasonedButton size="small" reason={busy} onClick={() => link(candidate)}>
              {`This is it: link ${what} ${candidate.number}`}
            </ReasonedButton>
          </div>
        </div>
      ))}
      {others.length === 0 ? null : (
        <Select
          className={styles.other}
          aria-label="Compare with another change order of the job"
          value={record}
          onChange={(_, data) => setRecord(data.value)}
        >
          <option value="">Compare with another change order of the job…</option>
          {others.map((other) => (
            <option key={other.record} value={other.record}>
              {`${other.number} ${other.description}`}
            </option>
          ))}
        </Select>
      )}
      {failure === null ? null : <FailureMessage failure={failure} />}
      <div className={styles.acts}>
        <ReasonedButton size="small" reason={waiting} onClick={() => say('queue')}>
          It was not written: back to the queue
        </ReasonedButton>
        <ReasonedButton size="small" reason={waiting} onClick={() => say('draft')}>
          It was not written: make it a draft
        </ReasonedButton>
      </div>
    </Section>
  );
}
