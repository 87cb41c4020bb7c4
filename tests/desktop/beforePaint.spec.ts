import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from './desktop.ts';
import { root } from './root.ts';

/** Bytes of a bundle and of every chunk that comes with it at once. */
function bytesOf(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const chunks = [...readFileSync(file, 'utf8').matchAll(/^import[^(].*?["'](\.[^"']+)["'];?$/gm)].map(
    ([, path = '']) => path,
  );
  return chunks.reduce((sum, path) => sum + bytesOf(join(dirname(file), path), seen), statSync(file).size);
}

test('what main loads before the first picture is at most 300 kB', () => {
  expect(bytesOf(join(root, 'dist', 'main', 'main.js'))).toBeLessThanOrEqual(300 * 1024);
});

test('main loads no native module before the first picture, and the store’s after it', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expect.poll(() => desktop.inMain(() => witness.natives.join())).toMatch(/better.sqlite3/);
  expect(await desktop.inMain(() => witness.nativesAtFirstPaint)).toEqual([]);
  expect(await desktop.inMain(() => witness.natives.filter((file) => file.includes('odbc')))).toEqual([]);
});
