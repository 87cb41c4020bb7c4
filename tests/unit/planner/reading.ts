import type { Plan, Step } from '#shared/domain/plan.ts';

/** Ways to look at a plan. */

export function stepOf(plan: Plan, id: string): Step {
  const found = plan.steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`No step '${id}' among ${plan.steps.map((step) => step.id).join(', ')}`);
  return found;
}

/** Column → what it will hold: its text, or in angle brackets where the value comes from. */
export function values(step: Step): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    step.columns.map(({ column, cell }) => {
      if (cell.kind === 'text') return [column, cell.text];
      if (cell.kind === 'take') return [column, `<${cell.rule}>`];
      if (cell.kind === 'copy') return [column, `<${cell.step}.${cell.column}>`];
      return [column, `<${cell.table} ${Object.values(cell.key).join('/')} ${cell.column}>`];
    }),
  );
}

/** Column → `old → new` of an update, without the columns that only say who and when. */
export function changes(step: Step): Readonly<Record<string, string>> {
  const audit = ['upddte', 'updusr'];
  const changed = step.columns.filter(({ column }) => !audit.includes(column));
  return Object.fromEntries(
    changed.map(({ column, cell, was }) => [
      column,
      `${was ?? 'NULL'} → ${cell.kind === 'text' ? (cell.text ?? 'NULL') : `<${cell.kind}>`}`,
    ]),
  );
}
