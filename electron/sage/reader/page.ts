import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { ReadPage, ReadQuery } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statements.ts';
import { fieldsOf } from './fields.ts';
import type { Listing } from './listings.ts';
import { provedRowsAfter, type ReadRows } from './rows.ts';
import { equalTo, keyOf, pageRows, type Source } from './source.ts';

/** A key of several columns as one text. */
const keySeparator = '/';

/** A page with the key of each of its records, to go on after any of them. */
export type KeyedPage<T> = ReadPage<T> & { readonly keys: readonly string[] };

/** One page of facts in the order of the table's key. */
export async function readPage<T>(
  connection: SqlConnection,
  dialect: Dialect,
  listing: Listing<T>,
  query: ReadQuery,
  limit: number = pageRows,
  read: ReadRows = provedRowsAfter,
): Promise<KeyedPage<T>> {
  const narrowed = narrowedToChanges(dialect, listing, query.changedFrom);
  const after = query.after === null ? null : query.after.split(keySeparator);
  const { rows, facts } = await read(connection, dialect, narrowed, after, limit, (row) =>
    listing.fact(fieldsOf(listing.table, row)),
  );
  const keys = rows.map((row) => keyOf(listing.table, row).join(keySeparator));
  return {
    records: facts,
    keys,
    rowsRead: rows.length,
    next: rows.length < limit ? null : (keys.at(-1) ?? null),
  };
}

/** One record by its key; null when there is none. */
export async function readOne<T>(
  connection: SqlConnection,
  dialect: Dialect,
  listing: Listing<T>,
  key: string,
): Promise<T | null> {
  const where = equalTo(dialect, listing.table, key.split(keySeparator));
  const page = await readPage(connection, dialect, { ...listing, where }, { changedFrom: null, after: null }, 1);
  return page.records[0] ?? null;
}

function narrowedToChanges(dialect: Dialect, source: Source, changedFrom: string | null): Source {
  if (changedFrom === null || !hasChangeTime(source.table)) return source;
  return { ...source, where: changedSince(dialect, source.table, changedFrom, 't') };
}

/** Whether Sage keeps the time of the last change of each row. */
export function hasChangeTime(table: Source['table']): boolean {
  return sageTables[table].columns.some(({ name }) => name === 'upddte');
}

/**
 * Rows of a table changed at or after a time that its own server wrote; rows that were never changed go by their insertion. Who
 * sets these columns is unknown, so rows without either are found by full reads only.
 */
export function changedSince(
  dialect: Dialect,
  tableName: Source['table'],
  changedFrom: string,
  alias: string,
): Statement {
  const column = columnOf(sageTables[tableName], 'upddte');
  const updated = `${alias}.${dialect.name('upddte')}`;
  const inserted = `${alias}.${dialect.name('insdte')}`;
  const place = dialect.parameter(column);
  // An ISO instant would sort after every time of its own day.
  const from = changedFrom.replace('T', ' ').replace(/Z$/, '');
  return {
    sql: `(${updated} >= ${place} OR (${updated} IS NULL AND ${inserted} >= ${place}))`,
    parameters: [from, from],
  };
}
