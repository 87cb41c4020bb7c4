/** One row: column alias → value. Decimals, big integers and dates are always text. */
export type SqlRow = Readonly<Record<string, string | number | null>>;

/** Parameters are text or NULL: a JavaScript number would be sent as a float. */
export type SqlParameter = string | null;

/**
 * One open connection to a company database, used by one caller at a time. Every method throws `SqlFailure`.
 * `query` takes exactly one statement; statements that return no rows answer with an empty list.
 */
export type SqlConnection = {
  readonly query: (sql: string, parameters?: readonly SqlParameter[]) => Promise<readonly SqlRow[]>;
  readonly begin: () => Promise<void>;
  /** When this throws, nobody knows whether the transaction took effect: close the connection and look for the marker. */
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
  /** Ends an open transaction without effect. Never throws. */
  readonly close: () => Promise<void>;
};

/** State of the failure when the optional package `odbc` or its native part is not there. */
export const notInstalledState = 'odbc.notInstalled';

export type SqlPhase = 'connect' | 'query' | 'commit';

/** What the database or its driver answered instead of a result. Stays inside `electron/sage`; `failures.ts` puts it in words. */
export class SqlFailure extends Error {
  /** SQLSTATE such as `08001`, or SQLite's own name such as `SQLITE_BUSY`; empty when there was none. */
  readonly state: string;
  /** The server's own error number; null when there was none. */
  readonly native: number | null;
  readonly phase: SqlPhase;

  constructor(phase: SqlPhase, state: string, native: number | null, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SqlFailure';
    this.phase = phase;
    this.state = state;
    this.native = native;
  }
}
