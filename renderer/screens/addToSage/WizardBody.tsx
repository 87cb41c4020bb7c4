import { makeStyles } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Draft } from '#shared/domain/draft.ts';
import type { Refusal } from '#shared/domain/plan.ts';
import { useAct } from '../../api/useAct.ts';
import { useRequest } from '../../api/useRequest.ts';
import { FailureMessage } from '../../components/FailureMessage.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { navigate } from '../../navigation/route.ts';
import { BudgetStep } from './budget/BudgetStep.tsx';
import { type StepNumber, stepHash, steps } from './draft/fieldPath.ts';
import { indexRefusals, noRefusals } from './draft/refusalIndex.ts';
import type { ReadyDraft } from './draft/useDraft.ts';
import { WizardProvider } from './draft/WizardContext.tsx';
import { wizardSentence, wizardTitle } from './draft/wizardWords.ts';
import { PrimeStep } from './prime/PrimeStep.tsx';
import { PushProgress } from './progress/PushProgress.tsx';
import { ReviewStep } from './review/ReviewStep.tsx';
import { SaveBadge } from './SaveBadge.tsx';
import { StepList } from './StepList.tsx';
import { TargetStep } from './target/TargetStep.tsx';
import { useFieldFocus } from './useFieldFocus.ts';
import { WizardFooter } from './WizardFooter.tsx';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  step: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    // Room for the focus rings of the first and last fields.
    margin: '0 -6px',
    padding: '12px 6px 16px',
  },
  // Seen by those who listen: for the others the marked step above says it.
  heading: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type Props = {
  readonly id: string;
  readonly step: StepNumber;
  /** Path of the field that gets the focus. */
  readonly field: string | null;
  readonly form: ReadyDraft;
};

/** The four steps of an opened draft; once it is pushed, how the push goes. */
export function WizardBody({ id, step, field, form }: Props) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const live = useRequest('queue.get', { id }, ['transfers']);
  const push = useAct('drafts.push');
  const [judged, setJudged] = useState<{ readonly refusals: readonly Refusal[]; readonly draft: Draft } | null>(null);
  const [planHash, setPlanHash] = useState<string | null>(null);
  const { draft, loaded, edit, flush } = form;
  const transfer = live.value?.transfer ?? loaded.transfer;
  useFieldFocus(root, step, field, transfer.state.name === 'draft');

  const goTo = useCallback(
    (next: StepNumber, focus?: string) => {
      void flush();
      navigate(stepHash(id, next, focus ?? null));
    },
    [flush, id],
  );
  const refusals = useMemo(
    () => (judged === null ? noRefusals : indexRefusals(judged.refusals, judged.draft)),
    [judged],
  );
  const tools = useMemo(() => ({ id, facts: loaded.context, edit, goTo }), [id, loaded, edit, goTo]);
  const entered = useMemo(() => ({ draft, refusals, field }), [draft, refusals, field]);
  const onJudged = useCallback(
    (found: readonly Refusal[], hash: string | null) => {
      setJudged({ refusals: found, draft });
      setPlanHash(hash);
    },
    [draft],
  );
  const pushNow = async () => {
    if (planHash === null) return;
    await push.run({ id, planHash });
    live.refresh();
  };
  const reopen = () => {
    form.reload();
    live.refresh();
    navigate(stepHash(id, 4), { replace: true });
  };

  const words = { title: wizardTitle(draft, loaded.context), sentence: wizardSentence(draft, loaded.context) };
  if (transfer.state.name !== 'draft') {
    return (
      <>
        <PageHeader {...words} />
        <PushProgress transfer={transfer} attempts={live.value?.attempts ?? []} onReopened={reopen} />
      </>
    );
  }
  return (
    <WizardProvider tools={tools} form={entered}>
      <div ref={root} className={styles.screen}>
        <PageHeader {...words} actions={<SaveBadge state={form.saveState} onRetry={flush} />} />
        <StepList step={step} />
        {form.saveState.name === 'notSaved' ? <FailureMessage failure={form.saveState.failure} /> : null}
        <section key={step} className={styles.step} aria-labelledby="step-heading">
          <h2 id="step-heading" tabIndex={-1} className={styles.heading}>
            Step {step} of 4: {steps[step - 1]}
          </h2>
          {step === 1 ? <TargetStep /> : null}
          {step === 2 ? <PrimeStep /> : null}
          {step === 3 ? <BudgetStep onRemembered={flush} /> : null}
          {step === 4 ? <ReviewStep flush={flush} onJudged={onJudged} pushFailure={push.failure} /> : null}
        </section>
        <WizardFooter
          step={step}
          flush={flush}
          push={pushNow}
          pushing={push.busy}
          pushReason={planHash === null ? pushReason(judged?.refusals.length ?? 0) : null}
        />
      </div>
    </WizardProvider>
  );
}

function pushReason(refusals: number): string {
  if (refusals === 0) return 'The plan is still being worked out.';
  return refusals === 1
    ? 'One thing has to be put right first: see the list above.'
    : `${refusals} things have to be put right first: see the list above.`;
}
