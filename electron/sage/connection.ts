/** One row as the database's driver gives it: exact values (money, codes, ids) are selected as text. */
export type SqlRow = Readonly<Record<string, string | number | null>>;

/** One connection to one database, used by one run at a time: one statement per call, text or NULL as parameters. */
export type SqlConnection = {
  query(sql: string, params?: readonly (string | null)[]): Promise<readonly SqlRow[]>;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
  close(): Promise<void>;
};
