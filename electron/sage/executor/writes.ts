import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import {
  deleteRow,
  insertRow,
  lengthAlias,
  type Statement,
  selectHeld,
  textAt,
  updateRow,
  type Values,
} from '../dialect/statements.ts';
import { sameValue } from '../values.ts';
import { type Progress, resolveStep, withGivenNumbers } from './cells.ts';
import { type Run, rowMissing, staleValue, type WrittenRow } from './run.ts';

/** Looking needs no approval. */
type Look = Pick<Run, 'connection' | 'dialect' | 'plan'>;

/** Notes are read up to here. */
const longestNote = 4000;

/**
 * Every row that will be updated or deleted is there once and holds what the preview showed; null when so. The rows stay locked,
 * so what is written afterwards replaces exactly these values. Run before the first write, which may set off triggers.
 */
export async function changedSincePreview(run: Look): Promise<Failure | null> {
  for (const step of run.plan.steps) {
    if (step.op === 'insert') continue;
    const failure = await changedRow(run, step);
    if (failure !== null) return failure;
  }
  return null;
}

async function changedRow({ connection, dialect }: Look, step: Step): Promise<Failure | null> {
  const table = tableNamed(step.table);
  if (table.key.some((name) => step.key[name] === undefined)) {
    throw new Error(`Step '${step.id}' does not name the whole key of ${table.name}`);
  }
  const columns = [...new Set([...table.key, ...step.columns.map(({ column }) => column)])];
  const measured = step.columns.filter((planned) => keepsText(table, planned)).map(({ column }) => column);
  const { sql, parameters } = selectHeld(dialect, table, columns, step.key, measured);
  const [row, ...others] = await connection.query(sql, parameters);
  if (row === undefined || others.length > 0) return rowMissing(table, step.key);
  for (const planned of step.columns) {
    const column = columnOf(table, planned.column);
    const now = textAt(row, column.name);
    if (planned.was !== undefined && !sameValue(column, planned.was, now)) {
      return staleValue(table, column, planned.was, now);
    }
    if (measured.includes(column.name) && isCut(column, textAt(row, lengthAlias(column.name)))) {
      return {
        next: 'needsPerson',
        code: 'sage.tooLong',
        sentence: `${table.title} (${table.screen}), ${column.label} is longer than Plumbline can read, so changing it would cut it. Nothing was saved.`,
        remedy: 'Leave this field as it is in the draft, or edit it in Sage.',
      };
    }
  }
  return null;
}

/** A text whose end would be lost if it were longer than what is read. The name of whoever saved last is replaced whatever it was. */
function keepsText(table: Table, { column, cell }: PlannedColumn): boolean {
  return columnOf(table, column).type === 'text' && !(cell.kind === 'take' && cell.rule === 'user');
}

/** A company's column may hold more than the described one, as which it is read; nobody has seen what stands behind that. */
function isCut(column: Column, length: string | null): boolean {
  if (column.type !== 'text') return false;
  return column.length === 'max' ? Number(length ?? 0) >= longestNote : Number(length ?? 0) > column.length;
}

/** Runs the steps in order, one statement each, and says which rows they wrote. */
export async function writeSteps(run: Run): Promise<Result<readonly WrittenRow[]>> {
  const written: WrittenRow[] = [];
  const progress: Progress = { written, lastLines: new Map() };
  for (const step of run.plan.steps) {
    const sent = await resolveStep(run, step, progress);
    if (!sent.ok) return fail(sent.failure);
    const { sql, parameters } = statementOf(run, step, sent.value);
    await run.connection.query(sql, parameters);
    const values = step.op === 'insert' ? await withGivenNumbers(run, step, sent.value) : sent;
    if (!values.ok) return fail(values.failure);
    written.push(rowOf(step, values.value));
  }
  return succeed(written);
}

function statementOf({ dialect }: Run, step: Step, values: Values): Statement {
  const table = tableNamed(step.table);
  switch (step.op) {
    case 'insert':
      return insertRow(dialect, table, values);
    case 'update':
      return updateRow(dialect, table, step.key, values);
    case 'delete':
      return deleteRow(dialect, table, step.key);
  }
}

function rowOf(step: Step, values: Values): WrittenRow {
  const table = tableNamed(step.table);
  const key = Object.fromEntries(
    table.key.map((name) => {
      const value = step.op === 'insert' ? values[name] : step.key[name];
      if (value === undefined || value === null) throw new Error(`Step '${step.id}' has no ${table.name}.${name}`);
      return [name, value];
    }),
  );
  return { step: step.id, table, key, values: step.op === 'delete' ? null : values };
}
