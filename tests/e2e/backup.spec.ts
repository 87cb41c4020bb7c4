import { expect, test } from './app.ts';
import { ask, corTitled, mapJobs, toast } from './steps.ts';

test('a person backs up, sees what a backup holds, and a restore asks for the company’s name first', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await app.go('#/settings/backup');
  await expect(page.getByText('Every push in Sage is known here')).toBeVisible();
  await page.getByRole('button', { name: 'Back up now' }).click();
  const rows = page.getByRole('grid', { name: 'Backups' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await rows.nth(1).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Nothing was pushed since.');
  await dialog.getByRole('textbox').fill('Cascade Ridge Builders');
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(toast(app, 'The backup was restored.')).toBeVisible();
  await ask(app, 'sync.now', { side: 'all' });
  const { restored } = await ask(app, 'proofs.list', {});
  expect(restored).toBeNull();
});

test('a push that the restored data does not know is shown by name and not pushed again', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await corTitled(app, /./);
  await app.inSage(
    "INSERT INTO plumbline_push_marker (operation_key, plan_hash, record, number, applied_at, person, installation, kind, business_key, subjects, title) VALUES ('lost', 'hash', '1001', '3', '2026-11-20T10:00:00.000Z', 'Ana Ortiz', 'elsewhere', 'changeOrder.create', 'job/2402', 'unknown-cor', 'COR 9 Skylights')",
  );
  await ask(app, 'sync.now', { side: 'sage' });
  await app.go('#/home');
  await expect(page.getByText('In Sage, not known here')).toBeVisible();
  await app.go('#/settings/backup');
  const item = page.getByRole('list', { name: 'In Sage, not known here' }).getByRole('listitem');
  await expect(item).toContainText('COR 9 Skylights');
  await expect(item).toContainText('by Ana Ortiz');
  await item.getByRole('button', { name: 'Leave it as it is' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox').fill('Of the other office');
  await dialog.getByRole('button', { name: 'Leave it' }).click();
  await expect(item).toContainText('Dana Reyes left it as it is: Of the other office.');
});
