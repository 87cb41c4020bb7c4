import { fingerprintOf } from '../../../electron/sage/catalog/readCatalog.ts';
import type { Dialect } from '../../../electron/sage/dialect/dialect.ts';
import { markerTable } from './server.ts';

/** The simulated server says nothing of its tables, and nothing of them ever changes. */
export const silentFingerprint = fingerprintOf({ columns: [], triggers: [], foreignKeys: [] });

/** The dialect of the simulated server: plain words for what SQL Server is asked, so that a statement is understood in no time. */
export function createSimulatedDialect(): Dialect {
  return {
    kind: 'mssql',
    name: (column) => column,
    table: (table) => table,
    heldTable: (table) => `${table} HELD`,
    read: (column, source) => (source === undefined ? column.name : `${source}.${column.name}`),
    // Nobody there writes more than a field holds.
    length: () => 'NULL',
    parameter: () => '?',
    equals: (column) => `${column.name} ${column.type === 'text' ? '~' : '='} ?`,
    select: ({ columns, from, where, orderBy, limit }) => {
      const clauses = [`SELECT ${columns.join(', ')} FROM ${from}`];
      if (where !== undefined) clauses.push(`WHERE ${where}`);
      if (orderBy !== undefined) clauses.push(`ORDER BY ${orderBy}`);
      if (limit !== undefined) clauses.push(`LIMIT ${limit}`);
      return clauses.join(' ');
    },
    highest: (column) => `HIGHEST(${column.name})`,
    newest: (column) => `HIGHEST(${column.name})`,
    controls: () => ['COUNT(*)'],
    totals: (amounts) => ['COUNT(*)', ...amounts.map(({ name }) => `SUM(${name})`)],
    session: ['SET XACT_ABORT ON'],
    lock: (resource) => ({ first: 'BEGIN WORK', grant: `GRANT '${resource}'`, held: `HOLDS '${resource}'` }),
    // One computer.
    turn: null,
    markerTable,
    ownDatabase: null,
    catalog: {
      sign: 'CATALOG SIGN',
      columns: 'CATALOG COLUMNS',
      triggers: 'CATALOG TRIGGERS',
      foreignKeys: 'CATALOG REFERENCES',
      inServerTerms: (column) => column,
      server: null,
      books: 'CATALOG BOOKS',
      rights: [],
      markerRights: null,
      markersThere: 'CATALOG MARKERS',
    },
  };
}
