import { zero } from '../money.ts';
import type { Refusal } from '../plan.ts';
import type { SageBudget } from '../procore/budgetCells.ts';
import { longestTextOf } from '../sage/catalog/limits.ts';
import type { Job } from '../sage/facts.ts';
import { budgetChecks, jobStanding, lockedBudget } from './budget/checks.ts';
import { headerStep, insertBudgetRow, lastLineOf } from './budget/rows.ts';
import { type CodeList, nameRefusals, newCodes, type UsedCode } from './costCodes/newCodes.ts';
import { type ItemPlanning, itemPlan, type PlannedItem } from './itemPlan.ts';

export type CostCodeUpdate = ItemPlanning &
  CodeList & {
    readonly job: Pick<Job, 'number' | 'name' | 'status' | 'inactive'>;
    readonly used: readonly UsedCode[];
    /** Null: the job has no budget in Sage yet. */
    readonly sage: SageBudget | null;
  };

/**
 * the codes of a project that its job does not have yet. They go into the company's list (6-5) where they are missing there, and
 * as rows without money into the job's budget (6-2), which is where Sage keeps what a job uses. Only new rows: no description and no
 * row that is there is touched. A new cost type of a code needs no row: every row has a column for each of the nine.
 */
export function planCostCodeUpdate(input: CostCodeUpdate): PlannedItem {
  const { job, sage, used, costCodes } = input;
  const fresh = newCodes(used, input);
  const inBudget = new Set((sage?.rows ?? []).map(({ costCode }) => costCode));
  const rows = used
    .filter(({ code }) => !inBudget.has(code))
    .map(({ code, name }) =>
      insertBudgetRow(
        { job: job.number, code, name: costCodes.get(code)?.name ?? name, amounts: new Map() },
        sage === null,
      ),
    );
  const refusals: readonly Refusal[] = [
    ...jobStanding(job),
    ...(rows.length > 0 ? lockedBudget(job, sage) : []),
    ...nameRefusals(
      used.filter(({ code }) => !costCodes.has(code)),
      longestTextOf(input.catalog.limits, 'cstcde', 'cdenme'),
    ),
    ...fresh.refusals,
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  if (fresh.steps.length + rows.length === 0) {
    const sentence = `Job ${job.number} has every cost code of this project already: there is nothing to write.`;
    return { ok: false, refusals: [{ field: 'codes', value: job.number, sentence }] };
  }
  const header = rows.length > 0 ? [headerStep(job.number, sage === null, input.today)] : [];
  return itemPlan(input, {
    kind: 'costCodes.update',
    businessKey: `job/${job.number}`,
    target: {
      job: job.number,
      phase: '0',
      table: 'budget',
      record: sage === null ? null : job.number,
      number: job.number,
    },
    checks: [...budgetChecks(job, sage, rows), ...fresh.checks],
    steps: [...fresh.steps, ...header, ...rows],
    lines: fresh.steps.length + rows.length,
    sums: [{ label: 'Amounts', amount: zero }],
    title:
      `${count(fresh.steps.length, 'new cost code')} and ${count(rows.length, 'budget row')} for job ${job.number} ${job.name}`.trimEnd(),
    warnings: [],
    undo: [
      `To undo: delete the rows without money in Sage 6-2 of job ${job.number}, and the new cost codes in 6-5 while nothing uses them.`,
    ],
    fieldOf: (step) => step.id,
    lastLines: { bdglin: lastLineOf(sage?.rows ?? []) },
  });
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
