import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { version } from '../package.json' with { type: 'json' };

/*
 * What tests start as processes of their own, bundled anew for each run of a suite: from the sources, every start would load two hundred
 * files, for a third of a second and a whole core. Laid out as an installation, for the programs find their parts by it.
 */
const root = join(import.meta.dirname, '..');

const programs = {
  'dist/headless/headless': 'electron/headless.ts',
  'dist/worker/worker': 'electron/worker.ts',
  'dist/copyThread/copyThread': 'electron/copyThread.ts',
  'tests/killed': 'tests/adversarial/kill/child.ts',
  'tests/backupChild': 'tests/integration/backupChild.ts',
  'tests/storeChild': 'tests/integration/storeChild.ts',
  'tests/lockChild': 'tests/integration/lockChild.ts',
} as const;

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where each of them is, by the path of its source. */
    readonly programs: Readonly<Record<(typeof programs)[keyof typeof programs], string>>;
  }
}

const made = new Set<string>();

/** Vitest calls it once before the files of a project, and `teardown` after them. */
export async function setup(project: TestProject): Promise<void> {
  const folder = join(root, '.cache', 'programs', `${project.name}-${process.pid}`);
  made.add(folder);
  const input = Object.fromEntries(Object.entries(programs).map(([name, source]) => [name, join(root, source)]));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['odbc', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: 'dist/chunks/[name]-[hash].js' },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'plumbline', version, type: 'module' }));
  const files = Object.entries(programs).map(([name, source]) => [source, join(folder, `${name}.js`)] as const);
  project.provide('programs', Object.fromEntries(files) as never);
}

export function teardown(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
}
