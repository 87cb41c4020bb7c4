import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from '@playwright/test';
import type { Computer, Launch, Launcher } from './driver.ts';
import { ran } from './ran.ts';
import { root } from './root.ts';

const witness = join(root, 'tests', 'desktop', 'witness.cjs');

/** As root Chromium runs only without its own sandbox. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

function wordsOf({ home, userData, words = [] }: Launch): readonly string[] {
  return ['-r', witness, root, `--user-data-dir=${userData}`, '--home', home, ...words];
}

/** Runs the application in Electron through Playwright. */
export function createElectronLauncher(): Launcher {
  return {
    kind: 'electron',
    launch: async ({ home, userData, words = [], environment = {}, computer }) => {
      const application = await _electron.launch({
        ...(computer === undefined ? {} : { executablePath: startedIn(computer, userData) }),
        args: [...wordsOf({ home, userData, words })],
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
    toEnd: ({ computer, environment = {}, ...launch }) => {
      const command = { program: electron(), words: [...asRoot, ...wordsOf(launch)] };
      const { program, words } = computer?.around(command) ?? command;
      return ran(program, words, environment);
    },
    run: (userData, words) => ran(electron(), [...asRoot, `--user-data-dir=${userData}`, root, ...words], {}),
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
