import type { WizardContext } from '#shared/contract/wizard.ts';
import type { BudgetDraft, Draft, HeaderDraft } from '#shared/domain/draft.ts';

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
  if (way !== 'appended') return { ...draft, header: numbered(draft.header, context), budget };
  const target = context.targets.find(({ refusal }) => refusal === null);
  if (target === undefined) return null;
  // The change order's own status says whether approved or requested amounts count, as in the wizard.
  const header = { ...draft.header, status: target.status, phase: target.phase };
  return { ...draft, target: { mode: 'existing', record: target.record }, header, budget };
}

/** Where Sage suggests no next number, a person goes on with the job's own: after `COR7` comes `COR8`. */
function numbered(header: HeaderDraft, { nextNumbers, targets }: WizardContext): HeaderDraft {
  if (header.numbering === 'typed' || nextNumbers[header.phase] !== null) return header;
  const parts = targets.flatMap(({ number }) => {
    const match = /^(.*?)(\d{1,9})$/.exec(number.trim());
    return match === null ? [] : [{ prefix: match[1] ?? '', count: Number(match[2]) }];
  });
  const prefix = parts[0]?.prefix ?? 'CO';
  const highest = Math.max(0, ...parts.filter((part) => part.prefix === prefix).map(({ count }) => count));
  return { ...header, numbering: 'typed', number: `${prefix}${highest + 1}` };
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
