import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import { Calculator16Regular, Clock16Regular } from '@fluentui/react-icons';
import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import { useWizard } from '../draft/WizardContext.tsx';
import { changes, plannedIn } from './planView.ts';
import { cellWords, isFigure, originWords, valueWords } from './planWords.ts';
import type { CodeNames } from './usePlanSteps.ts';

const useStyles = makeStyles({
  figure: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  old: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  arrow: { color: tokens.colorNeutralForeground3 },
  fresh: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  mark: {
    display: 'inline-flex',
    verticalAlign: 'text-bottom',
    marginLeft: '3px',
    color: tokens.colorBrandForeground1,
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  taken: { fontStyle: 'italic' },
});

type Props = {
  readonly step: Step;
  readonly column: string;
  readonly steps: readonly Step[];
  readonly codeNames: CodeNames;
  /** Marks with an icon whose words appear on hover and focus; false where the words stand beside it. */
  readonly marked?: boolean;
};

/** What one row writes into one column: the value, old → new, and where it comes from when nobody entered it. */
export function PlannedValue({ step, column, steps, codeNames, marked = true }: Props) {
  const styles = useStyles();
  const { facts } = useWizard();
  const planned = plannedIn(step, column);
  if (planned === null) return <span className={styles.quiet}>{step.op === 'update' ? 'unchanged' : '–'}</span>;
  const figure = isFigure(step.table, column);
  if (typeof planned === 'string') {
    return <span className={styles.quiet}>{valueWords(step.table, column, planned, facts, codeNames)}</span>;
  }
  const changing = changes(planned);
  const was = planned.was ?? null;
  return (
    <span className={mergeClasses(figure && styles.figure)}>
      {changing ? (
        <>
          {was === null || was === '' ? (
            <span className={styles.quiet}>empty</span>
          ) : (
            <del className={styles.old}>{valueWords(step.table, column, was, facts, codeNames)}</del>
          )}{' '}
          <span className={styles.arrow} aria-hidden>
            →
          </span>{' '}
        </>
      ) : null}
      <span className={mergeClasses(changing && styles.fresh, planned.cell.kind !== 'text' && styles.taken)}>
        {cellWords(step.table, planned, facts, steps, codeNames)}
      </span>
      {marked ? <OriginMark planned={planned} /> : null}
    </span>
  );
}

function OriginMark({ planned }: { readonly planned: PlannedColumn }) {
  const styles = useStyles();
  const words = originWords(planned);
  if (words === null || planned.origin === 'fixed') return null;
  const Icon = planned.origin === 'derived' ? Calculator16Regular : Clock16Regular;
  return (
    <Tooltip content={words} relationship="label" withArrow>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rule has to be reachable by keyboard */}
      <span className={styles.mark} role="img" tabIndex={0}>
        <Icon aria-hidden />
      </span>
    </Tooltip>
  );
}
