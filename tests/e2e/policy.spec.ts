import { expect, test } from './app.ts';
import { serious } from './axe.ts';
import { ask } from './steps.ts';

const pushField = 'Approved change orders into Sage, every';
const pullField = 'Sage, Clearstory and Procore read anew, every';

test.use({
  policy: {
    schedule: { pushMinutes: 12 },
    writing: { mode: 'readOnly' },
    colour: 'blue',
    companies: { cascade: { 'writeBack.labels': true } },
  },
});

test('what the organisation and the configuration file set is shown, cannot be changed, and says why', async ({
  app,
}) => {
  const { page } = app;
  await app.go('#/settings/schedules');
  const locked = page.getByRole('textbox', { name: pushField });
  await expect(locked).toHaveValue('12');
  await expect(locked).toBeDisabled();
  await expect(page.getByRole('textbox', { name: pullField })).toBeEnabled();
  const mark = page.getByRole('button', { name: 'Set by your organisation' });
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText('Your organisation sets schedule.pushMinutes');
  await page.getByRole('textbox', { name: pullField }).focus();
  await mark.hover();
  await expect(page.getByRole('tooltip')).toContainText('IT can change the policy');
  expect(await serious(app)).toEqual([]);
  await app.go('#/settings/office');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toBeDisabled();
  await page.getByRole('button', { name: 'Set in the configuration file' }).focus();
  await expect(page.getByRole('tooltip')).toContainText('The configuration file sets timeZone');
  await app.go('#/settings/writing');
  await expect(page.getByRole('radio').first()).toBeDisabled();
  await app.go('#/settings/write-back');
  await expect(page.getByRole('checkbox', { name: /Label pushed CORs/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /Label pushed CORs/ })).toBeDisabled();
  await expect(page.getByRole('checkbox', { name: /job number/ })).toBeEnabled();
});

test('a locked setting is refused whoever asks, and the one beside it can be changed', async ({ app }) => {
  const { page } = app;
  const { settings } = await ask(app, 'settings.get', {});
  const changed = { ...settings, writing: { ...settings.writing, mode: 'direct' as const } };
  await expect(ask(app, 'settings.save', { settings: changed })).rejects.toThrow(
    /Your organisation sets writing\.mode/,
  );
  await app.go('#/settings/schedules');
  await page.getByRole('textbox', { name: pullField }).fill('45');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The schedules are saved.', { exact: true })).toBeVisible();
  const after = (await ask(app, 'settings.get', {})).settings;
  expect(after.schedule).toEqual({ pushMinutes: 12, pullMinutes: 45 });
  expect(after.writing.mode).toBe('readOnly');
});

test('a key of the policy that is not known is named by the self-checks', async ({ app }) => {
  const { page } = app;
  await app.go('#/settings/diagnostics');
  await page
    .getByRole('button', { name: /Run|Check/ })
    .first()
    .click();
  await expect(page.getByText('colour is not a setting of this version.')).toBeVisible();
});

test('Home names what is wrong in the policy, and counts it among what needs somebody', async ({ app }) => {
  const { page } = app;
  await app.go('#/home');
  const bar = page.getByText('colour is not a setting of this version.');
  await expect(bar).toHaveCount(1);
  await expect(page.getByText('Check its spelling in the list of keys.')).toBeVisible();
  const { items } = await ask(app, 'home.attention', {});
  expect(items.map(({ goTo, sentence }) => [goTo, sentence.includes('colour is not a setting')])).toEqual([
    ['#/home', true],
  ]);
  expect(await serious(app)).toEqual([]);
});
