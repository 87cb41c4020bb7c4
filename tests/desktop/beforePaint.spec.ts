import { join } from 'node:path';
import { bytesOf } from './bundle.ts';
import { expect, test } from './desktop.ts';
import { root } from './root.ts';

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
