import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure.mjs';

/** Electron's own program, where it is installed; else null. ELECTRON_OVERRIDE_DIST_PATH names the folder of one that is elsewhere. */
export function electronProgram() {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere !== undefined) return elsewhere;
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(folder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(program) ? program : null;
}
