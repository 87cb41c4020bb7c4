import type { ReceivedRequest } from '../../electron/sandbox/clearstory/control.ts';
import { type App, expect, test } from './app.ts';
import { ask, toast } from './steps.ts';

const created = (app: App): readonly ReceivedRequest[] =>
  app.sandbox.control.writes().filter(({ method, path }) => method === 'POST' && path === '/projects');

async function openImported(app: App): Promise<void> {
  await ask(app, 'sync.now', { side: 'all' });
  await app.go('#/projects/imported');
}

test('a job created in Sage appears under Imported projects after the next pull', async ({ app }) => {
  const { page } = app;
  await openImported(app);
  await expect(page.getByRole('tab', { name: 'Imported projects (5)' })).toBeVisible();
  const [model] = await app.inSage('SELECT * FROM actrec WHERE recnum = 2413');
  const job = { ...model, recnum: 2420, _idnum: 'job-2420', jobnme: 'Tideflats Fire Pump', shtnme: 'Fire Pump' };
  const names = Object.keys(job);
  await app.inSage(
    `INSERT INTO actrec (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(job).map((value) => (value === null ? null : String(value))),
  );

  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync Sage 100 Contractor' }).click();
  await expect(toast(app, 'Sage read: 1 new or changed.')).toBeVisible();
  await page.getByRole('link', { name: 'Projects 6 imported, waiting for an answer' }).click();
  await page.getByRole('tab', { name: 'Imported projects (6)' }).click();
  await expect(page.getByRole('row', { name: /2420 Tideflats Fire Pump/ })).toContainText('742,500.00');
});

test('several jobs are accepted at once, with an edited number, and mapped', async ({ app }) => {
  const { page } = app;
  await openImported(app);
  await page.getByRole('checkbox', { name: /^Select job 2409/ }).check();
  await page.getByRole('checkbox', { name: /^Select job 2413/ }).check();
  await page.getByRole('button', { name: 'Accept 2' }).click();
  const panel = page.getByRole('dialog', { name: 'Accept 2 jobs' });
  const boilers = panel.getByRole('group', { name: 'Job 2413' });
  await expect(boilers.getByRole('combobox', { name: 'Customer' })).toHaveValue('Pierce County School District');
  await boilers.getByRole('textbox', { name: 'Job number' }).fill('2413-B');
  await boilers.getByRole('combobox', { name: 'Office' }).selectOption({ label: 'Spokane' });
  await boilers.getByRole('combobox', { name: 'Customer' }).click();
  await page.getByRole('option', { name: 'No customer', exact: true }).click();
  expect(created(app)).toEqual([]);
  await panel.getByRole('button', { name: 'Create 2 projects' }).click();

  await expect(toast(app, '2 projects are created and mapped.')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Imported projects (3)' })).toBeVisible();
  expect(created(app).map(({ body }) => body)).toMatchObject([
    { title: 'Harborview Lofts Building B', jobNumber: '2409', officeId: 11 },
    { title: 'Spanaway Middle School Boiler Replacement', jobNumber: '2413-B' },
  ]);
  await page.getByRole('tab', { name: 'Mapped (2)', exact: true }).click();
  const row = page.getByRole('row', { name: /Spanaway Middle School/ });
  await expect(row.getByRole('gridcell').nth(0)).toHaveText(/^2413-B/);
  await expect(row.getByRole('gridcell').nth(1)).toHaveText(/^2413 /);
});

test('a rejected job stays away with its reason until it is restored', async ({ app }) => {
  const { page } = app;
  await openImported(app);
  await page.getByRole('checkbox', { name: /^Select job 2414/ }).check();
  await page.getByRole('button', { name: 'Reject 1' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked.getByRole('button', { name: 'Reject' })).toBeDisabled();
  await asked.getByRole('textbox').fill('Warranty work only');
  await asked.getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByRole('tab', { name: 'Imported projects (4)' })).toBeVisible();
  await ask(app, 'sync.now', { side: 'all' });
  await expect(page.getByRole('row', { name: /2414/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Show rejected (1)' }).click();
  const row = page.getByRole('row', { name: /2414 Cedar Clinic Imaging Suite/ });
  await expect(row).toContainText('Warranty work only');
  await expect(row).toContainText('Dana Reyes');
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Restore/ }).click();
  await expect(page.getByRole('tab', { name: 'Imported projects (5)' })).toBeVisible();
  await page.getByRole('button', { name: 'Show waiting' }).click();
  await expect(page.getByRole('row', { name: /2414/ })).toBeVisible();
});

test('a crash between creating the project and mapping it makes no second project', async ({ app }) => {
  const { page } = app;
  await openImported(app);
  await page.getByRole('checkbox', { name: /^Select job 2409/ }).check();
  await page.getByRole('button', { name: 'Accept 1' }).click();
  const panel = page.getByRole('dialog', { name: 'Accept job 2409' });
  await expect(panel.getByRole('textbox', { name: 'Title' })).toHaveValue('Harborview Lofts Building B');
  // The answer to the create is lost, and every look-up after it takes long enough for the process to end meanwhile.
  app.sandbox.control.setFaults({ dropWrites: 1, latencyMs: 1_000 });
  await panel.getByRole('button', { name: 'Create project' }).click();
  await expect.poll(() => created(app).length).toBe(1);
  await app.crash();
  app.sandbox.control.setFaults({ latencyMs: 0 });
  await app.start();

  await expect(page.getByRole('tab', { name: 'Mapped (0)', exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: /^Select job 2409/ }).check();
  await page.getByRole('button', { name: 'Accept 1' }).click();
  await panel.getByRole('button', { name: 'Create project' }).click();
  await expect(page.getByRole('tab', { name: 'Mapped (1)', exact: true })).toBeVisible();
  expect(created(app)).toHaveLength(1);
  const projects = app.sandbox.control.snapshot().projects.filter(({ jobNumber }) => jobNumber === '2409');
  expect(projects).toHaveLength(1);
});
