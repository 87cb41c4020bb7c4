import { makeStyles } from '@fluentui/react-components';
import { openDifferences } from '#shared/domain/certification/session.ts';
import { uncomparedWords } from '#shared/domain/certification/snapshot.ts';
import { useAct } from '../../../api/useAct.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { AbandonButton } from './AbandonButton.tsx';
import type { JudgingState } from './comparison.ts';
import { DifferenceTable } from './DifferenceTable.tsx';

const useStyles = makeStyles({
  failure: { marginTop: '16px' },
  acts: { display: 'flex', gap: '8px', marginTop: '16px' },
});

type Props = { readonly state: JudgingState; readonly uncompared: readonly string[]; readonly last: boolean };

/** What differs, field by field; each has to be accepted by name, with a reason, or the entry is not certified. */
export function JudgingStep({ state, uncompared, last }: Props) {
  const styles = useStyles();
  const proceed = useAct('certification.proceed');
  const open = openDifferences(state).length;
  const { differences } = state;
  return (
    <Section title="What Sage wrote, and what Plumbline wrote">
      {differences.length === 0 ? (
        <p>
          <StateBadge kind="ok" word="No difference in any row of any table" />
        </p>
      ) : (
        <DifferenceTable differences={differences} accepted={state.accepted} />
      )}
      <p>{uncomparedWords(uncompared)}</p>
      {proceed.failure === null ? null : (
        <div className={styles.failure}>
          <FailureMessage failure={proceed.failure} />
        </div>
      )}
      <div className={styles.acts}>
        <ReasonedButton
          appearance="primary"
          reason={
            proceed.busy
              ? 'This is being saved.'
              : open > 0
                ? `${open === 1 ? 'One difference is' : `${open} differences are`} not accepted: give a reason for each, or end the comparison.`
                : null
          }
          onClick={() => void proceed.run({})}
        >
          {last ? 'Certify and finish' : 'Certify this entry and go on'}
        </ReasonedButton>
        <AbandonButton />
      </div>
    </Section>
  );
}
