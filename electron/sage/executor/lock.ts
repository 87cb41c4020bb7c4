import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { placeWords } from '#shared/domain/sage/schema/headers.ts';
import { truncateAt } from '#shared/domain/text.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';

/** What the lock is of, and what it is called in a sentence. */
type Locked = Pick<Plan, 'businessKey' | 'target'>;

/**
 * Takes the lock of a plan's business key inside the open transaction, which keeps it until its end. Whoever holds it knows that no
 * other push of this key is under way, also none of a session that was thought dead. Fails with `retry` when another holds it too long.
 */
export async function takeLock(connection: SqlConnection, dialect: Dialect, plan: Locked): Promise<Result<null>> {
  const { first, grant } = dialect.lock(resourceOf(plan));
  await connection.query(first);
  if (grant === null) return succeed(null);
  const [row] = await connection.query(grant);
  const granted = row === undefined ? '' : textAt(row, 'granted');
  if (granted === '0' || granted === '1') return succeed(null);
  if (!isTaken(granted)) return fail(lockRefused(placeWords(plan), granted));
  return fail({
    next: 'retry',
    code: 'sage.locked',
    sentence: `Another Plumbline is just writing to ${placeWords(plan)}; nothing was changed.`,
    remedy: 'Plumbline tries again by itself.',
    detail: `sp_getapplock answered ${granted ?? 'NULL'}`,
  });
}

/** sp_getapplock: 0 at once, 1 after waiting; -1 timed out, -2 cancelled, -3 deadlock, -999 bad call. Only some of it is another's doing. */
export function isTaken(granted: string | null): boolean {
  return granted === '-1' || granted === '-3';
}

/** No lock, and nobody who holds it: trying again would come to the same. `where`: what was to be written to. */
export function lockRefused(where: string, granted: string | null): Failure {
  return {
    next: 'needsPerson',
    code: 'sage.lockRefused',
    sentence: `SQL Server refused the lock under which Plumbline writes to ${where}. Nothing was saved.`,
    remedy:
      'Ask the administrator of SQL Server whether this login may run sp_getapplock; send the details to support.',
    detail: `sp_getapplock answered ${granted ?? 'NULL'}`,
  };
}

/**
 * Is the transaction that took the lock of this plan still the one that is open? Ask last before the commit: null when it is. A trigger
 * that rolled back would otherwise leave half a plan to be committed.
 */
export async function brokenTransaction(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Locked,
): Promise<Failure | null> {
  const { held } = dialect.lock(resourceOf(plan));
  if (held === null) return null;
  const [row] = await connection.query(held);
  const mode = row === undefined ? '' : (textAt(row, 'held') ?? 'NULL');
  if (mode === 'Exclusive') return null;
  return {
    next: 'needsPerson',
    code: 'sage.transactionEnded',
    sentence: `Something in Sage's database ended the writing to ${placeWords(plan)} before it was complete. Nothing was saved.`,
    remedy: 'Do not try again before the reason is known: a trigger in Sage undoes this change.',
    detail: `APPLOCK_MODE answered ${mode}`,
  };
}

/**
 * Application locks are per database, so the company need not be named. SQL Server takes 255 characters; keys that are alike so far
 * would wait for each other, which does no harm.
 */
function resourceOf({ businessKey }: Locked): string {
  return truncateAt(`Plumbline ${businessKey}`, 255);
}

/** Ends a transaction without effect. A connection that is already gone has ended it by itself. */
export async function rollBack(connection: SqlConnection): Promise<void> {
  try {
    await connection.rollback();
  } catch {
    await connection.close();
  }
}
