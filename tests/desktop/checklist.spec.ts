import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { windowPreferences } from '../../electron/desktop/windowRules.ts';
import { expect, test } from './desktop.ts';
import { root } from './root.ts';
import { openSite } from './strangers.ts';

/*
 * Electron's security checklist, all of its 17 items in their order: what a page can try is tried, and what is a value of the window is
 * read where the window is made. Item 17 has its own specifications (refusals.spec.ts).
 */

test('1, 7: everything comes from the application, under a policy with a nonce that no script can go round', async ({
  desktop,
}) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  const own = new URL(page.url());
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).host));
  await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect.poll(() => origins.size).toBeGreaterThan(0);
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  expect([...origins]).toEqual([own.host]);

  const policies = await page.evaluate(async () => {
    const ask = async () => (await fetch('/')).headers.get('Content-Security-Policy') ?? '';
    return [await ask(), await ask()];
  });
  const nonces = policies.map((policy) => /'nonce-([0-9a-f]{64})'/.exec(policy)?.[1]);
  expect(nonces[0]).toBeDefined();
  expect(nonces[0]).not.toBe(nonces[1]);
  for (const policy of policies) {
    for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  }
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    let evaluated = 'nothing';
    const timer = setTimeout as unknown as (code: string) => void;
    const blocked = new Promise((resolve) =>
      document.addEventListener('securitypolicyviolation', resolve, { once: true }),
    );
    timer('window.ranText = true');
    await blocked;
    try {
      evaluated = String(new (Object.getPrototypeOf(() => 0).constructor as FunctionConstructor)('return 1')());
    } catch (error) {
      evaluated = error instanceof Error ? error.name : 'error';
    }
    return { inline: 'ranInline' in window, text: 'ranText' in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, text: false, evaluated: 'EvalError' });
  const reached = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(reached).toBe('refused');
});

test('2, 3, 4, 6, 8, 9, 10, 11: the window was made with these preferences', async ({ desktop }) => {
  await desktop.page();
  const given = await desktop.inMain(() => witness.preferences);
  const preload = join(root, 'dist', 'preload', 'preload.cjs');
  expect(given).toHaveLength(1);
  expect(given[0]).toMatchObject({ ...windowPreferences(preload) });
  expect(given[0]).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  });
});

test('5: every permission and every device is denied', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'local-fonts'];
    const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
    return (await Promise.all(asked)).map(({ state }) => state);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const answers = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (error: Error) => error.name,
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(0),
        (error) => resolve(error.code),
      ),
    ),
  }));
  expect(answers).toMatchObject({ notification: 'denied', place: 1 });
  expect(answers.camera).not.toBe('given');
});

test('12: a webview is not attached, whatever its options', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  // The element is one like any unknown one.
  expect(await page.evaluate(() => document.createElement('webview').constructor.name)).toMatch(
    /^HTML(Unknown)?Element$/,
  );
  const prevented = await desktop.inMain(({ BrowserWindow }) => {
    let prevented = false;
    const event = {
      preventDefault: () => {
        prevented = true;
      },
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, { src: 'app://plumbline/' });
    return prevented;
  });
  expect(prevented).toBe(true);
});

test('13: the page never leaves itself, by script, link, form or frame', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  const site = await openSite();
  const place = page.url();
  const tries = {
    script: (address: string) => location.assign(address),
    replaced: (address: string) => location.replace(address),
    link: (address: string) => Object.assign(document.createElement('a'), { href: address }).click(),
    form: (address: string) => {
      const form = Object.assign(document.createElement('form'), { action: address });
      document.body.append(form);
      form.submit();
    },
    frame: (address: string) => document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
  };
  for (const [way, go] of Object.entries(tries)) {
    await page.evaluate(go as (address: string) => void, site.plain);
    await settled(page);
    expect(page.url(), way).toBe(place);
    expect(
      page.frames().map((frame) => frame.url()),
      way,
    ).not.toContain(site.plain);
  }
  await page.evaluate(() => location.assign('file:///etc/passwd'));
  await settled(page);
  expect(page.url()).toBe(place);
  expect(await page.evaluate(() => document.querySelectorAll('nav').length)).toBeGreaterThan(0);
  await site.close();
});

test('14, 15: no window opens, and nothing of somebody else’s goes to the system', async ({ desktop }) => {
  const page = await desktop.page();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  const site = await openSite();
  const addresses = [
    site.plain,
    'https://evil.example/',
    'https://procore.com.evil.example/',
    'http://login.procore.com/',
    'https://user:word@login.procore.com/',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'javascript:alert(1)',
    'smb://evil.example/share',
    'app://plumbline/',
  ];
  const tries = [
    (address: string) => void window.open(address),
    (href: string) => Object.assign(document.createElement('a'), { href, target: '_blank' }).click(),
  ];
  for (const address of addresses) {
    for (const go of tries) {
      await page.evaluate(go, address);
      // One after the other: what is still being refused holds up the page that asked.
      await settled(page);
      await expect.poll(async () => (await desktop.pages()).length).toBe(1);
    }
  }
  await expect.poll(() => desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(async () => (await desktop.pages()).length).toBe(1);
  expect(await desktop.inMain(() => witness.opened)).toEqual([]);
  await site.close();
});

/** The three majors that Electron's makers support in November 2026 begin here; a new release moves it. */
const oldestSupportedMajor = 43;

test('16: Electron is pinned to one version of a supported major, and it is the one installed', () => {
  const { devDependencies } = readJson('package.json') as { devDependencies: { electron: string } };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(devDependencies.electron.split('.')[0])).toBeGreaterThanOrEqual(oldestSupportedMajor);
  expect(readJson('node_modules/electron/package.json')).toMatchObject({ version: devDependencies.electron });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** What the page set going has been decided: a request of its own behind it has come back. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await fetch('/');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
