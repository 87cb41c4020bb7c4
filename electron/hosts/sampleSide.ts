import { existsSync, renameSync, rmSync } from 'node:fs';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { openSqlite } from '../sage/connection/sqlite.ts';
import { createSqliteDialect } from '../sage/dialect/sqlite.ts';
import { completeSampleTable } from '../sage/markers/table.ts';
import { createWithMarkers } from '../sandbox/sampleCompany/createWithMarkers.ts';

/** Creates the sample company's file when it is missing: beside and renamed, so that a half-made one is never taken for whole. */
export async function ensureSampleCompany(file: string): Promise<Result<null>> {
  if (existsSync(file)) {
    const there = await openSqlite({ file });
    await completeSampleTable(there, createSqliteDialect());
    await there.close();
    return succeed(null);
  }
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const connection = await openSqlite({ file: beside, create: true });
  const created = await createWithMarkers(connection, 'sqlite', {});
  await connection.close();
  if (!created.ok) return created;
  renameSync(beside, file);
  return succeed(null);
}
