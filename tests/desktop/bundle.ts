import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Bytes of a bundle and of every chunk that comes with it at once. */
export function bytesOf(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const chunks = [...readFileSync(file, 'utf8').matchAll(/^import[^(].*?["'](\.[^"']+)["'];?$/gm)].map(
    ([, path = '']) => path,
  );
  return chunks.reduce((sum, path) => sum + bytesOf(join(dirname(file), path), seen), statSync(file).size);
}
