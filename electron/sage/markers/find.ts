import { headerTable, type Plan } from '#shared/domain/plan.ts';
import type { AppliedMarker, MarkerSearch } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { carrierOf, markedRows } from './recordField.ts';
import { findInTable, tableIsThere } from './table.ts';

/**
 * The marker of an operation in any store that the company's database has, whatever is known of its past: what is known may come from
 * a backup. Null when none has it. Ask under the lock of the plan. Throws `SqlFailure` when a store that was used cannot be asked: then
 * nobody knows.
 */
export async function findMarker(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Pick<Plan, 'target'>,
  search: MarkerSearch,
): Promise<AppliedMarker | null> {
  const usedTable = search.stores.some((store) => store !== 'recordFields');
  const asksTable = usedTable || (await tableIsThere(connection, dialect));
  const inTable = asksTable ? await findInTable(connection, dialect, search.operationKey) : null;
  // Only change orders carry proofs in themselves.
  if (inTable !== null || headerTable(plan) !== 'prmchg') return inTable;
  return carrierOf(await markedRows(connection, dialect, plan.target.job, search.newestRecord), search);
}
