import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import odbc, { type BareConnection } from 'odbc';
import { afterEach } from 'vitest';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { type SqlConnection, SqlFailure } from '../../electron/sage/connection.ts';
import { mockDriver } from '../mockDriver/build.ts';

/** The real `odbc` package on the scripted driver, bare and behind Plumbline's fence. */
const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** `keys`: of the connection string, see mock.h. */
export function scripted(keys = ''): string {
  return `Driver=${mockDriver()};${keys}`;
}

/** The binding by itself, as a program without a fence would use it. */
export async function openBare(keys = ''): Promise<BareConnection> {
  const connection = await odbc.connect({ connectionString: scripted(keys) });
  // A connection that the test broke cannot be closed any more.
  cleanups.push(() => connection.close().catch(() => undefined));
  return connection;
}

/** The same driver behind the fence, as if SQL Server stood behind it. */
export async function openFenced(keys = ''): Promise<SqlConnection> {
  const connection = await openOdbc({ connectionString: scripted(keys), dialect: 'mssql' });
  cleanups.push(() => connection.close());
  return connection;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-fence-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The words of the fence's refusal; fails the test when nothing was refused. */
export async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SqlFailure && error.state === 'fence') return error.message;
    throw error;
  }
  throw new Error('The fence let it through');
}
