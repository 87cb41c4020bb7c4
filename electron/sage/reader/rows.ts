import { formatScaled } from '#shared/domain/decimal.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';
import { sameSum, sumOf } from './controlSum.ts';
import { missingRows, untilWhole } from './counted.ts';
import { keyOf, pageRows, rowsAlias, type Source, sourceStatement, totalsStatement } from './source.ts';

/** The rows of a page, and what was made of each of them. */
export type Rows<T> = { readonly rows: readonly SqlRow[]; readonly facts: readonly T[] };

/** How a page is read; the key's columns must be among those selected. `fact` makes of a row what is wanted, by itself. */
export type ReadRows = <T>(
  connection: SqlConnection,
  dialect: Dialect,
  source: Source,
  after: readonly string[] | null,
  limit: number,
  fact: (row: SqlRow) => T,
) => Promise<Rows<T>>;

/** One page as it comes: enough where every row is compared with something else afterwards. */
export const rowsAfter: ReadRows = async (connection, dialect, source, after, limit, fact) => {
  const { sql, parameters } = sourceStatement(dialect, source, after, limit);
  const rows = await connection.query(sql, parameters);
  return { rows, facts: rows.map(fact) };
};

/**
 * One page of which nothing was lost on the way: ODBC bindings drop rows and cut digits without an error. The server counts the rows
 * and adds up an amount of the same page in a statement of its own, so that an empty page is proved as well; what differs is read
 * again. Throws `SqlFailure` with state `rowsMissing` when it differs each time.
 */
export const provedRowsAfter: ReadRows = async (connection, dialect, source, after, limit, fact) => {
  const page = sourceStatement(dialect, source, after, limit);
  const totals = totalsStatement(dialect, source, after, limit);
  const { rows, facts } = await untilWhole(source.table, async () => {
    const rows = await connection.query(page.sql, page.parameters);
    const making = async () => rows.map(fact);
    // Made while the server counts, and looked at only when nothing is missing.
    const [counted, facts] = await Promise.allSettled([connection.query(totals.sql, totals.parameters), making()]);
    if (counted.status === 'rejected') throw counted.reason;
    return { read: { rows, facts }, missing: differenceOf(source, rows, counted.value[0]) };
  });
  if (facts.status === 'rejected') throw facts.reason;
  return { rows, facts: facts.value };
};

/** In words for support; empty when all agrees. */
function differenceOf(source: Source, rows: readonly SqlRow[], counted: SqlRow | undefined): string {
  if (counted === undefined) return 'the server counted nothing';
  const missing = missingRows(rows, textAt(counted, rowsAlias));
  const { control } = source;
  if (missing !== '' || control === undefined) return missing;
  const came = sumOf(rows.map((row) => textAt(row, control)));
  // What is no number is refused by whoever makes a fact of it, and by its name.
  if (came === null) return '';
  const total = textAt(counted, control);
  const sum = sumOf([total]);
  if (sum !== null && sameSum(came, sum)) return '';
  return `${control} adds up to ${formatScaled(came.units, came.scale)}, the server's sum is ${total ?? 'none'}`;
}

/** What is made of all rows, page by page; for what is small by nature, such as the lines of some change orders. */
export async function everyFact<T>(
  connection: SqlConnection,
  dialect: Dialect,
  source: Source,
  fact: (row: SqlRow) => T,
  read: ReadRows = provedRowsAfter,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let after: readonly string[] | null = null; ; ) {
    const { rows, facts }: Rows<T> = await read(connection, dialect, source, after, pageRows, fact);
    all.push(...facts);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return all;
    after = keyOf(source.table, last);
  }
}
