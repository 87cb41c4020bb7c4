import type { CompanyId } from '#shared/domain/company.ts';
import type { RowCounts } from '../engine/ports/store.ts';
import type { Database } from './database.ts';

const counted = ['transfers', 'links', 'procore_links', 'mappings', 'history', 'certificates'];

/** Rows of one company in the tables that cannot be read anew from elsewhere, and its transfers by state. A file of an older schema has fewer. */
export function rowCounts(db: Pick<Database, 'all' | 'column'>, company: CompanyId): RowCounts {
  const present = new Set(db.column(`SELECT name FROM sqlite_schema WHERE type = 'table'`));
  const tables = counted.filter((table) => present.has(table));
  const ofTables = tables.map((table) => [
    table,
    Number(db.column(`SELECT count(*) FROM ${table} WHERE company = ?`, company)[0]),
  ]);
  const byState = present.has('transfers')
    ? db.all('SELECT state, count(*) AS n FROM transfers WHERE company = ? GROUP BY state', company)
    : [];
  return Object.fromEntries([...ofTables, ...byState.map(({ state, n }) => [`transfers.${String(state)}`, Number(n)])]);
}
