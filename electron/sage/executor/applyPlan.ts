import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { headerTable, type Receipt } from '#shared/domain/plan.ts';
import { carriesMarker } from '#shared/domain/plans/changeOrder/markerField.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import type { AppliedMarker, ApplyOutcome } from '../../engine/ports/sageCompany.ts';
import { selectHeld, textAt } from '../dialect/statements.ts';
import type { FailureWords } from '../failures/words.ts';
import { failureOf } from '../failures.ts';
import { findMarker } from '../markers/find.ts';
import { insertIntoTable } from '../markers/table.ts';
import { readChangeOrder } from '../reader/changeOrders.ts';
import { rowsAfter } from '../reader/rows.ts';
import { brokenCheck } from './checks.ts';
import { doubt } from './doubt.ts';
import { brokenTransaction, rollBack, takeLock } from './lock.ts';
import { readBack } from './readBack.ts';
import { type Run, schemaChanged, type WrittenRow } from './run.ts';
import { changedSincePreview, writeSteps } from './writes.ts';
import { turnLost } from './writingTurn.ts';

type Applied = { readonly receipt: Receipt; readonly changeOrder: ChangeOrder | null };
type Prepared =
  | ({ readonly already: false } & Applied)
  | { readonly already: true; readonly marker: AppliedMarker; readonly changeOrder: ChangeOrder | null };

/**
 * The one door into Sage. One transaction: lock, marker, conditions, steps, read everything back, marker, still the
 * same transaction, commit.
 * Whatever goes wrong before the commit is rolled back and nothing was written. Whatever goes wrong at the commit is in doubt.
 * In: a connection without a transaction; after `inDoubt` the caller must not use it again.
 */
export async function applyPlan(run: Run, words: FailureWords): Promise<ApplyOutcome> {
  let prepared: Result<Prepared>;
  try {
    await run.connection.begin();
    prepared = await prepare(run, words);
  } catch (error) {
    prepared = fail(failureOf(error, words));
  }
  if (!prepared.ok) {
    await rollBack(run.connection);
    return { outcome: 'notApplied', failure: prepared.failure };
  }
  if (prepared.value.already) {
    await rollBack(run.connection);
    return { outcome: 'alreadyApplied', marker: prepared.value.marker, changeOrder: prepared.value.changeOrder };
  }
  try {
    await run.connection.commit();
  } catch (error) {
    return { outcome: 'inDoubt', failure: doubt(run.plan, failureOf(error, words)) };
  }
  return { outcome: 'applied', receipt: prepared.value.receipt, changeOrder: prepared.value.changeOrder };
}

async function prepare(run: Run, words: FailureWords): Promise<Result<Prepared>> {
  const { connection, dialect, plan, approval } = run;
  const locked = await takeLock(connection, dialect, plan);
  if (!locked.ok) return locked;
  const marker = await findMarker(connection, dialect, plan, approval);
  if (marker !== null) {
    if (marker.planHash !== null && marker.planHash !== approval.planHash) return fail(otherPlan(run, marker));
    return succeed({ already: true, marker, changeOrder: await changeOrderOf(run, marker.record) });
  }
  const fingerprint = await run.schema(connection);
  if (fingerprint !== plan.fingerprint) return fail(schemaChanged(plan));
  const broken = (await brokenCheck(run)) ?? (await changedSincePreview(run));
  if (broken !== null) return fail(broken);
  const written = await writeSteps(run);
  if (!written.ok) return written;
  const rows = await readBack(run, written.value);
  if (!rows.ok) return rows;
  const record = recordOf(run, written.value);
  // Read inside the transaction, so that it is exactly what this plan left behind.
  const changeOrder = await changeOrderOf(run, record);
  const number = changeOrder?.number ?? (await numberOf(run, record));
  if (!carriesMarker(plan)) await insertIntoTable(connection, dialect, plan, approval, { record, number });
  // Whoever has had it meanwhile did not see what this is about to save.
  if (!(await run.keepsTurn())) return fail(turnLost(words.company));
  const ended = await brokenTransaction(connection, dialect, plan);
  if (ended !== null) return fail(ended);
  const { operationKey, planHash, at } = approval;
  const proof = { operationKey, planHash, fingerprint, appliedAt: at, record, number };
  const receipt = { ...proof, rows: rows.value, differences: 0 };
  return succeed({ already: false, receipt, changeOrder });
}

/** Record number of the plan's header: the one that the plan names, or the one just created. */
function recordOf({ plan }: Run, written: readonly WrittenRow[]): string {
  const { table, one } = headerOf(plan);
  const header = written.find((row) => row.table === table && row.values !== null);
  const record = plan.target.record ?? header?.key.recnum ?? null;
  if (record === null) throw new Error(`The plan neither names nor creates a ${one}`);
  return record;
}

/** The number that people know the header by, as it stands in Sage now. */
async function numberOf({ connection, dialect, plan }: Run, record: string): Promise<string> {
  const { table, number, one } = headerOf(plan);
  const { sql, parameters } = selectHeld(dialect, table, [number], { recnum: record });
  const [row, ...others] = await connection.query(sql, parameters);
  if (row === undefined || others.length > 0) throw new Error(`The ${one} with record ${record} cannot be read back`);
  return (textAt(row, number) ?? '').trim();
}

/** Null where the plan is of another record than a change order. */
async function changeOrderOf({ connection, dialect, plan }: Run, record: string): Promise<ChangeOrder | null> {
  return headerTable(plan) === 'prmchg' ? readChangeOrder(connection, dialect, record, rowsAfter) : null;
}

function otherPlan({ plan }: Run, { record, number }: AppliedMarker): Failure {
  const { table, one } = headerOf(plan);
  return {
    next: 'needsPerson',
    code: 'sage.markerConflict',
    sentence: `This push is in Sage already as ${one} ${number} (record ${record}), but with other content than was approved now. Nothing was saved.`,
    remedy: `Open it in the queue: link it under “Is it in Sage?” as it stands in Sage ${table.screen}, or drop this push. It is not written again.`,
  };
}
