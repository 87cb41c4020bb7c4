import { Button, makeStyles, Subtitle2, Switch, Text, tokens } from '@fluentui/react-components';
import { Calculator16Regular, Clock16Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { PlanSummary } from '#shared/contract/wizard.ts';
import { FailureMessage } from '../../../components/FailureMessage.tsx';
import { Loading } from '../../../components/Loading.tsx';
import { useWizard } from '../draft/WizardContext.tsx';
import { targetOf } from '../draft/wizardWords.ts';
import { FieldSheet } from './FieldSheet.tsx';
import { HeaderSheet } from './HeaderSheet.tsx';
import { LineSheet } from './LineSheet.tsx';
import { viewOf } from './planView.ts';
import { usePlanSteps } from './usePlanSteps.ts';

const useStyles = makeStyles({
  sheets: { display: 'flex', flexDirection: 'column', rowGap: '8px' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '16px' },
  legend: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  switch: { marginLeft: 'auto' },
  title: { margin: '6px 0 0' },
  more: { display: 'flex', alignItems: 'center', columnGap: '12px', color: tokens.colorNeutralForeground2 },
});

/** The plan as Sage's screen 6-4-1 will look: header, both grids, and the subcontracts that move with them. */
export function PlanSheets({ plan }: { readonly plan: PlanSummary }) {
  const styles = useStyles();
  const { id, draft, facts } = useWizard();
  const [every, setEvery] = useState(false);
  const { steps, codeNames, total, loading, failure, more } = usePlanSteps(id, plan.hash, plan.steps);
  const view = viewOf(steps);
  const target = targetOf(draft, facts);
  const shared = { steps, codeNames, every };
  if (steps.length === 0 && failure === null) return <Loading label="Reading the plan" />;
  return (
    <div className={styles.sheets}>
      <div className={styles.bar}>
        <span className={styles.legend}>
          <Clock16Regular aria-hidden /> taken when it is written
        </span>
        <span className={styles.legend}>
          <Calculator16Regular aria-hidden /> derived by rule
        </span>
        <Switch
          className={styles.switch}
          label="Show every field as written"
          checked={every}
          onChange={(_, data) => setEvery(data.checked)}
        />
      </div>
      <Subtitle2 as="h3" className={styles.title}>
        6-4-1 Change Order{target === null ? ' (new)' : ` ${target.number} ${target.description}`}
      </Subtitle2>
      {view.header === null ? <Text>Its header stays as it is.</Text> : <HeaderSheet step={view.header} {...shared} />}
      {view.prime.length === 0 ? null : (
        <>
          <Subtitle2 as="h3" className={styles.title}>
            Prime Change Details
          </Subtitle2>
          <LineSheet label="Prime Change Details" rows={view.prime} {...shared} />
        </>
      )}
      {view.budget.length === 0 ? null : (
        <>
          <Subtitle2 as="h3" className={styles.title}>
            Budget and Sub Change Details
          </Subtitle2>
          <LineSheet label="Budget and Sub Change Details" rows={view.budget} {...shared} />
        </>
      )}
      {view.subcontracts.length === 0 ? null : (
        <>
          <Subtitle2 as="h3" className={styles.title}>
            6-7-1 Subcontract changes
          </Subtitle2>
          <FieldSheet label="Subcontract changes" rows={view.subcontracts} {...shared} />
        </>
      )}
      {view.other.length === 0 ? null : (
        <>
          <Subtitle2 as="h3" className={styles.title}>
            Other rows
          </Subtitle2>
          <FieldSheet label="Other rows" rows={view.other} {...shared} />
        </>
      )}
      {failure === null ? null : <FailureMessage failure={failure} onRetry={more} />}
      {steps.length < total ? <MoreRows shown={steps.length} total={total} loading={loading} more={more} /> : null}
    </div>
  );
}

type MoreProps = {
  readonly shown: number;
  readonly total: number;
  readonly loading: boolean;
  readonly more: () => void;
};

/** Reads on by itself when it comes into view; a button for those who do not scroll. */
function MoreRows({ shown, total, loading, more }: MoreProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [more]);
  return (
    <div ref={box} className={styles.more} role="status">
      {shown} of {total} rows
      <Button size="small" onClick={more} disabledFocusable={loading}>
        {loading ? 'Reading …' : 'Show more'}
      </Button>
    </div>
  );
}
