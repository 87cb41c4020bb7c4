import Database from 'better-sqlite3';
import { afterEach, expect } from 'vitest';
import type { CompanyId } from '#shared/domain/company.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import type { Config } from '../../../electron/hosts/config.ts';
import { nodeWorker } from '../../../electron/hosts/nodeWorker.ts';
import { workerEnvironment } from '../../../electron/hosts/workerHost.ts';
import { workerCompany } from '../../../electron/sage/worker/client.ts';
import type { CompanySetup } from '../../../electron/sage/worker/messages.ts';
import type { LaunchWorker, WorkerProcess } from '../../../electron/sage/worker/process.ts';
import { createSageWorker, type SageWorker } from '../../../electron/sage/worker/sageWorker.ts';
import { workerTimes } from '../../../electron/sage/worker/state.ts';
import { createTestClock, type TestClock } from '../../contracts/clearstoryRig.ts';
import { companyId, companyName } from '../../contracts/sageCompanyRig.ts';
import { program } from '../../program.ts';

/** Real worker processes over real ODBC. Only the clock of their watchdog is the test's own. */
export type WorkerRig = {
  readonly sage: SageCompany;
  readonly worker: SageWorker;
  readonly clock: TestClock;
  /** Every worker started so far, in order. */
  readonly pids: () => readonly number[];
  /** Kinds of the messages that workers sent so far, one for each frame. */
  readonly heard: readonly string[];
  /** Waits until a worker has said such a thing once more. */
  readonly next: (kind: string) => Promise<void>;
  readonly logged: readonly string[];
};

export type RigOptions = {
  readonly lockWaitMs?: number;
  readonly moduleFile?: string;
  readonly companyId?: CompanyId;
  /** Stands in the channel of each worker. */
  readonly between?: (process: WorkerProcess) => WorkerProcess;
};

export const moduleFile = program('electron/worker.ts');

/** As on a machine that is set up by its environment: with secrets that are none of the worker's business. */
const environment = { ...process.env, PLUMBLINE_SAGE_PASSWORD: 'hunter2', OFFICE_BOOKS: 'Server=x;PWD=hunter2' };
const config: Config = {
  sage: { kind: 'odbc', dialect: 'sqlite', connection: { fromEnvironment: 'OFFICE_BOOKS' } },
};

/** Longer than any test: whoever waits for a lock is still waiting when it is killed. */
const endlessMs = 600_000;

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function setupOf(file: string, { lockWaitMs = endlessMs, ...options }: RigOptions): CompanySetup {
  return {
    connectionString: `Driver=SQLite3;Database=${file};Timeout=${lockWaitMs};FKSupport=1;`,
    database: { dialect: 'sqlite' },
    companyId: options.companyId ?? companyId,
    companyName,
    server: 'the test server',
  };
}

export function startRig(file: string, options: RigOptions = {}): WorkerRig {
  const clock = createTestClock();
  const started: WorkerProcess[] = [];
  const heard: string[] = [];
  const logged: string[] = [];
  const waiting: { kind: string; done: () => void }[] = [];
  const launchReal = nodeWorker(options.moduleFile ?? moduleFile, workerEnvironment(environment, config));
  const launch: LaunchWorker = () => {
    const real = launchReal();
    started.push(real);
    const child = options.between?.(real) ?? real;
    const onFrame: WorkerProcess['onFrame'] = (listener) =>
      child.onFrame((frame) => {
        const kind = kindOf(frame);
        heard.push(kind);
        listener(frame);
        for (const one of waiting.splice(0)) one.kind === kind ? one.done() : waiting.push(one);
      });
    return { ...child, onFrame };
  };
  const log = (event: string) => void logged.push(event);
  const worker = createSageWorker({
    launch,
    company: setupOf(file, options),
    clock,
    logger: { debug: () => {}, info: log, warn: log, error: log },
    times: workerTimes,
  });
  const pids = () => started.flatMap((one) => one.pid() ?? []);
  cleanups.push(async () => {
    await worker.close();
    for (const pid of pids()) expect(await isGone(pid)).toBe(true);
  });
  return {
    sage: workerCompany(worker),
    worker,
    clock,
    pids,
    heard,
    next: (kind) => new Promise((done) => waiting.push({ kind, done })),
    logged,
  };
}

/** `answer`, `progress` …; of a frame that is no beginning of a message: `rest`. */
function kindOf(frame: unknown): string {
  return /^[+.]\{"type":"(\w+)"/.exec(String(frame))?.[1] ?? 'rest';
}

/** The worker that was started last. */
export function currentPid({ pids }: WorkerRig): number {
  const pid = pids().at(-1);
  if (pid === undefined) throw new Error('No worker was started');
  return pid;
}

/** Waits until something is so, which it must be within the test's own time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Waits until a process has ended. */
export async function isGone(pid: number): Promise<boolean> {
  await until(() => !isAlive(pid));
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until somebody's commit waits for the last reader: from then on new readers are not let in. Asks from a process of its own. */
export async function commitWaits(file: string): Promise<void> {
  const { sage } = startRig(file, { lockWaitMs: 60 });
  for (;;) {
    const read = await sage.reasonsUsed();
    if (!read.ok && read.failure.code === 'sage.locked') return;
  }
}

/** Somebody else in the same database, in this process. */
export type Other = {
  /** Keeps everybody out until `release`. */
  readonly lock: () => void;
  /** Keeps everybody from committing, but not from writing, until `release`. */
  readonly read: () => void;
  readonly release: () => void;
  readonly count: (sql: string) => number;
  readonly integrity: () => unknown;
};

export function openOther(file: string): Other {
  const own = new Database(file, { timeout: 0 });
  cleanups.push(() => void own.close());
  const one = (sql: string) => own.prepare(sql).pluck().get();
  return {
    lock: () => void own.exec('BEGIN EXCLUSIVE'),
    read: () => {
      own.exec('BEGIN');
      one('SELECT COUNT(*) FROM prmchg');
    },
    release: () => void own.exec('ROLLBACK'),
    count: (sql) => Number(one(sql)),
    integrity: () => own.pragma('integrity_check', { simple: true }),
  };
}
