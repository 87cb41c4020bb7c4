import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { failureOf, openFailures } from './openFailures.ts';
import { hasWalResetBug } from './sqliteVersion.ts';

export type SqlValue = string | number | bigint | null;
export type Row = Readonly<Record<string, unknown>>;

/** One open SQLite file. Statements are prepared once and kept; values never enter the SQL text. */
export type Database = {
  readonly get: (sql: string, ...values: readonly SqlValue[]) => Row | undefined;
  readonly all: (sql: string, ...values: readonly SqlValue[]) => readonly Row[];
  /** The first column of every row. */
  readonly column: (sql: string, ...values: readonly SqlValue[]) => readonly unknown[];
  /** Returns how many rows changed. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => number;
  /** Several statements without values: CREATE and PRAGMA. */
  readonly script: (sql: string) => void;
  readonly transaction: <T>(work: () => T) => T;
  readonly inTransaction: () => boolean;
  /** Copies the whole file page by page, breathing in between; what is saved meanwhile is in the copy too. Throws where it cannot. */
  readonly copyTo: (file: string) => Promise<void>;
  readonly close: () => void;
};

/** 'PLMB': tells our files from everybody else's. */
export const applicationId = 0x504c4d42;

/** The largest file that is checked whole at every open: reading it takes about 0.1 s. Larger ones are checked after a crash. */
const alwaysCheckedBytes = 64 * 1024 * 1024;

/** Pages of 4 kB copied in one go: well below a millisecond, so that no screen waits for a backup. */
const pagesAtOnce = 64;

/** Dynamic queries (the Change Order Log) have many shapes; the oldest statements beyond this make room. */
const keptStatements = 500;

/**
 * Opens or creates the file for this process alone and makes sure that what is committed survives a power cut. Does not migrate.
 * Never open this file by other means while it is open here: on POSIX systems, closing any other handle of this process to the
 * same file would drop SQLite's lock.
 */
export function openDatabase(file: string): Result<Database> {
  const absolute = path.resolve(file);
  let connection: Sqlite.Database | null = null;
  try {
    mkdirSync(path.dirname(absolute), { recursive: true });
    makeWritable(absolute);
    const existing = sizeOf(absolute) > 0;
    // A clean close removes the log, so a log means that the last process died.
    const thorough = existing && (sizeOf(`${absolute}-wal`) > 0 || sizeOf(absolute) <= alwaysCheckedBytes);
    // Short, because only a virus scanner or a backup may hold the file for a moment; another Plumbline holds it for hours.
    connection = new Sqlite(absolute, { timeout: 250 });
    const failure = prepare(connection, absolute, existing, thorough);
    if (failure === null) return succeed(wrap(connection));
    connection.close();
    return fail(failure);
  } catch (error) {
    connection?.close();
    return fail(failureOf(error, absolute));
  }
}

/**
 * Opens a copy that nobody else has open, to look through it. `finish`: it was just copied page by page, and becomes one file without a
 * log beside it, which can be read from a folder that nothing can be written to. Throws what SQLite throws.
 */
export function openCopy(file: string, finish: boolean): Database {
  const connection = new Sqlite(file, { readonly: !finish, fileMustExist: true });
  try {
    // Otherwise looking at it would make a file of shared memory beside it.
    connection.pragma('locking_mode = EXCLUSIVE');
    if (finish) connection.pragma('journal_mode = DELETE');
    return wrap(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

function prepare(connection: Sqlite.Database, file: string, existing: boolean, thorough: boolean): Failure | null {
  // Before anything that reads the file: then the log's index is not in shared memory, and there is never a second connection.
  // The lock goes with the process, however it ends.
  connection.pragma('locking_mode = EXCLUSIVE');
  const version = connection.prepare('SELECT sqlite_version()').pluck().get();
  if (hasWalResetBug(String(version))) return openFailures.sqliteVersion(String(version));
  if (existing) {
    const owner = connection.pragma('application_id', { simple: true });
    const tables = connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (owner !== applicationId && tables !== 0) return openFailures.foreignFile(file);
  }
  if (connection.pragma('journal_mode = WAL', { simple: true }) !== 'wal') return openFailures.noWal(file);
  // better-sqlite3 is compiled to NORMAL for WAL files, which may lose the last commits in a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('temp_store = MEMORY');
  // 64 MB: the searched columns of 100,000 CORs stay in memory. Taken only as far as needed.
  connection.pragma('cache_size = -65536');
  connection.pragma('journal_size_limit = 67108864');
  if (connection.pragma('synchronous', { simple: true }) !== 2) return openFailures.noWal(file);
  if (thorough) {
    const verdict = connection.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') return openFailures.damaged(file, String(verdict));
  }
  // Fails at once when the file cannot be written.
  connection.exec('BEGIN IMMEDIATE');
  if (connection.pragma('application_id', { simple: true }) !== applicationId) {
    connection.pragma(`application_id = ${applicationId}`);
  }
  connection.exec('COMMIT');
  return null;
}

/** A new file is its owner's alone; SQLite gives its log the same rights. Throws where nothing can be written, which SQLite takes for a broken disk. */
function makeWritable(file: string): void {
  accessSync(path.dirname(file), constants.W_OK);
  if (existsSync(file)) accessSync(file, constants.W_OK);
  else closeSync(openSync(file, 'wx', 0o600));
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function wrap(connection: Sqlite.Database): Database {
  const rows = createStatements(connection, false);
  const columns = createStatements(connection, true);
  const { transaction, isLost } = createTransactions(connection);
  return {
    get: (sql, ...values) => rows(sql).get(...values),
    all: (sql, ...values) => rows(sql).all(...values),
    column: (sql, ...values) => columns(sql).all(...values),
    run: (sql, ...values) => {
      if (isLost()) throw new Error('SQLite has ended the transaction: nothing more can be saved in it');
      return rows(sql).run(...values).changes;
    },
    script: (sql) => {
      connection.exec(sql);
    },
    transaction,
    inTransaction: () => connection.inTransaction,
    copyTo: async (file) => {
      await connection.backup(file, { progress: () => pagesAtOnce });
    },
    close: () => {
      connection.close();
    },
  };
}

type Statement = Sqlite.Statement<SqlValue[], Row>;

/** Prepares each text once. */
function createStatements(connection: Sqlite.Database, oneColumn: boolean): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = connection.prepare<SqlValue[], Row>(sql);
    if (oneColumn) made.pluck();
    statements.set(sql, made);
    if (statements.size > keptStatements) {
      const oldest = statements.keys().next();
      if (!oldest.done) statements.delete(oldest.value);
    }
    return made;
  };
}

/**
 * A transaction in a transaction joins it. When the inner one throws, the outer one saves nothing, even if it catches that.
 * No savepoints: with large transactions SQLite's memory for undoing them grows by every page of every statement.
 */
function createTransactions(connection: Sqlite.Database): {
  readonly transaction: Database['transaction'];
  /** True when SQLite itself has undone the running transaction, because the disk is full or failing. */
  readonly isLost: () => boolean;
} {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => connection.prepare(sql));
  let active = false;
  let broken = false;
  const perform = <T>(work: () => T): T => {
    try {
      const result = work();
      if (result instanceof Promise)
        throw new TypeError('A transaction cannot wait: its work must not be asynchronous');
      return result;
    } catch (error) {
      broken = true;
      throw error;
    }
  };
  const transaction = <T>(work: () => T): T => {
    if (active) return perform(work);
    begin?.run();
    active = true;
    broken = false;
    try {
      const result = perform(work);
      if (broken) throw new Error('A part of this transaction failed, so nothing of it was saved');
      commit?.run();
      return result;
    } finally {
      active = false;
      if (connection.inTransaction) rollback?.run();
    }
  };
  return { transaction, isLost: () => active && !connection.inTransaction };
}
