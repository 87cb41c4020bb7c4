import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Compiles the drivers of this folder with the system's C compiler, once for each state of their sources; what is built stays in
 * `.cache`. Safe to call from several test files at once.
 */
const here = import.meta.dirname;
const built = join(here, '..', '..', '.cache', 'mockDriver');

const flags = ['-std=gnu11', '-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-pthread', '-Wl,-Bsymbolic'];

/** The scripted driver; its keys and its script are explained in mock.h. Answers the path for `Driver=`. */
export function mockDriver(): string {
  return compiled('mockDriver', globSync('*.c', { cwd: here }).sort(), ['mock.h'], []);
}

/** The SQLite driver whose commits end in doubt (doubtful/doubtfulDriver.c). Answers the path for `Driver=`. */
export function doubtfulDriver(): string {
  const [beneath] = globSync('/usr/lib{64,}/{*/,}{odbc/,}libsqlite3odbc.so');
  if (beneath === undefined) throw new Error('The SQLite ODBC driver is not installed (Debian: libsqliteodbc)');
  const link = [`-DBENEATH="${beneath}"`, '-Wl,--no-as-needed', beneath, `-Wl,-rpath,${dirname(beneath)}`];
  return compiled('doubtfulDriver', ['doubtful/doubtfulDriver.c'], [], link);
}

function compiled(name: string, sources: readonly string[], headers: readonly string[], link: readonly string[]) {
  const hash = createHash('sha256').update(JSON.stringify([flags, link]));
  for (const file of [...sources, ...headers]) hash.update(readFileSync(join(here, file)));
  const file = join(built, `${name}-${hash.digest('hex').slice(0, 16)}.so`);
  if (existsSync(file)) return file;
  mkdirSync(built, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  const done = spawnSync('cc', [...flags, '-o', unfinished, ...sources, ...link], { cwd: here, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${name} could not be compiled: ${done.stderr ?? done.error}`);
  renameSync(unfinished, file);
  return file;
}
