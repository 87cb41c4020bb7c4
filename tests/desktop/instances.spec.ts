import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { askHost } from './ask.ts';
import { expect, test } from './desktop.ts';

test('a second start ends by itself and brings the first one’s window up', async ({ desktop, toEnd }) => {
  await desktop.page();
  await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect(await toEnd()).toMatchObject({ code: 0 });
  await expect
    .poll(() =>
      desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
  expect(desktop.isRunning()).toBe(true);
});

test('a start at login brings no window up where Plumbline runs already; a start by a person opens one', async ({
  launch,
  toEnd,
}) => {
  const first = await launch({ words: ['--background'] });
  const windows = () => first.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(() => first.inMain(() => witness.trays.length)).toBe(1);
  expect(await toEnd({ words: ['--background'] })).toMatchObject({ code: 0 });
  expect(await toEnd()).toMatchObject({ code: 0 });
  await expect((await first.page()).getByRole('heading', { level: 1 })).toBeVisible();
  expect(await windows()).toBe(1);
  await first.inMain(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
    app.once('second-instance', () => process.stderr.write('heard of another start\n'));
  });
  expect(await toEnd({ words: ['--background'] })).toMatchObject({ code: 0 });
  await expect.poll(first.said).toContain('heard of another start');
  expect(await first.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(false);
});

test('after a crash the next start finds its data, shows the screens and says so on Home until it was seen', async ({
  desktop,
  launch,
}) => {
  // Three starts.
  test.slow();
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect.poll(() => desktop.inMain(() => witness.natives.length)).toBeGreaterThan(0);
  await desktop.kill();
  const again = await launch();
  const screens = await again.page();
  await expect(screens.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await expect(screens.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await again.inMain(() => witness.errorBoxes)).toEqual([]);
  // Until a person has seen it, also over a start in good order.
  await expect(screens.getByText('Plumbline was ended without warning')).toBeVisible({ timeout: 60_000 });
  expect(await again.inMain(() => witness.notifications.map(({ title }) => title))).toContain('Plumbline was cut off');
  await again.inMain(({ app }) => void setImmediate(() => app.quit()));
  expect(await again.ended).toBe(0);
  const third = await launch();
  const home = await third.page();
  await home.getByRole('button', { name: 'Understood' }).click({ timeout: 60_000 });
  await expect(home.getByText('Plumbline was ended without warning')).toBeHidden({ timeout: 60_000 });
  expect((await askHost(home, 'desktop.get', {})).cutOff).toBeNull();
});

test('the end of the session ends the process in good order', async ({ desktop, folders }) => {
  await expect((await desktop.page()).getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => desktop.inMain(({ powerMonitor }) => powerMonitor.listenerCount('resume'))).toBe(1);
  await desktop.inMain(({ BaseWindow, powerMonitor }) => {
    // Windows tells a window, the others the computer's power.
    const told = process.platform === 'win32' ? BaseWindow.getAllWindows() : [powerMonitor];
    const event = process.platform === 'win32' ? 'session-end' : 'shutdown';
    setImmediate(() => told.map((one) => (one as NodeJS.EventEmitter).emit(event, { reasons: ['shutdown'] })));
  });
  expect(await desktop.ended).toBe(0);
  expect(existsSync(join(folders.home, 'running.json'))).toBe(false);
});

test('quitting ends the process in good order', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await desktop.inMain(({ app }) => {
    setImmediate(() => app.quit());
  });
  expect(await desktop.ended).toBe(0);
});
