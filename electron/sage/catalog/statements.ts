/** Everything that the probe asks for, as text or NULL under these aliases, whatever the database. One statement per question. */
export type CatalogStatements = {
  /**
   * `table`, `column`, `type`, `length`, `precision`, `scale`, `nullable`, `default`, `identity`, `computed`; flags are 0 or 1. What a
   * database does not know of its columns is NULL.
   */
  readonly columns: string;
  /** `table`, `name`, `insteadOf`, `enabled`, `onInsert`, `onUpdate`, `definition`. */
  readonly triggers: string;
  /** `table`, `column`, `references`, `referencesColumn`. */
  readonly foreignKeys: string;
  /** `version`, `time` (UTC, `YYYY-MM-DDTHH:MM:SS.fff`); null where there is no server. */
  readonly server: string | null;
};
