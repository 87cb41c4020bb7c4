import { expect, test } from './desktop.ts';

test('a second start ends by itself and brings the first one’s window up', async ({ desktop, launch }) => {
  await desktop.page();
  await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = await launch();
  expect(await second.ended).toBe(0);
  await expect
    .poll(() =>
      desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
  expect(desktop.isRunning()).toBe(true);
});

test('after a crash the next start finds its data and shows the screens', async ({ desktop, launch }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect.poll(() => desktop.inMain(() => witness.natives.length)).toBeGreaterThan(0);
  await desktop.kill();
  const again = await launch();
  const screens = await again.page();
  await expect(screens.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect(screens.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await again.inMain(() => witness.errorBoxes)).toEqual([]);
});

test('quitting ends the process in good order', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await desktop.inMain(({ app }) => {
    setImmediate(() => app.quit());
  });
  expect(await desktop.ended).toBe(0);
});
