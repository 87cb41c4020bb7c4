import { allocate, priceOf } from '../../allocation.ts';
import { canonicalCostCode } from '../../costCode.ts';
import { addDecimals } from '../../decimal.ts';
import type { BudgetDraft } from '../../draft.ts';
import { addMoney, type Money, zero } from '../../money.ts';
import { checkCoding } from './checkDraft.ts';
import type { Refusals } from './fields.ts';
import { type PlanningInput, targetOf } from './input.ts';
import { checkSubcontractChange } from './subcontractRules.ts';

/** A budget line with everything worked out: what the row in Sage will hold. */
export type ResolvedBudget = {
  readonly index: number;
  readonly corId: string;
  /** Line number when the line is in Sage already. */
  readonly line: string | null;
  readonly description: string;
  readonly costCode: string;
  readonly costType: string;
  readonly amount: Money;
  readonly hours: string;
  readonly units: string;
  readonly subcontract: BudgetDraft['subcontract'];
};

/**
 * Checks the Budget and Sub Change Details and works out each line's amount: share × multiplier, rounded once to the cent.
 * Lines of one COR that change the same subcontract line become one, because Sage allows one change per line (confidence med).
 */
export function resolveBudget(input: PlanningInput, refusals: Refusals, warnings: string[]): readonly ResolvedBudget[] {
  const amounts = amountsOf(input, refusals);
  const resolved: ResolvedBudget[] = [];
  for (const [index, line] of input.draft.budget.entries()) {
    const field = `budget.${index}`;
    if (line.line === null) refusals.text(`${field}.description`, line.description, 'sbcgln', 'dscrpt', true);
    checkCoding(input, refusals, field, line, true);
    const hours = refusals.quantity(`${field}.hours`, 'Budget Hours', line.hours, 12, 2);
    const units = refusals.quantity(`${field}.units`, 'Budget Units', line.units, 12, 4);
    checkSubcontractChange(input, refusals, field, line);
    const amount = amounts.get(line.id);
    const costCode = canonicalCostCode(line.costCode);
    if (amount === undefined || hours === null || units === null || costCode === null) continue;
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
      subcontract: line.subcontract,
    });
  }
  return mergeSameSubcontractLine(input, resolved, refusals, warnings);
}

function amountsOf({ draft, cors }: PlanningInput, refusals: Refusals): ReadonlyMap<string, Money> {
  const amounts = new Map<string, Money>();
  for (const corId of draft.corIds) {
    const lines = draft.budget.filter((line) => line.corId === corId);
    const price = priceOf(corId, draft.prime, draft.header.status);
    for (const { id, amount, problem } of allocate(price, lines).lines) {
      const index = draft.budget.findIndex((line) => line.id === id);
      const number = cors.find((cor) => cor.id === corId)?.number ?? corId;
      if (problem !== null) refusals.add(`budget.${index}.share`, draft.budget[index]?.share ?? '', problem);
      else if (amount === null) refusals.add(`budget.${index}.share`, '', `A line of COR ${number} has no amount.`);
      else if (refusals.money(`budget.${index}.share`, 'Budget Amount', amount) !== null) amounts.set(id, amount);
    }
  }
  for (const [index, line] of draft.budget.entries()) {
    if (draft.corIds.includes(line.corId)) continue;
    refusals.add(
      `budget.${index}.description`,
      line.description,
      'This line belongs to no COR of the draft: remove it.',
    );
  }
  return amounts;
}

function mergeSameSubcontractLine(
  input: PlanningInput,
  lines: readonly ResolvedBudget[],
  refusals: Refusals,
  warnings: string[],
): readonly ResolvedBudget[] {
  const merged = new Map<string, ResolvedBudget>();
  for (const line of lines) {
    const sub = line.subcontract;
    const key = sub === null || sub.line === '' ? `line ${line.index}` : `${sub.subcontract}/${sub.line}`;
    const first = merged.get(key);
    if (first === undefined || sub === null) {
      merged.set(key, line);
      continue;
    }
    const name = `line ${sub.line} of subcontract ${subcontractNumber(input, sub.subcontract)}`;
    if (first.corId !== line.corId || line.line !== null) {
      const words = `Two lines change ${name}: Sage allows one change per subcontract line, so put them in separate change orders.`;
      refusals.add(`budget.${line.index}.subcontract`, sub.line, words);
      continue;
    }
    const amount = addMoney(first.amount, line.amount);
    warnings.push(
      `Budget lines ${first.index + 1} and ${line.index + 1} both change ${name}: written as one line of ${amount}.`,
    );
    merged.set(key, {
      ...first,
      amount,
      hours: addDecimals(first.hours, line.hours, 2),
      units: addDecimals(first.units, line.units, 4),
    });
  }
  const target = targetOf(input);
  for (const line of merged.values()) {
    const sub = line.subcontract;
    if (sub === null || sub.line === '' || line.line !== null) continue;
    const twin = target?.budget.find((row) => row.subcontract === sub.subcontract && row.subcontractLine === sub.line);
    if (twin === undefined) continue;
    const words = `Line ${twin.line} of this change order changes subcontract ${subcontractNumber(input, sub.subcontract)} line ${sub.line} already: use another change order.`;
    refusals.add(`budget.${line.index}.subcontract`, sub.line, words);
  }
  return [...merged.values()];
}

function subcontractNumber({ facts }: PlanningInput, record: string): string {
  return facts.subcontracts.find((subcontract) => subcontract.record === record)?.number ?? record;
}

export function sumBudget(lines: readonly ResolvedBudget[]): Money {
  return lines.reduce((sum, { amount }) => addMoney(sum, amount), zero);
}
