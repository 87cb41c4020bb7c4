import { makeStyles, mergeClasses, Tooltip, tokens } from '@fluentui/react-components';
import type { WizardContext } from '#shared/contract/wizard.ts';
import { allocate, priceOf } from '#shared/domain/allocation.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { type StepNumber, steps } from './draft/fieldPath.ts';
import { nextNumber } from './draft/headerEdits.ts';
import { budgetHints, type Hints, headerHints, primeHints } from './draft/hints.ts';
import { useWizard } from './draft/WizardContext.tsx';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    padding: '7px 12px 6px 4px',
    border: 'none',
    borderBottom: '3px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
  },
  current: {
    borderBottomColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: 0,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  unused: { color: tokens.colorNeutralForegroundDisabled, cursor: 'not-allowed' },
  number: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '22px',
    height: '22px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  numberCurrent: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorBrandBackground}`,
  },
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
  const { draft, facts, goTo } = useWizard();
  const open = openFields(draft, facts);
  return (
    <nav aria-label="Steps">
      <ol className={styles.list}>
        {([1, 2, 3, 4] as const).map((number) => {
          const unused = draft.target.mode === 'void' && (number === 2 || number === 3);
          const current = number === step;
          const left = open[number - 1] ?? 0;
          const button = (
            <button
              type="button"
              className={mergeClasses(styles.step, current && styles.current, unused && styles.unused)}
              aria-current={current ? 'step' : undefined}
              aria-disabled={unused || undefined}
              onClick={() => (unused ? undefined : goTo(number))}
            >
              <span className={mergeClasses(styles.number, current && styles.numberCurrent)} aria-hidden>
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
