import type { FoundColumn } from '#shared/domain/sage/catalog/found.ts';

/**
 * How one kind of database is asked about itself. Everything comes as text or NULL under the aliases named here, one statement per
 * question.
 */
export type CatalogDialect = {
  /**
   * One row, alias `sign`: other whenever a table that Plumbline uses, or a trigger or reference on one, may have changed. Much cheaper
   * than reading it all; only ever compared with itself.
   */
  readonly sign: string;
  /**
   * `table`, `column`, `type`, `length`, `precision`, `scale`, `nullable`, `default`, `identity`, `computed`; flags are 0 or 1. What a
   * database does not know of its columns is NULL.
   */
  readonly columns: string;
  /** `table`, `name`, `insteadOf`, `enabled`, `onInsert`, `onUpdate`, `definition`. */
  readonly triggers: string;
  /** `table`, `column`, `references`, `referencesColumn`. */
  readonly foreignKeys: string;
  /** The column with its type in SQL Server's words. */
  readonly inServerTerms: (column: FoundColumn) => FoundColumn;
  /** `version`, `time` (UTC, `YYYY-MM-DDTHH:MM:SS.fff`); null where there is no server. */
  readonly server: string | null;
  /** `server`, `database`, `guid`: one row, what the database says of itself. */
  readonly books: string;
  /** `on`, `right`, `purpose`, `held`; empty where a database knows no rights. */
  readonly rights: readonly string[];
  /** The same of the table of markers; null where it lies in the company's own database. */
  readonly markerRights: string | null;
  /** A row whose `there` is not NULL where the table of markers is and this login may know it. Never fails: asked inside a transaction. */
  readonly markersThere: string;
};
