import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licences } from './resources/scripts/licences.mjs';

/** Loaded at run time: native modules, and the Electron runtime's own module. */
const external = ['electron', 'odbc', 'better-sqlite3', ...builtinModules, ...builtinModules.map((m) => `node:${m}`)];

/** One Node bundle: an ES module for main and headless; sandboxed preloads must be a single CommonJS file. */
function nodeBundle(name: string, entry: string, format: 'es' | 'cjs') {
  return {
    consumer: 'server' as const,
    resolve: { noExternal: true as const, external },
    build: {
      outDir: `../dist/${name}`,
      emptyOutDir: true,
      ssr: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { [name]: entry },
        external,
        output: {
          format,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          codeSplitting: format === 'es',
        },
      },
    },
  };
}

/** Nothing of ours remembers anything in a module, so that the files of these share one process: half the time is loading. */
const together = ['unit', 'contracts', 'statements', 'architecture'];
/** Each file of these has a process of its own: it may hold a driver, be ended or measured, or put another store in the tests' place. */
const apart = ['integration', 'simulation', 'adversarial'];
const startsPrograms = ['integration', 'adversarial'];

export default defineConfig({
  root: 'renderer',
  plugins: [react(), licences()],
  // Every script and style carries this placeholder; the host that serves the page puts a fresh nonce in its place.
  html: { cspNonce: 'PLUMBLINE_NONCE' },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) await builder.build(environment);
    },
  },
  environments: {
    client: {
      build: { outDir: '../dist/renderer', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 1500 },
    },
    main: nodeBundle('main', 'electron/main.ts', 'es'),
    preload: nodeBundle('preload', 'electron/preload.ts', 'cjs'),
    headless: nodeBundle('headless', 'electron/headless.ts', 'es'),
    worker: nodeBundle('worker', 'electron/worker.ts', 'es'),
    copyThread: nodeBundle('copyThread', 'electron/copyThread.ts', 'es'),
  },
  test: {
    root: '.',
    // Every core: by itself Vitest leaves one to the watcher of files, which is not used.
    maxWorkers: '100%',
    projects: [...together, ...apart].map((name) => ({
      test: {
        name,
        root: '.',
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        environment: 'node',
        testTimeout: 30_000,
        isolate: apart.includes(name),
        globalSetup: startsPrograms.includes(name) ? ['tests/bundlePrograms.ts'] : [],
      },
    })),
  },
});
