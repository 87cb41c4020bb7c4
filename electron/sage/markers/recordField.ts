import { createHash } from 'node:crypto';
import { changedBy, createdBy, markerColumn, markerKeyLength, markerKeys } from '#shared/domain/sage/markerField.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { AppliedMarker, MarkerSearch } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';

/** Markers in a field of the change order itself (`#shared/domain/sage/markerField.ts` says how they look). */

const { prmchg } = sageTables;

/** A change order of the job as the search sees it. */
export type MarkedRow = {
  readonly record: string;
  readonly number: string;
  readonly job: string;
  readonly field: string;
};

/** Short enough that two of them fit into the field; 128 bits, so that no two operations share one. */
function shortKey(operationKey: string): string {
  return createHash('sha256').update(operationKey).digest('base64url').slice(0, markerKeyLength);
}

/** What the field will hold. `before`: its text until now; null for a new change order. */
export function markerText(operationKey: string, before: string | null): string {
  const key = shortKey(operationKey);
  return before === null ? createdBy(key) : changedBy(before, key);
}

/** The change orders of the job, and all newer than those known at approval, which somebody may have moved to another job. */
export async function markedRows(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
  newestRecord: string,
): Promise<readonly MarkedRow[]> {
  const [record, jobNumber] = [columnOf(prmchg, 'recnum'), columnOf(prmchg, 'jobnum')];
  const names = ['recnum', 'chgnum', 'jobnum', markerColumn];
  const sql = dialect.select({
    columns: names.map((name) => aliased(dialect, dialect.read(columnOf(prmchg, name)), name)),
    from: dialect.table(prmchg.name),
    where: `${dialect.equals(jobNumber)} OR ${dialect.name(record.name)} > ${dialect.parameter(record)}`,
  });
  const rows = await connection.query(sql, [job, newestRecord]);
  return rows.map((row) => {
    const at = (name: string) => at0(row, name);
    return { record: at('recnum'), number: at('chgnum'), job: at('jobnum'), field: at(markerColumn) };
  });
}

/** The change order that carries this key. Compared letter by letter here, because SQL Server's collation takes `a` for `A`. */
export function carrierOf(rows: readonly MarkedRow[], { operationKey }: MarkerSearch): AppliedMarker | null {
  const key = shortKey(operationKey);
  const found = rows.find(({ field }) => markerKeys(field).includes(key));
  return found === undefined ? null : { planHash: null, record: found.record, number: found.number };
}

function at0(row: SqlRow, name: string): string {
  return (textAt(row, name) ?? '').trim();
}
