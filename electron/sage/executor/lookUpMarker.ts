import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { markerUnsure } from '#shared/domain/markerUnsure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import { markerKeys } from '#shared/domain/sage/markerField.ts';
import { tableNamed } from '#shared/domain/sage/schema/tables.ts';
import type { AppliedMarker, MarkerSearch } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { selectHighest, textAt } from '../dialect/statements.ts';
import { findMarker } from '../markers/find.ts';
import { markedRows } from '../markers/recordField.ts';
import { rollBack, takeLock } from './lock.ts';
import { changedSincePreview } from './writes.ts';

export type LookUp = {
  readonly connection: SqlConnection;
  readonly dialect: Dialect;
  readonly plan: Plan;
  readonly search: MarkerSearch;
};

/**
 * Was this plan ever applied? Takes the lock of its key first: a session that was given up for dead holds it until its end, so the
 * answer cannot change any more. Null when it was not.
 */
export async function lookUpMarker(look: LookUp): Promise<Result<AppliedMarker | null>> {
  const { connection, dialect, plan, search } = look;
  await connection.begin();
  try {
    const locked = await takeLock(connection, dialect, plan);
    if (!locked.ok) return locked;
    const marker = await findMarker(connection, dialect, plan, search);
    if (marker !== null || !carriesMarker(plan)) return succeed(marker);
    const doubt = plan.target.record === null ? await unmarkedNewcomer(look) : await movedOn(look);
    return doubt === null ? succeed(null) : fail(markerUnsure(plan, doubt));
  } finally {
    await rollBack(connection);
  }
}

/**
 * A key inside a record can be cleared or overtyped by people. That a change order was not created is certain only while the job
 * has no change order from after the approval without a key of ours.
 */
async function unmarkedNewcomer({ connection, dialect, plan, search }: LookUp): Promise<string | null> {
  const { job } = plan.target;
  const rows = await markedRows(connection, dialect, job, search.newestRecord);
  const newcomer = rows.find(
    (row) => row.job === job && BigInt(row.record) > BigInt(search.newestRecord) && markerKeys(row.field).length === 0,
  );
  if (newcomer === undefined) return null;
  return `change order ${newcomer.number} (record ${newcomer.record}) is new in job ${job}, and its User Def2 does not say who made it`;
}

/** That a change order was not changed by this plan is certain only while it is exactly what the plan started from. */
async function movedOn({ connection, dialect, plan }: LookUp): Promise<string | null> {
  const name = `change order ${plan.target.number ?? ''}`;
  if ((await changedSincePreview({ connection, dialect, plan })) !== null) {
    return `${name} is no longer what it was at the approval, and its User Def2 does not carry the key of this push`;
  }
  for (const { op, table, columns } of plan.steps) {
    const line = columns.find(({ cell }) => cell.kind === 'take' && cell.rule === 'line')?.cell;
    if (op !== 'insert' || (table !== 'pmcgln' && table !== 'sbcgln') || line?.kind !== 'take') continue;
    const { sql, parameters } = selectHighest(dialect, tableNamed(table), 'linnum', { recnum: plan.target.record });
    const [row] = await connection.query(sql, parameters);
    const highest = (row === undefined ? null : textAt(row, 'highest')) ?? '0';
    if (BigInt(highest) >= BigInt(line.preview))
      return `${name} got lines since the approval that carry no key of ours`;
  }
  return null;
}
