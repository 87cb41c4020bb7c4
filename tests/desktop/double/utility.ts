import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Surface } from './surface.ts';

/** Utility processes: Node's own child processes, with Electron's port to their parent in them. */
export const utilityProcess = {
  fork: (file: string, words: string[] = [], { env, stdio, execArgv = [], cwd }: Electron.ForkOptions = {}) => {
    const [, out = 'inherit', error = 'inherit'] = Array.isArray(stdio) ? (stdio as ('pipe' | 'ignore')[]) : [];
    const child = fork(file, words, {
      env: env as NodeJS.ProcessEnv,
      cwd,
      execArgv: [...execArgv, '--import', new URL('./parentPort.ts', import.meta.url).href],
      stdio: ['ignore', out, error, 'ipc'],
      serialization: 'advanced',
    });
    const process = Object.assign(new EventEmitter(), {
      get pid() {
        return child.exitCode === null && child.signalCode === null ? child.pid : undefined;
      },
      stdout: child.stdout,
      stderr: child.stderr,
      postMessage: (message) => void (child.connected && child.send(message)),
      kill: () => child.kill(),
    } satisfies Surface<Electron.UtilityProcess>);
    child.on('spawn', () => process.emit('spawn'));
    child.on('message', (message) => process.emit('message', message));
    child.on('exit', (code) => process.emit('exit', code ?? 1));
    return process as unknown as Electron.UtilityProcess;
  },
} satisfies Partial<typeof Electron.utilityProcess>;
