import { createRequire } from 'node:module';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import type { Launcher } from './driver.ts';
import { ran } from './ran.ts';
import { root } from './root.ts';

const witness = join(root, 'tests', 'desktop', 'witness.cjs');

/** Runs the application in Electron through Playwright. */
export function createElectronLauncher(): Launcher {
  return {
    kind: 'electron',
    launch: async ({ home, userData, words = [], environment = {} }) => {
      const application = await _electron.launch({
        args: ['-r', witness, root, `--user-data-dir=${userData}`, '--home', home, ...words],
        env: { ...(process.env as Record<string, string>), ...environment },
        chromiumSandbox: process.getuid?.() !== 0,
      });
      const child = application.process();
      const said: string[] = [];
      child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
      const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
      return {
        page: () => application.firstWindow(),
        pages: async () => application.windows(),
        inMain: (run, argument) => application.evaluate(run as never, argument) as never,
        kill: async () => {
          child.kill('SIGKILL');
          await ended;
        },
        ended,
        isRunning: () => child.exitCode === null && child.signalCode === null,
        said: () => said.join(''),
      };
    },
    run: (userData, words) => {
      const program = createRequire(import.meta.url)('electron') as string;
      return ran(program, [`--user-data-dir=${userData}`, root, ...words], {});
    },
    close: async () => undefined,
  };
}
