import type { CompanyId } from '#shared/domain/company.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { Clock, Random } from '../engine/ports/runtime.ts';
import type { ReadQuery, SageCompany, SageRecords } from '../engine/ports/sageCompany.ts';
import { createMutex } from '../mutex.ts';
import { inspect } from './catalog/inspect.ts';
import { createSchemaWatch } from './catalog/schemaWatch.ts';
import type { SqlConnection } from './connection.ts';
import { testConnection } from './connectionTest/testConnection.ts';
import { type ConnectionWay, fileWay } from './connectionTest/way.ts';
import type { Dialect } from './dialect/dialect.ts';
import { applyPlan } from './executor/applyPlan.ts';
import { lookUpMarker } from './executor/lookUpMarker.ts';
import { createWritingTurn, turnLost } from './executor/writingTurn.ts';
import { failureOf } from './failures.ts';
import { listFields, listTable, readSigns } from './markers/list.ts';
import { createPageRuns } from './pageRuns.ts';
import { readChangeOrder } from './reader/changeOrders.ts';
import { readFingerprints } from './reader/fingerprints.ts';
import { kindReaders } from './reader/kinds.ts';
import { readBudgetedCodes, readReasons } from './reader/lookups.ts';
import type { KeyedPage } from './reader/page.ts';
import { readSubcontracts } from './reader/subcontracts.ts';
import { readTypedRecords } from './reader/typedRecords.ts';
import { readSnapshotRows, readSnapshotTables, unseenTables } from './snapshot/readSnapshot.ts';

export type SageCompanyOptions = {
  /** Throws `SqlFailure`. */
  readonly open: () => Promise<SqlConnection>;
  readonly dialect: Dialect;
  readonly random: Pick<Random, 'uuid'>;
  /** The server as the sentences name it. */
  readonly server: string;
  /** Stable id of the company: a plan approved for another one is refused. */
  readonly companyId: CompanyId;
  /** The name that people see. */
  readonly companyName: string;
  /** How it is reached, for the test; left out for a file that this program opens. */
  readonly way?: () => Promise<ConnectionWay>;
  /** Ends runs of pages that nobody goes on with; left out, every page has its own connection. */
  readonly after?: Clock['after'];
};

/** A company whose pages can be sent in pieces. */
export type SqlSageCompany = SageCompany & {
  readonly readKeyed: <K extends SageKind>(kind: K, query: ReadQuery) => Promise<Result<KeyedPage<SageRecords[K]>>>;
};

/**
 * One company over SQL. Every call opens its own connection and closes it, one call at a time; only the pages of one run share one,
 * for seconds: nothing idles overnight, when Sage's maintenance wants the database alone, and a connection that failed is never used
 * again.
 */
export function createSageCompany(options: SageCompanyOptions): SqlSageCompany {
  const { open, dialect, random, server, companyId, companyName, way = fileWay } = options;
  const words = { company: companyName, server };
  const mutex = createMutex();
  const schema = createSchemaWatch(dialect.catalog);

  const runs = createPageRuns(options.after ?? null, mutex);

  const begin = async (connection: SqlConnection) => {
    for (const statement of dialect.session) await connection.query(statement);
  };
  const openReady = async () => {
    const connection = await open();
    try {
      await begin(connection);
      return connection;
    } catch (error) {
      await connection.close();
      throw error;
    }
  };
  const turn = createWritingTurn(openReady, dialect, companyName);
  /** Nothing is written without the turn: only what was looked at since it was taken is known to be as it was planned. */
  const inTurn = async <T>(work: () => Promise<T>): Promise<Result<T>> =>
    (await turn.keep()) ? succeed(await work()) : fail(turnLost(companyName));
  const connected = <T>(work: (connection: SqlConnection) => Promise<Result<T>>): Promise<Result<T>> =>
    mutex(async () => {
      let connection: SqlConnection | null = null;
      try {
        await runs.end();
        connection = await openReady();
        return await work(connection);
      } catch (error) {
        return fail(failureOf(error, words));
      } finally {
        await connection?.close();
      }
    });
  const reading = <T>(work: (connection: SqlConnection) => Promise<T>): Promise<Result<T>> =>
    connected(async (connection) => succeed(await work(connection)));

  const readKeyed: SqlSageCompany['readKeyed'] = (kind, query) =>
    mutex(async () => {
      let connection: SqlConnection | null = null;
      try {
        if (query.after === null) await runs.end();
        connection = runs.take();
        connection ??= await openReady();
        const page = await kindReaders[kind].page(connection, dialect, query);
        if (page.next !== null) {
          await runs.keep(connection);
          connection = null;
        }
        return succeed(page);
      } catch (error) {
        return fail(failureOf(error, words));
      } finally {
        await connection?.close();
      }
    });

  return {
    test: () =>
      mutex(async () => {
        await runs.end();
        return testConnection({ open, dialect, words, way: await way() });
      }),
    fingerprints: (kinds) => reading((connection) => readFingerprints(connection, dialect, kinds)),
    readKeyed,
    read: async (kind, query) => {
      const page = await readKeyed(kind, query);
      if (!page.ok) return page;
      const { records, rowsRead, next } = page.value;
      return succeed({ records, rowsRead, next });
    },
    record: (kind, key) => reading((connection) => kindReaders[kind].one(connection, dialect, key)),
    changeOrder: (record) => reading((connection) => readChangeOrder(connection, dialect, record)),
    subcontractsOf: (job) => reading((connection) => readSubcontracts(connection, dialect, job)),
    budgetedCodes: (job) => reading((connection) => readBudgetedCodes(connection, dialect, job)),
    inspect: (markers, at) => reading((connection) => inspect({ connection, dialect, markers, at })),
    reasonsUsed: () => reading((connection) => readReasons(connection, dialect)),
    apply: async (plan, approval) => {
      const other = [plan.company, approval.company].find((company) => company !== companyId);
      if (other !== undefined) {
        const sentence = `This push was approved for company ${other}, but Plumbline is connected to ${companyName}. Nothing was saved.`;
        const remedy = `Connect to ${other} again, or drop the push.`;
        return { outcome: 'notApplied', failure: { next: 'needsPerson', code: 'sage.otherCompany', sentence, remedy } };
      }
      const outcome = await connected((connection) =>
        inTurn(() => applyPlan({ connection, dialect, random, plan, approval, schema, keepsTurn: turn.keep }, words)),
      );
      return outcome.ok ? outcome.value : { outcome: 'notApplied', failure: outcome.failure };
    },
    beginWriting: () =>
      mutex(async () => {
        try {
          return await turn.take();
        } catch (error) {
          return fail(failureOf(error, words));
        }
      }),
    endWriting: () =>
      mutex(async () => {
        await turn.end();
        return succeed(null);
      }),
    lookUp: (plan, search) => connected((connection) => lookUpMarker({ connection, dialect, plan, search })),
    proofSigns: (stores) => reading((connection) => readSigns(connection, dialect, stores)),
    tableProofs: (after) => reading((connection) => listTable(connection, dialect, after)),
    fieldProofs: (after) => reading((connection) => listFields(connection, dialect, after)),
    typedRecords: (plan, written) => reading((connection) => readTypedRecords(connection, dialect, plan, written)),
    snapshotTables: () =>
      connected(async (connection) => {
        const unseen = await unseenTables(connection, dialect, companyName);
        return unseen === null ? succeed(await readSnapshotTables(connection, dialect)) : fail(unseen);
      }),
    snapshotRows: (table, offset) => reading((connection) => readSnapshotRows(connection, dialect.kind, table, offset)),
    close: () =>
      mutex(async () => {
        await turn.end();
        await runs.end();
      }),
  };
}
