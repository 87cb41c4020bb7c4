import { addDecimals } from '../../decimal.ts';
import { addMoney, formatMoney } from '../../money.ts';
import type { Refusals } from './fields.ts';
import { linksOf, type PlanningInput, targetOf } from './input.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';

/**
 * Lines of one COR that change the same subcontract line become one, because Sage allows one change per subcontract line in a
 * change order (confidence med). A line that is in Sage already takes the new ones in.
 */
export function mergeSameSubcontractLine(
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
    if (first === undefined) merged.set(key, line);
    // Sage has both already, so that one change per line is no longer for us to keep.
    else if (first.line !== null && line.line !== null) merged.set(`line ${line.index}`, line);
    else if (canMerge(input, first, line, refusals)) {
      const sum = together(first, line);
      warnings.push(`${both(input, first, line)}: written as one line of ${formatMoney(sum.amount)}.`);
      merged.set(key, sum);
    }
  }
  for (const line of merged.values()) checkTwin(input, line, refusals);
  return [...merged.values()];
}

function together(a: ResolvedBudget, b: ResolvedBudget): ResolvedBudget {
  return {
    ...(b.line === null ? a : b),
    amount: addMoney(a.amount, b.amount),
    hours: addDecimals(a.hours, b.hours, 2),
    units: addDecimals(a.units, b.units, 4),
  };
}

/** One row has one status and one change number: summing up two would approve, or number, one of them wrongly. */
function canMerge(input: PlanningInput, first: ResolvedBudget, line: ResolvedBudget, refusals: Refusals): boolean {
  const at = `budget.${line.index}.subcontract`;
  const [a, b] = [first.subcontract, line.subcontract];
  if (a === null || b === null) return false;
  if (first.corId !== line.corId) {
    const words = `Two CORs change ${nameOf(input, line)}: Sage allows one change per subcontract line, so put them in separate change orders.`;
    refusals.add(`${at}.line`, b.line, words);
    return false;
  }
  const unlike = (field: string, value: string, label: string) =>
    refusals.add(
      `${at}.${field}`,
      value,
      `${both(input, first, line)} and become one line: give them the same ${label}.`,
    );
  if (a.status !== b.status) unlike('status', b.status, 'Status');
  if (a.changeNumber.trim() !== b.changeNumber.trim()) unlike('changeNumber', b.changeNumber, 'Change#');
  return a.status === b.status && a.changeNumber.trim() === b.changeNumber.trim();
}

/** A new line for a subcontract line that a row of the change order changes already. */
function checkTwin(input: PlanningInput, line: ResolvedBudget, refusals: Refusals): void {
  const sub = line.subcontract;
  if (sub === null || sub.line === '' || line.line !== null) return;
  const target = targetOf(input);
  const twin = target?.budget.find((row) => row.subcontract === sub.subcontract && row.subcontractLine === sub.line);
  if (target === null || twin === undefined) return;
  const own = linksOf(input).some(
    ({ corId, pushed }) => corId === line.corId && pushed.budget.some((row) => row.line === twin.line),
  );
  const wayOut = own
    ? 'keep that line in the draft and change its amount instead.'
    : 'use another change order for this one.';
  const words = `Line ${twin.line} of change order ${target.number} changes ${nameOf(input, line)} already: ${wayOut}`;
  refusals.add(`budget.${line.index}.subcontract.line`, sub.line, words);
}

function both(input: PlanningInput, first: ResolvedBudget, line: ResolvedBudget): string {
  return `Budget lines ${first.index + 1} and ${line.index + 1} both change ${nameOf(input, line)}`;
}

function nameOf({ facts }: PlanningInput, { subcontract }: ResolvedBudget): string {
  const record = subcontract?.subcontract ?? '';
  const number = facts.subcontracts.find((candidate) => candidate.record === record)?.number ?? record;
  return `line ${subcontract?.line ?? ''} of subcontract ${number}`;
}
