import type { Readable } from 'node:stream';
import type { ForkOptions } from 'electron';
import type { Environment } from '../hosts/secretNames.ts';
import { beginningOf } from '../hosts/workerHost.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';

/** What is used of Electron's utility processes. */
export type UtilityProcesses = {
  readonly fork: (file: string, words: string[], options: ForkOptions) => UtilityChild;
};
export type UtilityChild = {
  readonly pid: number | undefined;
  readonly stderr: NodeJS.ReadableStream | null;
  readonly postMessage: (message: string) => void;
  readonly kill: () => boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
};

/** Starts the Sage worker as one of Electron's utility processes. `file`: the worker's bundle. */
export function utilityWorker(processes: UtilityProcesses, file: string, environment: Environment): LaunchWorker {
  return () => {
    const child = processes.fork(file, [], {
      env: { ...environment },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe'],
      serviceName: 'Plumbline: Sage',
    });
    const said = beginningOf(child.stderr as Readable | null);
    let isEnded = false;
    child.once('exit', () => {
      isEnded = true;
    });
    return {
      pid: () => child.pid ?? null,
      send: (frame) => {
        if (!isEnded) child.postMessage(frame);
      },
      onFrame: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('exit', (code) => listener({ how: `code ${code}`, said: said() })),
      kill: () => {
        const { pid } = child;
        if (isEnded) return;
        if (pid === undefined) {
          child.kill();
          return;
        }
        // Its own `kill` asks politely (SIGTERM), which a driver that hangs does not hear.
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // It ended in this very moment.
        }
      },
    };
  };
}
