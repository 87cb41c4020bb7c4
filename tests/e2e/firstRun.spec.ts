import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from '@playwright/test';
import { seriousInBoth } from './axe.ts';
import { endHost, startOnHome } from './host.ts';

/** A person at a fresh installation: an empty home folder, no configuration file, nothing in the environment. */
type Fresh = {
  readonly page: Page;
  /** How often somebody clicked or pressed a key so far. */
  readonly effort: () => Promise<{ readonly clicks: number; readonly keys: number }>;
  /** Ends Plumbline and starts it on the same home folder, without a screen in the address. */
  readonly startAgain: () => Promise<void>;
};

const test = base.extend<{ fresh: Fresh }>({
  fresh: async ({ page }, use) => {
    const home = join(mkdtempSync(join(tmpdir(), 'plumbline-first-')), 'home');
    let host = await startOnHome(home);
    const heard: string[] = [];
    page.on('pageerror', (error) => heard.push(String(error)));
    await page.addInitScript(() => {
      const counted = { clicks: 0, keys: 0 };
      Object.assign(window, { counted });
      window.addEventListener('click', ({ isTrusted, detail }) => (counted.clicks += isTrusted && detail > 0 ? 1 : 0), {
        capture: true,
      });
      window.addEventListener('keydown', ({ isTrusted }) => (counted.keys += isTrusted ? 1 : 0), { capture: true });
    });
    await page.goto(host.url);
    await use({
      page,
      effort: () => page.evaluate(() => (window as unknown as { counted: { clicks: number; keys: number } }).counted),
      startAgain: async () => {
        await endHost(host.process);
        host = await startOnHome(home);
        await page.goto(host.url);
        await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
      },
    });
    await endHost(host.process);
    rmSync(join(home, '..'), { recursive: true, force: true });
    expect(heard).toEqual([]);
  },
});

const title = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('from an empty folder to the first mapped project of the sample company in at most fifteen clicks and five minutes', async ({
  fresh,
}) => {
  const { page } = fresh;
  const begun = Date.now();
  await expect(title(page, 'Try it with the sample company, or connect your own?')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up Plumbline');
  await page.getByRole('button', { name: /^Try it with the sample company/ }).click();

  await expect(title(page, 'The connection to Sage 100 Contractor')).toBeFocused();
  await expect(page.getByText(/All \d checks are in order\./)).toBeVisible();
  await press(page, 'Continue');

  await expect(title(page, 'Which cloud do your projects live in?')).toBeFocused();
  const clearstory = page.getByRole('region', { name: 'Test of Clearstory' });
  const procore = page.getByRole('region', { name: 'Test of Procore' });
  await expect(clearstory.getByRole('status')).toHaveText(/in order/i);
  await expect(procore.getByRole('status')).toHaveText(/in order/i);
  await press(page, 'Continue');

  const reading = page.getByRole('table', { name: 'The first reading' });
  for (const side of ['Sage 100 Contractor', 'Clearstory', 'Procore']) {
    const row = reading.getByRole('row', { name: new RegExp(`^${side}`) });
    await expect(row).toContainText('In contact');
    await expect(row.getByRole('cell').nth(1)).toHaveText(/^[1-9][\d,]*$/);
  }
  await press(page, 'Continue');

  await expect(page.getByRole('button', { name: 'Finish' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('row', { name: /Likely match: 2402/ }).click();
  await press(page, 'Edit');
  await page.getByRole('combobox', { name: 'Sage job' }).click();
  await page.getByRole('option', { name: /Likely match/ }).click();
  await press(page, 'Save');
  await expect(page.getByText('Your first project is mapped.')).toBeVisible();
  await press(page, 'Finish');
  await expect(page.getByRole('heading', { name: /^Set up: \d of \d steps left$/ })).toBeVisible();

  const { clicks, keys } = await fresh.effort();
  const seconds = Math.round((Date.now() - begun) / 1000);
  test.info().annotations.push({ type: 'effort', description: `${clicks} clicks, ${keys} keys, ${seconds} s` });
  expect(clicks).toBeLessThanOrEqual(15);
  expect(keys).toBe(0);
  expect(seconds).toBeLessThan(300);

  await fresh.startAgain();
  await expect(page).not.toHaveURL(/first-run/);
  await expect(page.getByRole('heading', { name: /^Set up: \d of \d steps left$/ })).toBeVisible();
});

test('it can be left at every step, opens again where nothing was finished, and stays away once dismissed', async ({
  fresh,
}) => {
  const { page } = fresh;
  await page.getByRole('button', { name: /^Try it with the sample company/ }).click();
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await expect(page).toHaveURL(/#\/home$/);
  await page.getByRole('link', { name: 'Map your first project to a Sage job.' }).click();
  await expect(title(page, 'Map your first project')).toBeVisible();
  await fresh.startAgain();
  await expect(page).toHaveURL(/#\/first-run$/);
  await press(page, 'Set up later');
  await expect(page).toHaveURL(/#\/home$/);
  await fresh.startAgain();
  await expect(page).not.toHaveURL(/first-run/);
});

test('a company that cannot be reached leaves with a page for IT: its script filled in, copied, downloaded and printed', async ({
  fresh,
}) => {
  const { page } = fresh;
  await page.getByRole('button', { name: /^Connect my own company/ }).click();
  const region = page.getByRole('region', { name: 'What to ask IT for' });
  await expect(region).toContainText('Enter server and database first');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('O’Hara Builders');
  await page.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1,1');
  await page.getByRole('textbox', { name: 'Database' }).fill("O'Hara [main]");
  await page.getByRole('button', { name: 'Test this connection' }).click();
  await expect(page.getByRole('list', { name: 'Steps of the test of this connection' })).toContainText('Failed');

  const paper = region.getByRole('article');
  await expect(paper).toContainText('What the connection test found');
  await expect(paper).toContainText('Edit Approvals, and tick Plumbline.');
  await expect(paper).toContainText("USE [O'Hara [main]]];");
  await region.getByRole('textbox', { name: 'Login that gets them' }).fill('OFFICE\\plumbline');
  await region.getByRole('combobox', { name: 'Rights' }).selectOption('yes');
  await expect(paper).toContainText('CREATE LOGIN [OFFICE\\plumbline] FROM WINDOWS');
  await expect(paper).toContainText('2-companion-database.sql');
  await expect(paper).not.toContainText('$(');
  const download = page.waitForEvent('download');
  await region.getByRole('button', { name: 'Download the script' }).click();
  expect((await download).suggestedFilename()).toMatch(/^Plumbline rights O'Hara \[main\] \d{4}-\d\d-\d\d\.sql$/);

  await page.emulateMedia({ media: 'print' });
  await expect(paper).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Server' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await page.emulateMedia({ media: null });

  await press(page, 'Save and continue');
  await expect(title(page, 'Which cloud do your projects live in?')).toBeVisible();
  await expect(page.getByRole('tab', { name: /^Clearstory/ })).toHaveAttribute('aria-selected', 'true');
  await fresh.startAgain();
  await expect(page.getByRole('button', { name: /^Use O’Hara Builders/ })).toBeVisible();
});

test('every step is fit for everybody, in light and in dark', async ({ fresh }) => {
  test.slow();
  const { page } = fresh;
  for (const step of ['company', 'connect', 'connection', 'cloud', 'reading', 'map']) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/first-run/${step}`);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    expect.soft(await seriousInBoth(page), step).toEqual([]);
  }
});
