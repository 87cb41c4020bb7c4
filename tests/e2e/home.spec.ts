import { expect, test } from './app.ts';
import { ask, mapJobs, pushCor, toast } from './steps.ts';

test('Home leads from the first step to the last, and then says that all is in step', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A few steps are left until the first change order.',
  );
  // Both sides were read when Plumbline started, without anybody's asking.
  await expect(page.getByRole('heading', { name: 'Set up: 2 of 4 steps left' })).toBeVisible();
  await page.getByRole('link', { name: 'Map your first project to a Sage job.' }).click();
  await expect(page).toHaveURL(/#\/first-run\/map/);
  await mapJobs(app, '2402');
  await pushCor(app, /Add medical gas outlets/);
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^In step\. Last checked just now\.$/);
  await expect(page.getByRole('link', { name: /^1\s*In step$/ })).toBeVisible();
});

test('Sync now reads both sides and writes what waits, and the strip tells of each run', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  const clearstory = page.getByRole('region', { name: 'Clearstory', exact: true });
  await expect(clearstory).toContainText('In contact');
  await expect(clearstory.getByRole('img')).toHaveAccessibleName(
    /^Runs of Clearstory in the last 24 hours: \d+ went well\.$/,
  );
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(
    toast(app, 'Sage read: nothing new. Clearstory read: nothing new. Nothing was waiting to be written.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'List the runs of Sage 100 Contractor' }).click();
  const runs = page.getByRole('table', { name: 'Runs of Sage 100 Contractor in the last 24 hours' });
  await expect(runs.getByRole('row').nth(1)).toContainText(/Went well\s*Sage read: nothing new\./);
});

test('a pause has an end, is told everywhere, and can be ended', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('menuitem', { name: 'For 1 hour' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Paused: nothing is read or written by itself. What you approve is written at once.',
  );
  for (const name of ['Sage 100 Contractor', 'Clearstory', 'Into Sage']) {
    const side = page.getByRole('region', { name, exact: true });
    await expect(side).toContainText('Paused');
    await expect(side).toContainText(/in (59 minutes|1 hour)/);
  }
  const { pausedUntil } = await ask(app, 'home.status', {});
  await app.crash();
  await app.start();
  expect((await ask(app, 'home.status', {})).pausedUntil).toBe(pausedUntil);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Clearstory', exact: true })).toContainText('In contact');
  expect((await ask(app, 'home.status', {})).pausedUntil).toBeNull();
});

test('the intervals of both timers are set in Settings, within reason', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await app.go('#/settings/schedules');
  const pushes = page.getByRole('textbox', { name: 'Approved change orders into Sage, every' });
  const reads = page.getByRole('textbox', { name: 'Sage, Clearstory and Procore read anew, every' });
  await expect(pushes).toHaveValue('5');
  await expect(reads).toHaveValue('30');
  await pushes.fill('0');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('“0” is not a whole number from 1 to 1440.')).toBeVisible();
  await pushes.fill('2');
  await reads.fill('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toast(app, 'The schedules are saved.')).toBeVisible();
  await app.crash();
  await app.start();
  await expect(reads).toHaveValue('10');
  // A shorter interval counts from now on, not only after the longer one has passed.
  await app.go('#/home');
  await expect(page.getByRole('region', { name: 'Clearstory', exact: true })).toContainText(/in (9|10) minutes/);
  await expect(page.getByRole('region', { name: 'Into Sage', exact: true })).toContainText(/in (1 minute|2 minutes)/);
});

test('a side that does not answer is said in the first sentence, and so is its return', async ({ app }) => {
  const { page, sandbox } = app;
  await mapJobs(app, '2402');
  await pushCor(app, /Add medical gas outlets/);
  await app.go('#/home');
  sandbox.control.setFaults({ keyRevoked: true });
  await page.getByRole('button', { name: 'Sync Clearstory' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Clearstory has not answered since/);
  const clearstory = page.getByRole('region', { name: 'Clearstory', exact: true });
  await expect(clearstory).toContainText('Clearstory refused the API key.');
  await expect(page.getByRole('contentinfo')).toContainText('No contact');
  sandbox.control.setFaults({ keyRevoked: false });
  await page.getByRole('button', { name: 'Sync Clearstory' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^In step/);

  const back = app.takeSageAway();
  await page.getByRole('button', { name: 'Sync Sage 100 Contractor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Sage 100 Contractor has not answered since/);
  back();
  await page.getByRole('button', { name: 'Sync Sage 100 Contractor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^In step/);
});

test('when Plumbline itself does not answer, the page says that what it shows may be old', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await app.crash();
  await expect(page.getByRole('alert')).toContainText('Plumbline does not answer.');
  await expect(page.getByRole('contentinfo')).toContainText('Plumbline does not answer');
});
