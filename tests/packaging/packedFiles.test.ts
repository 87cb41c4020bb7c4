import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { join, matchesGlob, sep } from 'node:path';
import { extractAll, getRawHeader, listPackage } from '@electron/asar';
import { describe, expect, inject, it } from 'vitest';
import { succeedingRun } from './programs.ts';
import { root } from './project.ts';
import { tempFolder } from './tempFolder.ts';

const { folder, isRealElectron } = inject('packed');
const archive = join(folder, 'resources', 'app.asar');
const slashed = (path: string) => path.split(sep).join('/');

/** What a folder holds, as paths with `/`. */
function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .map(slashed);
}

type Node = { readonly files?: Readonly<Record<string, Node>>; readonly unpacked?: boolean };

function node(path: string): Node {
  const header = getRawHeader(archive).header as unknown as Node;
  return path.split('/').reduce<Node>((at, name) => at.files?.[name] ?? {}, header);
}

const inArchive = listPackage(archive, { isPack: false })
  .map((path) => slashed(path).slice(1))
  .filter((path) => node(path).files === undefined);
const outside = filesBelow(folder);
const all = [...outside, ...inArchive.map((path) => `app.asar/${path}`)];
const patterns = readFileSync(join(import.meta.dirname, 'packedFiles.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
/** A copy of what the archive holds, for the running test. */
function extracted(): string {
  const copy = join(tempFolder(), 'app');
  extractAll(archive, copy);
  return copy;
}

/** Files that a real Electron brings along; the stand-in has only those that are listed. */
const electronsOwn = isRealElectron
  ? new Set(filesBelow(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(root, 'node_modules/electron/dist')))
  : new Set<string>();

describe('the packed application', () => {
  it('holds no file that the list of packed files does not name', () => {
    const unknown = all.filter((file) => !electronsOwn.has(file) && !patterns.some((one) => matchesGlob(file, one)));
    expect(unknown).toEqual([]);
  });

  it('holds something for every line of that list', () => {
    expect(patterns.filter((one) => !all.some((file) => matchesGlob(file, one)))).toEqual([]);
  });

  it('holds no sources, tests, maps, notes of development or files that look like secrets', () => {
    const unwanted =
      /\.(ts|tsx|mts|map|c|cpp|h|gyp|pdb|pem|pfx|p12|key|env)$|(^|\/)(tests?|__tests__|\.env|\.git|tsconfig)[^/]*(\/|$)/i;
    expect(all.filter((file) => unwanted.test(file))).toEqual([]);
  });

  it('has every native module outside the archive, for Windows alone', () => {
    const native = inArchive.filter((path) => path.endsWith('.node'));
    expect(native.sort()).toEqual([
      'node_modules/better-sqlite3/prebuilds/win32-x64.node',
      'node_modules/odbc/lib/bindings/napi-v8/odbc.node',
    ]);
    for (const path of native) {
      expect(node(path).unpacked, path).toBe(true);
      expect(existsSync(join(`${archive}.unpacked`, path)), path).toBe(true);
    }
    const sqlite = readFileSync(join(`${archive}.unpacked`, native.find((path) => path.includes('sqlite')) ?? ''));
    expect(sqlite.subarray(0, 2).toString()).toBe('MZ');
  });

  it('leaves nothing but native modules outside the archive', () => {
    expect(filesBelow(`${archive}.unpacked`).filter((path) => !path.endsWith('.node'))).toEqual([]);
  });

  it('loads the ODBC binding from what was packed of it', () => {
    const copy = extracted();
    const said = succeedingRun(
      process.execPath,
      ['-e', "console.log(typeof require('odbc').connect, require.resolve('odbc'))"],
      copy,
    );
    expect(said.trim()).toBe(`function ${join(copy, 'node_modules', 'odbc', 'lib', 'odbc.js')}`);
  });

  it('looks through a copy of its data from a thread of its own, found beside the bundle', () => {
    const copy = extracted();
    const prebuild = `${process.platform}-${process.arch}.node`;
    cpSync(
      join(root, 'node_modules/better-sqlite3/prebuilds', prebuild),
      join(copy, 'node_modules/better-sqlite3/prebuilds', prebuild),
    );
    const said = succeedingRun(
      process.execPath,
      [
        '-e',
        `const Sqlite = require('better-sqlite3');
         const made = new Sqlite('copy.db');
         made.exec("PRAGMA journal_mode = WAL; CREATE TABLE notes (company TEXT); INSERT INTO notes VALUES ('acme')");
         made.close();
         const { Worker } = require('node:worker_threads');
         new Worker('./dist/copyThread/copyThread.js', { workerData: { file: 'copy.db', company: 'acme', finish: true } })
           .once('message', ({ verdict, holdsOthers }) => console.log(verdict, holdsOthers));`,
      ],
      copy,
    );
    expect(said.trim()).toBe('ok false');
    const main = inArchive.filter((path) => /^dist\/main\/.*\.js$/.test(path));
    expect(main.some((path) => readFileSync(join(copy, path), 'utf8').includes('copyThread/copyThread.js'))).toBe(true);
  });

  it('asks for no module that was not packed', () => {
    const copy = extracted();
    const bundles = inArchive.filter((path) => /^dist\/(main|preload|worker|copyThread)\/.*\.c?js$/.test(path));
    const asked = bundles.flatMap((path) =>
      [
        ...readFileSync(join(copy, path), 'utf8').matchAll(
          /^import\b[^'"\n]*["']([^'"\n]+)["'];|\bimport\("([^"\n]+)"\)/gm,
        ),
      ].map(([, first, second]) => first ?? second ?? ''),
    );
    const modules = new Set(asked.filter((name) => !name.startsWith('.') && !isBuiltin(name) && name !== 'electron'));
    expect([...modules].sort()).toEqual(['better-sqlite3', 'odbc']);
    const found = createRequire(join(copy, 'package.json'));
    for (const name of modules) expect(found.resolve(name).startsWith(copy), name).toBe(true);
  });

  it('carries the licences of what was bundled, and of every module beside it', () => {
    const copy = extracted();
    const named = (bundle: string) => {
      const text = readFileSync(join(copy, 'dist', bundle, 'licences.txt'), 'utf8');
      return [...text.matchAll(/^── (\S+) [\d.]+ \(\S+\)\n\n(?=[\s\S]{0,300}Copyright)/gm)].map(([, name]) => name);
    };
    expect(named('renderer')).toEqual(
      expect.arrayContaining(['react', 'react-dom', '@fluentui/react-button', 'zustand']),
    );
    expect(named('main')).toContain('zod');
    expect(named('worker')).toContain('zod');
    const modules = inArchive.filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path));
    const bare = modules
      .map((path) => path.replace(/package\.json$/, ''))
      .filter(
        (folder) =>
          !inArchive.some((path) => path.startsWith(folder) && /^licen[cs]e/i.test(path.slice(folder.length))),
      );
    expect(bare).toEqual([]);
  });

  it('says the name and version by which the application finds its folder, and no scripts or development tools', () => {
    const copy = extracted();
    const packed = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'));
    const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(packed).toMatchObject({ name: 'plumbline', version: own.version, main: own.main, type: 'module' });
    expect(Object.keys(packed)).not.toContain('devDependencies');
    expect(Object.keys(packed)).not.toContain('scripts');
    expect(existsSync(join(copy, packed.main))).toBe(true);
  });

  it('carries the digest of the archive in the program, which refuses a changed one', () => {
    const program = readFileSync(join(folder, 'Plumbline.exe')).toString('latin1');
    const entry = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/i.exec(program);
    expect(entry?.[1]).toBe(headerDigest());
  });
});

/** What Electron compares: SHA-256 of the archive's header. */
function headerDigest(): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
}
