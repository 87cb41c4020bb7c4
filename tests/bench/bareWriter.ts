import Database from 'better-sqlite3';

/** Writes texts into a table of a file with the store's own durability: what this machine takes for the bytes alone. */
export function bareWriter(file: string): {
  readonly write: (rows: readonly string[]) => void;
  readonly close: () => void;
} {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, payload TEXT NOT NULL)');
  const replace = database.prepare('INSERT OR REPLACE INTO rows (id, payload) VALUES (?, ?)');
  return {
    write: database.transaction((rows: readonly string[]) => {
      for (const [id, payload] of rows.entries()) replace.run(id, payload);
    }),
    close: () => void database.close(),
  };
}
