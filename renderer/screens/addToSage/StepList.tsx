import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import type { WizardContext } from '#shared/contract/wizard.ts';
import { allocate, priceOf } from '#shared/domain/allocation.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { useStepStyles } from '../../components/stepStyles.ts';
import { type StepNumber, steps } from './draft/fieldPath.ts';
import { nextNumber } from './draft/headerEdits.ts';
import { budgetHints, type Hints, headerHints, primeHints } from './draft/hints.ts';
import { useWizard } from './draft/WizardContext.tsx';

const useStyles = makeStyles({
  button: {
    borderTop: 'none',
    borderLeft: 'none',
    borderRight: 'none',
    backgroundColor: 'transparent',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
  },
  unused: { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
  count: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusWarningForeground3, fontWeight: 'normal' },
});

/** How many fields of each step still want something. */
export function openFields(draft: Draft, facts: WizardContext): readonly [number, number, number] {
  const count = (hints: Hints) => Object.keys(hints).length;
  const { target } = draft;
  const unchosen = target.mode === 'existing' && target.record === '' ? 1 : 0;
  const unnumbered =
    target.mode === 'new' &&
    draft.header.numbering === 'next' &&
    nextNumber(facts.nextNumbers, draft.header.phase) === ''
      ? 1
      : 0;
  const header = target.mode === 'new' || target.mode === 'update' ? count(headerHints(draft)) : unchosen;
  const prime = primeHints(draft.prime).reduce((sum, hints) => sum + count(hints), 0);
  const budget = draft.corIds.reduce((sum, corId) => {
    const lines = draft.budget.filter((line) => line.corId === corId);
    const allocated = allocate(priceOf(corId, draft.prime, draft.header.status), lines).lines;
    return lines.reduce(
      (added, line, at) =>
        added + count(budgetHints(line, allocated[at]?.problem ?? null, allocated[at]?.problemIn ?? null)),
      sum,
    );
  }, 0);
  return target.mode === 'void' ? [0, 0, 0] : [header + unnumbered, prime, budget];
}

/** The steps to come and gone. Any of them can be opened at any time; voiding writes no new lines and skips two. */
export function StepList({ step }: { readonly step: StepNumber }) {
  const styles = useStyles();
  const row = useStepStyles();
  const { draft, facts, goTo } = useWizard();
  const open = openFields(draft, facts);
  return (
    <nav aria-label="Steps">
      <ol className={row.list}>
        {([1, 2, 3, 4] as const).map((number) => {
          const unused = draft.target.mode === 'void' && (number === 2 || number === 3);
          const current = number === step;
          const left = open[number - 1] ?? 0;
          const button = (
            <button
              type="button"
              className={mergeClasses(row.step, styles.button, current && row.current, unused && styles.unused)}
              aria-current={current ? 'step' : undefined}
              aria-disabled={unused || undefined}
              onClick={() => (unused ? undefined : goTo(number))}
            >
              <span className={mergeClasses(row.number, current && row.numberCurrent)} aria-hidden>
                {number}
              </span>
              {steps[number - 1]}
              {left > 0 ? <span className={styles.count}>{left} open</span> : null}
            </button>
          );
          return (
            <li key={number}>
              {unused ? (
                <Tooltip content="Voiding writes no new lines: go on to Review." relationship="description" withArrow>
                  {button}
                </Tooltip>
              ) : (
                button
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
