import { deepStrictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import type { SqlConnection, SqlParameter, SqlRow } from '../../electron/sage/connection.ts';
import type { Dialect } from '../../electron/sage/dialect/dialect.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { inRuns } from '../contracts/inRuns.ts';
import { companyId, companyName, embedded } from '../contracts/sageCompanyRig.ts';

export type Sent = {
  readonly sql: string;
  readonly parameters: readonly SqlParameter[];
  /** The question that was put to the company. */
  readonly by?: string;
};

export const mssql = createMssqlDialect();
const sqlite = createSqliteDialect();

/** What SQLite says of its own columns is understood as there. */
const answeredBySqlite: Dialect = {
  ...mssql,
  catalog: { ...mssql.catalog, inServerTerms: sqlite.catalog.inServerTerms },
};

/**
 * The statements that some work on a company sends to SQL Server. There is none here, so the work is done twice: on a sample company
 * in SQLite, whose answers are kept, and once more in T-SQL, where the same questions come in the same order and get those answers.
 * The second time must come to the same result.
 */
export async function sentToSqlServer(
  file: string,
  work: (company: SageCompany) => Promise<unknown>,
): Promise<readonly Sent[]> {
  const answers: (readonly SqlRow[])[] = [];
  const rowIds: string[] = [];
  const rehearsed = await work(
    companyOver(
      sqlite,
      () => rehearse(file, answers),
      () => kept(rowIds, randomUUID()),
    ),
  );
  const sent: Sent[] = [];
  let asked = '';
  const played = await work(
    companyOver(
      answeredBySqlite,
      async () => play(answers, (one) => sent.push({ ...one, by: asked })),
      () => rowIds.shift() ?? '',
      (question) => {
        asked = question;
      },
    ),
  );
  deepStrictEqual(played, rehearsed);
  deepStrictEqual(answers, [], 'T-SQL asked less than SQLite');
  return sent;
}

function companyOver(
  dialect: Dialect,
  open: () => Promise<SqlConnection>,
  uuid: () => string,
  asked: (question: string) => void = () => undefined,
): SageCompany {
  const company = createSageCompany({ open, dialect, random: { uuid }, server: 'OFFICE', companyId, companyName });
  const methods = Object.entries<(...given: never[]) => unknown>(company).map(
    ([name, ask]) =>
      [
        name,
        (...given: never[]) => {
          asked(name);
          return ask(...given);
        },
      ] as const,
  );
  return inRuns(Object.fromEntries(methods) as typeof company);
}

function kept(list: string[], one: string): string {
  list.push(one);
  return one;
}

async function rehearse(file: string, answers: (readonly SqlRow[])[]): Promise<SqlConnection> {
  const connection = await embedded.open(file);
  return {
    ...connection,
    query: async (sql, parameters) => {
      const rows = await connection.query(sql, parameters);
      if (!sqlite.session.includes(sql)) answers.push(rows);
      return rows;
    },
  };
}

function play(answers: (readonly SqlRow[])[], send: (one: Sent) => void): SqlConnection {
  const nothing = async () => undefined;
  return {
    query: async (sql, parameters = []) => {
      send({ sql, parameters });
      if (mssql.session.includes(sql)) return [];
      if (sql.includes('sp_getapplock')) return [{ granted: '0' }];
      if (sql.includes('APPLOCK_MODE')) return [{ held: 'Exclusive' }];
      const rows = answers.shift();
      if (rows === undefined) throw new Error(`T-SQL asked more than SQLite: ${sql}`);
      return rows;
    },
    begin: nothing,
    commit: nothing,
    rollback: nothing,
    close: nothing,
  };
}
