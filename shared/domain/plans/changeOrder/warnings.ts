import { allocate, priceOf } from '../../allocation.ts';
import { displayCostCode } from '../../costCode.ts';
import { formatMoney, isZero } from '../../money.ts';
import type { ResolvedBudget } from './budgetLines.ts';
import type { PlanningInput } from './input.ts';

/** What is allowed but worth a second look before approving. */
export function planWarnings(input: PlanningInput, budget: readonly ResolvedBudget[]): readonly string[] {
  return [...corWarnings(input), ...moneyWarnings(input), ...codeWarnings(input, budget)];
}

function corWarnings({ cors, facts }: PlanningInput): readonly string[] {
  const warnings: string[] = [];
  for (const cor of cors) {
    const sage = cor.integrations.find(({ provider }) => /sage/i.test(provider));
    if (sage !== undefined) {
      warnings.push(
        `Clearstory's own integration (${sage.provider}) says COR ${cor.number} is in Sage already: check 6-4-1 so that it is not posted twice.`,
      );
    }
    if (cor.status === 'rejected') warnings.push(`COR ${cor.number} is void in Clearstory.`);
    if (cor.status === 'in_review' && cor.tagNumbers.length > 0) {
      warnings.push(`COR ${cor.number} is still in review although T&M tags hang on it.`);
    }
  }
  if (facts.job?.status === '5') warnings.push(`Job ${facts.job.number} is 5-Complete.`);
  if (facts.job?.status === '1') warnings.push(`Job ${facts.job.number} is only 1-Bid.`);
  return warnings;
}

function moneyWarnings({ draft, cors }: PlanningInput): readonly string[] {
  const warnings: string[] = [];
  for (const corId of draft.corIds) {
    const number = cors.find(({ id }) => id === corId)?.number ?? corId;
    const lines = draft.budget.filter((line) => line.corId === corId);
    const price = priceOf(corId, draft.prime, draft.header.status);
    const { left } = allocate(price, lines);
    if (lines.length > 0 && !isZero(left)) {
      warnings.push(`${formatMoney(left)} of COR ${number} is in no budget line.`);
    }
    if (lines.length === 0) warnings.push(`COR ${number} has no budget line: the job's budget does not change.`);
    if (draft.header.status === '1' && isZero(price) && draft.prime.some((line) => line.corId === corId)) {
      warnings.push(`COR ${number} is approved with 0.00: the contract does not change.`);
    }
  }
  return warnings;
}

function codeWarnings({ facts }: PlanningInput, budget: readonly ResolvedBudget[]): readonly string[] {
  const inactive = new Set(
    budget.map(({ costCode }) => costCode).filter((code) => facts.costCodes.get(code)?.inactive),
  );
  return [...inactive].map((code) => `Cost code ${displayCostCode(code)} is inactive in Sage.`);
}
