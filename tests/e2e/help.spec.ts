import { expect, test } from './app.ts';
import { seriousInBoth } from './axe.ts';
import { approve, draftOf, mapJobs } from './steps.ts';

test('F1 opens the help at what it says of the screen, with its pictures, and its links lead on', async ({ app }) => {
  const { page } = app;
  await app.go('#/queue');
  await expect(page.getByRole('heading', { level: 1, name: 'Queue' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', { name: 'Queue', level: 2 })).toBeFocused();
  for (const picture of await page.getByRole('article').getByRole('img').all()) {
    await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  }
  await page.getByRole('article').getByRole('link', { name: 'messages.md' }).last().click();
  await expect(page.getByRole('cell', { name: 'sage.login', exact: true })).toBeVisible();
});

test('a failure leads to the paragraph of its message', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [/Add medical gas outlets/]);
  const elsewhere = await app.saveInSage();
  await approve(app, id);
  await app.go(`#/queue?id=${id}`);
  await page.getByRole('dialog').getByRole('link', { name: 'What does this mean?' }).click();
  const row = page.getByRole('row', { name: /^sage\.locked/ });
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await elsewhere.end();
});

test('the help is searched for words as they stand on the screen, and what is found is opened', async ({ app }) => {
  const { page } = app;
  await app.go('#/help');
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('server refused login');
  await page
    .getByRole('list', { name: 'Found in the help' })
    .getByRole('link', { name: /^Messages/ })
    .first()
    .click();
  await expect(page.getByRole('row', { name: /^sage\.login/ }).first()).toBeFocused();
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('zeppelin');
  await expect(page.getByText('Nothing was found')).toBeVisible();
});

test('axe finds nothing serious in the help, in light and in dark', async ({ app }) => {
  for (const place of ['accountant', 'messages/sage.login']) {
    await app.go(`#/help/${place}`);
    await expect(app.page.getByRole('article')).toBeVisible();
    expect.soft(await seriousInBoth(app.page), place).toEqual([]);
  }
});
