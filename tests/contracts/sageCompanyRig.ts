import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Result } from '#shared/domain/failure.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { createSampleCompany } from '../../electron/sandbox/sampleCompany/createSampleCompany.ts';
import { serverUnderTest } from '../odbc/underTest.ts';
import { inRuns } from './inRuns.ts';

export const companyName = 'Sample Company';
export const companyId = companyIdOf('sample');
const sqlite = createSqliteDialect();
/** Of the database that the tests run against. */
export const dialect = serverUnderTest?.dialect ?? sqlite;
/** False over SQLite, which stands in for SQL Server everywhere but in `npm run test:odbc` with a server. */
export const onServer = serverUnderTest !== null;

/** How long the tests wait for a lock, in ms: long enough for none, since the lock's holder never lets go. */
const lockWaitMs = 60;

/**
 * The adapters that must behave alike. A file is only ever opened through one of them at a time: they carry two copies of SQLite,
 * whose locks do not hold against each other within one process.
 */
export type Adapter = { readonly name: string; readonly open: (file: string) => Promise<SqlConnection> };

export const embedded: Adapter = {
  name: 'better-sqlite3',
  open: (file) => openSqlite({ file, busyTimeoutMs: lockWaitMs }),
};
export const odbc: Adapter = {
  name: 'ODBC',
  open: (file) => {
    const connectionString = `Driver=SQLite3;Database=${file};Timeout=${lockWaitMs};FKSupport=1;`;
    return openOdbc({ connectionString, dialect: 'sqlite' });
  },
};
export const adapters: readonly Adapter[] =
  serverUnderTest === null ? [embedded, odbc] : [{ name: 'ODBC to a server', open: serverUnderTest.open }];

export type SampleFiles = { readonly fresh: () => string };

/** Sample companies as they were made, for one test each; on a server it is the same one, which gets its rows back. */
export function sampleFiles(scale = 1): SampleFiles {
  return serverUnderTest ?? sqliteFiles(scale);
}

/** Files that each hold a sample company of their own; removed after the last test. */
export function sqliteFiles(scale = 1): SampleFiles {
  const folder = mkdtempSync(join(tmpdir(), 'sage-company-'));
  const template = join(folder, 'template.db');
  let copies = 0;
  beforeAll(async () => {
    const connection = await openSqlite({ file: template, create: true });
    const created = await createSampleCompany(connection, 'sqlite', { scale });
    for (const statement of markerStatements(sqlite)) await connection.query(statement);
    await connection.close();
    if (!created.ok) throw new Error(created.failure.sentence);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    fresh: () => {
      copies += 1;
      const file = join(folder, `copy${copies}.db`);
      copyFileSync(template, file);
      return file;
    },
  };
}

/** Row ids in a series, so that runs can be compared. */
export function countingIds(): { readonly uuid: () => string } {
  let count = 0;
  return {
    uuid: () => {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

export function companyOver(open: () => Promise<SqlConnection>, spoken = dialect): SageCompany {
  return inRuns(
    createSageCompany({
      open,
      dialect: spoken,
      random: countingIds(),
      server: 'the test server',
      companyId,
      companyName,
    }),
  );
}

export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.sentence} ${result.failure.detail ?? ''}`);
  return result.value;
}

/** True when a server that only looks like SQL Server says that it lacks what was asked of it. */
export function isLacking(result: Result<unknown>): boolean {
  return onServer && !result.ok && /not currently supported|does not exist/.test(result.failure.detail ?? '');
}

/** Runs statements on a connection of its own. */
export async function withConnection<T>(
  adapter: Adapter,
  file: string,
  work: (connection: SqlConnection) => Promise<T>,
): Promise<T> {
  const connection = await adapter.open(file);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

/** Rows of every table, the markers included: what must not move when nothing was written. */
export function rowCounts(adapter: Adapter, file: string): Promise<Readonly<Record<string, string>>> {
  return withConnection(adapter, file, async (connection) => {
    const counts: Record<string, string> = {};
    for (const table of [...tableNames.map((name) => dialect.table(name)), dialect.markerTable]) {
      const [row] = await connection.query(`SELECT CAST(COUNT(*) AS varchar(20)) AS n FROM ${table}`);
      counts[table] = String(row?.n);
    }
    return counts;
  });
}

/** A trigger on a table. In: a statement that ends where the condition for the new row comes. */
export function afterInsert(table: string, statement: string): string {
  return onServer
    ? `CREATE TRIGGER meddling ON dbo.${table} AFTER INSERT AS ${statement} _idnum IN (SELECT _idnum FROM inserted)`
    : `CREATE TRIGGER meddling AFTER INSERT ON ${table} BEGIN ${statement} _idnum = NEW._idnum; END`;
}

/** Every page of a kind, one after the other. */
export async function everyChangeOrder(company: SageCompany): Promise<readonly ChangeOrder[]> {
  const all: ChangeOrder[] = [];
  let after: string | null = null;
  do {
    const page: { records: readonly ChangeOrder[]; next: string | null } = got(
      await company.read('changeOrder', { changedFrom: null, after }),
    );
    all.push(...page.records);
    after = page.next;
  } while (after !== null);
  return all;
}
