import type { SqlConnection, SqlParameter, SqlRow } from '../../electron/sage/connection.ts';
import { catalogAnswer } from '../contracts/catalogRows.ts';

export type Sent = { readonly sql: string; readonly parameters: readonly SqlParameter[] };

/**
 * Stands at the far end of a connection in place of SQL Server: writes down every statement and answers just enough for a plan to
 * run through. What is inserted can be read back; `rows` says what is there besides, by table.
 */
export function recordingServer(rows: Readonly<Record<string, readonly SqlRow[]>> = {}): {
  readonly open: () => Promise<SqlConnection>;
  readonly sent: Sent[];
} {
  const sent: Sent[] = [];
  const tables = new Map<string, SqlRow[]>(Object.entries(rows).map(([table, some]) => [table, [...some]]));
  const note = (words: string) => async () => void sent.push({ sql: words, parameters: [] });
  const query = async (sql: string, parameters: readonly SqlParameter[] = []) => {
    sent.push({ sql, parameters });
    return catalogAnswer(sql) ?? answer(sql, parameters, tables);
  };
  const connection = { query, begin: note('begin'), commit: note('commit'), rollback: note('rollback') };
  return { open: async () => ({ ...connection, close: note('close') }), sent };
}

function answer(sql: string, parameters: readonly SqlParameter[], tables: Map<string, SqlRow[]>): readonly SqlRow[] {
  if (sql.includes('sp_getapplock')) return [{ granted: '0' }];
  if (sql.includes('APPLOCK_MODE')) return [{ held: 'Exclusive' }];
  const insert = /^INSERT INTO \S*\[(\w+)\] \((.+?)\) VALUES/.exec(sql);
  if (insert !== null) {
    const names = [...(insert[2] ?? '').matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');
    const row = Object.fromEntries(names.map((name, index) => [name, parameters[index] ?? null]));
    const table = insert[1] ?? '';
    tables.set(table, [...(tables.get(table) ?? []), row]);
    return [];
  }
  if (!sql.startsWith('SELECT')) return [];
  const aliases = [...sql.matchAll(/ AS \[(\w+)\]/g)].map((match) => match[1] ?? '');
  const table = /FROM \S*\[(\w+)\]/.exec(sql)?.[1] ?? '';
  const count = String((tables.get(table) ?? []).length);
  if (sql.includes('COUNT_BIG'))
    return [Object.fromEntries(aliases.map((alias) => [alias, alias === 'rows' ? count : '0']))];
  if (aliases.includes('highest')) return [{ highest: '41' }];
  return (tables.get(table) ?? []).map((row) =>
    Object.fromEntries(aliases.map((alias) => [alias, row[alias] ?? null])),
  );
}
