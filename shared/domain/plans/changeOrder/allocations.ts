import type { PlannedColumn, Step } from '../../plan.ts';
import type { Allocation, ColumnLimit } from '../../sage/catalog.ts';
import type { PlanningFacts } from './input.ts';

/**
 * Says of each new row who gives it its number, as the company's database has it, and how much its columns take of a person's name. Row
 * ids are always ours, even where the database would make one: by them a new row is found again whose number the database gave.
 */
export function withAllocations(
  { catalog }: { readonly catalog: Pick<PlanningFacts['catalog'], 'allocations' | 'limits'> },
  steps: readonly Step[],
): readonly Step[] {
  return steps.map((step) => ({
    ...step,
    columns: step.columns.map((planned) => {
      const place = `${step.table}.${planned.column}`;
      return cut(allocated(planned, catalog.allocations[place] ?? 'highest'), catalog.limits[place]);
    }),
  }));
}

function cut(planned: PlannedColumn, limit: ColumnLimit | undefined): PlannedColumn {
  const { cell } = planned;
  if (cell.kind !== 'take' || cell.rule !== 'user' || limit === undefined || !('length' in limit)) return planned;
  return { ...planned, cell: { ...cell, longest: limit.length } };
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
