import { expect, test } from './desktop.ts';
import { openSite, openWithBridge } from './strangers.ts';

test('the window shows the screens, and the engine behind them answers', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  expect(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  expect(
    await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
  ).toEqual([true]);
});

test('the page gets the one bridge with its two functions, and nothing else of Electron or Node', async ({
  desktop,
}) => {
  await desktop.page();
  const site = await openSite();
  const page = await openWithBridge(desktop, site.plain);
  const surface = await page.evaluate(() => {
    // A frame of its own shows what a page of this browser has anyway; the bridge is in neither.
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-same-origin');
    document.body.append(frame);
    const plain = new Set(Object.getOwnPropertyNames(frame.contentWindow));
    frame.remove();
    const { plumbline } = window as unknown as { plumbline: Record<string, unknown> };
    return {
      names: Object.getOwnPropertyNames(window).filter((name) => !plain.has(name) || name === 'plumbline'),
      bridge: Object.entries(plumbline).map(([name, value]) => [name, typeof value]),
      frozen: Object.isFrozen(plumbline),
      node: ['require', 'process', 'module', 'global', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    };
  });
  await site.close();
  expect(surface).toEqual({
    names: ['plumbline'],
    bridge: [
      ['request', 'function'],
      ['onChanged', 'function'],
    ],
    frozen: true,
    node: [],
  });
});
