import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';

/**
 * Takes the lock of a job inside the open transaction, which keeps it until its end. Whoever holds it knows that no other push for
 * this job is under way, also none of a session that was thought dead. Fails with `retry` when another holds it too long.
 */
export async function takeLock(connection: SqlConnection, dialect: Dialect, job: string): Promise<Result<null>> {
  // Application locks are per database, so the company need not be named.
  const { first, grant } = dialect.lock(`Plumbline change orders of job ${job}`);
  await connection.query(first);
  if (grant === null) return succeed(null);
  const [row] = await connection.query(grant);
  const granted = row === undefined ? '' : textAt(row, 'granted');
  // 0 at once, 1 after waiting; -1 timed out, -2 cancelled, -3 deadlock, -999 bad call.
  if (granted === '0' || granted === '1') return succeed(null);
  return fail({
    next: 'retry',
    code: 'sage.locked',
    sentence: `Another Plumbline is just writing change orders of job ${job}; nothing was changed.`,
    remedy: 'Plumbline tries again by itself.',
    detail: `sp_getapplock answered ${granted ?? 'NULL'}`,
  });
}

/** Ends a transaction without effect. A connection that is already gone has ended it by itself. */
export async function rollBack(connection: SqlConnection): Promise<void> {
  try {
    await connection.rollback();
  } catch {
    await connection.close();
  }
}
