import { addMoney, type Money, negateMoney, subtractMoney, zero } from '../../money.ts';
import type { Step } from '../../plan.ts';
import { updateBudget } from './budgetSteps.ts';
import { linksOf, type PlanningInput, targetOf } from './input.ts';
import { updatePrime } from './primeLines.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';
import { moveFrom, type SubcontractMove } from './subcontractTotals.ts';

/**
 * Lines that are in Sage already: those the draft still has are brought up to date; those it has no more are set to zero, not
 * deleted, because progress billing may have taken them over by their description.
 */
export function updatedLines(
  input: PlanningInput,
  budget: readonly ResolvedBudget[],
): {
  readonly steps: readonly Step[];
  readonly moves: readonly SubcontractMove[];
  readonly removedPrime: { readonly requested: Money; readonly approved: Money };
  /** What these lines add to the header's cost. */
  readonly cost: Money;
} {
  const target = targetOf(input);
  const steps: Step[] = [];
  const moves: SubcontractMove[] = [];
  let removedRequested: Money = zero;
  let removedApproved: Money = zero;
  let cost: Money = zero;
  if (target === null || input.draft.target.mode !== 'update') {
    return { steps, moves, removedPrime: { requested: zero, approved: zero }, cost };
  }
  for (const link of linksOf(input)) {
    for (const { line } of link.pushed.prime) {
      const now = target.prime.find((row) => row.line === line);
      if (now === undefined || input.draft.prime.some((row) => row.line === line)) continue;
      steps.push(...updatePrime(target, now, link.corId, { reqprc: zero, aprprc: zero }));
      removedRequested = subtractMoney(removedRequested, now.requested);
      removedApproved = subtractMoney(removedApproved, now.approved);
    }
    for (const { line } of link.pushed.budget) {
      const now = target.budget.find((row) => row.line === line);
      if (now === undefined) continue;
      const wanted = budget.find((row) => row.line === line) ?? null;
      const status = wanted?.subcontract?.status ?? now.status;
      const amount = wanted?.amount ?? zero;
      steps.push(
        ...updateBudget(target, now, link.corId, {
          chghrs: wanted?.hours ?? '0.00',
          chgunt: wanted?.units ?? '0.0000',
          bdgprc: amount,
          cstcde: wanted?.costCode ?? now.costCode,
          csttyp: wanted?.costType ?? now.costType,
          chgnum: wanted?.subcontract?.changeNumber.trim() ?? now.changeNumber,
          chgsts: status,
        }),
      );
      cost = addMoney(cost, amount, negateMoney(now.amount));
      const move = moveFrom(now, status, amount);
      if (move !== null) moves.push(move);
    }
  }
  return {
    steps,
    moves,
    removedPrime: { requested: removedRequested, approved: removedApproved },
    cost,
  };
}
