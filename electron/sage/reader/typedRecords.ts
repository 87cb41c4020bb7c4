import {
  headerSteps,
  lineSteps,
  type TypedRecord,
  type TypedRow,
  typedKey,
} from '#shared/domain/handEntry/typedRecord.ts';
import type { Plan, Step } from '#shared/domain/plan.ts';
import type { Table } from '#shared/domain/sage/columns.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { condition, textAt, type Values } from '../dialect/statements.ts';
import { countedRows } from './counted.ts';

/** More of them nobody compares by eye. */
const most = 5;

/**
 * The records in Sage that a person may have typed for a plan, with the columns that the plan names, as text: the one that the plan
 * changes, or those with the number or name of a new one. A plan of a list (cost codes) is one record of several rows. `written`: the
 * record that was made for the plan, where that is known; then only that one.
 */
export async function readTypedRecords(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Plan,
  written: string | null,
): Promise<readonly TypedRecord[]> {
  const { table, number } = headerOf(plan);
  const steps = headerSteps(plan);
  const [only, ...others] = steps;
  if (others.length > 0) return readList(connection, dialect, plan, steps);
  const record = plan.target.record ?? written;
  const known = only === undefined ? null : typedKey(plan, only);
  const key = record === null ? known : { recnum: record };
  if (key === null) return [];
  const columns = [...new Set([...table.key, number, ...(only?.columns.map(({ column }) => column) ?? [])])];
  const rows = await readRows(connection, dialect, table, columns, key);
  const found: TypedRecord[] = [];
  for (const row of rows.slice(0, most)) {
    const own = row.recnum ?? '';
    found.push({
      record: own,
      number: (row[number] ?? '').trim(),
      headers: only === undefined ? {} : { [only.id]: row },
      lines: await readLines(connection, dialect, plan, own),
    });
  }
  return found;
}

/** One row for each step; no record while none of them is there. */
async function readList(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Plan,
  steps: readonly Step[],
): Promise<readonly TypedRecord[]> {
  const { table, number } = headerOf(plan);
  const headers: Record<string, TypedRow | null> = {};
  for (const step of steps) {
    const key = typedKey(plan, step);
    const columns = [...new Set([...table.key, number, ...step.columns.map(({ column }) => column)])];
    const [row] = key === null ? [] : await readRows(connection, dialect, table, columns, key);
    headers[step.id] = row ?? null;
  }
  const first = Object.values(headers).find((row) => row !== null);
  if (first === undefined || first === null) return [];
  return [{ record: first.recnum ?? '', number: (first[number] ?? '').trim(), headers, lines: {} }];
}

async function readLines(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Plan,
  record: string,
): Promise<TypedRecord['lines']> {
  const lines: Record<string, readonly TypedRow[]> = {};
  for (const [name, steps] of lineSteps(plan)) {
    const table = tableNamed(name);
    const columns = [...new Set([...table.key, ...steps.flatMap((step) => step.columns.map(({ column }) => column))])];
    lines[name] = await readRows(connection, dialect, table, columns, { recnum: record });
  }
  return lines;
}

async function readRows(
  connection: SqlConnection,
  dialect: Dialect,
  table: Table,
  columns: readonly string[],
  values: Values,
): Promise<readonly TypedRow[]> {
  const rows = await countedRows(connection, dialect, {
    table: table.name,
    columns: columns.map((name) => aliased(dialect, dialect.read(columnOf(table, name)), name)),
    where: condition(dialect, table, values),
    orderBy: table.key.map((name) => dialect.name(name)).join(', '),
  });
  return rows.map((row) => Object.fromEntries(columns.map((name) => [name, textAt(row, name)])));
}
