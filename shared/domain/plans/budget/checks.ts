import { displayCostCode } from '../../costCode.ts';
import type { Check, Refusal, Step } from '../../plan.ts';
import type { SageBudget } from '../../procore/budgetCells.ts';
import { costTypeNumbers } from '../../sage/enumerations.ts';
import type { Job } from '../../sage/facts.ts';
import { budgetColumnOfCostType } from '../../sage/schema/budgets.ts';
import { jobRefusal } from '../changeOrder/checkDraft.ts';

type JobOfBudget = Pick<Job, 'number' | 'status' | 'inactive'>;

/** Why nothing may be written for the job; none when it may. */
export function jobStanding({ number, status, inactive }: JobOfBudget): readonly Refusal[] {
  const closed = jobRefusal(status, inactive);
  if (closed === null) return [];
  return [{ field: 'job', value: number, sentence: `Job ${number} ${closed}: reopen it in Sage 3-5 first.` }];
}

export function lockedBudget({ number }: JobOfBudget, sage: SageBudget | null): readonly Refusal[] {
  if (sage?.locked !== true) return [];
  const sentence = `The budget of job ${number} is locked in Sage (6-2, Lock Edit): unlock it there first.`;
  return [{ field: 'budget', value: 'locked', sentence }];
}

/** */
export function phasesInUse({ number }: JobOfBudget, sage: SageBudget | null): readonly Refusal[] {
  const phase = sage?.rows.find((row) => row.phase !== '0')?.phase;
  if (phase === undefined) return [];
  const sentence = `The budget of job ${number} has rows in phase ${phase}: where phases are in use the budget is made in Sage and imported into Procore.`;
  return [{ field: 'phase', value: phase, sentence }];
}

/** What must still be so when the lock is held. */
export function budgetChecks(job: JobOfBudget, sage: SageBudget | null, rows: readonly Step[]): readonly Check[] {
  const recnum = job.number;
  const open: Check = {
    table: 'actrec',
    where: { recnum },
    expect: 'one',
    columns: { status: [job.status], inactv: ['0'] },
    sentence: `Job ${recnum} was changed, closed or removed in Sage meanwhile: look at it in 3-5.`,
  };
  const header: Check =
    sage === null
      ? {
          table: 'budget',
          where: { recnum },
          expect: 'none',
          columns: {},
          sentence: `A budget of job ${recnum} was made in Sage meanwhile: read Sage again.`,
        }
      : {
          table: 'budget',
          where: { recnum },
          expect: 'one',
          columns: { lckedt: ['0'] },
          sentence: `The budget of job ${recnum} was locked or removed in Sage 6-2 meanwhile.`,
        };
  const fresh = rows
    .filter(({ op }) => op === 'insert')
    .map((step): Check => {
      const code = step.id.slice('row.'.length);
      return {
        table: 'bdglin',
        where: { recnum, cstcde: code },
        expect: 'none',
        columns: {},
        sentence: `A row for cost code ${displayCostCode(code)} was made in Sage 6-2 meanwhile: read Sage again.`,
      };
    });
  return [open, header, ...fresh, ...changed(job, sage, rows)];
}

/** A row is changed so that all rows of its code come to what was approved: none of them may be another one by now. */
function changed({ number }: JobOfBudget, sage: SageBudget | null, steps: readonly Step[]): readonly Check[] {
  return steps
    .filter(({ op, table }) => op === 'update' && table === 'bdglin')
    .map(({ id }): Check => {
      const code = id.slice('row.'.length);
      const rows = (sage?.rows ?? []).filter(({ costCode }) => costCode === code);
      const amounts = costTypeNumbers.map((type) => [
        budgetColumnOfCostType[type],
        rows.map((row): string => row.amounts[type]),
      ]);
      return {
        table: 'bdglin',
        where: { recnum: number, cstcde: code },
        expect: rows.length === 1 ? 'one' : 'none',
        columns: { linnum: rows.map(({ line }) => line), ...Object.fromEntries(amounts) },
        sentence: `The rows of cost code ${displayCostCode(code)} were changed in Sage 6-2 meanwhile: read Sage again.`,
      };
    });
}

/** Nobody began to use phases meanwhile. */
export function noPhases({ number }: JobOfBudget): Check {
  return {
    table: 'bdglin',
    where: { recnum: number },
    expect: 'none',
    columns: { phsnum: ['0'] },
    sentence: `The budget of job ${number} got rows in phases meanwhile: it is made in Sage then, and imported into Procore.`,
  };
}
