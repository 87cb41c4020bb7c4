import { readFile } from 'node:fs/promises';
import { expect, test } from './app.ts';
import { serious } from './axe.ts';
import { zipEntry } from './files.ts';
import { ask, toast } from './steps.ts';

test('a package for support is shown file by file, and what is saved is what was shown', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await app.go('#/settings/diagnostics');
  const section = page.getByRole('region', { name: 'Package for support' });
  await section.getByRole('button', { name: 'Pack for support' }).click();
  const files = section.getByRole('table', { name: 'What would be sent' });
  await expect(files.getByRole('row', { name: /checks\.txt/ })).toContainText('The self-checks of every company');
  await expect(section.getByRole('list', { name: 'Left out' })).toContainText('Passwords, keys and tokens');
  await files.getByRole('button', { name: 'Show checks.txt' }).click();
  const preview = section.getByRole('region', { name: 'Content of checks.txt' });
  await expect(preview).toContainText('Plumbline runs');
  expect(await serious(app)).toEqual([]);
  const download = page.waitForEvent('download');
  await section.getByRole('button', { name: /^Save plumbline-support-.*\.zip/ }).click();
  const file = await download;
  await expect(toast(app, 'The package is saved.')).toBeVisible();
  const bytes = await readFile(await file.path());
  expect(zipEntry(bytes, 'checks.txt')).toBe(await preview.textContent());
  expect(zipEntry(bytes, 'logs/plumbline.log')).toContain('sync.run');
});

test('the log can be made to tell everything for a while, and says until when', async ({ app }) => {
  const { page } = app;
  await app.go('#/settings/diagnostics');
  const log = page.getByRole('region', { name: 'Log' });
  await log.getByRole('combobox', { name: 'What it tells' }).selectOption('debug');
  await expect(log).toContainText('or until Plumbline ends');
  await log.getByRole('combobox', { name: 'What it tells' }).selectOption('info');
  await expect(log).toContainText('It never holds secrets');
});
