import type { WizardContext } from '#shared/contract/wizard.ts';
import type { BudgetDraft, Draft } from '#shared/domain/draft.ts';

/** How the demo fills in the wizard: three CORs, each in another way. */
export type Way = 'new' | 'appended' | 'split';

/** What was looked up for it: cost codes of the job's budget first, and Sage's cost types. */
export type Coding = { readonly codes: readonly string[]; readonly costTypes: readonly string[] };

/** Of the price 50, 30 and 20 %, each at 85 % cost: the rest is the margin. */
const splitPercents = ['50', '30', '20'] as const;
const splitMultiplier = '0.85';

/** The draft with a person's choices made; null when the job has no change order that could take more lines. */
export function fillDraft(draft: Draft, context: WizardContext, coding: Coding, way: Way): Draft | null {
  const budget =
    way === 'split' ? splitLines(draft.budget, coding) : draft.budget.map((line) => coded(line, coding, 0));
  if (way !== 'appended') return { ...draft, budget };
  const target = context.targets.find(({ refusal }) => refusal === null);
  return target === undefined ? null : { ...draft, target: { mode: 'existing', record: target.record }, budget };
}

function splitLines(lines: readonly BudgetDraft[], coding: Coding): readonly BudgetDraft[] {
  return lines.slice(0, 1).flatMap((line) =>
    splitPercents.map((share, index) => ({
      ...coded(line, coding, index),
      id: `${line.id}-${index}`,
      shareMode: 'percent' as const,
      share,
      multiplier: splitMultiplier,
      hours: index === 0 ? line.hours : '',
    })),
  );
}

function coded(line: BudgetDraft, { codes, costTypes }: Coding, index: number): BudgetDraft {
  return { ...line, costCode: codes[index] ?? codes[0] ?? '', costType: costTypes[index] ?? costTypes[0] ?? '' };
}
