import type { Plan, PlannedColumn, Step } from '../../plan.ts';
import { type Limits, longestTextOf } from '../../sage/catalog/limits.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import { longestMarker, markerColumn, markerKeys } from '../../sage/markerField.ts';
import { updateHeader } from './header.ts';
import type { PlanningInput } from './input.ts';
import { changing, taken } from './steps.ts';

/**
 * Where markers are kept in record fields, every plan writes one into the header of its change order, visible in the preview like
 * any other value. The plan itself says so, so that switching the setting later does not touch what was approved.
 */
export function withMarkerField(
  input: PlanningInput,
  target: ChangeOrder | null,
  steps: readonly Step[],
): readonly Step[] {
  if (input.markers === 'table') return steps;
  if (target === null) return steps.map((step) => (isHeader(step) ? { ...step, columns: created(step) } : step));
  const column = changing(markerOf(), target.userDefined2);
  if (!steps.some(isHeader)) return [...updateHeader(target, [column]), ...steps];
  return steps.map((step) => (isHeader(step) ? { ...step, columns: [column, ...step.columns] } : step));
}

/** What a person keeps in that field is not overwritten, and the proof must fit into it; null when it is free. */
export function markerRefusal(input: PlanningInput, target: ChangeOrder | null): string | null {
  if (input.markers === 'table') return null;
  const narrow = narrowMarker(input.facts.catalog.limits);
  if (narrow !== null || target === null) return narrow;
  const held = target.userDefined2.trim();
  // Before markers were kept here, Plumbline itself wrote the COR's id into it.
  const ours = input.facts.links.some(
    ({ record, pushed }) => record === target.record && pushed.header.userDefined2.trim() === held,
  );
  if (held === '' || markerKeys(held).length > 0 || ours) return null;
  return `User Def2 of change order ${target.number} holds '${held}', and Plumbline's proof would replace it: move it elsewhere in Sage 6-4-1, or keep the proofs in the companion database (Settings, Writing into Sage).`;
}

/** Why this company's field cannot hold a proof; null when it can. */
export function narrowMarker(limits: Limits): string | null {
  const longest = longestTextOf(limits, 'prmchg', markerColumn);
  if (longest >= longestMarker) return null;
  return `User Def2 of a change order takes ${longest} characters in this company, and Plumbline's proof needs ${longestMarker}: keep the proofs in the companion database (Settings, Writing into Sage).`;
}

/** Whether the plan writes its proof into the record itself. */
export function carriesMarker({ steps }: Pick<Plan, 'steps'>): boolean {
  return steps.some(({ columns }) => columns.some(({ cell }) => cell.kind === 'take' && cell.rule === 'marker'));
}

function isHeader({ table }: Step): boolean {
  return table === 'prmchg';
}

function created({ columns }: Step): readonly PlannedColumn[] {
  return columns.map((column) => (column.column === markerColumn ? markerOf() : column));
}

export function markerOf(): PlannedColumn {
  return taken(
    markerColumn,
    'marker',
    'Plumbline’s key',
    'The proof that this push was written, so that it is never written twice',
  );
}
