import { z } from 'zod';
import type { Plan, PlannedColumn, Step } from '../plan.ts';
import { headerOf } from '../sage/schema/headers.ts';

/** What may have been typed into Sage for a plan of any record: its rows, with the columns that the plan names. */

const rowSchema = z.record(z.string(), z.string().nullable());
export type TypedRow = z.infer<typeof rowSchema>;

export const typedRecordSchema = z.object({
  record: z.string(),
  number: z.string(),
  /** Rows of the header's table by the step that plans them; null: there is none. */
  headers: z.record(z.string(), rowSchema.nullable()),
  /** All lines of the record, by table. */
  lines: z.record(z.string(), z.array(rowSchema).readonly()),
});
export type TypedRecord = z.infer<typeof typedRecordSchema>;

/** Places a row under its parent: Sage's program writes it. */
const linking: ReadonlySet<string> = new Set(['recnum', '_idref', '_idnum', 'linnum']);

/** What a person types into a row: what somebody entered, and fixed values that are fields of the screen. */
export function typedColumns({ columns }: Step): readonly PlannedColumn[] {
  return columns.filter(
    ({ column, cell, origin }) =>
      cell.kind === 'text' && (origin === 'entered' || (origin === 'fixed' && !linking.has(column))),
  );
}

/** The steps on the header's own table: one, or several where a plan is of a list (cost codes). */
export function headerSteps(plan: Plan): readonly Step[] {
  const { table } = headerOf(plan);
  return plan.steps.filter((step) => step.table === table.name && step.op !== 'delete');
}

/** The steps of lines that people type: those that hang on the header by its record number. */
export function lineSteps(plan: Plan): ReadonlyMap<string, readonly Step[]> {
  const tables: readonly string[] = headerOf(plan).lines;
  const lines = plan.steps.filter(
    (step) => tables.includes(step.table) && step.op !== 'delete' && typedColumns(step).length > 0,
  );
  return Map.groupBy(lines, (step) => step.table);
}

/** Column → value that the row of a header step is found by; null when nothing of it is known before it is typed. */
export function typedKey(plan: Plan, step: Step): Readonly<Record<string, string>> | null {
  if (step.op === 'update') return step.key;
  const { foundBy } = headerOf(plan);
  const known = foundBy.flatMap((name) => {
    const cell = step.columns.find(({ column }) => column === name)?.cell;
    return cell?.kind === 'text' && cell.text !== null && cell.text !== '' ? [[name, cell.text] as const] : [];
  });
  return known.length === foundBy.length ? Object.fromEntries(known) : null;
}
