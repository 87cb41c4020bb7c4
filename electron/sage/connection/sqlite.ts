import Database from 'better-sqlite3';
import { type SqlConnection, SqlFailure, type SqlParameter, type SqlPhase, type SqlRow } from '../connection.ts';

export type SqliteOptions = {
  readonly file: string;
  /** Makes the file when it is missing; otherwise a missing file is a failure. */
  readonly create?: boolean;
  /** How long to wait for another process's lock. */
  readonly busyTimeoutMs?: number;
};

/** As long as the SQL Server dialect's LOCK_TIMEOUT, so that both answer `locked` after the same wait. */
const defaultBusyTimeoutMs = 5000;

/** Opens the embedded sample company. Throws `SqlFailure` when the file is missing or is no database. */
export async function openSqlite(options: SqliteOptions): Promise<SqlConnection> {
  const database = attempt('connect', () => {
    const opened = new Database(options.file, {
      fileMustExist: options.create !== true,
      timeout: options.busyTimeoutMs ?? defaultBusyTimeoutMs,
    });
    opened.pragma('foreign_keys = ON');
    return opened;
  });
  const whileOpen = <T>(phase: SqlPhase, work: () => T): T => {
    if (!database.open) throw new SqlFailure(phase, '08003', null, 'The connection is closed');
    return attempt(phase, work);
  };
  return {
    query: async (sql, parameters = []) => whileOpen('query', () => run(database, sql, parameters)),
    // IMMEDIATE takes the write lock at once: nothing that is read afterwards can be changed by somebody else before the commit.
    begin: async () => whileOpen('query', () => void database.exec('BEGIN IMMEDIATE')),
    commit: async () => whileOpen('commit', () => void database.exec('COMMIT')),
    rollback: async () => whileOpen('query', () => void (database.inTransaction && database.exec('ROLLBACK'))),
    close: async () => {
      try {
        database.close();
      } catch {
        // Nobody can do anything about it, and the file's locks go with the process at the latest.
      }
    },
  };
}

function run(database: Database.Database, sql: string, parameters: readonly SqlParameter[]): readonly SqlRow[] {
  const statement = database.prepare<SqlParameter[], Record<string, unknown>>(sql);
  if (!statement.reader) {
    statement.run(...parameters);
    return [];
  }
  return statement.all(...parameters).map(checkedRow);
}

/** The same fence as over ODBC: a fraction or a number that a double cannot hold exactly never leaves the adapter. */
function checkedRow(row: Record<string, unknown>): SqlRow {
  for (const [name, value] of Object.entries(row)) {
    if (value === null || typeof value === 'string' || Number.isSafeInteger(value)) continue;
    throw new SqlFailure('query', 'fence', null, `Column '${name}' came as ${typeof value}; select it as text`);
  }
  return row as SqlRow;
}

function attempt<T>(phase: SqlPhase, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SqlFailure) throw error;
    const state = error instanceof Database.SqliteError ? error.code : '';
    throw new SqlFailure(phase, state, null, error instanceof Error ? error.message : String(error), error);
  }
}
