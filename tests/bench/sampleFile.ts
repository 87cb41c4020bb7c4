import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';

/** Creates the sample company, multiplied by `scale`, in a new file with the table of markers. */
export async function createSampleFile(file: string, scale: number): Promise<void> {
  const connection = await openSqlite({ file, create: true });
  const created = await createSampleCompany(connection, 'sqlite', { scale });
  if (!created.ok) throw new Error(created.failure.sentence);
  for (const statement of markerStatements(createSqliteDialect())) await connection.query(statement);
  await connection.close();
}

/** How the product connects to such a file over ODBC. */
export function connectionTo(file: string): string {
  return `Driver=SQLite3;Database=${file};Timeout=5000;FKSupport=1;`;
}
