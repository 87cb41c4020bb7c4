import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transfer } from '#shared/domain/records.ts';
import { type Context, createContext } from '../../electron/engine/context.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createSystemRandom } from '../../electron/hosts/random.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { createWithMarkers } from '../../electron/sandbox/sampleCompany/createWithMarkers.ts';
import { openStore } from '../../electron/store/store.ts';
import { createPlan } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyName } from '../contracts/sageCompanyRig.ts';
import { transfer } from '../contracts/storeRig.ts';
import { doubtfulDriver } from '../mockDriver/build.ts';
import { noProcore } from '../noProcore.ts';

/** How a commit ends; see doubtfulDriver.c. */
export const doubts = ['applied', 'lost', 'autocommit', 'late', 'lateRollback'] as const;
export type Doubt = (typeof doubts)[number];

/** An engine's outbox on a real store, and a real company behind a driver whose every commit ends in doubt. */
export type DoubtfulWorld = {
  readonly context: Context;
  readonly company: string;
  /** Goes on by a time after which everything that waits is due. */
  readonly pass: () => void;
  readonly close: () => Promise<void>;
};

/** A folder in memory where there is one: what is proved here is not the disk. */
export function fastFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'plumbline-doubts-'));
}

export async function createTemplate(file: string): Promise<void> {
  const connection = await openSqlite({ file, create: true });
  const created = await createWithMarkers(connection, 'sqlite', {});
  await connection.close();
  if (!created.ok) throw new Error(created.failure.sentence);
}

/** What is taken out of Plumbline, so that a run shows what it is there for. */
export type Mutation = {
  readonly connection: (connection: SqlConnection) => SqlConnection;
  readonly sage: (company: SageCompany) => SageCompany;
};

/** `next`: how the commit of the connection that is opened now shall end. */
export function openWorld(folder: string, template: string, next: () => Doubt, mutation: Mutation): DoubtfulWorld {
  const company = join(folder, 'company.db');
  const file = join(folder, 'store.db');
  for (const old of [company, file]) rmSync(old, { force: true });
  copyFileSync(template, company);
  let ms = Date.parse('2026-11-23T17:00:00.000Z');
  const clock = { now: () => new Date(ms).toISOString(), monotonicMs: () => ms, after: () => () => undefined };
  const opened = openStore({ file, company: companyId });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  const store = opened.value;
  const driver = `Driver=${doubtfulDriver()};Database=${company};FKSupport=1;SyncPragma=OFF;Timeout=2000`;
  const random = { fraction: () => 0, uuid: createSystemRandom().uuid };
  const unused = async () => {
    throw new Error('The outbox needs nothing else');
  };
  const real = createSageCompany({
    open: async () =>
      mutation.connection(await openOdbc({ connectionString: `${driver};Doubt=${next()};`, dialect: 'sqlite' })),
    dialect: createSqliteDialect(),
    random,
    companyId,
    companyName,
    server: 'a driver that breaks',
  });
  const context = createContext(
    {
      company: companyId,
      companyName,
      companyKind: 'sample',
      server: 'a driver that breaks',
      markerTable: 'sampleFile',
      store,
      sage: mutation.sage(real),
      procore: noProcore,
      clearstory: new Proxy({}, { get: () => unused }) as Context['clearstory'],
      secrets: { has: () => false, read: () => null, write: () => ({ ok: true }), forget: () => null },
      kindModule: () => {
        throw new Error('Only change orders are pushed here');
      },
      clock,
      random,
      logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      host: { kind: 'browser', version: '0', person: 'Dana Reyes', checks: async () => [] },
    },
    () => undefined,
  );
  return {
    context,
    company,
    pass: () => {
      ms += 60 * 60_000;
    },
    close: async () => {
      await real.close();
      store.close();
    },
  };
}

/** An approved transfer, its amounts and words its own. */
export function queuedTransfer(context: Context, id: string, job: string, amounts: readonly string[]): Transfer {
  const plan = createPlan({ job, description: `Doubt ${id}`, amounts });
  const at = context.clock.now();
  return transfer(
    id,
    { name: 'queued', since: at, attempt: 0 },
    { job, businessKey: `${companyId}/${job}/${id}`, plan, planHash: `plan of ${id}`, approvedBy: 'Zoë Ångström' },
  );
}
