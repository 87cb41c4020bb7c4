import { companyIdOf } from '#shared/domain/company.ts';
import { createSystemClock } from '../../../electron/hosts/clock.ts';
import { nodeWorker } from '../../../electron/hosts/nodeWorker.ts';
import type { WorkerProcess } from '../../../electron/sage/worker/process.ts';
import { createSageWorker } from '../../../electron/sage/worker/sageWorker.ts';
import { workerTimes } from '../../../electron/sage/worker/state.ts';

/** Runs in a process of its own: asks a worker for what it waits for without end, and prints the worker's process id meanwhile. */
const [file = ''] = process.argv.slice(2);
const launch = nodeWorker(new URL('../../../electron/worker.ts', import.meta.url).pathname, process.env);

function telling(child: WorkerProcess): WorkerProcess {
  return {
    ...child,
    onFrame: (listener) =>
      child.onFrame((frame) => {
        if (String(frame).includes('"progress"')) process.stdout.write(`${child.pid()}\n`);
        listener(frame);
      }),
  };
}

const worker = createSageWorker({
  launch: () => telling(launch()),
  company: {
    connectionString: `Driver=SQLite3;Database=${file};Timeout=600000;`,
    database: { dialect: 'sqlite' },
    companyId: companyIdOf('sample'),
    companyName: 'Sample Company',
    server: 'the test server',
  },
  clock: createSystemClock(),
  logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  times: workerTimes,
});
await worker.call('reasonsUsed');
