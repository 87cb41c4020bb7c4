import type { AppliedMarker, MarkerSearch } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { carrierOf, markedRows } from './recordField.ts';
import { findInTable } from './table.ts';

/**
 * The marker of an operation in any store that this company ever used; null when none has it. Ask under the lock of the job. Throws
 * `SqlFailure` when a store that was used cannot be asked: then nobody knows.
 */
export async function findMarker(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
  search: MarkerSearch,
): Promise<AppliedMarker | null> {
  const usesTable = search.stores.some((store) => store !== 'recordFields');
  const inTable = usesTable ? await findInTable(connection, dialect, search.operationKey) : null;
  if (inTable !== null || !search.stores.includes('recordFields')) return inTable;
  return carrierOf(await markedRows(connection, dialect, job, search.newestRecord), search);
}
