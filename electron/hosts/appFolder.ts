import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const packageSchema = z.object({ name: z.literal('plumbline'), version: z.string() });

/** Where Plumbline is installed, found from a module's own address: the nearest folder above with Plumbline's package.json. */
export function findApp(moduleUrl: string): { readonly folder: string; readonly version: string } {
  let folder = dirname(fileURLToPath(moduleUrl));
  for (;;) {
    const found = packageSchema.safeParse(readJson(join(folder, 'package.json')));
    if (found.success) return { folder, version: found.data.version };
    const above = dirname(folder);
    if (above === folder) throw new Error(`No package.json of Plumbline above ${moduleUrl}`);
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
