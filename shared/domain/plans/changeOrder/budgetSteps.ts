import type { PlannedColumn, Step } from '../../plan.ts';
import type { BudgetLine, ChangeOrder } from '../../sage/facts.ts';
import { differing } from './differing.ts';
import { parentColumns } from './primeLines.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';
import { copied, derived, entered, taken } from './steps.ts';

/** Id of the step that creates the subcontract line which a budget line without one needs. */
export function newSubcontractLineStep(line: ResolvedBudget): string {
  return `newSubcontractLine.${line.index}`;
}

/** A new row of the Budget and Sub grid. Plain budget lines carry no status (confidence med). */
export function insertBudget(line: ResolvedBudget, target: ChangeOrder | null, today: string): Step {
  return {
    id: `budget.${line.index}`,
    op: 'insert',
    table: 'sbcgln',
    key: {},
    corId: line.corId,
    title: `Budget line: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      ...parentColumns(target),
      taken('linnum', 'line', 'the next line', 'Next line of the grid, taken under the lock'),
      entered('dscrpt', line.description),
      entered('chghrs', line.hours),
      entered('chgunt', line.units),
      entered('bdgprc', line.amount),
      entered('cstcde', line.costCode),
      entered('csttyp', line.costType),
      ...subcontractColumns(line, today),
    ],
  };
}

function subcontractColumns(line: ResolvedBudget, today: string): readonly PlannedColumn[] {
  const sub = line.subcontract;
  if (sub === null) return [];
  return [
    entered('vndnum', sub.vendor),
    entered('vndctc', sub.subcontract),
    sub.line === ''
      ? copied('ctclin', newSubcontractLineStep(line), 'linnum', 'The subcontract line that this change creates')
      : entered('ctclin', sub.line),
    entered('chgnum', sub.changeNumber.trim()),
    entered('chgsts', sub.status),
    derived('chgdte', today, 'Date of the change of the subcontract: the day of the push', 'low'),
  ];
}

/** An update of the columns that differ; none when nothing does. Description, vendor and subcontract of a line never change. */
export function updateBudget(
  target: ChangeOrder,
  now: BudgetLine,
  corId: string | null,
  wanted: Readonly<Record<string, string | null>>,
): readonly Step[] {
  const present = {
    chghrs: now.hours,
    chgunt: now.units,
    bdgprc: now.amount,
    cstcde: now.costCode,
    csttyp: now.costType,
    chgnum: now.changeNumber,
    chgsts: now.status,
  };
  const columns = differing(
    'sbcgln',
    Object.entries(wanted).map(([column, text]) => entered(column, text)),
    present,
  );
  if (columns.length === 0) return [];
  return [
    {
      id: `budget.line${now.line}`,
      op: 'update',
      table: 'sbcgln',
      key: { recnum: target.record, linnum: now.line },
      corId,
      title: `Budget line ${now.line}: ${now.description}`,
      columns,
    },
  ];
}
