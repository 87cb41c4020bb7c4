import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { createClearstoryAccount } from '../../../electron/clouds/clearstory/client.ts';
import { createEngine } from '../../../electron/engine/engine.ts';
import type { Engine, SyncReport } from '../../../electron/engine/engineTypes.ts';
import type { ProcoreAccount } from '../../../electron/engine/ports/procoreAccount.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import type { Store } from '../../../electron/engine/ports/store.ts';
import { createSystemRandom } from '../../../electron/hosts/random.ts';
import { createSageCompany } from '../../../electron/sage/company.ts';
import { openOdbc } from '../../../electron/sage/connection/odbc.ts';
import { openSqlite } from '../../../electron/sage/connection/sqlite.ts';
import { createSqliteDialect } from '../../../electron/sage/dialect/sqlite.ts';
import {
  type ClearstorySandbox,
  sandboxCredentials,
  startClearstorySandbox,
} from '../../../electron/sandbox/clearstory/server.ts';
import { openStore } from '../../../electron/store/store.ts';
import { createTestClock, type TestClock } from '../../contracts/clearstoryRig.ts';
import { sqliteFiles } from '../../contracts/sageCompanyRig.ts';
import { noProcore } from '../../noProcore.ts';

/**
 * The whole engine as the hosts put it together: real store, real HTTP to the Clearstory sandbox, the sample company over real
 * ODBC. Only the clock is the test's own.
 */
export type EngineRig = {
  readonly engine: Engine;
  readonly store: Store;
  readonly sandbox: ClearstorySandbox;
  readonly clock: TestClock;
  readonly sageFile: string;
  /** The value of a request that must succeed. */
  readonly ask: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  /** The failure of a request that must be refused. */
  readonly refused: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<Failure>;
  readonly sync: (...sides: ('sage' | 'clearstory' | 'push')[]) => Promise<readonly SyncReport[]>;
  /** Runs SQL in the sample company, as somebody else working in Sage would. */
  readonly inSage: (sql: string, ...parameters: (string | null)[]) => Promise<readonly Record<string, unknown>[]>;
  /** A second engine on the same store and company, as after a restart. `meanwhile`: while the store's file is closed. */
  readonly restart: (meanwhile?: (storeFile: string) => void) => Promise<EngineRig>;
  /** The engine of another computer, with a store of its own, on the same company and the same Clearstory. */
  readonly onAnotherComputer: (options?: Pick<RigOptions, 'sage'>) => Promise<EngineRig>;
};

export type RigOptions = {
  /** Stands between engine and Sage, to break what is asked. */
  readonly sage?: (real: SageCompany, sageFile: string) => SageCompany;
  /** `live`: the same books, treated like a real company. */
  readonly companyKind?: 'sample' | 'live';
  /** Whether a key of Clearstory is stored; it is unless said. */
  readonly clearstoryKey?: boolean;
  /** Procore as this clock sees it; without it there is none. */
  readonly procore?: (clock: TestClock) => Promise<ProcoreAccount>;
};

/** How often a started engine looks at its timers: it looks when the test advances the clock, and not as fast as it can. */
const engineLookMs = 20_000;

/** Made once for a file of tests, then copied: making one takes a third of a second. */
const samples = sqliteFiles();
const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export async function startRig(options: RigOptions = {}): Promise<EngineRig> {
  const folder = newFolder();
  const clock = createTestClock('2026-11-23T17:00:00.000Z', engineLookMs);
  const sandbox = await startClearstorySandbox({ clock });
  cleanups.push(() => sandbox.close());
  const sageFile = samples.fresh();
  const procore = (await options.procore?.(clock)) ?? noProcore;
  return assemble(folder, sageFile, clock, sandbox, { ...options, procore });
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-engine-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Assembled = Omit<RigOptions, 'procore'> & { readonly procore: ProcoreAccount };

async function assemble(
  folder: string,
  sageFile: string,
  clock: TestClock,
  sandbox: ClearstorySandbox,
  options: Assembled,
): Promise<EngineRig> {
  const random = createSystemRandom();
  const opened = openStore({ file: join(folder, 'store.db'), company: companyIdOf('cascade') });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  const store = opened.value;
  const sage = createSageCompany({
    open: () =>
      openOdbc({ connectionString: `Driver=SQLite3;Database=${sageFile};FKSupport=1;Timeout=200`, dialect: 'sqlite' }),
    dialect: createSqliteDialect(),
    random,
    companyId: companyIdOf('cascade'),
    companyName: 'Cascade Ridge Builders',
    server: 'sample.db over ODBC',
  });
  const clearstory = createClearstoryAccount({
    fetch,
    baseUrl: sandbox.url,
    credentials: () => sandboxCredentials,
    clock,
    random: { fraction: () => 0.5, uuid: random.uuid },
  });
  const engine = createEngine({
    company: companyIdOf('cascade'),
    companyName: 'Cascade Ridge Builders',
    companyKind: options.companyKind ?? 'sample',
    server: 'sample.db over ODBC',
    markerTable: 'sampleFile',
    store,
    sage: options.sage?.(sage, sageFile) ?? sage,
    procore: options.procore,
    clearstory,
    secrets: {
      has: (name) => options.clearstoryKey !== false || !name.startsWith('clearstory'),
      read: () => null,
      write: () => ({ ok: true }),
      forget: () => null,
    },
    clock,
    random: { fraction: () => 0.5, uuid: random.uuid },
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (event, facts) => logged.push({ event, ...facts }),
    },
    host: { kind: 'browser', version: '0.1.0', person: 'Dana Reyes', checks: async () => [] },
  });
  let stopped = false;
  const stop = async () => {
    if (!stopped) await engine.stop();
    stopped = true;
  };
  cleanups.push(stop);
  const request = (channel: string, payload: unknown) => engine.request(channel, payload);
  return {
    engine,
    store,
    sandbox,
    clock,
    sageFile,
    ask: async (channel, payload) => {
      const reply = await request(channel, payload);
      if (!reply.ok)
        throw new Error(
          `${channel}: ${reply.failure.sentence} (${reply.failure.code}) ${JSON.stringify(logged.at(-1) ?? {})}`,
        );
      return reply.value as ResponseOf<typeof channel>;
    },
    refused: async (channel, payload) => {
      const reply = await request(channel, payload);
      if (reply.ok) throw new Error(`${channel} was expected to be refused`);
      return reply.failure;
    },
    sync: (...sides) => engine.sync(sides.length === 0 ? ['sage', 'clearstory', 'push'] : sides),
    inSage: async (sql, ...parameters) => {
      const connection = await openSqlite({ file: sageFile });
      const rows = await connection.query(sql, parameters);
      await connection.close();
      return rows;
    },
    restart: async (meanwhile = () => undefined) => {
      await stop();
      meanwhile(join(folder, 'store.db'));
      return assemble(folder, sageFile, clock, sandbox, options);
    },
    onAnotherComputer: (own = {}) => assemble(newFolder(), sageFile, clock, sandbox, { ...options, ...own }),
  };
}

const logged: Record<string, unknown>[] = [];
