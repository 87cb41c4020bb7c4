import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Step } from '#shared/domain/plan.ts';
import { PlannedValue } from './PlannedValue.tsx';
import { columnsOf, plannedIn } from './planView.ts';
import { isFigure, labelOf, originWords } from './planWords.ts';
import type { CodeNames } from './usePlanSteps.ts';

const useStyles = makeStyles({
  sheet: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(310px, 1fr))',
    gap: '0 24px',
    margin: 0,
    padding: '8px 12px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  field: {
    display: 'grid',
    gridTemplateColumns: '136px minmax(0, 1fr)',
    columnGap: '10px',
    padding: '3px 0',
    minWidth: 0,
  },
  wide: { gridColumn: '1 / -1' },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  rule: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: '15px' },
});

/** Long texts have a line of their own. */
const wide = new Set(['ntetxt', 'dscrpt', 'chgscp']);

type Props = {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly codeNames: CodeNames;
  readonly every: boolean;
};

/** The header of 6-4-1 as a form: every field that is written, with its label in Sage. */
export function HeaderSheet({ step, steps, codeNames, every }: Props) {
  const styles = useStyles();
  return (
    <dl className={styles.sheet}>
      {columnsOf(step.table, [step], every).map((column) => {
        const planned = plannedIn(step, column);
        const rule = planned === null || typeof planned === 'string' ? null : originWords(planned, every);
        return (
          <div key={column} className={mergeClasses(styles.field, wide.has(column) && styles.wide)}>
            <dt className={styles.label}>{labelOf(step.table, column)}</dt>
            <dd className={styles.value}>
              <PlannedValue step={step} column={column} steps={steps} codeNames={codeNames} marked={false} />
              {rule !== null && (every || isFigure(step.table, column) || column === 'chgnum') ? (
                <div className={styles.rule}>{rule}</div>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
