import { fork } from 'node:child_process';
import type { LaunchWorker } from '../sage/worker/process.ts';
import type { Environment } from './secretNames.ts';
import { beginningOf } from './workerHost.ts';

/** Starts the Sage worker as a child process of plain Node. `file`: the worker's bundle. */
export function nodeWorker(file: string, environment: Environment): LaunchWorker {
  return () => {
    const child = fork(file, [], {
      env: environment,
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const said = beginningOf(child.stderr);
    return {
      pid: () => child.pid ?? null,
      send: (frame) => {
        // A frame that finds it gone is lost; its end is told by `exit`.
        if (child.connected) child.send(frame, () => {});
      },
      onFrame: (listener) => void child.on('message', listener),
      onExit: (listener) => {
        let isTold = false;
        const tell = (how: string) => {
          if (!isTold) listener({ how, said: said() });
          isTold = true;
        };
        child.once('error', ({ message }) => tell(message));
        // Not `exit`: by `close` everything that it wrote has arrived.
        child.once('close', (code, signal) => tell(signal === null ? `code ${code}` : `signal ${signal}`));
      },
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
