import { displayCostCode } from '../../costCode.ts';
import { addMoney, isZero, type Money, sumMoney, zero } from '../../money.ts';
import type { PlannedColumn, Step } from '../../plan.ts';
import type { SageBudgetRow } from '../../procore/budgetCells.ts';
import { type CostTypeNumber, costTypeNumbers } from '../../sage/enumerations.ts';
import { budgetColumnOfCostType } from '../../sage/schema/budgets.ts';
import { changing, copied, derived, entered, fixed, rowIdOf, taken } from '../changeOrder/steps.ts';

/** Rows of a budget (6-2): only their money is ever written; hours, quantity and unit belong to Sage. */

/** Amounts by cost type; what is left out is nothing. */
export type Amounts = ReadonlyMap<CostTypeNumber, Money>;

/** The header of a job that has no budget yet. */
export function budgetHeader(job: string, today: string): Step {
  return {
    id: 'budget',
    op: 'insert',
    table: 'budget',
    key: {},
    corId: null,
    title: `Budget of job ${job}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      entered('recnum', job),
      fixed('lckedt', '0', 'Not locked'),
      derived('edtdte', today, 'Edited today', 'med'),
      taken('usrnme', 'user', 'Plumbline', 'Edited by'),
      fixed('ntetxt', '', 'No notes'),
    ],
  };
}

/** The header of a budget that is there: who changed it when, as Sage's program would say. */
function touchedHeader(job: string, today: string): Step {
  return {
    id: 'budget',
    op: 'update',
    table: 'budget',
    key: { recnum: job },
    corId: null,
    title: `Budget of job ${job}`,
    columns: [derived('edtdte', today, 'Edited today', 'med'), taken('usrnme', 'user', 'Plumbline', 'Edited by')],
  };
}

/** The header that the rows of a plan need: a new one, or the one that is there. */
export function headerStep(job: string, isNew: boolean, today: string): Step {
  return isNew ? budgetHeader(job, today) : touchedHeader(job, today);
}

/** A new row for a code that the budget does not have. `newHeader`: the header is made by the same plan. */
export function insertBudgetRow(
  row: { readonly job: string; readonly code: string; readonly name: string; readonly amounts: Amounts },
  newHeader: boolean,
): Step {
  const { job, code, name, amounts } = row;
  const why = 'The budget that the row belongs to';
  return {
    id: `row.${code}`,
    op: 'insert',
    table: 'bdglin',
    key: {},
    corId: null,
    title: `Budget row ${displayCostCode(code)} ${name}`.trimEnd(),
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      newHeader ? copied('_idref', 'budget', '_idnum', why) : rowIdOf('_idref', 'budget', job, why),
      entered('recnum', job),
      fixed('phsnum', '0', 'No phase'),
      taken('linnum', 'line', 'the next line', 'Next line of the grid, taken under the lock'),
      entered('cstcde', code),
      fixed('hrsbdg', '0.00', 'Only amounts are exchanged'),
      ...costTypeNumbers.map((type) => entered(budgetColumnOfCostType[type], amounts.get(type) ?? zero)),
      derived('ttlbdg', sumMoney([...amounts.values()]), 'Sum of the nine cost types', 'med'),
      fixed('untdsc', '', 'Only amounts are exchanged'),
      fixed('estunt', '0.0000', 'Only amounts are exchanged'),
      fixed('usrdf1', '', 'Empty'),
      fixed('ntetxt', '', 'No notes'),
    ],
  };
}

/** The row with other amounts. `moves`: what is added to each cost type; nothing else of the row changes. */
export function updateBudgetRow(job: string, name: string, row: SageBudgetRow, moves: Amounts): Step {
  const columns: PlannedColumn[] = [...moves]
    .filter(([, move]) => !isZero(move))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([type, move]) => {
      const present = row.amounts[type];
      return changing(entered(budgetColumnOfCostType[type], addMoney(present, move)), present);
    });
  const total = addMoney(row.total, ...moves.values());
  const rule = 'Present total + what the cost types move';
  return {
    id: `row.${row.costCode ?? ''}`,
    op: 'update',
    table: 'bdglin',
    key: { recnum: job, phsnum: row.phase, linnum: row.line },
    corId: null,
    title: `Budget row ${displayCostCode(row.costCode ?? '')} ${name}`.trimEnd(),
    columns: total === row.total ? columns : [...columns, changing(derived('ttlbdg', total, rule, 'med'), row.total)],
  };
}

/** The last line of the rows without a phase, for what the next would be. */
export function lastLineOf(rows: readonly SageBudgetRow[]): number {
  return Math.max(0, ...rows.filter(({ phase }) => phase === '0').map(({ line }) => Number.parseInt(line, 10)));
}
