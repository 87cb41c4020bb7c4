import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Part of the build: beside each bundle a `licences.txt` with the licence of every package of others that went into it. Their terms ask
 * for that, and a bundler leaves them out.
 */
export function licences() {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      const folders = [...new Set(modules.map(packageFolder))].filter((folder) => folder !== null).sort();
      if (folders.length === 0) return;
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: folders.map(licenceOf).join('\n\n') });
    },
  };
}

/** The folder of the package that a module is from; null for our own. */
function packageFolder(module) {
  return /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1] ?? null;
}

/** Name, version and licence. Throws for a package that says nothing of a licence: whoever adds it has to look. */
function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  if (file === undefined && typeof license !== 'string') throw new Error(`${name} ${version} has no licence.`);
  const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `── ${name} ${version} (${license ?? 'see below'})${text}`;
}
