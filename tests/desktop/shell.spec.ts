import { expect, test } from './desktop.ts';

test('closing the window hides it, says so once, and the tray goes on and brings it back', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible({ timeout: 40_000 });
  const close = () => desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const visible = () => desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(() => desktop.inMain(() => witness.trays.length)).toBe(1);
  await close();
  expect(await visible()).toBe(false);
  await desktop.inMain(() => witness.trays[0]?.menu?.items.find(({ label }) => label === 'Open Plumbline')?.click());
  await expect.poll(visible).toBe(true);
  await close();
  expect(await desktop.inMain(() => witness.notifications.map(({ title }) => title))).toEqual(['Plumbline goes on']);
  expect(desktop.isRunning()).toBe(true);
});

test('in the background there is a tray that knows how things stand, and no window until one is asked for', async ({
  launch,
}) => {
  const desktop = await launch({ words: ['--background'] });
  const tip = () => desktop.inMain(() => witness.trays[0]?.toolTip ?? '');
  await expect.poll(tip, { timeout: 30_000 }).not.toMatch(/^$|being opened/);
  expect(await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  await desktop.inMain(() => witness.trays[0]?.tray.emit('click'));
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('what needs a person leads to its place in its company', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/company/sample?to=%23%2Fsettings%2Fdesktop';
  });
  await expect(page.getByRole('heading', { name: 'This computer' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Also notify me of what was written into Sage' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/settings/desktop');
});
