import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { columnOf } from '#shared/domain/sage/schema/tables.ts';
import type { SqlParameter, SqlRow } from '../connection.ts';
import { isPhase } from '../values.ts';
import { aliased, type Dialect } from './dialect.ts';

/** One statement with its parameters in order. */
export type Statement = { readonly sql: string; readonly parameters: readonly SqlParameter[] };

/** Column name → value, already in the form that Sage stores. */
export type Values = Readonly<Record<string, string | null>>;

/** True for rows that hold these values; phase 0 also finds rows without a phase. */
export function condition(dialect: Dialect, table: Table, values: Values): Statement {
  const parameters: SqlParameter[] = [];
  const terms = Object.entries(values).map(([name, value]) => {
    const column = columnOf(table, name);
    if (isPhase(column) && (value === null || value === '0')) {
      return `(${dialect.name(name)} IS NULL OR ${dialect.name(name)} = 0)`;
    }
    if (value === null) return `${dialect.name(name)} IS NULL`;
    parameters.push(value);
    return dialect.equals(column);
  });
  return { sql: terms.join(' AND '), parameters };
}

/**
 * The columns of all rows that hold these values, kept from changing until the transaction ends. `measured`: text columns of which
 * the whole length is asked as well, see `lengthAlias`.
 */
export function selectHeld(
  dialect: Dialect,
  table: Table,
  columns: readonly string[],
  values: Values,
  measured: readonly string[] = [],
): Statement {
  const where = condition(dialect, table, values);
  const sql = dialect.select({
    columns: [
      ...columns.map((name) => aliased(dialect, dialect.read(columnOf(table, name)), name)),
      ...measured.map((name) => aliased(dialect, dialect.length(columnOf(table, name)), lengthAlias(name))),
    ],
    from: dialect.heldTable(table.name),
    where: where.sql,
  });
  return { sql, parameters: where.parameters };
}

export function lengthAlias(column: string): string {
  return `${column}_length`;
}

/** The highest value of a whole-number column, alias `highest`, NULL when there is none; nobody else can add one meanwhile. */
export function selectHighest(dialect: Dialect, table: Table, column: string, values: Values): Statement {
  const where = condition(dialect, table, values);
  const sql = dialect.select({
    columns: [aliased(dialect, dialect.highest(columnOf(table, column)), 'highest')],
    from: dialect.heldTable(table.name),
    ...(where.sql === '' ? {} : { where: where.sql }),
  });
  return { sql, parameters: where.parameters };
}

export function insertRow(dialect: Dialect, table: Table, values: Values): Statement {
  const columns = Object.keys(values).map((name) => columnOf(table, name));
  const names = columns.map(({ name }) => dialect.name(name)).join(', ');
  const places = columns.map((column) => dialect.parameter(column)).join(', ');
  return {
    sql: `INSERT INTO ${dialect.table(table.name)} (${names}) VALUES (${places})`,
    parameters: Object.values(values),
  };
}

export function updateRow(dialect: Dialect, table: Table, key: Values, values: Values): Statement {
  const where = condition(dialect, table, key);
  const set = Object.keys(values).map((name) => `${dialect.name(name)} = ${dialect.parameter(columnOf(table, name))}`);
  return {
    sql: `UPDATE ${dialect.table(table.name)} SET ${set.join(', ')} WHERE ${where.sql}`,
    parameters: [...Object.values(values), ...where.parameters],
  };
}

export function deleteRow(dialect: Dialect, table: Table, key: Values): Statement {
  const where = condition(dialect, table, key);
  return { sql: `DELETE FROM ${dialect.table(table.name)} WHERE ${where.sql}`, parameters: where.parameters };
}

/** A value of a result as text. A column that was not selected is a bug. */
export function textAt(row: SqlRow, alias: string): string | null {
  const value = row[alias];
  if (value === undefined) throw new Error(`The result has no column '${alias}'`);
  return typeof value === 'number' ? String(value) : value;
}

/** The columns of a table by their names. */
export function columnsOf(table: Table, names: readonly string[]): readonly Column[] {
  return names.map((name) => columnOf(table, name));
}
