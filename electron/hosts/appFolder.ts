import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ name: z.literal('plumbline'), version: z.string() });

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
    const found = packageSchema.safeParse(readJson(join(folder, 'package.json')));
    if (found.success) {
      const built = join(folder, 'dist', 'worker', 'worker.js');
      const workerFile = entry.endsWith('.ts') ? join(dirname(entry), 'worker.ts') : built;
      return { folder, version: found.data.version, workerFile };
    }
    const above = dirname(folder);
    if (above === folder) throw new Error(`No package.json of Plumbline above ${entryUrl}`);
    folder = above;
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
