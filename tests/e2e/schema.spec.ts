import { expect, test } from './app.ts';
import { ask, draftOf, mapJobs } from './steps.ts';

const medicalGas = /Add medical gas outlets/;

test('tables that were changed stop writing, with the reason on Home and every difference in the settings', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas]);
  await app.inSage('ALTER TABLE prmchg RENAME COLUMN entdte TO entered_on');
  await ask(app, 'sync.now', { side: 'sage' });
  const reason = 'Change Order (6-4-1), Entered Date (prmchg.entdte) is not there';

  await app.go('#/home');
  const main = page.getByRole('main');
  await expect(main.getByText(reason)).toBeVisible();
  const mark = page.getByRole('note', { name: 'Cascade Ridge Builders, Sample company, Some writes held back' });
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText(reason);
  await page.keyboard.press('Escape');

  await app.go(`#/add/${id}/4`);
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(main.getByText(reason).first()).toBeVisible();
  expect(await app.inSage("SELECT chgnum FROM prmchg WHERE appamt = '18422.35'")).toEqual([]);

  await app.go('#/settings/sage');
  const differences = page.getByRole('list', { name: 'Differences from what is expected' });
  await expect(differences.getByRole('listitem').filter({ hasText: reason })).toContainText('Stops writing');

  await app.inSage('ALTER TABLE prmchg RENAME COLUMN entered_on TO entdte');
  await ask(app, 'sync.now', { side: 'sage' });
  await app.go('#/home');
  await expect(page.getByText(reason)).toHaveCount(0);
  await expect(page.getByText('Some writes held back')).toHaveCount(0);
  await app.go(`#/add/${id}/4`);
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(page.getByRole('heading', { name: 'Change order 9 is in Sage' })).toBeVisible();
});
