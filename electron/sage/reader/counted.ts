import { tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { type SqlConnection, SqlFailure, type SqlRow } from '../connection.ts';
import { aliased, type Dialect, type Select } from '../dialect/dialect.ts';
import { type Statement, textAt } from '../dialect/statements.ts';
import { rowsAlias } from './source.ts';

/** State of the failure when rows did not come whole. */
export const rowsMissingState = 'rowsMissing';

/** Somebody may save between rows and their count, but hardly three times in a row within a few milliseconds. */
const mostReads = 3;

/** A SELECT of all rows of one table that fulfil a condition. */
export type Counted = Pick<Select, 'columns' | 'orderBy'> & { readonly table: string; readonly where: Statement };

/**
 * Rows of which none was lost on the way, where a lost one would be taken for one that is not there: the server counts them in a
 * statement of its own, and what differs is read again. Throws `SqlFailure` with state `rowsMissing` when it differs each time.
 */
export async function countedRows(
  connection: SqlConnection,
  dialect: Dialect,
  { table, where, ...parts }: Counted,
): Promise<readonly SqlRow[]> {
  const clauses = { from: dialect.table(table), where: where.sql };
  const sql = dialect.select({ ...parts, ...clauses });
  const [total = ''] = dialect.totals([], tableNamed(table).key[0]);
  const count = dialect.select({ columns: [aliased(dialect, total, rowsAlias)], ...clauses });
  return untilWhole(table, async () => {
    const read = await connection.query(sql, where.parameters);
    return { read, missing: missingRows(read, countIn(await connection.query(count, where.parameters))) };
  });
}

/** The server's count out of its row; null when it answered none. */
export function countIn([row]: readonly SqlRow[]): string | null {
  return row === undefined ? null : textAt(row, rowsAlias);
}

/** In words for support; empty when as many rows came as the server counted. */
export function missingRows(rows: readonly SqlRow[], counted: string | null): string {
  return counted === String(rows.length) ? '' : `${rows.length} rows came, the server counted ${counted ?? 'none'}`;
}

/**
 * Reads until all of it came. `attempt`: what came, and in words what of it is missing; empty: nothing. Throws `SqlFailure` with state
 * `rowsMissing` when something is missing each time.
 */
export async function untilWhole<T>(
  table: string,
  attempt: () => Promise<{ readonly read: T; readonly missing: string }>,
): Promise<T> {
  let last = '';
  for (let reads = 0; reads < mostReads; reads += 1) {
    const { read, missing } = await attempt();
    if (missing === '') return read;
    last = missing;
  }
  throw new SqlFailure('query', rowsMissingState, null, `${table}: ${last}`);
}
