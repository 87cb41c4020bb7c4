import type { Plan, Step } from '../plan.ts';
import { type EntrySheet, entrySheet, type ListWords } from '../plans/entrySheet.ts';
import { markerColumn } from '../sage/markerField.ts';

/** The sheet that a person types from: without Plumbline's own notes in User Def2, which nobody types. */
export function printedSheet(
  { title, target, steps }: Pick<Plan, 'title' | 'target' | 'steps'>,
  shownAs: ListWords,
): EntrySheet {
  const typed = steps.map((step): Step => ({ ...step, columns: step.columns.filter(isPrinted) }));
  return entrySheet({ title, target, steps: typed }, shownAs);
}

function isPrinted({ column }: Step['columns'][number]): boolean {
  return column !== markerColumn;
}
