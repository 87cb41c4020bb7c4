import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import arrows that the TypeScript projects cannot express, and the length budget. A broken rule names the file, the
 * import and the legal way.
 */
const root = normalize(join(import.meta.dirname, '../..'));
const folders = ['shared', 'electron', 'renderer', 'tests'];
const files = folders.flatMap((folder) => sourcesIn(join(root, folder))).map((file) => relative(root, file));

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'node_modules' ? [] : sourcesIn(path);
    return /\.(ts|tsx)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

type Import = { readonly file: string; readonly target: string; readonly typeOnly: boolean };

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const loaded = new Set(specifiersIn(text.replace(/^import type [^;]*;/gm, '')));
  return specifiersIn(text).map((specifier) => ({
    file,
    target: resolved(file, specifier),
    typeOnly: !loaded.has(specifier),
  }));
});

function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^'\s]+)'/g)].map((match) => match[1] ?? '');
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('#shared/')) return specifier.slice(1);
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier;
}

/** Every file that is loaded with this one, at once or later. Imports of types alone load nothing. */
function reachedFrom(entry: string): readonly string[] {
  const reached = new Set([entry]);
  for (const file of reached) {
    for (const edge of imports) if (edge.file === file && !edge.typeOnly) reached.add(edge.target);
  }
  return [...reached];
}

/** The first way round from a file back to itself that what is loaded at once takes; null: there is none. */
function circle(): readonly string[] | null {
  const targets = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const { target } of targets.get(file) ?? []) {
      const found = walk(target, [...way, file]);
      if (found !== null) return found;
    }
    done.add(file);
    return null;
  };
  for (const file of files) {
    const found = walk(file, []);
    if (found !== null) return found;
  }
  return null;
}

const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
const broken = (rule: (edge: Import) => boolean) =>
  imports.filter(rule).map(({ file, target }) => `${file} → ${target}`);

describe('imports', () => {
  it('lead nowhere back to where they came from', () => {
    expect(circle()).toBeNull();
  });

  it('keep the pure rules free of everything but themselves and zod', () => {
    expect(
      broken(
        ({ file, target }) => inside('shared/domain')(file) && !inside('shared/domain')(target) && target !== 'zod',
      ),
    ).toEqual([]);
  });

  it('let the screens see only the shared contract and themselves', () => {
    expect(broken(({ file, target }) => inside('renderer')(file) && /^(electron|tests)\//.test(target))).toEqual([]);
  });

  it('let no screen feature import another one', () => {
    const feature = (path: string) => /^renderer\/screens\/([^/]+)\//.exec(path)?.[1];
    expect(
      broken(({ file, target }) => {
        const [from, to] = [feature(file), feature(target)];
        return from !== undefined && to !== undefined && from !== to;
      }),
    ).toEqual([]);
  });

  it('keep use cases of the engine away from adapters, and adapters away from use cases and from each other', () => {
    const areas = ['sage', 'clouds', 'store', 'sandbox', 'desktop', 'web', 'cli'];
    const area = (path: string) => areas.find((name) => inside(`electron/${name}`)(path));
    const isUseCase = (path: string) => inside('electron/engine')(path) && !inside('electron/engine/ports')(path);
    expect(broken(({ file, target }) => inside('electron/engine')(file) && area(target) !== undefined)).toEqual([]);
    const adapters = new Set(['sage', 'clouds', 'store', 'sandbox']);
    expect(broken(({ file, target }) => adapters.has(area(file) ?? '') && isUseCase(target))).toEqual([]);
    const allowed = new Set(['sandbox → sage']);
    expect(
      broken(({ file, target }) => {
        const [from, to] = [area(file), area(target)];
        return adapters.has(from ?? '') && to !== undefined && from !== to && !allowed.has(`${from} → ${to}`);
      }),
    ).toEqual([]);
  });

  it('load each native module in one place only', () => {
    const importers = (name: string) =>
      [
        ...new Set(
          imports.filter(({ file, target }) => target === name && inside('electron')(file)).map(({ file }) => file),
        ),
      ].sort();
    expect(importers('odbc')).toEqual(['electron/sage/connection/odbc.ts']);
    expect(importers('better-sqlite3')).toEqual(['electron/sage/connection/sqlite.ts', 'electron/store/database.ts']);
    expect(importers('electron').filter((file) => !/^electron\/(desktop\/|main\.ts|preload\.ts)/.test(file))).toEqual(
      [],
    );
  });

  it('leave the internet to the one way out, which knows the office’s proxy and whom to trust', () => {
    const own = files.filter((file) => inside('electron')(file) && !/^electron\/(sandbox|web)\//.test(file));
    const naming = (pattern: RegExp) => own.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    const handedIn = naming(/\(\{[^}]*\bfetch\b[^}]*\}: /);
    const calling = naming(/(?<![\w.])fetch\(/).filter((file) => !handedIn.includes(file));
    expect(calling).toEqual(['electron/hosts/network/network.ts']);
    const clients = naming(/from 'node:(https|tls|dns\/promises|dns|http2)'|require\('https?'\)/);
    expect(clients.filter((file) => !inside('electron/hosts/network')(file))).toEqual([]);
    // Nothing ever waves a certificate through.
    expect(naming(/rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|ignore-certificate/)).toEqual([]);
  });

  it('keep the ODBC driver in the Sage worker: a driver that hangs or crashes takes nothing along', () => {
    const odbc = 'electron/sage/connection/odbc.ts';
    for (const host of ['electron/main.ts', 'electron/headless.ts']) {
      const reached = reachedFrom(host);
      expect(reached).toContain('electron/hosts/composition.ts');
      expect(reached).not.toContain(odbc);
    }
    const worker = reachedFrom('electron/worker.ts');
    expect(worker).toContain(odbc);
    // Its own data is the engine's alone.
    expect(worker.filter((file) => /^electron\/(store|engine\/(?!ports\/)|desktop|clouds)/.test(file))).toEqual([]);
    expect(worker).not.toContain('electron/sage/connection/sqlite.ts');
  });
});

describe('files', () => {
  const lengths = files.map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }));
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);

  it('stay short enough to be read in one go', () => {
    expect(lengths.filter(({ lines }) => lines > 350)).toEqual([]);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(90);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(250);
  });

  it('never make code or markup of text, nor give the system an address to open outside the one list', () => {
    const made =
      /dangerouslySetInnerHTML|\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\b|\bvm\b'/;
    const shipped = files.filter((file) => !inside('tests')(file));
    const holding = (pattern: RegExp) => shipped.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
    expect(holding(made)).toEqual([]);
    expect(holding(/openExternal|openPath/).filter((file) => !inside('electron/desktop')(file))).toEqual([]);
  });

  it('keep clock, chance and floating point out of the pure rules', () => {
    const pattern = /Math\.random|Date\.now|new Date\(\)|parseFloat/;
    expect(
      files.filter((file) => inside('shared/domain')(file) && pattern.test(readFileSync(join(root, file), 'utf8'))),
    ).toEqual([]);
  });
});
