import { changedBy, createdBy, markerColumn, markerKeys, markerPairOf } from '#shared/domain/sage/markerField.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { AppliedMarker, MarkerSearch } from '../../engine/ports/sageCompany.ts';
import { type FieldProof, shortKey } from '../../engine/ports/sageProofs.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';
import { countedRows } from '../reader/counted.ts';

/** Markers in a field of the change order itself (`#shared/domain/sage/markerField.ts` says how they look). */

const { prmchg } = sageTables;

/** A change order of the job as the search sees it. */
export type MarkedRow = {
  readonly record: string;
  readonly number: string;
  readonly job: string;
  readonly field: string;
};

/** What the field will hold. `before`: its text until now; null for a new change order. */
export function markerText(operationKey: string, before: string | null): string {
  const key = shortKey(operationKey);
  return before === null ? createdBy(key) : changedBy(before, key);
}

/**
 * The change orders of the job, and all newer than those known at approval, which somebody may have moved to another job. Counted: a
 * row lost on the way would say that a push was never written.
 */
export async function markedRows(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
  newestRecord: string,
): Promise<readonly MarkedRow[]> {
  const [record, jobNumber] = [columnOf(prmchg, 'recnum'), columnOf(prmchg, 'jobnum')];
  const names = ['recnum', 'chgnum', 'jobnum', markerColumn];
  const rows = await countedRows(connection, dialect, {
    table: prmchg.name,
    columns: names.map((name) => aliased(dialect, dialect.read(columnOf(prmchg, name)), name)),
    where: {
      sql: `${dialect.equals(jobNumber)} OR ${dialect.name(record.name)} > ${dialect.parameter(record)}`,
      parameters: [job, newestRecord],
    },
  });
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

/** Other whenever the field of any change order changed, or one came or went. */
export async function signOfFields(connection: SqlConnection, dialect: Dialect): Promise<string> {
  const controls = dialect.controls([columnOf(prmchg, markerColumn)]);
  const columns = controls.map((control, index) => aliased(dialect, control, `c${index}`));
  const [row] = await connection.query(dialect.select({ columns, from: dialect.table(prmchg.name) }));
  return controls.map((_, index) => (row === undefined ? '' : (textAt(row, `c${index}`) ?? ''))).join(' ');
}

/** Change orders with anything in the field, in the order of their records, each with the keys that it carries. */
export async function pageOfFields(
  connection: SqlConnection,
  dialect: Dialect,
  after: string | null,
  limit: number,
): Promise<{ readonly proofs: readonly FieldProof[]; readonly next: string | null }> {
  const recordNumber = columnOf(prmchg, 'recnum');
  const names = ['recnum', 'chgnum', 'jobnum', 'dscrpt', markerColumn];
  const sql = dialect.select({
    columns: names.map((name) => aliased(dialect, dialect.read(columnOf(prmchg, name)), name)),
    from: dialect.table(prmchg.name),
    where: `${dialect.name('recnum')} > ${dialect.parameter(recordNumber)}`,
    orderBy: dialect.name('recnum'),
    limit,
  });
  const rows = await connection.query(sql, [after ?? '0']);
  const proofs = rows.flatMap((row): FieldProof[] => {
    const at = (name: string) => at0(row, name);
    const pair = markerPairOf(at(markerColumn));
    if (pair === null) return [];
    return [{ record: at('recnum'), number: at('chgnum'), job: at('jobnum'), description: at('dscrpt'), ...pair }];
  });
  const last = rows.at(-1);
  return { proofs, next: rows.length < limit || last === undefined ? null : at0(last, 'recnum') };
}

function at0(row: SqlRow, name: string): string {
  return (textAt(row, name) ?? '').trim();
}
