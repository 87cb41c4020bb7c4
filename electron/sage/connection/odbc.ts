import type { Odbc, OdbcConnection, OdbcResult } from 'odbc';
import { type SqlConnection, SqlFailure, type SqlParameter, type SqlPhase, type SqlRow } from '../connection.ts';
import { reportedFailure } from './reported.ts';

/**
 * The only door to the ODBC driver. What it keeps away from the rest:
 * - The binding turns DECIMAL, NUMERIC and MONEY into floats, cuts the last digit of full-width negatives, and hands BIGINT out as
 *   BigInt: a result that has such a column is an error here. Select them as text.
 * - Its pool hangs after a failed connect and shares transactions: one connection per run, never pooled.
 * - With a fetch size above 1 it skips rows that failed to convert, without an error: no cursor, no fetch size.
 * - It never asks for a second result set: one statement per call.
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
  readonly loginTimeoutSeconds?: number;
  readonly queryTimeoutSeconds?: number;
};

/** State of the failure when the optional package `odbc` or its native part is not there. */
export const notInstalledState = 'odbc.notInstalled';

/** 10 s is a long login on an office network; the driver's own default is to wait for ever. */
const defaultLoginTimeoutSeconds = 10;
/** Far above any of our statements (pages of at most 1,000 rows), well below a person's patience. */
const defaultQueryTimeoutSeconds = 30;
/** Notes are at most 4,000 characters, up to 4 bytes each; the binding's default is 1 MiB for every value of a long column. */
const longValueBytes = 16_384;

/** Numbers that the binding spoils, and binary values, which come as buffers. All others come as text, small numbers or null. */
const refusedTypes = new Set([
  ...['SQL_DECIMAL', 'SQL_NUMERIC', 'SQL_REAL', 'SQL_FLOAT', 'SQL_DOUBLE', 'SQL_BIGINT'],
  ...['SQL_BINARY', 'SQL_VARBINARY', 'SQL_LONGVARBINARY'],
]);

/** Opens one connection. Throws `SqlFailure`; its message never holds the connection string. */
export async function openOdbc(options: OdbcOptions): Promise<SqlConnection> {
  const odbc = await loadOdbc();
  const loginTimeout = options.loginTimeoutSeconds ?? defaultLoginTimeoutSeconds;
  const timeout = options.queryTimeoutSeconds ?? defaultQueryTimeoutSeconds;
  const { connectionString } = options;
  const native = await attempt('connect', () => odbc.connect({ connectionString, loginTimeout }));
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
        const queryOptions = { timeout, initialBufferSize: longValueBytes };
        return checkedRows(await connection.query(sql, [...parameters], queryOptions));
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

/** The types of the columns say what the values are: the rows themselves need not be looked at. */
function checkedRows(result: OdbcResult): readonly SqlRow[] {
  for (const { name, dataTypeName } of result.columns ?? []) {
    if (!refusedTypes.has(dataTypeName)) continue;
    throw new SqlFailure('query', 'fence', null, `Column '${name}' came as ${dataTypeName}; select it as text`);
  }
  // A plain list: the binding's own carries the statement and its parameters along.
  return [...result] as readonly SqlRow[];
}

async function attempt<T>(phase: SqlPhase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw reportedFailure(phase, error);
  }
}
