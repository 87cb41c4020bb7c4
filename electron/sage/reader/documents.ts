import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { ReadQuery } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statements.ts';
import { fieldsOf } from './fields.ts';
import type { Listing } from './listings.ts';
import { changedSince, hasChangeTime, type KeyedPage, readPage } from './page.ts';
import { everyFact, provedRowsAfter, type ReadRows } from './rows.ts';
import { equalTo, qualified } from './source.ts';

/** Each brings its lines along, so fewer to the page than of flat records. */
const headersPerPage = 200;

/** Lines of one kind, by the name under which the record has them. */
type Grids<G> = { readonly [K in keyof G]: Listing<G[K]> };
type LinesOf<G> = { readonly [K in keyof G]: readonly G[K][] };

/** A record with lines: the rows of its header table, and of the tables whose `recnum` points to it. */
export type Document<H, G> = { readonly headers: Listing<H>; readonly grids: Grids<G> };

/** One page of records with all their lines. Lines count as rows read. */
export async function readDocuments<H, G>(
  connection: SqlConnection,
  dialect: Dialect,
  document: Document<H, G>,
  query: ReadQuery,
): Promise<KeyedPage<H & LinesOf<G>>> {
  const page = await readPage(connection, dialect, document.headers, query, headersPerPage);
  return withLines(connection, dialect, document, page, query.changedFrom, provedRowsAfter);
}

/**
 * Null when Sage has no record with this number. `read`: how; as it comes where every row is compared with something else anyway.
 */
export async function readDocument<H, G>(
  connection: SqlConnection,
  dialect: Dialect,
  document: Document<H, G>,
  record: string,
  read: ReadRows = provedRowsAfter,
): Promise<(H & LinesOf<G>) | null> {
  const where = equalTo(dialect, document.headers.table, [record]);
  const all = { changedFrom: null, after: null };
  const page = await readPage(connection, dialect, { ...document.headers, where }, all, 1, read);
  const { records } = await withLines(connection, dialect, document, page, null, read);
  return records[0] ?? null;
}

/** Every record that one column of the header points to, e.g. those of a job. */
export async function readDocumentsWhere<H, G>(
  connection: SqlConnection,
  dialect: Dialect,
  { headers, grids }: Document<H, G>,
  column: string,
  value: string,
): Promise<readonly (H & LinesOf<G>)[]> {
  const place = dialect.parameter(columnOf(sageTables[headers.table], column));
  const ofHeader = { sql: `${qualified(dialect, column)} = ${place}`, parameters: [value] };
  const found = await everyFact(connection, dialect, { ...headers, where: ofHeader }, recordOf(headers));
  const throughHeader = { sql: `h.${dialect.name(column)} = ${place}`, parameters: [value] };
  const through = { through: headerJoin(dialect, headers.table), where: throughHeader };
  const { linesOf } = await readGrids(connection, dialect, grids, through, provedRowsAfter);
  return found.map(({ record, fact }) => ({ ...fact, ...linesOf(record) }));
}

async function withLines<H, G>(
  connection: SqlConnection,
  dialect: Dialect,
  { headers, grids }: Document<H, G>,
  page: KeyedPage<H>,
  changedFrom: string | null,
  read: ReadRows,
): Promise<KeyedPage<H & LinesOf<G>>> {
  const first = page.keys[0];
  const last = page.keys.at(-1);
  if (first === undefined || last === undefined) return { ...page, records: [] };
  const { table } = headers;
  const narrowed = changedFrom !== null && hasChangeTime(table) ? changedFrom : null;
  const where = linesBetween(dialect, table, first, last, narrowed);
  const through = narrowed === null ? { where } : { where, through: headerJoin(dialect, table) };
  const { linesOf, count } = await readGrids(connection, dialect, grids, through, read);
  return {
    records: page.records.map((header, index) => ({ ...header, ...linesOf(page.keys[index] ?? '') })),
    keys: page.keys,
    rowsRead: page.rowsRead + count,
    next: page.next,
  };
}

type Narrowing = { readonly where: Statement; readonly through?: string };

async function readGrids<G>(
  connection: SqlConnection,
  dialect: Dialect,
  grids: Grids<G>,
  narrowing: Narrowing,
  read: ReadRows,
): Promise<{ readonly linesOf: (record: string) => LinesOf<G>; readonly count: number }> {
  const found: { name: keyof G; lines: ReadonlyMap<string, readonly unknown[]> }[] = [];
  let count = 0;
  for (const name of Object.keys(grids) as (keyof G)[]) {
    const grid = grids[name];
    const lines = await everyFact(connection, dialect, { ...grid, ...narrowing }, recordOf<G[keyof G]>(grid), read);
    count += lines.length;
    found.push({ name, lines: byRecord(lines) });
  }
  const linesOf = (record: string) =>
    Object.fromEntries(found.map(({ name, lines }) => [name, lines.get(record) ?? []])) as unknown as LinesOf<G>;
  return { linesOf, count };
}

/** Two parameters, however many headers: the headers of a page are neighbours. */
function linesBetween(
  dialect: Dialect,
  table: Listing<unknown>['table'],
  first: string,
  last: string,
  changedFrom: string | null,
): Statement {
  const place = dialect.parameter(columnOf(sageTables[table], 'recnum'));
  const between = `${qualified(dialect, 'recnum')} BETWEEN ${place} AND ${place}`;
  if (changedFrom === null) return { sql: between, parameters: [first, last] };
  const changed = changedSince(dialect, table, changedFrom, 'h');
  return { sql: `${between} AND ${changed.sql}`, parameters: [first, last, ...changed.parameters] };
}

function headerJoin(dialect: Dialect, table: Listing<unknown>['table']): string {
  return `JOIN ${dialect.table(table)} h ON h.${dialect.name('recnum')} = ${qualified(dialect, 'recnum')}`;
}

/** A fact of one row, and the record that it belongs to. */
type OfRecord<T> = { readonly record: string; readonly fact: T };

function recordOf<T>(listing: Listing<T>): (row: SqlRow) => OfRecord<T> {
  return (row) => {
    const fields = fieldsOf(listing.table, row);
    return { record: fields.text('recnum'), fact: listing.fact(fields) };
  };
}

function byRecord<T>(lines: readonly OfRecord<T>[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const { record, fact } of lines) {
    const list = found.get(record);
    if (list === undefined) found.set(record, [fact]);
    else list.push(fact);
  }
  return found;
}
