import { nextChangeNumber } from '#shared/domain/changeNumber.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { columnOf, sageTables, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { truncateAt } from '#shared/domain/text.ts';
import { selectHeld, selectHighest, textAt, type Values } from '../dialect/statements.ts';
import { markerText } from '../markers/recordField.ts';
import { storedForm } from '../values.ts';
import { cannotHold, type Run, rowLost, rowMissing, type WrittenRow } from './run.ts';

/** What the steps before have written, and the last line number given out in each grid. */
export type Progress = {
  readonly written: readonly WrittenRow[];
  readonly lastLines: Map<string, bigint>;
};

/** Takes that look at other values of their row come last; the record number comes before the change number (see below). */
const order = ['line', 'changeNumber'];

/** True for a number that the database itself gives to a new row: nothing is sent for it. */
export function isGivenOut({ cell }: PlannedColumn): boolean {
  return cell.kind === 'take' && (cell.allocation === 'identity' || cell.allocation === 'default');
}

/**
 * The values of a step's columns, in the form that Sage stores. Numbers are taken now, under the lock; those that the database gives
 * are left out.
 */
export async function resolveStep(run: Run, step: Step, progress: Progress): Promise<Result<Values>> {
  const table = tableNamed(step.table);
  const sent = step.columns.filter((planned) => !isGivenOut(planned));
  const values: Record<string, string | null> = {};
  // In the plan's own order, which receipts keep, whatever comes late.
  for (const { column } of sent) values[column] = null;
  for (const planned of inOrder(sent)) {
    const column = columnOf(table, planned.column);
    const { cell } = planned;
    const resolved =
      cell.kind === 'text' ? succeed(cell.text) : await resolveCell(run, table, column, planned, values, progress);
    if (!resolved.ok) return resolved;
    const stored = storedForm(column, resolved.value);
    if (!stored.ok) return fail(cannotHold(table, column, resolved.value, stored.failure));
    values[column.name] = stored.value;
  }
  return succeed(values);
}

function inOrder(columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const late = ({ cell }: PlannedColumn) => (cell.kind === 'take' ? order.indexOf(cell.rule) : -1);
  return columns.some((planned) => late(planned) >= 0) ? [...columns].sort((a, b) => late(a) - late(b)) : columns;
}

async function resolveCell(
  run: Run,
  table: Table,
  column: Column,
  { cell, was }: PlannedColumn,
  values: Values,
  progress: Progress,
): Promise<Result<string | null>> {
  switch (cell.kind) {
    case 'text':
      return succeed(cell.text);
    case 'read':
      return valueInSage(run, tableNamed(cell.table), cell.key, cell.column);
    case 'copy': {
      const source = progress.written.findLast(({ step }) => step === cell.step);
      if (source === undefined) throw new Error(`Step '${cell.step}' comes later or does not exist`);
      const value = source.values?.[cell.column];
      return value === undefined ? valueInSage(run, source.table, source.key, cell.column) : succeed(value);
    }
    case 'take':
      switch (cell.rule) {
        case 'rowId':
          return succeed(run.random.uuid());
        case 'timestamp':
          return succeed(run.approval.officeTime);
        case 'user':
          return succeed(userName(run.approval.person, column, cell.longest));
        case 'record':
          return succeed(await nextRecord(run, table, column));
        case 'line':
          return succeed(await nextLine(run, table, column, values, progress.lastLines));
        case 'changeNumber':
          return takeChangeNumber(run);
        case 'marker':
          return succeed(markerText(run.approval.operationKey, was ?? null));
      }
  }
}

/** Names longer than the field are cut: they only say who it was. */
function userName(person: string, column: Column, longest = Number.POSITIVE_INFINITY): string {
  const described = column.type === 'text' && column.length !== 'max' ? column.length : longest;
  return truncateAt(person, Math.min(described, longest));
}

async function valueInSage(run: Run, table: Table, key: Values, column: string): Promise<Result<string | null>> {
  const { sql, parameters } = selectHeld(run.dialect, table, [column], key);
  const [row, ...others] = await run.connection.query(sql, parameters);
  if (row === undefined || others.length > 0) return fail(rowMissing(table, key));
  return succeed(textAt(row, column));
}

/**
 * The values of a row that was just inserted, with the numbers that the database gave it, in the plan's own order. The row is found by
 * the row id that we gave it: what the server says of the last identity may be that of a row which a trigger wrote.
 */
export async function withGivenNumbers(run: Run, step: Step, values: Values): Promise<Result<Values>> {
  const given = step.columns.filter(isGivenOut).map(({ column }) => column);
  if (given.length === 0) return succeed(values);
  const table = tableNamed(step.table);
  const rowId = values._idnum;
  if (rowId === undefined || rowId === null) throw new Error(`Step '${step.id}' has no row id to find its row by`);
  const { sql, parameters } = selectHeld(run.dialect, table, given, { _idnum: rowId });
  const [row, ...others] = await run.connection.query(sql, parameters);
  if (row === undefined || others.length > 0 || given.some((name) => textAt(row, name) === null)) {
    return fail(rowLost(table));
  }
  return succeed(
    Object.fromEntries(
      step.columns.map(({ column }) => [
        column,
        given.includes(column) ? textAt(row, column) : (values[column] ?? null),
      ]),
    ),
  );
}

/** Highest + 1, while the end of the key range is locked against everybody. */
async function nextRecord(run: Run, table: Table, column: Column): Promise<string> {
  return String((await highest(run, table, column, {})) + 1n);
}

/** Highest line of the parent + 1; asked once per grid, then counted on, because nobody else can add a line meanwhile. */
async function nextLine(
  run: Run,
  table: Table,
  column: Column,
  values: Values,
  lastLines: Map<string, bigint>,
): Promise<string> {
  const parent = Object.fromEntries(
    table.key.filter((name) => name !== column.name).map((name) => [name, values[name] ?? null]),
  );
  const grid = `${table.name} ${JSON.stringify(parent)}`;
  const line = (lastLines.get(grid) ?? (await highest(run, table, column, parent))) + 1n;
  lastLines.set(grid, line);
  return String(line);
}

async function highest(run: Run, table: Table, column: Column, values: Values): Promise<bigint> {
  const { sql, parameters } = selectHighest(run.dialect, table, column.name, values);
  const [row] = await run.connection.query(sql, parameters);
  return BigInt((row === undefined ? null : textAt(row, 'highest')) ?? '0');
}

/** The next number of the job and phase. Taken after the record number, whose lock keeps new change orders out. */
async function takeChangeNumber(run: Run): Promise<Result<string>> {
  const { job, phase } = run.plan.target;
  const { sql, parameters } = selectHeld(run.dialect, sageTables.prmchg, ['recnum', 'chgnum'], {
    jobnum: job,
    phsnum: phase,
  });
  const rows = await run.connection.query(sql, parameters);
  const oldestFirst = rows
    .map((row) => ({ record: BigInt(textAt(row, 'recnum') ?? '0'), number: textAt(row, 'chgnum') ?? '' }))
    .sort((a, b) => (a.record < b.record ? -1 : 1))
    .map(({ number }) => number);
  const next = nextChangeNumber(oldestFirst);
  if (next !== null) return succeed(next);
  const where = phase === '0' ? `job ${job}` : `job ${job}, phase ${phase}`;
  return fail({
    next: 'needsPerson',
    code: 'sage.changeNumber',
    sentence: `The last change order number of ${where} is '${oldestFirst.at(-1)?.trim() ?? ''}', and after letters Sage suggests no next one. Nothing was saved.`,
    remedy: 'Open the draft again and type the change order number.',
  });
}
