import { join } from 'node:path';
import { type ChannelName, type RequestOf, type ResponseOf, requests } from '#shared/contract/requests.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { createClearstoryAccount } from '../../electron/clouds/clearstory/client.ts';
import { createEngine } from '../../electron/engine/engine.ts';
import type { Engine, EnginePorts, Side, SyncReport } from '../../electron/engine/engineTypes.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { createLogger } from '../../electron/hosts/logger.ts';
import { createSystemRandom } from '../../electron/hosts/random.ts';
import {
  type ClearstorySandbox,
  sandboxCredentials,
  startClearstorySandbox,
} from '../../electron/sandbox/clearstory/server.ts';
import { openStore } from '../../electron/store/store.ts';
import { noProcore } from '../noProcore.ts';
import { companyId, companyName, openWorkerCompany } from './workerCompany.ts';

/** The whole engine, put together as the hosts do it, over real ODBC and real HTTP. Its timers do not run. */
export type Plumbline = {
  readonly engine: Engine;
  readonly store: Store;
  readonly sandbox: ClearstorySandbox;
  /** The value of a request that must succeed. */
  readonly ask: <C extends ChannelName>(channel: C, request: RequestOf<C>) => Promise<ResponseOf<C>>;
  /** Runs one side, which must succeed. */
  readonly sync: (side: Side) => Promise<SyncReport>;
  readonly close: () => Promise<void>;
};

/** `watched`: stands between engine and Sage, to time what passes. */
export async function startPlumbline(
  folder: string,
  sageFile: string,
  watched: (sage: SageCompany) => SageCompany = (sage) => sage,
  { clock = createSystemClock(), procore = noProcore }: Partial<Pick<EnginePorts, 'clock' | 'procore'>> = {},
): Promise<Plumbline> {
  const random = createSystemRandom();
  const sandbox = await startClearstorySandbox({ clock });
  const opened = openStore({ file: join(folder, 'store.db'), company: companyId, clock });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  const engine = createEngine({
    company: companyId,
    companyName,
    companyKind: 'sample',
    markerTable: 'sampleFile',
    server: 'a file over ODBC',
    store: opened.value,
    sage: watched(openWorkerCompany(sageFile)),
    procore,
    clearstory: createClearstoryAccount({
      fetch,
      baseUrl: sandbox.url,
      credentials: () => sandboxCredentials,
      clock,
      random,
    }),
    secrets: { has: () => true, read: () => null, write: () => ({ ok: true }), forget: () => null },
    clock,
    random,
    logger: createLogger({ folder: join(folder, 'logs'), knownSecrets: () => [], level: () => 'info' }),
    host: { kind: 'browser', version: 'bench', person: 'Dana Reyes', checks: async () => [] },
  });
  return {
    engine,
    store: opened.value,
    sandbox,
    ask: async (channel, payload) => {
      const reply = await engine.request(channel, payload);
      if (!reply.ok) throw new Error(`${channel}: ${reply.failure.sentence}`);
      return requests[channel].response.parse(reply.value) as ResponseOf<typeof channel>;
    },
    sync: async (side) => {
      const [report] = await engine.sync([side]);
      if (report?.outcome !== 'ok') throw new Error(`${side}: ${report?.sentence ?? 'did not run'}`);
      return report;
    },
    close: async () => {
      await engine.stop();
      await sandbox.close();
    },
  };
}

/** Reads both sides and maps the project that looks like this job; the project's id. */
export async function mapJob({ ask, sync }: Plumbline, job: string): Promise<string> {
  await sync('sage');
  await sync('clearstory');
  const { rows } = await ask('projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 200 });
  const project = rows.find((row) => row.suggestion?.job === job)?.project;
  if (project === undefined) throw new Error(`No project looks like job ${job}`);
  await ask('projects.map', { projectId: project.id, job, defaults: standardDefaults });
  await sync('clearstory');
  return project.id;
}
