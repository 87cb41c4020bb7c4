import { corStatusWords } from '../../corAmounts.ts';
import { absMoney, formatMoney, isNegative, isZero, type Money, sumMoney } from '../../money.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from '../../sage/facts.ts';
import type { PlanningInput } from './input.ts';

/** What a person should know before a COR is voided in Sage: who shares the change order, and what contract and budget lose. */
export function voidWarnings(
  input: PlanningInput,
  target: ChangeOrder,
  ours: { readonly prime: readonly PrimeLine[]; readonly budget: readonly BudgetLine[] },
  alone: boolean,
): readonly string[] {
  return [...(alone ? [] : [sharedWords(input, target)]), effectWords(target, ours, alone), ...corWords(input)];
}

function sharedWords({ draft, facts }: PlanningInput, target: ChangeOrder): string {
  const others = facts.links
    .filter(({ corId, record }) => record === target.record && !draft.corIds.includes(corId))
    .map(({ pushed }) => pushed.cor.number);
  const names = others.length === 0 ? '' : ` (COR ${others.join(', ')})`;
  const whose = draft.corIds.length === 1 ? 'this COR' : 'these CORs';
  return `Other CORs or lines share this change order${names}: only the lines of ${whose} become zero.`;
}

/** Contract and budget count change orders with header status 1 only (confidence high). */
function effectWords(
  target: ChangeOrder,
  ours: { readonly prime: readonly PrimeLine[]; readonly budget: readonly BudgetLine[] },
  alone: boolean,
): string {
  if (target.status !== '1') return 'Contract and budget do not change: the change order was not 1-Approved.';
  const contract = alone ? target.approved : sumMoney(ours.prime.map(({ approved }) => approved));
  const budget = sumMoney((alone ? target.budget : ours.budget).map(({ amount }) => amount));
  return `The contract ${loses(contract)} and the budget ${loses(budget)}, because the change order was 1-Approved.`;
}

function loses(amount: Money): string {
  if (isZero(amount)) return 'stays the same';
  return `goes ${isNegative(amount) ? 'up' : 'down'} by ${formatMoney(absMoney(amount))}`;
}

function corWords({ cors }: PlanningInput): readonly string[] {
  return cors
    .filter(({ status }) => status !== 'rejected')
    .map(({ number, status }) => `COR ${number} is ${corStatusWords[status]} in Clearstory, not Void.`);
}
