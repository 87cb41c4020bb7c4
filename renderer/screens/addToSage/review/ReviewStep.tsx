import { Link, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Failure } from '#shared/domain/failure.ts';
import type { Refusal } from '#shared/domain/plan.ts';
import { useRequest } from '../../../api/useRequest.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { useAppStore } from '../../../store/StoreContext.tsx';
import { useWizard } from '../draft/WizardContext.tsx';
import { PlanSheets } from './PlanSheets.tsx';
import { PlanSummary } from './PlanSummary.tsx';
import { RefusalList } from './RefusalList.tsx';

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', rowGap: '10px' },
  intro: { color: tokens.colorNeutralForeground2 },
  undo: { color: tokens.colorNeutralForeground2 },
  list: { margin: '4px 0 0', paddingLeft: '20px' },
});

type Props = {
  readonly flush: () => Promise<boolean>;
  /** What the engine said about the draft: refusals, or the hash of the plan that is shown. */
  readonly onJudged: (refusals: readonly Refusal[], planHash: string | null) => void;
  /** Why the last push was not taken. */
  readonly pushFailure: Failure | null;
};

/** Step 4: the exact plan for the saved draft, or why there is none. */
export function ReviewStep({ flush, onJudged, pushFailure }: Props) {
  const styles = useStyles();
  const { id } = useWizard();
  const typed = useAppStore((state) => state.info?.writes) === 'handEntry';
  const [saved, setSaved] = useState(false);
  const { status, value, failure, refresh } = useRequest('drafts.preview', saved ? { id } : null, ['cors', 'projects']);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the step opens
  useEffect(() => {
    onJudged([], null);
    void flush().then(setSaved);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once per answer
  useEffect(() => {
    if (value !== null) onJudged(value.refusals, value.plan?.hash ?? null);
  }, [value]);

  if (status === 'failed' && value === null && failure !== null) {
    return <FailureMessage failure={failure} onRetry={refresh} />;
  }
  if (value === null) return <Loading label="Working out the plan" />;
  const { plan, refusals } = value;
  return (
    <div className={styles.step}>
      {pushFailure === null ? null : <FailureMessage failure={pushFailure} onRetry={refresh} />}
      {refusals.length === 0 ? null : <RefusalList refusals={refusals} />}
      {plan === null ? null : (
        <>
          <Text className={styles.intro}>
            <b>{plan.title}.</b>{' '}
            {typed ? (
              <>
                Once approved, a person types this into Sage: <Link href={`#/entry/${id}`}>the page to type from</Link>,
                to print or as a workbook.
              </>
            ) : (
              'This and nothing else is written, in one transaction, and read back before it counts as done.'
            )}
          </Text>
          <PlanSummary plan={plan} />
          {plan.warnings.map((warning) => (
            <MessageBar key={warning} intent="warning" layout="multiline">
              <MessageBarBody>{warning}</MessageBarBody>
            </MessageBar>
          ))}
          <PlanSheets plan={plan} />
          {plan.undo.length === 0 ? null : (
            <details className={styles.undo}>
              <summary>How this can be undone</summary>
              <ul className={styles.list}>
                {plan.undo.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
