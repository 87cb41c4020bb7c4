import { defaultValue } from '#shared/domain/sage/physical.ts';
import { columnOf, sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import { rowIdOf, stampText } from './chance.ts';

/** One row as text: numbers, money, codes and dates are written as Sage stores them; null is NULL. */
export type Row = Readonly<Record<string, string | null>>;
export type SampleRow = { readonly table: TableName; readonly row: Row };

/**
 * A whole row from the values that matter: the row id comes from the key, the rest is what Sage stores when nothing was typed.
 * A value that its column cannot hold is a bug in the sample company and throws.
 */
export function sampleRow(name: TableName, values: Row): SampleRow {
  const table = sageTables[name];
  for (const column of Object.keys(values)) columnOf(table, column);
  const id = rowIdOf(name, ...table.key.map((column) => values[column] ?? ''));
  const row: Record<string, string | null> = {};
  for (const column of table.columns) {
    const value = column.name === '_idnum' ? id : (values[column.name] ?? defaultValue(column, table.key));
    if (value === null && !column.nullable) throw new Error(`${name}.${column.name} has no value`);
    if (value !== null && column.type === 'text' && column.length !== 'max' && value.length > column.length)
      throw new Error(`${name}.${column.name} is too long: ${JSON.stringify(value)}`);
    row[column.name] = value;
  }
  return { table: name, row };
}

/** The audit columns of a header: inserted on one day, last touched on another. */
export function auditColumns(table: string, key: string, insertedDay: number, updatedDay: number, user: string): Row {
  const inserted = stampText(insertedDay, table, key, 'inserted');
  const updated = stampText(updatedDay, table, key, 'updated');
  const [first = inserted, last = inserted] = [inserted, updated].sort();
  return { insdte: first, upddte: last, insusr: user, updusr: user };
}

/** As rows look that came from the FoxPro edition: filled up with blanks to the width of the old column. */
export function padded(text: string, width: number): string {
  return text.padEnd(width, ' ');
}

/** Hands out Sage's own record numbers, one after the other. */
export function counter(first: number): () => string {
  let next = first;
  return () => {
    next += 1;
    return String(next - 1);
  };
}
