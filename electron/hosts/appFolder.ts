import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type App = {
  readonly folder: string;
  readonly version: string;
  /** The Sage worker's module: of the build, or beside the entry when the sources are run as they are. */
  readonly workerFile: string;
};

/** Where Plumbline is installed, found from the address of its entry: the nearest folder above with Plumbline's package.json. */
export function findApp(entryUrl: string): App {
  const entry = fileURLToPath(entryUrl);
  let folder = dirname(entry);
  for (;;) {
    const version = readVersion(join(folder, 'package.json'));
    if (version !== null) {
      const built = join(folder, 'dist', 'worker', 'worker.js');
      const workerFile = entry.endsWith('.ts') ? join(dirname(entry), 'worker.ts') : built;
      return { folder, version, workerFile };
    }
    const above = dirname(folder);
    if (above === folder) throw new Error(`No package.json of Plumbline above ${entryUrl}`);
    folder = above;
  }
}

/** The version that Plumbline's package.json names; null: not there, or somebody else's. Read before the first picture, so without zod. */
function readVersion(file: string): string | null {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return name === 'plumbline' && typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}
