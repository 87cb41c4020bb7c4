import type { Plan, Receipt, Step } from '../plan.ts';
import { differentValue } from '../plans/changeOrder/differing.ts';
import type { ListWords } from '../plans/entrySheet.ts';
import type { ChangeOrder } from '../sage/facts.ts';
import { tableNamed } from '../sage/schema/tables.ts';
import { pairLines } from './pairLines.ts';
import { type ComparedRow, compareRow, grids, isTyped, type TypedDifference, type TypedTable } from './typedFields.ts';

/** A change order in Sage beside the plan that a person was to type. */
export type Compared = {
  /** Something of the plan can be seen in it. */
  readonly begun: boolean;
  readonly differences: readonly TypedDifference[];
  /** What was found, row by row, for the receipt. */
  readonly rows: Receipt['rows'];
};

export type Typed = {
  readonly plan: Plan;
  readonly changeOrder: ChangeOrder;
  /** Lines that belong to other pushes: `pmcgln 3`. */
  readonly owned: ReadonlySet<string>;
  readonly shownAs: ListWords;
};

type TypedStep = Step & { readonly table: TypedTable };
type Line = ChangeOrder['prime'][number] | ChangeOrder['budget'][number];
type Row = { readonly step: TypedStep; readonly key: Readonly<Record<string, string>>; readonly compared: ComparedRow };

/** Compares field by field. Whatever a plan does not say about a change order that was there before is not looked at. */
export function compareTyped(typed: Typed): Compared {
  const { plan, changeOrder, shownAs } = typed;
  const steps = plan.steps.filter(isTyped);
  const header = steps
    .filter(({ table }) => table === 'prmchg')
    .map((step): Row => {
      const compared = compareRow(step, changeOrder, 'Change order', shownAs);
      return { step, key: { recnum: changeOrder.record }, compared };
    });
  const prime = compareGrid(typed, 'pmcgln');
  const budget = compareGrid(typed, 'sbcgln');
  const rows = [...header, ...prime.rows, ...budget.rows];
  const created = plan.target.record === null;
  return {
    begun: created || prime.added || budget.added || rows.some((row) => row.step.op === 'update' && hasMoved(row)),
    differences: [
      ...rows.flatMap(({ compared }) => compared.differences),
      ...prime.missing,
      ...budget.missing,
      ...(created ? [...prime.unplanned, ...budget.unplanned] : []),
    ],
    rows: rows.map(({ step, key, compared }) => ({
      step: step.id,
      table: step.table,
      key: { ...key },
      columns: [
        ...(key.linnum === undefined ? [] : [{ column: 'linnum', planned: key.linnum, readBack: key.linnum }]),
        ...compared.columns,
      ],
    })),
  };
}

/** A planned change can be seen: a field no longer holds what it held at the approval. */
function hasMoved({ step, compared }: Row): boolean {
  return compared.columns.some(({ column, readBack }) => {
    const was = step.columns.find((planned) => planned.column === column)?.was;
    return was !== undefined && differentValue(step.table, column, was, readBack);
  });
}

type ComparedGrid = {
  readonly rows: readonly Row[];
  readonly missing: readonly TypedDifference[];
  readonly unplanned: readonly TypedDifference[];
  /** A line of the plan was added. */
  readonly added: boolean;
};

function compareGrid(typed: Typed, table: 'pmcgln' | 'sbcgln'): ComparedGrid {
  const { plan, changeOrder, shownAs } = typed;
  const { title } = tableNamed(table);
  const lines: readonly Line[] = changeOrder[grids[table]];
  const steps = plan.steps.filter(isTyped).filter((step) => step.table === table);
  const rowOf = (step: TypedStep, line: Line): Row => ({
    step,
    key: { recnum: changeOrder.record, linnum: line.line },
    compared: compareRow(step, line, `${title}, line ${line.line}`, shownAs),
  });
  const absent = (step: TypedStep): TypedDifference => ({
    place: title,
    label: step.title,
    planned: 'typed',
    typed: 'not there',
  });
  const updates = steps.filter(({ op }) => op === 'update');
  const changed = updates.map((step) => ({ step, line: lines.find(({ line }) => line === step.key.linnum) }));
  const free = lines.filter(({ line }) => isNewLine(typed, table, steps, line));
  const { pairs, left, over } = pairLines(
    steps.filter(({ op }) => op === 'insert'),
    free,
    rowOf,
  );
  return {
    rows: [...changed.flatMap(({ step, line }) => (line === undefined ? [] : [rowOf(step, line)])), ...pairs],
    missing: [...changed.flatMap(({ step, line }) => (line === undefined ? [absent(step)] : [])), ...left.map(absent)],
    unplanned: over.map(({ line, description }) => ({
      place: `${title}, line ${line}`,
      label: 'Description',
      planned: 'no such line',
      typed: description,
    })),
    added: pairs.length > 0,
  };
}

/** Lines from before the approval, and those of other pushes, are not what this plan had typed. */
function isNewLine({ plan, owned }: Typed, table: string, steps: readonly Step[], line: string): boolean {
  if (plan.target.record === null) return true;
  if (owned.has(`${table} ${line}`)) return false;
  const firsts = steps.flatMap(({ op, columns }) =>
    columns.flatMap(({ column, cell }) =>
      op === 'insert' && column === 'linnum' && cell.kind === 'take' && /^\d+$/.test(cell.preview)
        ? [BigInt(cell.preview)]
        : [],
    ),
  );
  return firsts.every((first) => BigInt(line) >= first);
}
