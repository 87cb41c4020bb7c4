import type { Draft } from '../draft.ts';
import { addMoney, formatMoney, isZero } from '../money.ts';
import type { ChangeOrderPlan, Check, Refusal, Step } from '../plan.ts';
import { checkBoundLines } from './changeOrder/boundLines.ts';
import { resolveBudget, sumBudget } from './changeOrder/budgetLines.ts';
import { insertBudget } from './changeOrder/budgetSteps.ts';
import { cellsThatDoNotFit } from './changeOrder/cellsFit.ts';
import { checkDraft, checkEveryCor } from './changeOrder/checkDraft.ts';
import { checkTarget } from './changeOrder/checkTarget.ts';
import { Refusals } from './changeOrder/fields.ts';
import {
  fieldsUpdate,
  insertHeader,
  sumPrime,
  targetChecks,
  totalsUpdate,
  updateHeader,
} from './changeOrder/header.ts';
import { type Planned, type PlanningInput, targetOf } from './changeOrder/input.ts';
import { markerRefusal, withMarkerField } from './changeOrder/markerField.ts';
import { withPreviews } from './changeOrder/previews.ts';
import { checkPrime, primeStep } from './changeOrder/primeLines.ts';
import type { ResolvedBudget } from './changeOrder/resolvedBudget.ts';
import { moveOf, subcontractSteps } from './changeOrder/subcontractTotals.ts';
import { updatedLines } from './changeOrder/updateLines.ts';
import { planVoid } from './changeOrder/voidPlan.ts';
import { planWarnings } from './changeOrder/warnings.ts';
import { costCodeCheck, jobCheck } from './sageChecks.ts';

/**
 * The plan of a change order (6-4-1) from CORs, or why there is none: create, append lines to an existing one, update the lines
 * of CORs that changed, or void. Pure: the same draft and facts always give the same plan.
 */
export function planChangeOrder(input: PlanningInput): Planned {
  const refusals = new Refusals(input.facts.catalog.limits);
  checkDraft(input, refusals);
  checkTarget(input, refusals);
  if (input.draft.target.mode === 'void') return planVoid(input, refusals);
  const warnings: string[] = [];
  checkEveryCor(input, refusals);
  checkBoundLines(input, refusals);
  checkPrime(input, refusals);
  const budget = resolveBudget(input, refusals, warnings);
  if (refusals.list.length > 0) return { ok: false, refusals: refusals.list };
  return assemble(input, budget, warnings);
}

function assemble(input: PlanningInput, budget: readonly ResolvedBudget[], warnings: readonly string[]): Planned {
  const { draft, facts } = input;
  const target = targetOf(input);
  const prime = draft.prime.map((line, index) => primeStep(line, index, target));
  const updated = updatedLines(input, budget);
  const fresh = budget.filter(({ line }) => line === null);
  const moves = {
    ...sumPrime([...prime, updated.removedPrime]),
    cost: addMoney(sumBudget(fresh), updated.cost),
  };
  const subcontracts = subcontractSteps(
    [...fresh.map(moveOf).filter((move) => move !== null), ...updated.moves],
    facts.subcontracts,
  );
  const header =
    target === null
      ? [insertHeader(input, budget, moves)]
      : updateHeader(target, [
          ...(draft.target.mode === 'update' ? fieldsUpdate(target, draft.header) : []),
          ...totalsUpdate(target, moves),
        ]);
  const steps: readonly Step[] = [
    ...header,
    ...prime.flatMap((line) => line.steps),
    ...updated.steps,
    ...subcontracts.newLines,
    ...fresh.map((line) => insertBudget(line, target, input.today)),
    ...subcontracts.totals,
  ];
  const ofTarget = (sentence: string): Refusal => ({ field: 'target', value: target?.number ?? '', sentence });
  const fieldTaken = markerRefusal(input, target);
  const refusals = [
    ...subcontracts.problems.map(ofTarget),
    ...cellsThatDoNotFit(steps, input.facts.catalog.limits),
    ...(fieldTaken === null ? [] : [ofTarget(fieldTaken)]),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  if (steps.length === 0) {
    const sentence =
      'Nothing differs from what is in Sage: there is nothing to push. Close the draft or change something.';
    return { ok: false, refusals: [ofTarget(sentence)] };
  }
  const checks = [
    ...factChecks(input),
    ...(target === null ? numberChecks(input) : targetChecks(target)),
    ...subcontracts.checks,
  ];
  const marked = withMarkerField(input, target, steps);
  return { ok: true, plan: planOf(input, withPreviews(input, marked), checks, budget, warnings) };
}

function planOf(
  input: PlanningInput,
  steps: readonly Step[],
  checks: readonly Check[],
  budget: readonly ResolvedBudget[],
  warnings: readonly string[],
): ChangeOrderPlan {
  const { draft, cors, snapshotHashes } = input;
  const target = targetOf(input);
  const kinds = { new: 'create', existing: 'append', update: 'update', void: 'void' } as const;
  const totals = sumPrime(draft.prime.map((line, index) => primeStep({ ...line, line: null }, index, null)));
  const names = cors.map(({ number }) => number).join(', ');
  return {
    format: 1,
    kind: `changeOrder.${kinds[draft.target.mode]}`,
    company: input.company,
    fingerprint: input.facts.catalog.fingerprint,
    businessKey: `job/${draft.job}`,
    target: {
      job: draft.job,
      phase: target?.phase ?? (draft.header.phase || '0'),
      record: target?.record ?? null,
      number: target?.number ?? (draft.header.numbering === 'typed' ? draft.header.number.trim() : null),
    },
    sources: cors.map(({ id, number }) => ({ corId: id, number, snapshotHash: snapshotHashes[id] ?? '' })),
    checks,
    steps,
    controls: {
      lines: steps.filter(({ table }) => table === 'pmcgln' || table === 'sbcgln').length,
      requested: totals.requested,
      approved: totals.approved,
      budget: sumBudget(budget),
    },
    title: titleOf(draft, names, target?.number ?? null),
    warnings: [...warnings, ...planWarnings(input, budget)],
    undo: undoNotes(target?.number ?? null, totals.approved),
  };
}

function titleOf({ target, job }: Draft, cors: string, number: string | null): string {
  if (number === null) return `COR ${cors} into a new change order of job ${job}`;
  const [what, where] = target.mode === 'update' ? ['Update of COR', 'in'] : ['COR', 'into'];
  return `${what} ${cors} ${where} change order ${number} of job ${job}`;
}

function undoNotes(number: string | null, approved: string): readonly string[] {
  const effect = isZero(approved) ? 'no approved amount' : `${formatMoney(approved)} approved`;
  return [
    number === null
      ? `To undo: void the new change order (Plumbline writes 5-Void and leaves the rows), which takes back ${effect}.`
      : `To undo: void these CORs; their lines in change order ${number} become zero and its totals go back (${effect}).`,
  ];
}

/** The job and the codes must still be there, open, when the lock is held. */
function factChecks({ draft, facts }: PlanningInput): readonly Check[] {
  const codes = [...facts.costCodes.keys()].sort();
  return [jobCheck(draft.job, facts.job), ...codes.map(costCodeCheck)];
}

function numberChecks({ draft }: PlanningInput): readonly Check[] {
  if (draft.header.numbering !== 'typed') return [];
  const number = draft.header.number.trim();
  return [
    {
      table: 'prmchg',
      where: { jobnum: draft.job, phsnum: draft.header.phase || '0', chgnum: number },
      expect: 'none',
      columns: {},
      sentence: `Change order ${number} was created in Sage meanwhile for this job and phase: choose another number.`,
    },
  ];
}
