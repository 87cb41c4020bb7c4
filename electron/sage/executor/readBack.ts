import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Receipt } from '#shared/domain/plan.ts';
import type { Table } from '#shared/domain/sage/columns.ts';
import { columnOf } from '#shared/domain/sage/schema/tables.ts';
import type { SqlRow } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { columnsOf, condition, type Statement, textAt, type Values } from '../dialect/statements.ts';
import { type Run, readBackDiffers, rowDoubled, rowMissing, rowRemains, type WrittenRow } from './run.ts';

/** What one row must hold when all steps are done; null when it must be gone. */
type Expected = { readonly table: Table; readonly key: Values; values: Values | null };

/**
 * Reads every written row again, as text, and compares it with the plan, string for string. Answers with what was found, for the
 * receipt; fails at the first difference.
 */
export async function readBack(run: Run, written: readonly WrittenRow[]): Promise<Result<Receipt['rows']>> {
  const expected = finalRows(written);
  const found = new Map<string, SqlRow>();
  for (const group of Map.groupBy(expected.values(), groupOf).values()) {
    const { sql, parameters } = selectGroup(run.dialect, group);
    const table = group[0]?.table;
    if (table === undefined) continue;
    for (const row of await run.connection.query(sql, parameters)) {
      const key = Object.fromEntries(table.key.map((name) => [name, textAt(row, name)]));
      const id = identity(table, key);
      // Somebody else took the same number meanwhile, and nothing in the database keeps them apart.
      if (found.has(id) && expected.has(id)) return fail(rowDoubled(table, key));
      found.set(id, row);
    }
  }
  for (const [id, { table, key, values }] of expected) {
    const row = found.get(id);
    if (values === null && row !== undefined) return fail(rowRemains(table));
    if (values === null) continue;
    if (row === undefined) return fail(rowMissing(table, key));
    for (const [name, planned] of Object.entries(values)) {
      const now = textAt(row, name);
      if (now !== planned) return fail(readBackDiffers(table, columnOf(table, name), planned, now));
    }
  }
  return succeed(written.map((row) => receiptRow(row, expected, found)));
}

/** A row that several steps write must hold what the last of them wrote to each column. */
function finalRows(written: readonly WrittenRow[]): ReadonlyMap<string, Expected> {
  const rows = new Map<string, Expected>();
  for (const { table, key, values } of written) {
    const id = identity(table, key);
    const before = rows.get(id);
    if (before === undefined) rows.set(id, { table, key, values });
    else before.values = values === null ? null : { ...before.values, ...values };
  }
  return rows;
}

function identity(table: Table, key: Values): string {
  return JSON.stringify([table.name, ...table.key.map((name) => key[name] ?? null)]);
}

/** Lines of one parent are read together. */
function groupOf({ table, key }: Expected): string {
  const parent = table.key.length === 1 ? table.key : table.key.slice(0, -1);
  return JSON.stringify([table.name, ...parent.map((name) => key[name] ?? null)]);
}

function selectGroup(dialect: Dialect, group: readonly Expected[]): Statement {
  const [first] = group;
  if (first === undefined) throw new Error('An empty group of rows');
  const { table, key } = first;
  const names = new Set([...table.key, ...group.flatMap(({ values }) => Object.keys(values ?? {}))]);
  const columns = columnsOf(table, [...names]).map((column) => aliased(dialect, dialect.read(column), column.name));
  const where = table.key.length === 1 ? condition(dialect, table, key) : linesBetween(dialect, table, group);
  return {
    sql: dialect.select({ columns, from: dialect.table(table.name), where: where.sql }),
    parameters: where.parameters,
  };
}

function linesBetween(dialect: Dialect, table: Table, group: readonly Expected[]): Statement {
  const line = columnOf(table, table.key.at(-1) ?? '');
  const parent = Object.fromEntries(table.key.slice(0, -1).map((name) => [name, group[0]?.key[name] ?? null]));
  const lines = group.map(({ key }) => BigInt(key[line.name] ?? '0')).sort((a, b) => (a < b ? -1 : 1));
  const where = condition(dialect, table, parent);
  return {
    sql: `${where.sql} AND ${dialect.name(line.name)} BETWEEN ${dialect.parameter(line)} AND ${dialect.parameter(line)}`,
    parameters: [...where.parameters, String(lines[0]), String(lines.at(-1))],
  };
}

function receiptRow(
  { step, table, key, values }: WrittenRow,
  expected: ReadonlyMap<string, Expected>,
  found: ReadonlyMap<string, SqlRow>,
): Receipt['rows'][number] {
  const id = identity(table, key);
  const row = found.get(id);
  const final = expected.get(id)?.values ?? null;
  return {
    step,
    table: table.name,
    key: Object.fromEntries(Object.entries(key).map(([name, value]) => [name, value ?? ''])),
    columns: Object.keys(values ?? {}).map((column) => ({
      column,
      planned: final?.[column] ?? null,
      readBack: row === undefined ? null : textAt(row, column),
    })),
  };
}
