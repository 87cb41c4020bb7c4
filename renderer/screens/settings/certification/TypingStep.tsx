import { makeStyles } from '@fluentui/react-components';
import { useAct } from '../../../api/useAct.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { Asked } from '../../../components/Asked.tsx';
import { EntrySheetView } from '../../../components/EntrySheetView.tsx';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { ReasonedButton } from '../../../components/ReasonedButton.tsx';
import { Section } from '../../../components/Section.tsx';
import { AbandonButton } from './AbandonButton.tsx';
import type { Comparison } from './comparison.ts';

const useStyles = makeStyles({
  failure: { marginTop: '16px' },
  acts: { display: 'flex', gap: '8px', marginTop: '16px' },
});

/** Says exactly what to type in Sage, then compares. */
export function TypingStep({ comparison }: { readonly comparison: Comparison }) {
  const styles = useStyles();
  const example = useRequest('certification.example', {}, []);
  const compare = useAct('certification.compare');
  const { typed } = comparison.numbers ?? { typed: '' };
  return (
    <Section title="Type exactly this in Sage 6-4-1, and save it">
      <p>
        Change order <strong>{typed}</strong>. Leave every field empty that is not listed here. Then come back and press
        Compare: Plumbline writes the same under a number of its own.
      </p>
      <Asked asked={example} label="Making the example">
        {({ sheet }) => <EntrySheetView sheet={sheet} />}
      </Asked>
      {compare.failure === null ? null : (
        <div className={styles.failure}>
          <FailureMessage failure={compare.failure} />
        </div>
      )}
      <div className={styles.acts}>
        <ReasonedButton
          appearance="primary"
          reason={
            compare.busy
              ? 'Every row is being read and compared.'
              : example.value === null
                ? 'The example is not ready.'
                : null
          }
          onClick={() => void compare.run({})}
        >
          {compare.busy ? 'Comparing every row …' : 'I have saved it: Compare'}
        </ReasonedButton>
        <AbandonButton />
      </div>
    </Section>
  );
}
