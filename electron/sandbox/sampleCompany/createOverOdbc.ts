import { fail, type Result } from '#shared/domain/failure.ts';
import { openOdbc } from '../../sage/connection/odbc.ts';
import { type SqlConnection, SqlFailure } from '../../sage/connection.ts';
import type { SampleRequest } from '../../sage/worker/methods.ts';
import { withSigns } from '../../sage/worker/signs.ts';
import type { SampleCompanyCounts } from './createSampleCompany.ts';
import { createWithMarkers } from './createWithMarkers.ts';

/** Creates a sample company in an empty database, inside the Sage worker. `sign`: called before each statement. */
export async function createSampleOverOdbc(
  { connectionString, dialect, scale }: SampleRequest,
  sign: () => void,
): Promise<Result<SampleCompanyCounts>> {
  let connection: SqlConnection;
  try {
    connection = await withSigns(sign, () => openOdbc({ connectionString, dialect }));
  } catch (error) {
    if (!(error instanceof SqlFailure)) throw error;
    return fail({
      next: 'retry',
      code: 'sampleCompany.connect',
      sentence: `The database cannot be opened: ${error.message}`,
      remedy: 'Check driver, server and database in the string after --odbc, and that the database exists.',
    });
  }
  try {
    return await createWithMarkers(connection, dialect, { scale });
  } finally {
    await connection.close();
  }
}
