import { allocate, priceOf } from '../../allocation.ts';
import { canonicalCostCode } from '../../costCode.ts';
import { addDecimals } from '../../decimal.ts';
import type { BudgetDraft } from '../../draft.ts';
import { addMoney, type Money, zero } from '../../money.ts';
import type { BudgetLine } from '../../sage/facts.ts';
import { checkCoding } from './checkDraft.ts';
import type { Refusals } from './fields.ts';
import { type PlanningInput, targetOf } from './input.ts';
import { mergeSameSubcontractLine } from './mergeLines.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';
import { checkSubcontractChange } from './subcontractRules.ts';

/** Checks the Budget and Sub Change Details and works out each line's amount: share × multiplier, rounded once to the cent. */
export function resolveBudget(input: PlanningInput, refusals: Refusals, warnings: string[]): readonly ResolvedBudget[] {
  const amounts = amountsOf(input, refusals);
  const target = targetOf(input);
  const resolved: ResolvedBudget[] = [];
  for (const [index, line] of input.draft.budget.entries()) {
    const field = `budget.${index}`;
    const row = line.line === null ? undefined : target?.budget.find((candidate) => candidate.line === line.line);
    if (line.line === null) refusals.text(`${field}.description`, line.description, 'sbcgln', 'dscrpt', true);
    checkCoding(input, refusals, field, line, true);
    const hours = refusals.quantity(`${field}.hours`, 'Budget Hours', line.hours, 12, 2);
    const units = refusals.quantity(`${field}.units`, 'Budget Units', line.units, 12, 4);
    const amount = amounts[index];
    const subcontract = inSage(line.subcontract, row);
    const stays = row !== undefined && row.amount === amount && row.status === subcontract?.status;
    checkSubcontractChange(input, refusals, field, { ...line, subcontract }, stays);
    const costCode = canonicalCostCode(line.costCode);
    if (amount === undefined || amount === null || hours === null || units === null || costCode === null) continue;
    resolved.push({
      index,
      corId: line.corId,
      line: line.line,
      description: line.description.trim(),
      costCode,
      costType: line.costType,
      amount,
      hours: addDecimals(hours, '0', 2),
      units: addDecimals(units, '0', 4),
      subcontract,
    });
  }
  return mergeSameSubcontractLine(input, resolved, refusals, warnings);
}

/** A change that created its own subcontract line has the number of that line from then on. */
function inSage(sub: BudgetDraft['subcontract'], row: BudgetLine | undefined): BudgetDraft['subcontract'] {
  if (sub === null || row === undefined || sub.line !== '') return sub;
  return { ...sub, line: row.subcontractLine ?? '' };
}

/** The amount of each line, in the draft's order; null where there is a refusal instead. */
function amountsOf({ draft, cors }: PlanningInput, refusals: Refusals): readonly (Money | null)[] {
  const amounts: (Money | null)[] = draft.budget.map(() => null);
  for (const corId of new Set(draft.corIds)) {
    const indexes = [...draft.budget.keys()].filter((index) => draft.budget[index]?.corId === corId);
    const lines = draft.budget.filter((line) => line.corId === corId);
    const price = priceOf(corId, draft.prime, draft.header.status);
    for (const [position, { share, amount, problem }] of allocate(price, lines).lines.entries()) {
      const index = indexes[position] ?? 0;
      const line = draft.budget[index];
      const number = cors.find((cor) => cor.id === corId)?.number ?? corId;
      if (problem !== null) {
        // A share that could be worked out is not what is wrong.
        const field = share === null ? 'share' : 'multiplier';
        refusals.add(`budget.${index}.${field}`, line?.[field] ?? '', problem);
      } else if (amount === null) {
        refusals.add(
          `budget.${index}.share`,
          line?.share ?? '',
          `A line of COR ${number} has no amount: enter its share.`,
        );
      } else amounts[index] = refusals.money(`budget.${index}.share`, 'Budget Amount', amount);
    }
  }
  for (const [index, line] of draft.budget.entries()) {
    if (draft.corIds.includes(line.corId)) continue;
    const words = 'This line belongs to no COR of the draft: remove it.';
    refusals.add(`budget.${index}.description`, line.description, words);
  }
  return amounts;
}

export function sumBudget(lines: readonly ResolvedBudget[]): Money {
  return lines.reduce((sum, { amount }) => addMoney(sum, amount), zero);
}
