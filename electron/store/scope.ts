import type { z } from 'zod';
import type { CompanyId } from '#shared/domain/company.ts';
import type { Unreadable } from '#shared/domain/records.ts';
import type { Database, Row } from './database.ts';
import type { Parsed, Place } from './parsed.ts';

/** What every part of the store works with: one file, one company in it. */
export type Scope = {
  readonly db: Database;
  readonly company: CompanyId;
  readonly keep: (item: Unreadable) => void;
  readonly parsed: Parsed;
};

/** Text of a column; the tables are STRICT, so anything else is a bug. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Not text: ${column}`);
  return value;
}

/** Text of a column that may be null. */
export function textOrNullOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

/** Whole number of a column. */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Not a number: ${column}`);
  return value;
}

/** The stored payload as the record it was; null when it does not parse, and then it is kept among the unreadable ones. */
export function readPayload<T>(scope: Scope, schema: z.ZodType<T>, where: Place, payload: string): T | null {
  const known = scope.parsed.find(where, schema, payload);
  if (known !== undefined) return known;
  const reason = (text: string): null => {
    scope.keep({ ...where, reason: text, payload });
    return null;
  };
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return reason('This is not JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    scope.parsed.keep(where, schema, payload, parsed.data);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  return reason(issue === undefined ? 'Not the expected form.' : `${issue.path.join('.')}: ${issue.message}`);
}

/** The records of rows with the columns `key` and `payload`; what does not parse is left out and kept. */
export function readAll<T>(scope: Scope, schema: z.ZodType<T>, source: string, rows: readonly Row[]): readonly T[] {
  const found: T[] = [];
  for (const row of rows) {
    const record = readPayload(scope, schema, { source, key: textOf(row, 'key') }, textOf(row, 'payload'));
    if (record !== null) found.push(record);
  }
  return found;
}

/** The record of one row as above; null when there is no row. */
export function readOne<T>(scope: Scope, schema: z.ZodType<T>, source: string, row: Row | undefined): T | null {
  return row === undefined ? null : (readAll(scope, schema, source, [row])[0] ?? null);
}
