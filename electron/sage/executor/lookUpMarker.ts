import { type Result, succeed } from '#shared/domain/failure.ts';
import type { AppliedMarker } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { findMarker } from '../marker.ts';
import { rollBack, takeLock } from './lock.ts';

/**
 * Was this key ever applied? Takes the lock of the job first: a session that was given up for dead holds it until its end, so the
 * answer cannot change any more. Null when it was not.
 */
export async function lookUpMarker(
  connection: SqlConnection,
  dialect: Dialect,
  operationKey: string,
  job: string,
): Promise<Result<AppliedMarker | null>> {
  await connection.begin();
  try {
    const locked = await takeLock(connection, dialect, job);
    return locked.ok ? succeed(await findMarker(connection, dialect, operationKey)) : locked;
  } finally {
    await rollBack(connection);
  }
}
