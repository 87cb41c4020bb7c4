import type { Odbc, OdbcConnection } from 'odbc';
import { notInstalledState, type SqlConnection, SqlFailure, type SqlParameter, type SqlPhase } from '../connection.ts';
import type { DatabaseKind } from '../ddl.ts';
import { fencedCall, fencedRows, type Letters } from './fence.ts';
import { reportedFailure } from './reported.ts';

/**
 * The only door to the ODBC driver, loaded in the Sage worker's process only. What it keeps away from the rest:
 * - The binding spoils numbers, and text that is sent: only what it hands over exactly gets through (fence.ts).
 * - Its pool hangs after a failed connect and shares transactions: one connection per run, never pooled.
 * - With a fetch size above 1 it skips rows that failed to convert, without an error: no cursor, no fetch size.
 * - Its commit is two driver calls of which either may fail, the second one after the first took effect.
 *
 * Oddities of the SQLite driver (libsqliteodbc 0.9998), the stand-in for SQL Server:
 * - Without autocommit it sends a plain BEGIN before the next statement, which takes no lock: the dialect's first statement in a
 *   transaction must be a write.
 * - It waits for locks by the connection string's `Timeout` (ms; 100 s when it is not given or 0), at times twice as long; PRAGMA
 *   busy_timeout does not shorten that. `FKSupport=1` switches foreign keys on.
 * - It calls every computed column VARCHAR(255) and cuts what is longer without an error: long text must be selected bare.
 * - It cuts columns declared INTEGER to 32 bits without an error.
 */
export type OdbcOptions = {
  readonly connectionString: string;
  /** What is behind the driver, by which it is told what its driver does to values. */
  readonly dialect: DatabaseKind;
  /** By the dialect when left out; `utf8` also for servers that only look like SQL Server and cannot put digits together again. */
  readonly letters?: Letters;
  readonly loginTimeoutSeconds?: number;
  readonly queryTimeoutSeconds?: number;
};

/** 10 s is a long login on an office network; the driver's own default is to wait for ever. */
const defaultLoginTimeoutSeconds = 10;
/** Far above any of our statements (pages of at most 1,000 rows), well below a person's patience. */
const defaultQueryTimeoutSeconds = 30;
/** A long column is refused only after it was read: so much for every value of it, where the binding's default is 1 MiB. */
const longValueBytes = 16_384;

/** Opens one connection. Throws `SqlFailure`; its message never holds the connection string. */
export async function openOdbc(options: OdbcOptions): Promise<SqlConnection> {
  const odbc = await loadOdbc();
  const loginTimeout = options.loginTimeoutSeconds ?? defaultLoginTimeoutSeconds;
  const timeout = options.queryTimeoutSeconds ?? defaultQueryTimeoutSeconds;
  const { connectionString, dialect } = options;
  const letters = options.letters ?? (dialect === 'sqlite' ? 'utf8' : 'hexadecimal');
  const native = await attempt('connect', () => odbc.connect({ connectionString, loginTimeout, fetchArray: true }));
  let open = true;
  const discard = async () => {
    if (!open) return;
    open = false;
    await native.close().catch(() => undefined);
  };
  const whileOpen = <T>(phase: SqlPhase, work: (connection: OdbcConnection) => Promise<T>) =>
    attempt(phase, () => {
      if (!open) throw new SqlFailure(phase, '08003', null, 'The connection is closed');
      return work(native);
    });
  return {
    query: (sql: string, parameters: readonly SqlParameter[] = []) =>
      whileOpen('query', async (connection) => {
        const call = fencedCall(sql, parameters, letters);
        const queryOptions = { timeout, initialBufferSize: longValueBytes };
        return fencedRows(await connection.query(call.sql, call.parameters, queryOptions), dialect);
      }),
    begin: () => whileOpen('query', (connection) => connection.beginTransaction()),
    commit: async () => {
      try {
        await whileOpen('commit', (connection) => connection.commit());
      } catch (error) {
        await discard();
        throw error;
      }
    },
    rollback: () => whileOpen('query', (connection) => connection.rollback()),
    close: discard,
  };
}

async function loadOdbc(): Promise<Odbc> {
  try {
    return (await import('odbc')).default;
  } catch (error) {
    throw new SqlFailure('connect', notInstalledState, null, 'The package odbc could not be loaded', error);
  }
}

async function attempt<T>(phase: SqlPhase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw reportedFailure(phase, error);
  }
}
