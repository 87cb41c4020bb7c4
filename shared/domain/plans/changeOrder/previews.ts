import { nextChangeNumber } from '../../changeNumber.ts';
import type { Cell, Step } from '../../plan.ts';
import { withAllocations } from './allocations.ts';
import { type PlanningInput, targetOf, usedNumbers } from './input.ts';

/**
 * Says of each value that is taken at write time who gives it, and what it would be if it were written now. The
 * executor takes the value anew under the lock, and the hash of a plan leaves previews out; those of lines also tell later whether a
 * grid has grown since.
 */
export function withPreviews(input: PlanningInput, steps: readonly Step[]): readonly Step[] {
  const lastLines = new Map<string, number>();
  return withAllocations(input.facts, steps).map((step) => ({
    ...step,
    columns: step.columns.map((column) => ({ ...column, cell: previewed(input, step, column.cell, lastLines) })),
  }));
}

function previewed(input: PlanningInput, step: Step, cell: Cell, lastLines: Map<string, number>): Cell {
  if (cell.kind !== 'take') return cell;
  if (cell.rule === 'user') return { ...cell, preview: input.person };
  if (cell.rule === 'changeNumber') return { ...cell, preview: nextChangeNumber(usedNumbers(input)) ?? cell.preview };
  if (cell.rule !== 'line') return cell;
  const grid = `${step.table} ${textOf(step, 'recnum')}`;
  const line = (lastLines.get(grid) ?? highestLine(input, step)) + 1;
  lastLines.set(grid, line);
  return { ...cell, preview: String(line) };
}

function highestLine(input: PlanningInput, { table, columns }: Step): number {
  const lines = linesOf(input, table, textOf({ columns }, 'recnum'));
  return Math.max(0, ...lines.map(({ line }) => Number.parseInt(line, 10)));
}

function linesOf(input: PlanningInput, table: string, record: string): readonly { readonly line: string }[] {
  const target = targetOf(input);
  if (table === 'pmcgln') return target?.prime ?? [];
  if (table === 'sbcgln') return target?.budget ?? [];
  return input.facts.subcontracts.find((subcontract) => subcontract.record === record)?.lines ?? [];
}

function textOf({ columns }: Pick<Step, 'columns'>, name: string): string {
  const cell = columns.find(({ column }) => column === name)?.cell;
  return cell?.kind === 'text' ? (cell.text ?? '') : '';
}
