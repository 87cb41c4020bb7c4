import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from '@playwright/test';
import type { Computer, Launcher } from './driver.ts';
import { ran } from './ran.ts';
import { root } from './root.ts';

const witness = join(root, 'tests', 'desktop', 'witness.cjs');

/** Runs the application in Electron through Playwright. */
export function createElectronLauncher(): Launcher {
  return {
    kind: 'electron',
    launch: async ({ home, userData, words = [], environment = {}, computer }) => {
      const application = await _electron.launch({
        ...(computer === undefined ? {} : { executablePath: startedIn(computer, userData) }),
        args: ['-r', witness, root, `--user-data-dir=${userData}`, '--home', home, ...words],
        env: { ...(process.env as Record<string, string>), ...environment },
        // Where another computer is made, whoever starts it passes for root.
        chromiumSandbox: computer === undefined && process.getuid?.() !== 0,
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
    run: (userData, words) => ran(electron(), [`--user-data-dir=${userData}`, root, ...words], {}),
    close: async () => undefined,
  };
}

function electron(): string {
  return createRequire(import.meta.url)('electron') as string;
}

/** Playwright puts words of its own right behind the program, so that the program is one that starts Electron on that computer. */
function startedIn(computer: Computer, userData: string): string {
  const { program, words } = computer.around({ program: electron(), words: [] });
  const file = `${userData}.start.sh`;
  mkdirSync(dirname(file), { recursive: true });
  const quoted = [program, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  writeFileSync(file, `#!/bin/sh\nexec ${quoted.join(' ')} "$@"\n`, { mode: 0o755 });
  return file;
}
