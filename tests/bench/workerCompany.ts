import { join } from 'node:path';
import { companyIdOf } from '#shared/domain/company.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createSystemClock } from '../../electron/hosts/clock.ts';
import { nodeWorker } from '../../electron/hosts/nodeWorker.ts';
import { workerCompany } from '../../electron/sage/worker/client.ts';
import type { WorkerProcess } from '../../electron/sage/worker/process.ts';
import { createSageWorker } from '../../electron/sage/worker/sageWorker.ts';
import { workerTimes } from '../../electron/sage/worker/state.ts';
import { connectionTo } from './sampleFile.ts';

/** The worker as it is built. */
const moduleFile = join(import.meta.dirname, '../../dist/worker/worker.js');

export const companyId = companyIdOf('cascade');
export const companyName = 'Cascade Ridge Builders';

/** The company of a real worker, put together as the hosts do it. `onStart` sees each worker's process. */
export function openWorkerCompany(sageFile: string, onStart: (process: WorkerProcess) => void = () => {}): SageCompany {
  const launch = nodeWorker(moduleFile, process.env);
  const worker = createSageWorker({
    launch: () => {
      const started = launch();
      onStart(started);
      return started;
    },
    company: {
      connectionString: connectionTo(sageFile),
      database: { dialect: 'sqlite' },
      companyId,
      companyName,
      server: 'a file over ODBC',
    },
    clock: createSystemClock(),
    logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    times: workerTimes,
  });
  return workerCompany(worker);
}
