import { succeed } from '#shared/domain/failure.ts';
import { createSystemClock } from './hosts/clock.ts';
import { createSystemRandom } from './hosts/random.ts';
import { isOdbcInstalled } from './sage/worker/odbcInstalled.ts';
import { openCompany } from './sage/worker/openCompany.ts';
import type { WorkerPort } from './sage/worker/process.ts';
import { serveWorker } from './sage/worker/server.ts';
import { createSampleOverOdbc } from './sandbox/sampleCompany/createOverOdbc.ts';

/**
 * The Sage worker: the one process that loads the ODBC driver, which may hang or crash in it. It does what the engine's process asks
 * and keeps nothing. The engine's process ends it by killing it; it ends itself when that process is gone.
 */

/** Ends also while a driver call hangs in another thread, for which process.exit would wait. */
const end = () => void process.kill(process.pid, 'SIGKILL');

// Ctrl+C and a service's stop reach all processes: a write that has begun ends first, then the engine's process ends this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

// The beginning of what it writes is kept for the log: its words, before the source line that Node prints first.
process.on('uncaughtExceptionMonitor', (error) => process.stderr.write(`${error.stack ?? error.message}\n`));

const random = createSystemRandom();
const clock = createSystemClock();
serveWorker(parentPort(), {
  openCompany: (setup, sign) => openCompany(setup, random, clock, sign),
  machine: (sign) => ({
    odbcInstalled: async () => succeed(await isOdbcInstalled()),
    createSample: (request) => createSampleOverOdbc(request, sign),
  }),
  nowMs: clock.monotonicMs,
  end: () => setImmediate(end),
});

/** The channel to the engine's process: of Electron's utility process, or of a child process under plain Node. */
function parentPort(): WorkerPort {
  const electron = (process as { readonly parentPort?: Electron.ParentPort }).parentPort;
  if (electron !== undefined) {
    return {
      send: (frame) => electron.postMessage(frame),
      onFrame: (listener) => void electron.on('message', ({ data }) => listener(data)),
    };
  }
  process.on('disconnect', end);
  return {
    send: (frame) => void process.send?.(frame),
    onFrame: (listener) => void process.on('message', listener),
  };
}
