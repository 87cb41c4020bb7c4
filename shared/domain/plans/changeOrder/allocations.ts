import type { PlannedColumn, Step } from '../../plan.ts';
import type { Allocation } from '../../sage/catalog.ts';
import type { PlanningFacts } from './input.ts';

/**
 * Says of each new row who gives it its number, as the company's database has it. Row ids are always ours, even where the database
 * would make one: by them a new row is found again whose number the database gave.
 */
export function withAllocations(
  { catalog }: { readonly catalog: Pick<PlanningFacts['catalog'], 'allocations'> },
  steps: readonly Step[],
): readonly Step[] {
  return steps.map((step) => ({
    ...step,
    columns: step.columns.map((planned) =>
      allocated(planned, catalog.allocations[`${step.table}.${planned.column}`] ?? 'highest'),
    ),
  }));
}

function allocated(planned: PlannedColumn, allocation: Allocation): PlannedColumn {
  const { cell } = planned;
  if (cell.kind !== 'take' || (cell.rule !== 'record' && cell.rule !== 'line') || allocation === 'given')
    return planned;
  if (allocation === 'highest') {
    return { ...planned, cell: { ...cell, allocation }, why: `${planned.why ?? 'Next number'}: the highest + 1` };
  }
  const by = allocation === 'identity' ? 'it counts this column itself' : 'the default of this column counts';
  return {
    ...planned,
    cell: { ...cell, allocation },
    why: `Given out by SQL Server: ${by}`,
    confidence: 'high',
  };
}
