import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { test as base, expect } from './desktop.ts';
import type { Desktop } from './driver.ts';
import { type Office, openOffice } from './office.ts';

/** What a person does where no window is open: at a notification, and at the icon beside the clock. */
const test = base.extend<{ office: Office; background: Desktop }>({
  office: async ({ folders }, use) => {
    const office = await openOffice(folders.home, 'handEntry');
    await use(office);
    await office.close();
  },
  background: async ({ launch, office }, use) => {
    const desktop = await launch({ ...office.start, words: ['--background', ...office.start.words] });
    await expect.poll(() => lineNames(desktop), patient).toContain('Sync now (enabled)');
    await use(desktop);
  },
});

/** The machine may be busy. */
const patient = { timeout: 60_000 };
test.slow();

/** The lines of the tray's menu, and of the menus in it. */
function lineNames(desktop: Desktop): Promise<readonly string[]> {
  return desktop.inMain(() => {
    const items = witness.trays[0]?.menu?.items ?? [];
    const all = items.flatMap((item) => [item, ...(item.submenu?.items ?? [])]);
    return all
      .filter(({ type }) => type !== 'separator')
      .map((one) => `${one.label}${one.enabled ? ' (enabled)' : ''}`);
  });
}

async function choose(desktop: Desktop, label: string): Promise<void> {
  await expect.poll(() => lineNames(desktop), patient).toContain(`${label} (enabled)`);
  await desktop.inMain((_electron, wanted) => {
    const items = witness.trays[0]?.menu?.items ?? [];
    const all = items.flatMap((item) => [item, ...(item.submenu?.items ?? [])]);
    all.find((item) => item.label === wanted)?.click();
  }, label);
}

const notifications = (desktop: Desktop) =>
  desktop.inMain(() => witness.notifications.map(({ title, body }) => `${title}: ${body}`));

/** With a window that a person has closed: it is only hidden. */
async function hidden(launch: (more: Office['start']) => Promise<Desktop>, office: Office): Promise<[Desktop, Page]> {
  const desktop = await launch(office.start);
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  return [desktop, page];
}

const isVisible = (desktop: Desktop) =>
  desktop.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

test('a notification of what needs a person opens it, and comes once', async ({ launch, office }) => {
  const [desktop, page] = await hidden(launch, office);
  const id = await office.approve(page, 'Anchor bolts');
  await office.ask('sync.now', { side: 'all' });
  const told = "This needs you: 'COR 77 into a new change order of job 2402' is to be typed into Sage.";
  await expect.poll(() => notifications(desktop), patient).toContain(told);
  await desktop.inMain((_electron, body) => {
    witness.notifications.find((one) => body.endsWith(one.body))?.emit('click');
  }, told);
  await expect.poll(() => isVisible(desktop), patient).toEqual([true]);
  await expect.poll(() => new URL(page.url()).hash, patient).toBe(`#/queue?id=${id}`);
  await expect(page.getByText('COR 77 into a new change order of job 2402').first()).toBeVisible(patient);
  const before = await notifications(desktop);
  await office.ask('sync.now', { side: 'all' });
  expect((await notifications(desktop)).filter((one) => one === told)).toHaveLength(1);
  expect(before.filter((one) => one === told)).toHaveLength(1);
});

test('the tray lists what needs a person, and its line opens it', async ({ launch, office }) => {
  const [desktop, page] = await hidden(launch, office);
  const id = await office.approve(page, 'Anchor bolts');
  await office.ask('sync.now', { side: 'all' });
  await choose(desktop, "'COR 77 into a new change order of job 2402' is to be typed into Sage.");
  await expect.poll(() => isVisible(desktop), patient).toEqual([true]);
  await expect.poll(() => new URL(page.url()).hash, patient).toBe(`#/queue?id=${id}`);
});

test('the tray syncs, pauses until the chosen end, resumes and opens', async ({ background, office }) => {
  const read = async () => (await office.ask('home.status', {})).sides.map(({ lastHeard }) => lastHeard);
  const before = await read();
  await choose(background, 'Sync now');
  await expect.poll(async () => (await read()).every((at, index) => at !== before[index]), patient).toBe(true);

  const pausedUntil = async () => (await office.ask('home.status', {})).pausedUntil;
  await choose(background, 'For 1 hour');
  await expect.poll(pausedUntil, patient).not.toBeNull();
  const minutes = (Date.parse((await pausedUntil()) ?? '') - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(55);
  expect(minutes).toBeLessThanOrEqual(60);
  await choose(background, 'Resume');
  await expect.poll(pausedUntil, patient).toBeNull();

  await choose(background, 'Open Plumbline');
  await expect((await background.page()).getByRole('heading', { level: 1 })).toBeVisible(patient);
});

test('Quit in the tray ends the process, and its farewell leaves no marker of a crash', async ({
  background,
  folders,
}) => {
  expect(readFileSync(`${folders.home}/running.json`, 'utf8')).toContain('startedAt');
  await choose(background, 'Quit');
  expect(await background.ended).toBe(0);
  expect(() => readFileSync(`${folders.home}/running.json`)).toThrow('ENOENT');
});
