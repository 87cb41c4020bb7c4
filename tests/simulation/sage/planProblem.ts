import type { Plan, Step } from '#shared/domain/plan.ts';
import { differentValue } from '#shared/domain/plans/changeOrder/differing.ts';
import { markerTable, type Written } from './server.ts';
import type { Row } from './statement.ts';

/**
 * What a transaction wrote beside its plan, row by row, whatever Plumbline itself says of it; null when it is what was approved.
 * `elsewhere`: another computer may have written it, by a plan of its own on the totals that it found.
 */
export function planProblem({ steps }: Plan, written: Written, elsewhere: boolean): string | null {
  const there = rowsIn(written);
  if (there !== steps.length) return `${steps.length} rows were approved, and ${there} are in Sage`;
  const taken = new Set<Row>();
  for (const step of steps) {
    const row = rowOf(elsewhere ? withoutTotals(step) : step, written.get(step.table), taken);
    if (row === null) return `${step.title}: ${step.table} has no row as it was approved`;
    taken.add(row);
  }
  return null;
}

/** The lines are what was approved; a total is what was there before and these lines. */
function withoutTotals(step: Step): Step {
  return step.op === 'update' ? { ...step, columns: step.columns.filter(({ origin }) => origin !== 'derived') } : step;
}

export function rowsIn(written: Written): number {
  let rows = 0;
  for (const [table, changed] of written) if (table !== markerTable) rows += changed.size;
  return rows;
}

/** A row that holds every value of the step; numbers that are taken at write time are any. */
function rowOf(step: Step, rows: ReadonlyMap<string, Row | null> | undefined, taken: ReadonlySet<Row>): Row | null {
  for (const [key, row] of rows ?? []) {
    if (row === null || taken.has(row)) continue;
    if (step.op !== 'insert' && key !== Object.values(step.key).join('/')) continue;
    if (holds(row, step)) return row;
  }
  return null;
}

function holds(row: Row, { table, columns }: Step): boolean {
  return columns.every(({ column, cell }) => cell.kind !== 'text' || !isOther(table, column, cell.text, row));
}

/** An amount in another scale is the same amount. */
export function isOther(table: string, column: string, value: string | null, row: Row | null | undefined): boolean {
  const there = row?.[column] ?? null;
  return there !== value && differentValue(table, column, value, there);
}
