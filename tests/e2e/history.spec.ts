import { expect, test } from './app.ts';
import { csvRows, exported } from './files.ts';
import { ask, mapJobs, openDetail, pushCor } from './steps.ts';

test('History is narrowed by kind, text, job and person, and shows before and after', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402', '2411');
  await pushCor(app, /Add medical gas outlets/);
  await ask(app, 'imported.reject', { jobs: ['2414'], reason: 'Warranty work only' });
  await app.go('#/history');
  await expect(page.getByText('6 entries', { exact: true })).toBeVisible();

  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Mapped', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('2 entries', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Job' }).fill('2411');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  await page.getByRole('row', { name: /mapped project Bäckerei Zoë & Müller Shop 5″ Main/ }).click();
  const entry = page.getByRole('dialog');
  await expect(entry).toContainText('Dana Reyes');
  await expect(entry.getByRole('row', { name: /^Status map, in review – 3/ })).toBeVisible();
  await entry.getByRole('button', { name: 'Close' }).click();

  await app.go('#/history');
  await page.getByRole('searchbox', { name: 'Search record or text' }).fill('warranty');
  await expect(page.getByText('1 entry', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Dana Reyes rejected job 2414: Warranty work only/ })).toBeVisible();
  await app.go('#/history?by=Nobody');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
});

test('the whole life of a COR is told from its beginning, on both sides, and exported', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, /Add medical gas outlets/);
  app.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '20000.00' });
  await app.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
  await ask(app, 'sync.now', { side: 'clearstory' });
  await ask(app, 'sync.now', { side: 'sage' });
  await ask(app, 'cors.acceptSage', { corId: cor.id, fields: ['header.reason'] });
  const detail = await openDetail(app, cor);
  await detail.getByRole('link', { name: 'Its whole life' }).click();
  await expect(page.getByText('The whole life of COR 1, on both sides, from its beginning.')).toBeVisible();
  await expect(page.getByRole('row')).toContainText([
    'When',
    'Approved',
    'Written to Sage',
    'Changed in Clearstory',
    'Changed in Sage',
    'Sage accepted',
  ]);
  const { name, bytes } = await exported(page, 'CSV');
  expect(name).toMatch(/^History \d{4}-\d{2}-\d{2}\.csv$/);
  const [titles = [], ...rows] = csvRows(bytes);
  expect(titles).toContain('What happened');
  expect(rows).toHaveLength(5);
  expect(rows.map((row) => row[titles.indexOf('In Sage')])).toContain('9');
});
