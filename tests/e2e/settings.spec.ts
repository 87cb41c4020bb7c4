import { sandboxCredentials } from '../../electron/sandbox/clearstory/server.ts';
import { expect, test } from './app.ts';
import { ask, mapJobs, toast } from './steps.ts';

test.describe('without a key', () => {
  test.use({ keyGiven: false });

  test('a person enters Clearstory’s key; a wrong one is refused in words, and none is ever shown', async ({ app }) => {
    const { page } = app;
    await app.go('#/settings/clearstory');
    await expect(page.getByText('No key is stored yet: Clearstory cannot be read.')).toBeVisible();
    const test = page.getByRole('region', { name: 'Test of Clearstory' });
    const enter = async (secret: string) => {
      await page.getByRole('textbox', { name: 'Key ID' }).fill(sandboxCredentials.keyId);
      await page.getByRole('textbox', { name: 'Secret' }).fill(secret);
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(toast(app, 'The key is stored.')).toBeVisible();
      await test.getByRole('button', { name: 'Test Clearstory' }).click();
    };
    await enter('not-the-secret');
    await expect(test.getByRole('listitem')).toContainText('Clearstory refused the API key.');
    await expect(test.getByRole('listitem')).toContainText('What to do:');
    await toast(app, 'The key is stored.').waitFor({ state: 'hidden' });
    await enter(sandboxCredentials.secret);
    await expect(test.getByRole('listitem')).toContainText('The key belongs to Cascade Ridge Builders');
    await page.reload();
    await expect(page.getByText('A key is stored. What you enter here replaces it.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Secret' })).toHaveValue('');
    expect(JSON.stringify(await ask(app, 'settings.get', {}))).not.toContain(sandboxCredentials.secret);
    await app.go('#/home');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByRole('region', { name: 'Clearstory', exact: true })).toContainText('In contact');
  });
});

test('the test of Sage says what is wrong and what to do, and that all is in order again', async ({ app }) => {
  const { page } = app;
  await app.go('#/settings/sage');
  const test = page.getByRole('region', { name: 'Test of Sage 100 Contractor' });
  const back = app.takeSageAway();
  await test.getByRole('button').click();
  const opened = test.getByRole('listitem').filter({ hasText: 'company opened' });
  await expect(opened).toContainText('Company Cascade Ridge Builders cannot be opened');
  await expect(opened).toContainText('What to do: Check the company name');
  await expect(test.getByRole('listitem').filter({ hasText: 'tables there' })).toContainText('Not tried');
  back();
  await test.getByRole('button').click();
  await expect(test.getByRole('listitem')).toHaveCount(4);
  for (const step of await test.getByRole('listitem').all()) await expect(step).toContainText('In order');
});

test('the company’s defaults are what a new mapping begins with', async ({ app }) => {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'all' });
  await app.go('#/settings/defaults');
  await page.getByRole('combobox', { name: 'Change order type' }).selectOption({ label: '30-Field Request' });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toast(app, 'The defaults are saved.')).toBeVisible();
  await app.go('#/projects/not-mapped');
  await page.getByRole('row', { name: /MultiCare Cedar Clinic/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('combobox', { name: 'Sage job' }).fill('2402');
  await page.getByRole('option', { name: /^2402/ }).click();
  await expect(page.getByRole('combobox', { name: 'Change order type' })).toHaveValue('30');
});

test('leaving with something unsaved asks first', async ({ app }) => {
  const { page } = app;
  await app.go('#/settings/schedules');
  await page.getByRole('textbox', { name: 'Approved change orders into Sage, every' }).fill('7');
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/settings\/schedules/);
  await page.getByRole('form', { name: 'Schedules' }).getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(/#\/home/);
  expect((await ask(app, 'settings.get', {})).settings.schedule.pushMinutes).toBe(5);
});

test('leaving while a save is under way goes on as soon as it is saved', async ({ app }) => {
  const { page } = app;
  await app.go('#/settings/schedules');
  await page.getByRole('textbox', { name: 'Approved change orders into Sage, every' }).fill('7');
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/rpc/*/settings.save', async (route) => {
    await held;
    await route.continue();
  });
  await page.keyboard.press('Control+s');
  await app.go('#/home');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  release();
  await expect(page).toHaveURL(/#\/home/);
  await expect(page.getByRole('alertdialog')).toBeHidden();
  expect((await ask(app, 'settings.get', {})).settings.schedule.pushMinutes).toBe(7);
});

test('what Clearstory sends in a form that cannot be read is kept aside and shown, and the rest is read', async ({
  app,
}) => {
  const { page, sandbox } = app;
  await mapJobs(app, '2402');
  const state = sandbox.control.snapshot();
  const [first] = state.cors.filter(({ title }) => title.startsWith('Add medical gas'));
  const broken = { ...first, title: 'Unreadable', status: 'sideways', updatedAt: '2027-01-01T00:00:00.000Z' };
  const cors = state.cors.map((cor) => (cor.id === first?.id ? broken : cor));
  sandbox.control.restore({ ...state, cors: cors as typeof state.cors });
  await ask(app, 'sync.now', { side: 'clearstory' });
  await app.go('#/settings/diagnostics');
  const kept = page.getByRole('region', { name: 'Records kept aside' });
  await expect(kept.getByRole('heading')).toHaveText('Records kept aside (1)');
  await kept.getByText('As it came').click();
  await expect(kept).toContainText('sideways');
  await page.getByRole('button', { name: 'Run the checks' }).click();
  const checks = page.getByRole('region', { name: 'Self-checks' });
  await expect(checks.getByRole('listitem').filter({ hasText: 'Sage: company opened' })).toContainText('In order');
  await expect(checks.getByRole('listitem').filter({ hasText: 'Everything received could be read' })).toContainText(
    'Look at it',
  );
  await app.go('#/change-orders');
  await expect(page.getByText('10 change order requests')).toBeVisible();
});
