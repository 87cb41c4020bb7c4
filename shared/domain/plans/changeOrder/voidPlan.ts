import { addMoney, formatMoney, isZero, type Money, negateMoney, subtractMoney, zero } from '../../money.ts';
import type { Plan, Step } from '../../plan.ts';
import { changeOrderStatuses } from '../../sage/enumerations.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import { updateBudget } from './budgetSteps.ts';
import type { Refusals } from './fields.ts';
import { targetChecks, totalsUpdate, updateHeader } from './header.ts';
import { type Planned, type PlanningInput, targetOf } from './input.ts';
import { updatePrime } from './primeLines.ts';
import { changing, entered } from './steps.ts';
import { reverseOf, subcontractSteps } from './subcontractTotals.ts';

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
  const ours = facts.links.filter(({ corId }) => draft.corIds.includes(corId));
  const prime = target.prime.filter(({ line }) =>
    ours.some((link) => link.pushed.prime.some((row) => row.line === line)),
  );
  const budget = target.budget.filter(({ line }) =>
    ours.some((link) => link.pushed.budget.some((row) => row.line === line)),
  );
  const alone = prime.length === target.prime.length && budget.length === target.budget.length;
  const status = draft.target.status;
  const moves = subcontractSteps(
    budget.map(reverseOf).filter((move) => move !== null),
    facts.subcontracts,
  );
  const corOf = (line: string, grid: 'prime' | 'budget') =>
    ours.find((link) => link.pushed[grid].some((row) => row.line === line))?.corId ?? null;
  const steps: readonly Step[] = [
    ...(alone
      ? updateHeader(target, [changing(entered('status', status), target.status)])
      : updateHeader(target, totalsUpdate(target, negated(prime, budget)))),
    ...(alone
      ? []
      : prime.flatMap((line) =>
          updatePrime(target, line, corOf(line.line, 'prime') ?? '', {
            reqprc: zero,
            aprprc: zero,
            cstcde: line.costCode,
            csttyp: line.costType,
          }),
        )),
    ...budget.flatMap((line) =>
      updateBudget(target, line, corOf(line.line, 'budget') ?? '', {
        chghrs: alone ? line.hours : '0.00',
        chgunt: alone ? line.units : '0.0000',
        bdgprc: alone ? line.amount : zero,
        cstcde: line.costCode,
        csttyp: line.costType,
        chgsts: line.status === null ? null : status,
      }),
    ),
    ...moves.totals,
  ];
  if (steps.length === 0) {
    const sentence = `Change order ${target.number} shows nothing of these CORs any more: unlink them instead.`;
    return { ok: false, refusals: [{ field: 'target', value: target.number, sentence }] };
  }
  return { ok: true, plan: planOf(input, target, steps, alone, moves.checks) };
}

function negated(
  prime: ChangeOrder['prime'],
  budget: ChangeOrder['budget'],
): { readonly requested: Money; readonly approved: Money; readonly cost: Money } {
  const sum = (amounts: readonly Money[]) =>
    negateMoney(amounts.reduce((total, amount) => addMoney(total, amount), zero));
  return {
    requested: sum(prime.map(({ requested }) => requested)),
    approved: sum(prime.map(({ approved }) => approved)),
    cost: sum(budget.map(({ amount }) => amount)),
  };
}

function planOf(
  input: PlanningInput,
  target: ChangeOrder,
  steps: readonly Step[],
  alone: boolean,
  checks: Plan['checks'],
): Plan {
  const { draft, cors, snapshotHashes } = input;
  const status = draft.target.mode === 'void' ? draft.target.status : '5';
  const names = cors.map(({ number }) => number).join(', ');
  const word = `${status}-${changeOrderStatuses[status]}`;
  const approved = target.status === '1' ? target.approved : zero;
  const effect = isZero(approved)
    ? 'The contract does not change: the change order was not approved.'
    : `The contract goes down by ${formatMoney(approved)} when the change order is no longer 1-Approved.`;
  return {
    format: 1,
    kind: 'changeOrder.void',
    company: input.company,
    businessKey: `job/${draft.job}`,
    target: { job: draft.job, phase: target.phase, record: target.record, number: target.number },
    sources: cors.map(({ id, number }) => ({ corId: id, number, snapshotHash: snapshotHashes[id] ?? '' })),
    checks: [...targetChecks(target), ...checks],
    steps,
    controls: {
      lines: steps.filter(({ table }) => table === 'pmcgln' || table === 'sbcgln').length,
      requested: zero,
      approved: zero,
      budget: subtractMoney(zero, zero),
    },
    title: alone
      ? `Change order ${target.number} of job ${draft.job} to ${word} (COR ${names})`
      : `COR ${names} out of change order ${target.number} of job ${draft.job}`,
    warnings: alone
      ? [effect]
      : ['Other CORs or lines share this change order: only the lines of this COR become zero.'],
    undo: ['To undo: set the status and the amounts back in Sage 6-4-1; the rows are all still there.'],
  };
}
