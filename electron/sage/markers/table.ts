import type { Column } from '#shared/domain/sage/columns.ts';
import type { AppliedMarker, Approval } from '../../engine/ports/sageCompany.ts';
import { type SqlConnection, SqlFailure, type SqlParameter, type SqlRow } from '../connection.ts';
import { sqlType } from '../ddl.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';

/**
 * Markers in a table beside Sage's own: in the companion database, or in the sample company's file. The proof that a plan was
 * applied is one row, written in the same transaction as the plan's own rows, under a key that can exist
 * only once. Markers are for ever: nothing updates or deletes them.
 */
const column = (name: string, length: number): Column => ({
  type: 'text',
  length,
  name,
  label: name,
  nullable: false,
  confidence: 'high',
});
const operationKey = column('operation_key', 200);
const planHash = column('plan_hash', 128);
const record = column('record', 20);
const number = column('number', 20);
const appliedAt = column('applied_at', 30);
const person = column('person', 200);
const columns = [operationKey, planHash, record, number, appliedAt, person];

/** Creates the marker table where it is missing: in the companion database, or in the sample company's own file. */
export function markerStatements(dialect: Dialect): readonly string[] {
  const clauses = columns.map((one) => `${dialect.name(one.name)} ${sqlType(dialect.kind, one)} NOT NULL`);
  const body = `(${clauses.join(', ')}, PRIMARY KEY (${dialect.name(operationKey.name)}))`;
  if (dialect.kind === 'sqlite') return [`CREATE TABLE IF NOT EXISTS ${dialect.markerTable} ${body}`];
  return [`IF OBJECT_ID(N'${dialect.markerTable}', N'U') IS NULL CREATE TABLE ${dialect.markerTable} ${body}`];
}

/** Whether there is a table of markers, for a company of which it is not known that it ever used one. */
export async function tableIsThere(connection: SqlConnection, { catalog }: Dialect): Promise<boolean> {
  const [row] = await connection.query(catalog.markersThere);
  return row !== undefined && textAt(row, 'there') !== null;
}

/** Ask under the lock of the job: only then does null mean that no plan of this table was applied under the key. */
export async function findInTable(
  connection: SqlConnection,
  dialect: Dialect,
  key: string,
): Promise<AppliedMarker | null> {
  const sql = dialect.select({
    columns: [planHash, record, number].map((one) => aliased(dialect, dialect.read(one), one.name)),
    from: dialect.markerTable,
    where: `${dialect.name(operationKey.name)} = ${dialect.parameter(operationKey)}`,
  });
  const [row] = await asking(connection, sql, [key]);
  if (row === undefined) return null;
  const at = (one: Column) => textAt(row, one.name) ?? '';
  return { planHash: at(planHash), record: at(record), number: at(number) };
}

/** Throws `SqlFailure` when the key is there already. */
export async function insertIntoTable(
  connection: SqlConnection,
  dialect: Dialect,
  approval: Approval,
  written: { readonly record: string; readonly number: string },
): Promise<void> {
  const names = columns.map((one) => dialect.name(one.name)).join(', ');
  const places = columns.map((one) => dialect.parameter(one)).join(', ');
  const { operationKey, planHash, person, at } = approval;
  await asking(connection, `INSERT INTO ${dialect.markerTable} (${names}) VALUES (${places})`, [
    operationKey,
    planHash,
    written.record,
    written.number,
    at,
    person.slice(0, 200),
  ]);
}

/** The state of failures that come from the table of markers, whose database may be missing while the company's answers. */
export const markerState = 'markers';

/** SQL Server: database, table or right missing. */
const missingNumbers = new Set([208, 229, 911, 916, 4060]);

async function asking(
  connection: SqlConnection,
  sql: string,
  parameters: readonly SqlParameter[],
): Promise<readonly SqlRow[]> {
  try {
    return await connection.query(sql, parameters);
  } catch (error) {
    const missing = error instanceof SqlFailure && error.native !== null && missingNumbers.has(error.native);
    if (!missing) throw error;
    throw new SqlFailure(error.phase, markerState, error.native, error.message, error);
  }
}
