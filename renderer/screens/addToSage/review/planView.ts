import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import { isTableName, tableNamed } from '#shared/domain/sage/schema/tables.ts';

/** The row writes of a plan in the order in which Sage's screens show them. */
export type PlanView = {
  readonly header: Step | null;
  readonly prime: readonly Step[];
  readonly budget: readonly Step[];
  /** New subcontract lines and the totals that move with them. */
  readonly subcontracts: readonly Step[];
  readonly other: readonly Step[];
};

export function viewOf(steps: readonly Step[]): PlanView {
  const of = (...tables: string[]) => steps.filter(({ table }) => tables.includes(table));
  const shown = ['prmchg', 'pmcgln', 'sbcgln', 'subcon', 'sbcnln'];
  const [header = null, ...moreHeaders] = of('prmchg');
  return {
    header,
    prime: of('pmcgln'),
    budget: of('sbcgln'),
    subcontracts: of('sbcnln', 'subcon'),
    other: [...moreHeaders, ...steps.filter(({ table }) => !shown.includes(table))],
  };
}

/** Keys and who-and-when columns that no field of a Sage screen shows: there on demand, not in the way. */
const inner = new Set(['_idnum', '_idref', 'recnum', 'insdte', 'insusr', 'upddte', 'updusr']);

/** The columns that these rows write, in the order of Sage's table; `every` includes those that no Sage screen shows. */
export function columnsOf(table: string, steps: readonly Step[], every: boolean): readonly string[] {
  const written = new Set(steps.flatMap((step) => [...Object.keys(step.key), ...step.columns.map((c) => c.column)]));
  const described = isTableName(table) ? tableNamed(table).columns.map(({ name }) => name) : [];
  const known = described.filter((name) => written.has(name));
  const others = [...written].filter((name) => !described.includes(name));
  return [...known, ...others].filter((name) => every || !inner.has(name));
}

/** What a row writes into a column; for the key of an updated row, the value it has already. */
export function plannedIn(step: Step, column: string): PlannedColumn | string | null {
  return step.columns.find((planned) => planned.column === column) ?? step.key[column] ?? null;
}

/** True when the two texts differ: an update that only repeats a value shows no arrow. */
export function changes(planned: PlannedColumn): boolean {
  return planned.was !== undefined && (planned.cell.kind !== 'text' || planned.cell.text !== planned.was);
}
