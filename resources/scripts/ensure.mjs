import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What the scripts beside this file share. Plain JavaScript for the machine's own Node (20 or newer): it runs before anything is
 * installed. Whatever it starts speaks on standard error, so that standard output stays the caller's.
 */

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const bin = join(root, 'node_modules', '.bin');
const isWindows = process.platform === 'win32';

/** The Node that comes with the project, whatever the machine's own is. */
export const projectNode = isWindows
  ? join(root, 'node_modules', 'node', 'bin', 'node.exe')
  : join(root, 'node_modules', 'node', 'bin', 'node');

/** The environment in which programs of the project find that Node and each other first. */
export function projectEnvironment() {
  const path = [dirname(projectNode), bin, process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * Runs a program in the project's folder. Resolves with its exit code (1 when a signal ended it or it could not be started).
 * `stdout`: where its standard output goes, standard error unless 'inherit' is given.
 */
export function run(program, words, { stdout = 2, env = projectEnvironment(), shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, env, shell, stdio: ['inherit', stdout, 'inherit'] });
    // Ctrl+C reaches the child too; this process waits for its exit code. A service manager's signal reaches only this one.
    const pass = (signal) => child.kill(signal);
    const ignore = () => {};
    process.on('SIGTERM', pass);
    process.on('SIGHUP', pass);
    process.on('SIGINT', ignore);
    const finish = (code) => {
      process.off('SIGTERM', pass);
      process.off('SIGHUP', pass);
      process.off('SIGINT', ignore);
      resolve(code);
    };
    child.once('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}

/** Runs a JavaScript tool of node_modules with the project's Node. `file`: its path below node_modules. */
export function runTool(file, words, options) {
  return run(projectNode, [join(root, 'node_modules', ...file.split('/')), ...words], options);
}

/** Installs what package-lock.json names, unless that was done since it last changed. Resolves with an exit code. */
export async function ensureInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  const isFresh = existsSync(projectNode) && modified(marker) >= modified(join(root, 'package-lock.json'));
  if (isFresh) return 0;
  process.stderr.write('Installing what Plumbline needs (npm ci) …\n');
  // npm is a script with a shell wrapper on Windows.
  return run('npm', ['ci', '--no-audit', '--no-fund'], { env: process.env, shell: isWindows });
}

/** The binding compiles only where unixODBC's headers are; they may have come after the other packages. Resolves with an exit code. */
export async function ensureOdbcBinding() {
  const built = () => existsSync(join(root, 'node_modules', 'odbc', 'lib', 'bindings'));
  if (built()) return 0;
  console.error('Compiling the ODBC binding …');
  const present = existsSync(join(root, 'node_modules', 'odbc'));
  const code = await run('npm', present ? ['rebuild', 'odbc'] : ['ci', '--no-audit', '--no-fund'], {
    env: process.env,
  });
  if (code === 0 && built()) return 0;
  console.error('The ODBC binding could not be compiled: it needs a C++ compiler, make, python3 and unixodbc-dev.');
  return 1;
}

/** The screens hold the help; the build itself has a script of its own. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'resources/help',
  'resources/scripts/licences.mjs',
  'vite.config.ts',
  'package.json',
];
const bundles = [
  'renderer/index.html',
  'main/main.js',
  'preload/preload.cjs',
  'headless/headless.js',
  'worker/worker.js',
  'copyThread/copyThread.js',
];

/** Builds unless dist is newer than everything it is made from. Resolves with an exit code. */
export async function ensureBuilt() {
  const built = Math.min(...bundles.map((file) => modified(join(root, 'dist', ...file.split('/')))));
  const changed = Math.max(
    ...sources.map((name) => newest(join(root, name))),
    modified(join(root, 'package-lock.json')),
  );
  if (built > changed) return 0;
  process.stderr.write('Building Plumbline …\n');
  return runTool('vite/bin/vite.js', ['build', '--app', '--logLevel', 'warn']);
}

/** When a file last changed, in ms; 0 when it is not there. */
function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When anything under a path last changed; folders count, because removing a file changes only them. */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
