import { sumMoney } from '#shared/domain/money.ts';
import { isTableName, sageTables } from '#shared/domain/sage/schema/tables.ts';
import { SqlFailure, type SqlRow } from '../../../electron/sage/connection.ts';
import type { Parameters, Row, Statement } from './statement.ts';

/**
 * A database server in memory: transactions whose rows nobody else sees before the commit, application locks owned by a
 * transaction, and one lock on rows. That lock is coarser than SQL Server's (whoever reads rows to hold them, or writes any, has it);
 * plain reads wait for nobody and see what was committed, which is the least that SQL Server ever gives.
 */
export type Server = {
  readonly tables: Tables;
  readonly connect: (by: Commit['by']) => Session;
  /** Rows of finished transactions, in the order of their commits. */
  readonly commits: Commit[];
};

export type Tables = Readonly<Record<string, Map<string, Row>>>;
/** Table → key → row as written; null where it was deleted. */
export type Written = ReadonlyMap<string, ReadonlyMap<string, Row | null>>;
export type Commit = {
  readonly by: 'plumbline' | 'people';
  readonly written: Written;
  readonly inserted: readonly Row[];
};

/** What a mutation takes away, to see whether the simulation notices. */
export type ServerOptions = {
  /** `forgotten`: markers are neither kept nor found. */
  readonly markers: 'kept' | 'forgotten';
  /** `ignored`: everybody is granted every application lock. */
  readonly applicationLocks: 'held' | 'ignored';
  /** What Plumbline read back is not what lasts: a line of it is missing, or a line is a cent off. */
  readonly commits: 'whole' | 'lineLost' | 'centOff';
};
export const soundServer: ServerOptions = { markers: 'kept', applicationLocks: 'held', commits: 'whole' };

/** The statement cannot go on before this is free. */
export type Blocked = { readonly blocked: string };

export type Session = {
  readonly run: (statement: Statement, parameters: Parameters) => readonly SqlRow[] | Blocked;
  readonly inTransaction: () => boolean;
  readonly commit: () => void;
  readonly rollback: () => void;
};

/** Whoever reads to hold, or writes, has this. */
const rows = 'rows';
export const markerTable = 'push_marker';
/** A trigger of the company's own writes descriptions with this word in capitals: what is written there is never read back equal. */
export const poison = 'Poison';

export function keyOf(table: string, row: Row): string {
  const columns = isTableName(table) ? sageTables[table].key : ['operation_key'];
  return columns.length === 1 ? (row[columns[0] ?? ''] ?? '') : columns.map((name) => row[name] ?? '').join('/');
}

export function createServer(tables: Tables, options: ServerOptions = soundServer): Server {
  const forgets = (table: string) => options.markers === 'forgotten' && table === markerTable;
  const locks = new Map<string, Session>();
  const commits: Commit[] = [];

  const connect: Server['connect'] = (by) => {
    let written = new Map<string, Map<string, Row | null>>();
    let inserted: Row[] = [];
    let active = false;

    const take = (resource: string): boolean => {
      const holder = locks.get(resource);
      if (holder !== undefined && holder !== session) return false;
      locks.set(resource, session);
      return true;
    };
    const end = () => {
      written = new Map();
      inserted = [];
      active = false;
      for (const [resource, holder] of locks) if (holder === session) locks.delete(resource);
    };
    const find = (table: string, test: (row: Row) => boolean): Row[] => {
      const own = written.get(table);
      const found: Row[] = [];
      for (const [key, row] of tables[table] ?? []) if (!own?.has(key) && test(row)) found.push(row);
      for (const row of own?.values() ?? []) if (row !== null && test(row)) found.push(row);
      return found;
    };
    const write = (table: string, key: string, row: Row | null) => {
      const own = written.get(table);
      if (own === undefined) written.set(table, new Map([[key, row]]));
      else own.set(key, row);
    };

    const session: Session = {
      run: (statement, parameters) => {
        switch (statement.does) {
          case 'nothing':
            return [];
          case 'begin':
            active = true;
            return [];
          case 'finds':
            return [{ there: markerTable }];
          case 'grant':
            if (options.applicationLocks === 'ignored') return [{ granted: '0' }];
            return take(statement.resource) ? [{ granted: '0' }] : { blocked: statement.resource };
          case 'holds': {
            const held = options.applicationLocks === 'ignored' || locks.get(statement.resource) === session;
            return [{ held: held ? 'Exclusive' : 'NoLock' }];
          }
          case 'select': {
            if (statement.held && !take(rows)) return { blocked: rows };
            if (options.markers === 'forgotten' && statement.looksForKeys) return selected(statement, []);
            return selected(
              statement,
              find(statement.table, (row) => statement.test(row, parameters)),
            );
          }
          case 'insert': {
            if (!take(rows)) return { blocked: rows };
            const row: Record<string, string | null> = {};
            for (const [index, column] of statement.columns.entries()) row[column] = parameters[index] ?? null;
            if (forgets(statement.table)) return [];
            if (row.dscrpt?.includes(poison)) row.dscrpt = row.dscrpt.toUpperCase();
            const key = keyOf(statement.table, row);
            if (find(statement.table, (other) => keyOf(statement.table, other) === key).length > 0) {
              throw new SqlFailure('query', '23000', 2627, `Violation of PRIMARY KEY constraint: ${key}`);
            }
            write(statement.table, key, row);
            inserted.push(row);
            return [];
          }
          case 'update': {
            if (!take(rows)) return { blocked: rows };
            const values = Object.fromEntries(
              statement.columns.map((column, index) => [column, parameters[index] ?? null]),
            );
            for (const row of find(statement.table, (one) => statement.test(one, parameters))) {
              write(statement.table, keyOf(statement.table, row), { ...row, ...values });
            }
            return [];
          }
          case 'delete': {
            if (!take(rows)) return { blocked: rows };
            for (const row of find(statement.table, (one) => statement.test(one, parameters))) {
              write(statement.table, keyOf(statement.table, row), null);
            }
            return [];
          }
        }
      },
      inTransaction: () => active,
      commit: () => {
        if (by === 'plumbline' && options.commits !== 'whole') spoil(written, options.commits);
        const commit = { by, written, inserted };
        for (const [table, changed] of written) {
          for (const [key, row] of changed) {
            if (row === null) tables[table]?.delete(key);
            else tables[table]?.set(key, row);
          }
        }
        if (written.size > 0) commits.push(commit);
        end();
      },
      rollback: end,
    };
    return session;
  };

  return { tables, connect, commits };
}

/** Tables of lines, each with an amount. */
const amounts = { pmcgln: 'aprprc', sbcnln: 'amount' } as const;

function spoil(written: ReadonlyMap<string, Map<string, Row | null>>, how: 'lineLost' | 'centOff'): void {
  for (const [table, amount] of Object.entries(amounts)) {
    const lines = written.get(table);
    for (const [key, row] of lines ?? []) {
      if (row === null) continue;
      if (how === 'lineLost') lines?.delete(key);
      else lines?.set(key, { ...row, [amount]: `${row[amount]?.slice(0, -1)}1` });
      return;
    }
  }
}

type Select = Extract<Statement, { does: 'select' }>;

function selected({ totals, ...statement }: Select, found: Row[]): readonly SqlRow[] {
  const rows = rowsOf(statement, found);
  if (totals === null) return rows;
  const total = (summed: string | null) =>
    summed === null ? String(rows.length) : sumMoney(rows.map((row) => String(row[summed] ?? '0.00')));
  return [Object.fromEntries(totals.map(([alias, summed]) => [alias, total(summed)]))];
}

function rowsOf(statement: Omit<Select, 'totals'>, found: Row[]): readonly SqlRow[] {
  const { columns, highest, counts, orderBy, limit } = statement;
  if (counts) return [{ [columns[0]?.[0] ?? '']: String(found.length) }];
  if (highest) {
    const [[alias = '', column = ''] = []] = columns;
    const numbers = found.map((row) => Number(row[column] ?? 0));
    return [{ [alias]: numbers.length === 0 ? null : String(Math.max(...numbers)) }];
  }
  if (orderBy.length > 0 && found.length > 1) {
    found.sort((a, b) => {
      for (const column of orderBy) {
        const [first, second] = [a[column] ?? '', b[column] ?? ''];
        const difference = isTableName(statement.table)
          ? Number(first) - Number(second)
          : Number(first > second) - Number(first < second);
        if (difference !== 0) return difference;
      }
      return 0;
    });
  }
  const answer: SqlRow[] = [];
  for (const row of found) {
    if (answer.length === limit) break;
    const values: Record<string, string | null> = {};
    for (const [alias, column] of columns) values[alias] = row[column] ?? null;
    answer.push(values);
  }
  return answer;
}
