import type { Plan, Step } from '../plan.ts';
import { differentValue } from '../plans/changeOrder/differing.ts';
import { asTyped, type ListWords } from '../plans/entrySheet.ts';
import { columnOf, tableNamed } from '../sage/schema/tables.ts';
import type { Compared } from './compareTyped.ts';
import { pairLines } from './pairLines.ts';
import type { ComparedRow, TypedDifference } from './typedFields.ts';
import { headerSteps, lineSteps, type TypedRecord, type TypedRow, typedColumns } from './typedRecord.ts';

type Row = { readonly step: Step; readonly key: Readonly<Record<string, string>>; readonly compared: ComparedRow };

/**
 * A record in Sage beside the plan that a person was to type, field by field: what was entered must stand there. What Sage's program
 * fills in by itself, and columns that the plan says nothing about, are not looked at.
 */
export function compareRecord(plan: Plan, found: TypedRecord, shownAs: ListWords): Compared {
  const rowOf = comparing(shownAs);
  const headers = headerSteps(plan).map((step) => ({ step, row: found.headers[step.id] ?? null }));
  const present = headers.flatMap(({ step, row }) => (row === null ? [] : [rowOf(step, row)]));
  const grids = [...lineSteps(plan)].map(([table, steps]) =>
    compareLines(plan, steps, found.lines[table] ?? [], rowOf),
  );
  const rows = [...present, ...grids.flatMap((grid) => grid.rows)];
  const created = plan.target.record === null;
  return {
    begun:
      created ||
      grids.some(({ added }) => added) ||
      rows.some(({ step, compared }) => step.op === 'update' && moved(step, compared)),
    differences: [
      ...headers.filter(({ row }) => row === null).map(({ step }) => absent(step)),
      ...rows.flatMap(({ compared }) => compared.differences),
      ...grids.flatMap(({ missing, unplanned }) => [...missing, ...(created ? unplanned : [])]),
    ],
    rows: rows.map(({ step, key, compared }) => ({ step: step.id, table: step.table, key, columns: compared.columns })),
  };
}

function compareLines(plan: Plan, steps: readonly Step[], lines: readonly TypedRow[], rowOf: Comparing) {
  const { key, title } = tableNamed(steps[0]?.table ?? '');
  const updates = steps
    .filter(({ op }) => op === 'update')
    .map((step) => ({
      step,
      row: lines.find((line) => key.every((name) => (line[name] ?? '0') === (step.key[name] ?? '0'))),
    }));
  const first = plan.target.record === null ? null : firstNew(steps);
  const free = lines.filter((line) => first === null || BigInt(line.linnum ?? '0') >= first);
  const { pairs, left, over } = pairLines(
    steps.filter(({ op }) => op === 'insert'),
    free.filter((line) => !updates.some(({ row }) => row === line)),
    rowOf,
  );
  const unplanned = over.map(
    (line): TypedDifference => ({
      place: `${title}, line ${line.linnum}`,
      label: 'Line',
      planned: 'no such line',
      typed: 'there',
    }),
  );
  return {
    rows: [...updates.flatMap(({ step, row }) => (row === undefined ? [] : [rowOf(step, row)])), ...pairs],
    missing: [...updates.filter(({ row }) => row === undefined).map(({ step }) => step), ...left].map(absent),
    unplanned,
    added: pairs.length > 0,
  };
}

/** Lines from before the approval are not what this plan had typed: what it would have been given tells. */
function firstNew(steps: readonly Step[]): bigint | null {
  const previews = steps.flatMap(({ columns }) =>
    columns.flatMap(({ column, cell }) =>
      column === 'linnum' && cell.kind === 'take' && /^\d+$/.test(cell.preview) ? [BigInt(cell.preview)] : [],
    ),
  );
  return previews.reduce<bigint | null>((least, one) => (least === null || one < least ? one : least), null);
}

type Comparing = (step: Step, row: TypedRow) => Row;

function comparing(shownAs: ListWords): Comparing {
  return (step, row) => {
    const table = tableNamed(step.table);
    const line = row.linnum === undefined || row.linnum === null ? '' : `, line ${row.linnum}`;
    const differences: TypedDifference[] = [];
    const columns = typedColumns(step).map(({ column: name, cell }) => {
      const planned = cell.kind === 'text' ? cell.text : null;
      const readBack = row[name] ?? null;
      if (differentValue(step.table, name, planned, readBack)) {
        const column = columnOf(table, name);
        const place = `${table.title}${line}`;
        differences.push({
          place,
          label: column.label,
          planned: asTyped(column, planned, shownAs),
          typed: asTyped(column, readBack, shownAs),
        });
      }
      return { column: name, planned, readBack };
    });
    return {
      step,
      key: Object.fromEntries(table.key.map((name) => [name, row[name] ?? ''])),
      compared: { differences, equal: columns.length - differences.length, columns },
    };
  };
}

/** A planned change can be seen: a field no longer holds what it held at the approval. */
function moved(step: Step, { columns }: ComparedRow): boolean {
  return columns.some(({ column, readBack }) => {
    const was = step.columns.find((planned) => planned.column === column)?.was;
    return was !== undefined && differentValue(step.table, column, was, readBack);
  });
}

function absent(step: Step): TypedDifference {
  return { place: tableNamed(step.table).title, label: step.title, planned: 'typed', typed: 'not there' };
}
