import type { Result } from '#shared/domain/failure.ts';
import type { SqlConnection } from '../../sage/connection.ts';
import type { DatabaseKind } from '../../sage/ddl.ts';
import { createSqliteDialect } from '../../sage/dialect/sqlite.ts';
import { markerStatements } from '../../sage/markers/table.ts';
import { createSampleCompany, type SampleCompanyCounts } from './createSampleCompany.ts';
import type { SampleOptions } from './sampleRows.ts';

/**
 * Creates a sample company in an empty database, and on SQLite the table of markers beside its own; on SQL Server that one lies in the
 * companion database, which an administrator creates.
 */
export async function createWithMarkers(
  connection: SqlConnection,
  dialect: DatabaseKind,
  options: SampleOptions,
): Promise<Result<SampleCompanyCounts>> {
  const created = await createSampleCompany(connection, dialect, options);
  if (created.ok && dialect === 'sqlite') {
    for (const statement of markerStatements(createSqliteDialect())) await connection.query(statement);
  }
  return created;
}
