import type { Amount, Column } from '#shared/domain/sage/columns.ts';
import type { CatalogDialect } from '../catalog/statements.ts';
import type { DatabaseKind } from '../ddl.ts';

/** The parts of a SELECT; `limit` becomes TOP or LIMIT. */
export type Select = {
  /** Each an expression with its alias, so that no two columns of a result share a name. */
  readonly columns: readonly string[];
  readonly from: string;
  readonly where?: string;
  readonly groupBy?: string;
  readonly orderBy?: string;
  readonly limit?: number;
  /** With `limit` and `orderBy`: rows in the same place of the order as the last one come as well, where the server can do that. */
  readonly ties?: true;
};

/** The statements that take the lock which all pushes for one job share, held until the transaction ends. */
export type LockStatements = {
  /** Makes sure that a transaction has really begun. */
  readonly first: string;
  /** Answers one row whose `granted` is 0 or more; null where `first` alone takes the lock or fails. */
  readonly grant: string | null;
  /**
   * Asked before the commit: answers one row whose `held` is Exclusive while the transaction that took the lock is still the one
   * that is open; null where a transaction cannot end unnoticed.
   */
  readonly held: string | null;
};

/** The statements of the lock that one run of writing holds on its own connection; see `executor/writingTurn.ts`. */
export type TurnStatements = {
  /** Answers one row at once; `granted` is 0 where the lock is ours now. */
  readonly grant: string;
  /** Answers one row whose `held` is Exclusive while it still is. */
  readonly held: string;
};

/**
 * How SQL is written for one kind of database. Everything that is read comes as text or NULL, everything that is sent is text or
 * NULL with its type spelt out in the statement. No MERGE, no NOLOCK, no OUTPUT (it fails on tables with triggers), one statement
 * per call.
 */
export type Dialect = {
  readonly kind: DatabaseKind;
  /** A column name or alias in quotes. */
  readonly name: (column: string) => string;
  readonly table: (table: string) => string;
  /** The same table, its rows kept from being changed by others until this transaction ends. */
  readonly heldTable: (table: string) => string;
  /** The column as text, to its last digit whatever its physical type. `source` is the alias of its table in a join. */
  readonly read: (column: Column, source?: string) => string;
  /** How many characters a text column holds, without blanks at its end, as text; also those that are cut on reading. */
  readonly length: (column: Column) => string;
  /** The placeholder of a value for this column. */
  readonly parameter: (column: Column) => string;
  /** True where the column equals one parameter; text is compared without trailing blanks, whatever its case. */
  readonly equals: (column: Column) => string;
  readonly select: (parts: Select) => string;
  /** The highest value of a whole-number column, as text. */
  readonly highest: (column: Column) => string;
  /** The latest of a timestamp column, as text. */
  readonly newest: (column: Column) => string;
  /** Aggregates, each as text: how many rows, and sums of which at least one should differ when these columns change. */
  readonly controls: (columns: readonly Column[]) => readonly string[];
  /**
   * Aggregates, each as text: how many rows, and the exact sum of each amount, as a decimal number with however many decimals. `key`:
   * the column that is counted, never NULL; needed where the login may read some columns of the table only.
   */
  readonly totals: (amounts: readonly Amount[], key?: string) => readonly string[];
  /** Run one by one on a new connection, before a transaction begins; without parameters, or SQL Server would forget them. */
  readonly session: readonly string[];
  readonly lock: (resource: string) => LockStatements;
  /** Null where a file's own lock is enough. */
  readonly turn: TurnStatements | null;
  /** Where the proofs of applied plans are kept, in quotes. */
  readonly markerTable: string;
  /** Names the company's database among those whose proofs are in one table; null where that table is in the company's own file. */
  readonly ownDatabase: string | null;
  readonly catalog: CatalogDialect;
};

/** `expression AS [alias]`. */
export function aliased(dialect: Dialect, expression: string, alias: string): string {
  return `${expression} AS ${dialect.name(alias)}`;
}
