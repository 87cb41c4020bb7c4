import { z } from 'zod';
import { displayCostCode } from '../costCode.ts';
import type { Plan, PlannedColumn, Step } from '../plan.ts';
import type { Column } from '../sage/columns.ts';
import { statusWords } from '../sage/enumerations.ts';
import { headerOf } from '../sage/schema/headers.ts';
import { columnOf, tableNamed } from '../sage/schema/tables.ts';

/**
 * A plan as a person types it into Sage: only fields that are entered, in the order of Sage's screen, with the words that stand
 * beside them there. What Sage's program fills in by itself (ids, totals, line numbers) is left out.
 */
const entryFieldSchema = z.object({
  label: z.string(),
  /** As it is typed: `2-Open`, `-1250.00`, `11/22/2026`; empty to leave the field empty. */
  value: z.string(),
  /** What stands there now and is typed over; absent in new rows. */
  was: z.string().optional(),
});
export type EntryField = z.infer<typeof entryFieldSchema>;

const entryGridSchema = z.object({
  /** The grid's title on the screen, e.g. `Prime Change Details`. */
  title: z.string(),
  columns: z.array(z.object({ label: z.string(), figure: z.boolean() })).readonly(),
  rows: z
    .array(
      z.object({
        /** Line number in Sage; null for a line that is added. */
        line: z.string().nullable(),
        /** One for each column; null where an updated line keeps what it has. */
        fields: z.array(entryFieldSchema.nullable()).readonly(),
      }),
    )
    .readonly(),
});
export type EntryGrid = z.infer<typeof entryGridSchema>;

export const entrySheetSchema = z.object({
  title: z.string(),
  /** `6-4-1`: where it is typed. */
  screen: z.string(),
  header: z.array(entryFieldSchema).readonly(),
  grids: z.array(entryGridSchema).readonly(),
});
export type EntrySheet = z.infer<typeof entrySheetSchema>;

/**
 * What stands on Sage's screen for a number that comes from one of its lists: the Subcontract# for a subcontract's record number,
 * `4-Subcontract` for a cost type. In: the column and the number; out: the number itself where the list does not have it.
 */
export type ListWords = (column: string, value: string) => string;

export function entrySheet(
  { title, target, steps }: Pick<Plan, 'title' | 'target' | 'steps'>,
  shownAs: ListWords,
): EntrySheet {
  const { table, number } = headerOf({ target });
  const headers = steps.filter((step) => step.table === table.name);
  // A list, such as cost codes, has no header of its own: its rows are typed one by one.
  const single = headers.length <= 1;
  const header = single ? headers.flatMap((step) => fieldsOf(step, shownAs)) : [];
  const label = columnOf(table, number).label;
  const numbered = target.number === null || !single ? [] : [{ label, value: target.number }];
  const known = header.some((field) => field.label === label) ? [] : numbered;
  const ofGrids = Map.groupBy(
    steps.filter((step) => step.table !== table.name || !single),
    (step) => step.table,
  );
  return {
    title,
    screen: table.screen,
    header: [...known, ...header],
    grids: [...ofGrids]
      .map(([name, rows]) => gridOf(name, rows, shownAs))
      .filter((grid) => grid.rows.length > 0 && grid.columns.length > 0),
  };
}

function gridOf(name: string, steps: readonly Step[], shownAs: ListWords): EntryGrid {
  const table = tableNamed(name);
  const columns = table.columns.filter(({ name: column }) => steps.some((step) => typed(step, column) !== null));
  return {
    title: table.title,
    columns: columns.map((column) => ({ label: column.label, figure: isFigure(column) })),
    rows: steps.map((step) => ({
      line: step.op === 'insert' ? null : (step.key.linnum ?? null),
      fields: columns.map((column) => {
        const planned = typed(step, column.name);
        return planned === null ? null : fieldOf(column, planned, shownAs);
      }),
    })),
  };
}

/** The entered fields of a row in the order of Sage's table; new rows without those that stay empty. */
function fieldsOf(step: Step, shownAs: ListWords): readonly EntryField[] {
  return tableNamed(step.table).columns.flatMap((column) => {
    const planned = typed(step, column.name);
    if (planned === null) return [];
    const field = fieldOf(column, planned, shownAs);
    return field.value === '' && field.was === undefined ? [] : [field];
  });
}

/** What a person types: what somebody entered, and fixed values that are fields of the screen. */
function typed(step: Step, name: string): PlannedColumn | null {
  const planned = step.columns.find(({ column }) => column === name) ?? null;
  if (planned === null || planned.cell.kind !== 'text') return null;
  if (planned.origin === 'entered') return planned;
  return planned.origin === 'fixed' && !linking.has(name) ? planned : null;
}

/** Fixed values that place a row under its parent: Sage's program writes them. */
const linking = new Set(['recnum', '_idref', '_idnum', 'linnum']);

function fieldOf(column: Column, { cell, was }: PlannedColumn, shownAs: ListWords): EntryField {
  const text = cell.kind === 'text' ? cell.text : null;
  const value = asTyped(column, text, shownAs);
  return { label: column.label, value, ...(was === undefined ? {} : { was: asTyped(column, was, shownAs) }) };
}

/** Columns whose numbers come from lists of the company's own. */
export const listedColumns = ['vndctc', 'csttyp', 'chgtyp'] as const;

function isListed(name: string): boolean {
  return listedColumns.some((one) => one === name);
}

/** A stored value as a person types it into the field: statuses and list numbers by their words, dates as month, day, year, negatives with a minus. */
export function asTyped(column: Column, text: string | null, shownAs: ListWords): string {
  if (text === null || text === '') return '';
  if (isListed(column.name)) return shownAs(column.name, text);
  if (column.values !== undefined) return statusWords(column.values, text);
  if (column.name === 'cstcde') return displayCostCode(text);
  const day = column.type === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  return day === null ? text : `${day[2]}/${day[3]}/${day[1]}`;
}

function isFigure(column: Column): boolean {
  return column.type === 'decimal' && column.name !== 'cstcde';
}
