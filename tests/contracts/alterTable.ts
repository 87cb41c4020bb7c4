import Database from 'better-sqlite3';

/** Changes a table of a sample company's file in ways for which SQLite has no statement. In: what stands in its CREATE, and what instead. */
export function alterTable(file: string, table: string, from: string, to: string): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  const { changes } = database
    .prepare(
      "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = ? AND type = 'table' AND instr(sql, ?) > 0",
    )
    .run(from, to, table, from);
  if (changes !== 1) throw new Error(`Table ${table} has no ${from}`);
  const version = Number(database.pragma('schema_version', { simple: true }));
  database.pragma(`schema_version = ${version + 1}`);
  database.pragma('writable_schema = RESET');
  database.close();
}
