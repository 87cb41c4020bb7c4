import type { CompanyId } from '../company.ts';
import { formatMoney, parseMoney } from '../money.ts';
import type { ItemPlanKind, NamedSum, Plan, Refusal, Step } from '../plan.ts';
import type { Catalog } from '../sage/catalog.ts';
import { withAllocations } from './changeOrder/allocations.ts';
import { cellsThatDoNotFit } from './changeOrder/cellsFit.ts';

/** What every plan of an item of Procore needs besides the facts of its kind. */
export type ItemPlanning = {
  readonly company: CompanyId;
  /** The item, in the version that is approved. */
  readonly item: { readonly id: string; readonly number: string; readonly snapshotHash: string };
  readonly catalog: Pick<Catalog, 'fingerprint' | 'limits' | 'allocations'>;
  /** Date in the office's time zone, YYYY-MM-DD. */
  readonly today: string;
  /** Who would approve it: Sage's entered-by field. */
  readonly person: string;
};

export type PlannedItem =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

type Parts = Pick<Plan, 'businessKey' | 'target' | 'checks' | 'steps' | 'title' | 'warnings' | 'undo'> & {
  readonly kind: ItemPlanKind;
  /** How many rows are lines, for the count that whoever approves can check. */
  readonly lines: number;
  readonly sums: readonly NamedSum[];
  /** The field of a refusal, by the step and column that hold the value. */
  readonly fieldOf: (step: Step, column: string) => string;
  /** The last line that each grid has now, by table; grids without one are empty. */
  readonly lastLines?: Readonly<Record<string, number>>;
};

/** Puts the plan of an item together; refused when a value does not fit its column in this company. */
export function itemPlan(planning: ItemPlanning, parts: Parts): PlannedItem {
  const { kind, lines, sums, fieldOf, lastLines = {}, ...rest } = parts;
  const refusals = cellsThatDoNotFit(parts.steps, planning.catalog.limits, {
    fieldOf,
    split: 'enter a smaller one',
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const { id, number, snapshotHash } = planning.item;
  return {
    ok: true,
    plan: {
      ...rest,
      format: 1,
      kind,
      company: planning.company,
      fingerprint: planning.catalog.fingerprint,
      sources: [{ corId: id, number, snapshotHash }],
      steps: withPreviews(planning, parts.steps, lastLines),
      controls: { lines, sums },
    },
  };
}

/** What the values that are taken at write time would be now. */
function withPreviews(
  planning: ItemPlanning,
  steps: readonly Step[],
  lastLines: Readonly<Record<string, number>>,
): readonly Step[] {
  const lines: Record<string, number> = { ...lastLines };
  return withAllocations(planning, steps).map((step) => ({
    ...step,
    columns: step.columns.map((column) => {
      const { cell } = column;
      if (cell.kind !== 'take') return column;
      if (cell.rule === 'user') return { ...column, cell: { ...cell, preview: planning.person } };
      if (cell.rule !== 'line') return column;
      const line = (lines[step.table] ?? 0) + 1;
      lines[step.table] = line;
      return { ...column, cell: { ...cell, preview: String(line) } };
    }),
  }));
}

/** An amount for a sentence; other text as it is. */
export function shownAmount(text: string): string {
  const amount = parseMoney(text);
  return amount === null ? text : formatMoney(amount);
}
