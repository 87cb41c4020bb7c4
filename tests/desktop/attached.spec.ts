import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWho } from '../../electron/hosts/homeSocket.ts';
import { tokenFile } from '../../electron/hosts/operators/token.ts';
import { computerWith, serviceHome, whyNoComputer } from './computer.ts';
import { test as base, expect } from './desktop.ts';
import type { Computer, Desktop, Launch } from './driver.ts';
import { type Office, openOffice } from './office.ts';

/** The desktop of a user of a computer on which Plumbline runs unattended. */
type Attached = {
  readonly office: Office;
  /** Of the service, as it lies outside that computer. */
  readonly folder: string;
  readonly startService: () => Promise<Desktop>;
  readonly stopService: () => Promise<void>;
  /** A user starts Plumbline as the shortcut does, with no words. */
  readonly open: (more?: Partial<Launch>) => Promise<Desktop>;
  /** Where that user's own Plumbline would have its companies. */
  readonly ownCompanies: string;
};

const test = base.extend<{ attached: Attached }>({
  attached: async ({ folders, launch, toEnd }, use) => {
    const outside = dirname(folders.home);
    const folder = join(outside, 'service');
    mkdirSync(folder);
    const why = whyNoComputer(folder);
    if (why !== null) process.stderr.write(`Not tried beside an unattended Plumbline: ${why}.\n`);
    // biome-ignore lint/suspicious/noSkippedTests: not every machine lets a user make a namespace
    test.skip(why !== null, why ?? '');
    const computer = computerWith(folder, true);
    const office = await openOffice(folder, 'direct');
    const { words, environment } = office.start;
    const service = { home: serviceHome, userData: join(outside, 'electron-service'), computer };
    const data = join(outside, 'data');
    const home = join(data, 'plumbline');
    await use({
      office,
      folder,
      startService: async () => {
        const started = await launch({ ...service, words: ['--unattended', ...words], environment });
        await expect.poll(() => askWho(folder), patient).toMatchObject({ unattended: true });
        return started;
      },
      stopService: async () => {
        const stopping = await toEnd({ ...service, words: ['--stop-unattended'] });
        expect(stopping.code, stopping.error).toBe(0);
      },
      open: (more = {}) => launch({ home, environment: { XDG_DATA_HOME: data }, computer, ...more }),
      ownCompanies: join(home, 'companies'),
    });
    await office.close();
  },
});

const patient = { timeout: 60_000 };
test.slow();

const banner = (page: Page) => page.getByText(/^Plumbline runs on this computer unattended, as .+ since .+goes on/);
const quit = (desktop: Desktop) =>
  desktop.inMain(() => {
    const last = witness.trays[0]?.menu?.items.at(-1);
    setImmediate(() => last?.click());
    return last?.label;
  });

/** Nothing of an engine is even loaded, and no company's data is made. */
async function expectNoEngines(desktop: Desktop, { ownCompanies }: Attached): Promise<void> {
  expect(await desktop.inMain(() => witness.natives)).toEqual([]);
  expect(readdirSync(ownCompanies)).toEqual([]);
}

test('the window shows the unattended Plumbline and who runs it, works in it, and leaves it running when it quits', async ({
  attached,
}) => {
  const { office, folder, startService, open } = attached;
  const service = await startService();
  const desktop = await open();
  const page = await desktop.page();
  await expect(banner(page)).toBeVisible(patient);
  await expect(page.getByText('Cascade Ridge Builders').first()).toBeVisible();

  const id = await office.approve(page, 'Anchor bolts');
  await expect.poll(async () => (await office.ask('queue.get', { id })).transfer.state.name, patient).toBe('done');
  await page.evaluate(() => {
    location.hash = '#/history';
  });
  await expect(page.getByText(/^Written to Sage as change order \d+ of job 2402/)).toBeVisible(patient);
  await expectNoEngines(desktop, attached);

  await expect.poll(() => quit(desktop), patient).toBe('Quit (Plumbline goes on unattended)');
  expect(await desktop.ended).toBe(0);
  expect(service.isRunning()).toBe(true);
  expect(await askWho(folder)).toMatchObject({ unattended: true });
});

test('that the unattended Plumbline has ended is said in the window and by the tray, and when it runs again both go on by themselves', async ({
  attached,
}) => {
  const { startService, stopService, open } = attached;
  const service = await startService();
  const desktop = await open();
  const page = await desktop.page();
  await expect(banner(page)).toBeVisible(patient);
  const tip = () => desktop.inMain(() => witness.trays[0]?.toolTip ?? '');
  await expect.poll(tip, patient).not.toMatch(/^$|being opened/);
  const before = await tip();

  await stopService();
  expect(await service.ended).toBe(0);
  const gone = 'The unattended Plumbline on this computer does not answer just now.';
  await expect(page.getByText(gone).first()).toBeVisible(patient);
  await expect(page.getByText('It is connected again by itself as soon as it runs.').first()).toBeVisible();
  await expect.poll(tip, patient).toContain(gone);
  await expectNoEngines(desktop, attached);

  await startService();
  await expect(page.getByText(gone)).toHaveCount(0, patient);
  await expect(banner(page)).toBeVisible(patient);
  await expect.poll(tip, patient).toBe(before);
});

test('a user who may not read the operators’ token is told so and whom to ask, and sees nothing of the companies', async ({
  attached,
}) => {
  const { office, folder, startService, open } = attached;
  await startService();
  chmodSync(tokenFile(folder), 0);
  const stranger: Computer = computerWith(folder, false);
  const desktop = await open({ computer: stranger });
  const page = await desktop.page();
  await expect(
    page.getByText('Plumbline runs unattended on this computer, and this user is not one of its operators.').first(),
  ).toBeVisible(patient);
  await expect(page.getByText(/Ask IT to add the user to the operators/).first()).toBeVisible();
  await expect(page.getByText('Cascade Ridge Builders')).toHaveCount(0);
  await expect(banner(page)).toHaveCount(0);
  await expectNoEngines(desktop, attached);
  chmodSync(tokenFile(folder), 0o640);
  expect(await office.ask('home.status', {})).toMatchObject({ hindered: null });
});

test('started on a data folder of his own, a user’s Plumbline watches nothing and runs itself', async ({
  attached,
  folders,
}) => {
  await attached.startService();
  const desktop = await attached.open({ home: folders.home });
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await expect.poll(() => desktop.inMain(() => witness.natives.length), patient).toBeGreaterThan(0);
  await expect(banner(page)).toHaveCount(0);
});
