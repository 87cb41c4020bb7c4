import { displayCostCode } from '../costCode.ts';
import { formatMoney, isZero, type Money, subtractMoney, sumMoney, zero } from '../money.ts';
import type { Refusal, Step } from '../plan.ts';
import {
  type CellKey,
  cellOf,
  type Pairs,
  type ProcoreCell,
  procoreCells,
  type SageBudget,
  sageCells,
  totalsOf,
} from '../procore/budgetCells.ts';
import type { ProcoreBudgetRow } from '../procore/records.ts';
import { cellWords } from '../procore/words.ts';
import type { CostTypeNumber } from '../sage/enumerations.ts';
import type { CostCode, Job } from '../sage/facts.ts';
import { budgetChecks, jobStanding, lockedBudget, noPhases, phasesInUse } from './budget/checks.ts';
import { headerStep, insertBudgetRow, lastLineOf, updateBudgetRow } from './budget/rows.ts';
import { type ItemPlanning, itemPlan, type PlannedItem } from './itemPlan.ts';

export type BudgetExport = ItemPlanning & {
  readonly job: Pick<Job, 'number' | 'name' | 'status' | 'inactive'>;
  readonly rows: readonly ProcoreBudgetRow[];
  readonly pairs: Pairs;
  /** What was exported before (R-044); null before the first export. */
  readonly exported: ReadonlyMap<CellKey, Money> | null;
  /** Null: the job has no budget in Sage yet. */
  readonly sage: SageBudget | null;
  /** The cost codes of the company, by canonical code. */
  readonly costCodes: ReadonlyMap<string, Pick<CostCode, 'name'>>;
};

/**
 * The plan that makes the budget of a job (6-2) say what Procore's says: original + approved changes of each code and cost type
 * (R-041), amounts only (R-042). A cell that was exported before and is not in Procore any more becomes 0.00. A row of $0 in Procore
 * without a row in Sage is not written: it would add a row and no money. Cells that Sage alone has stay as they are.
 */
export function planBudgetExport(input: BudgetExport): PlannedItem {
  const { job, sage, exported } = input;
  const read = procoreCells(input.rows, input.pairs);
  const refusals = [
    ...lostRows(read.unread),
    ...jobStanding(job),
    ...lockedBudget(job, sage),
    ...phasesInUse(job, sage),
    ...unknownCodes(input, read.cells.keys()),
  ];
  const moves = movesOf(read.cells, exported, sageCells(sage?.rows ?? []));
  const strange = exported === null ? [] : changedInSage(exported, sageCells(sage?.rows ?? []));
  if (refusals.length + strange.length > 0) return { ok: false, refusals: [...refusals, ...strange] };
  if (moves.size === 0) {
    const sentence = `Sage has this budget already, to the cent: there is nothing to write into job ${job.number}. Where the two are not linked yet, link them under “It is in both already”.`;
    return { ok: false, refusals: [{ field: 'budget', value: job.number, sentence }] };
  }
  const rows = rowSteps(input, moves);
  const totals = totalsOf(read.cells.values());
  const extra = cellsOfSageOnly(read.cells, exported, sageCells(sage?.rows ?? []));
  return itemPlan(input, {
    kind: 'budget.export',
    businessKey: `job/${job.number}`,
    target: {
      job: job.number,
      phase: '0',
      table: 'budget',
      record: sage === null ? null : job.number,
      number: job.number,
    },
    checks: [...budgetChecks(job, sage, rows), noPhases(job)],
    steps: [headerStep(job.number, sage === null, input.today), ...rows],
    lines: rows.length,
    sums: [
      { label: 'Original', amount: totals.original },
      { label: 'Changes', amount: totals.changes },
      { label: 'Revised', amount: totals.revised },
      { label: 'Written now', amount: sumMoney([...moves.values()]) },
    ],
    title: `Budget of ${input.item.number} into job ${job.number} ${job.name}`.trimEnd(),
    warnings: extra.map(
      ([key, amount]) =>
        `${cellWords(key)} has ${formatMoney(amount)} in Sage and nothing in Procore: it stays, so the totals differ by it.`,
    ),
    undo: [`To undo: set the amounts of job ${job.number} back in Sage 6-2; this plan shows what each one was.`],
    fieldOf: (step) => step.id,
    lastLines: { bdglin: lastLineOf(sage?.rows ?? []) },
  });
}

/** What is added to each cell of Sage; only cells that move. */
function movesOf(
  procore: ReadonlyMap<CellKey, ProcoreCell>,
  exported: BudgetExport['exported'],
  sage: ReadonlyMap<CellKey, Money>,
): ReadonlyMap<CellKey, Money> {
  const keys = new Set([...procore.keys(), ...(exported ?? new Map<CellKey, Money>()).keys()]);
  const moves = new Map<CellKey, Money>();
  for (const key of [...keys].sort()) {
    const move = subtractMoney(procore.get(key)?.revised ?? zero, sage.get(key) ?? zero);
    if (!isZero(move)) moves.set(key, move);
  }
  return moves;
}

/** R-045: what was exported is no longer what Sage has. Nothing is written over it before somebody has looked. */
function changedInSage(exported: ReadonlyMap<CellKey, Money>, sage: ReadonlyMap<CellKey, Money>): readonly Refusal[] {
  return [...exported].flatMap(([key, amount]) => {
    const now = sage.get(key) ?? zero;
    if (now === amount) return [];
    const sentence = `${cellWords(key)} was exported as ${formatMoney(amount)} and is ${formatMoney(now)} in Sage now: set it back in Sage 6-2, then read Sage again.`;
    return [{ field: `row.${cellOf(key).code}`, value: now, sentence }];
  });
}

function rowSteps(input: BudgetExport, moves: ReadonlyMap<CellKey, Money>): readonly Step[] {
  const { job, sage, costCodes } = input;
  const byCode = new Map<string, Map<CostTypeNumber, Money>>();
  for (const [key, move] of moves) {
    const { code, type } = cellOf(key);
    const ofCode = byCode.get(code) ?? new Map<CostTypeNumber, Money>();
    byCode.set(code, ofCode.set(type, move));
  }
  return [...byCode].map(([code, ofCode]) => {
    // Where Sage has several rows of one code, the first takes the difference: the code's sum is what counts.
    const row = sage?.rows.find((candidate) => candidate.costCode === code);
    const name = costCodes.get(code)?.name ?? '';
    return row === undefined
      ? insertBudgetRow({ job: job.number, code, name, amounts: ofCode }, sage === null)
      : updateBudgetRow(job.number, name, row, ofCode);
  });
}

function lostRows(rows: readonly ProcoreBudgetRow[]): readonly Refusal[] {
  return rows.map(({ coding, original, changes }) => ({
    field: 'costCode',
    value: coding.fullCode ?? '',
    sentence: `The row ${coding.fullCode ?? 'without a cost code'}${coding.costTypeCode === null ? '' : `.${coding.costTypeCode}`} holds ${original} and changes of ${changes}, and is no cost code and cost type of Sage in whole cents: give it others in Procore, or send the project's cost codes first.`,
  }));
}

function unknownCodes({ costCodes }: BudgetExport, keys: Iterable<CellKey>): readonly Refusal[] {
  const codes = new Set([...keys].map((key) => cellOf(key).code));
  return [...codes]
    .filter((code) => !costCodes.has(code))
    .sort()
    .map((code) => ({
      field: `row.${code}`,
      value: displayCostCode(code),
      sentence: `Cost code ${displayCostCode(code)} is not in Sage (6-5): update the project's cost codes first.`,
    }));
}

function cellsOfSageOnly(
  procore: ReadonlyMap<CellKey, ProcoreCell>,
  exported: BudgetExport['exported'],
  sage: ReadonlyMap<CellKey, Money>,
): readonly (readonly [CellKey, Money])[] {
  return [...sage].filter(([key]) => !procore.has(key) && exported?.has(key) !== true);
}
