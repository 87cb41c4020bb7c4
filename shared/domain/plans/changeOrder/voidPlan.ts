import { negateMoney, sumMoney, zero } from '../../money.ts';
import type { ChangeOrderPlan, Plan, Step } from '../../plan.ts';
import { changeOrderStatuses, statusWords } from '../../sage/enumerations.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from '../../sage/facts.ts';
import { updateBudget } from './budgetSteps.ts';
import type { Refusals } from './fields.ts';
import { type HeaderMoves, targetChecks, totalsUpdate, updateHeader } from './header.ts';
import { linksOf, type Planned, type PlanningInput, targetOf } from './input.ts';
import { markerRefusal, withMarkerField } from './markerField.ts';
import { withPreviews } from './previews.ts';
import { updatePrime } from './primeLines.ts';
import { changing, entered } from './steps.ts';
import { moveFrom, subcontractSteps } from './subcontractTotals.ts';
import { voidWarnings } from './voidWords.ts';

type Lines = { readonly prime: readonly PrimeLine[]; readonly budget: readonly BudgetLine[] };

/**
 * A COR that was voided or rejected in Clearstory. When its change order holds nothing else, header and lines get the status
 * (header and line values are separate in Sage, so both are written); when others share it, only this COR's lines become zero.
 */
export function planVoid(input: PlanningInput, refusals: Refusals): Planned {
  const target = targetOf(input);
  const { draft, facts } = input;
  if (refusals.list.length > 0 || target === null || draft.target.mode !== 'void') {
    return { ok: false, refusals: refusals.list };
  }
  const ours: Lines = {
    prime: target.prime.filter(({ line }) => ownerOf(input, line, 'prime') !== null),
    budget: target.budget.filter(({ line }) => ownerOf(input, line, 'budget') !== null),
  };
  const alone = isAlone(input, target, ours);
  const { status } = draft.target;
  const touched = alone ? target.budget : ours.budget;
  const moves = touched
    .map((line) => moveFrom(line, status, alone ? line.amount : zero))
    .filter((move) => move !== null);
  const subcontracts = subcontractSteps(moves, facts.subcontracts);
  const fieldTaken = markerRefusal(input, target);
  const problems = [...subcontracts.problems, ...(fieldTaken === null ? [] : [fieldTaken])];
  if (problems.length > 0) {
    const problem = (sentence: string) => ({ field: 'target', value: target.number, sentence });
    return { ok: false, refusals: problems.map(problem) };
  }
  const steps: readonly Step[] = [
    ...(alone
      ? updateHeader(target, [changing(entered('status', status), target.status)])
      : updateHeader(target, totalsUpdate(target, takenOut(ours)))),
    ...(alone ? [] : ours.prime).flatMap((line) =>
      updatePrime(target, line, ownerOf(input, line.line, 'prime'), { reqprc: zero, aprprc: zero }),
    ),
    ...touched.flatMap((line) =>
      updateBudget(target, line, ownerOf(input, line.line, 'budget'), {
        ...(alone ? {} : { chghrs: '0.00', chgunt: '0.0000', bdgprc: zero }),
        ...(line.status === null ? {} : { chgsts: status }),
      }),
    ),
    ...subcontracts.totals,
  ];
  if (steps.length === 0) {
    const sentence = `Change order ${target.number} shows nothing of these CORs any more: unlink them instead.`;
    return { ok: false, refusals: [{ field: 'target', value: target.number, sentence }] };
  }
  const warnings = voidWarnings(input, target, ours, alone);
  const marked = withMarkerField(input, target, steps);
  return {
    ok: true,
    plan: { ...planOf(input, target, withPreviews(input, marked), subcontracts.checks, alone), warnings },
  };
}

/** The COR of the draft that wrote the line; null when none did. */
function ownerOf(input: PlanningInput, line: string, grid: 'prime' | 'budget'): string | null {
  return linksOf(input).find(({ pushed }) => pushed[grid].some((row) => row.line === line))?.corId ?? null;
}

/**
 * Whether the header may be voided: no other live COR is linked, with or without lines of its own, and no other line holds
 * anything. Lines that an update or a void left at zero are nobody's.
 */
function isAlone({ draft, facts }: PlanningInput, target: ChangeOrder, ours: Lines): boolean {
  const sharing = facts.links.some(
    ({ corId, record, pushed }) =>
      record === target.record && !draft.corIds.includes(corId) && pushed.cor.status !== 'rejected',
  );
  const holds = (...amounts: readonly string[]) => amounts.some((amount) => /[1-9]/.test(amount));
  return (
    !sharing &&
    !target.prime.some((line) => !ours.prime.includes(line) && holds(line.requested, line.approved)) &&
    !target.budget.some((line) => !ours.budget.includes(line) && holds(line.amount, line.hours, line.units))
  );
}

function takenOut({ prime, budget }: Lines): HeaderMoves {
  return {
    requested: negateMoney(sumMoney(prime.map(({ requested }) => requested))),
    approved: negateMoney(sumMoney(prime.map(({ approved }) => approved))),
    cost: negateMoney(sumMoney(budget.map(({ amount }) => amount))),
  };
}

function planOf(
  input: PlanningInput,
  target: ChangeOrder,
  steps: readonly Step[],
  checks: Plan['checks'],
  alone: boolean,
): Omit<ChangeOrderPlan, 'warnings'> {
  const { draft, cors, snapshotHashes } = input;
  const status = draft.target.mode === 'void' ? draft.target.status : '5';
  const names = cors.map(({ number }) => number).join(', ');
  return {
    format: 1,
    kind: 'changeOrder.void',
    company: input.company,
    fingerprint: input.facts.catalog.fingerprint,
    businessKey: `job/${draft.job}`,
    target: { job: draft.job, phase: target.phase, record: target.record, number: target.number },
    sources: cors.map(({ id, number }) => ({ corId: id, number, snapshotHash: snapshotHashes[id] ?? '' })),
    checks: [...targetChecks(target), ...checks],
    steps,
    controls: {
      lines: steps.filter(({ table }) => table === 'pmcgln' || table === 'sbcgln').length,
      requested: zero,
      approved: zero,
      budget: zero,
    },
    title: alone
      ? `Change order ${target.number} of job ${draft.job} to ${statusWords(changeOrderStatuses, status)} (COR ${names})`
      : `COR ${names} out of change order ${target.number} of job ${draft.job}`,
    undo: ['To undo: set the status and the amounts back in Sage 6-4-1; the rows are all still there.'],
  };
}
