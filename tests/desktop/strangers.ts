import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Desktop } from './driver.ts';
import { root } from './root.ts';

/** A site of somebody else's, on this machine: a page without scripts, and one with a frame in it. */
export type Site = { readonly plain: string; readonly framed: string; readonly close: () => Promise<void> };

export async function openSite(): Promise<Site> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      request.url === '/framed' ? '<title>framed</title><iframe src="/inner"></iframe>' : '<title>plain</title>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    plain: `${origin}/`,
    framed: `${origin}/framed`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Opens a second window with Plumbline's bridge in it, in its frames too, as no code of Plumbline's does; gives its page. */
export async function openWithBridge(desktop: Desktop, address: string): Promise<Page> {
  const before = new Set(await desktop.pages());
  await desktop.inMain(
    ({ BrowserWindow }, { preload, url }) => {
      const webPreferences = { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true };
      return new BrowserWindow({ show: false, webPreferences }).loadURL(url);
    },
    { preload: join(root, 'dist', 'preload', 'preload.cjs'), url: address },
  );
  let opened: Page | undefined;
  await expect(async () => {
    opened = (await desktop.pages()).find((page) => !before.has(page));
    expect(opened).toBeDefined();
  }).toPass({ intervals: [30] });
  return opened as Page;
}
