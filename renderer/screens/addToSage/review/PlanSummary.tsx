import { makeStyles, tokens } from '@fluentui/react-components';
import type { PlanSummary as Plan } from '#shared/contract/wizard.ts';
import { margin } from '#shared/domain/allocation.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { useWizard } from '../draft/WizardContext.tsx';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 28px',
    margin: 0,
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  figure: { display: 'flex', flexDirection: 'column' },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  hash: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, fontWeight: 'normal' },
});

/** The control totals of the plan: what the executor checks against, too. */
export function PlanSummary({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { draft } = useWizard();
  const { controls } = plan;
  const approved = draft.header.status === '1';
  const earned = margin(approved ? controls.approved : controls.requested, controls.budget);
  const rows = [
    ['Rows written', String(plan.steps)],
    ['Lines', String(controls.lines)],
  ] as const;
  // Voiding adds nothing: its totals are all zero and would only look like figures.
  const money = [
    ['Requested', formatMoney(controls.requested)],
    ['Approved', formatMoney(controls.approved)],
    ['Budget', formatMoney(controls.budget)],
    [
      `Margin on ${approved ? 'approved' : 'requested'}`,
      `${formatMoney(earned.amount)}${earned.percent === null ? '' : ` (${earned.percent} %)`}`,
    ],
  ] as const;
  const figures = plan.kind === 'changeOrder.void' ? rows : [...rows, ...money];
  return (
    <dl className={styles.summary}>
      {figures.map(([term, value]) => (
        <div key={term} className={styles.figure}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
      <div className={styles.figure}>
        <dt className={styles.term}>Plan</dt>
        <dd className={styles.value} title={`Exactly this plan is approved: ${plan.hash}`}>
          <span className={styles.hash}>{plan.hash.slice(0, 12)}</span>
        </dd>
      </div>
    </dl>
  );
}
