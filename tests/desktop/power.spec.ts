import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { test as base, expect } from './desktop.ts';
import type { Desktop } from './driver.ts';
import { type Office, openOffice } from './office.ts';

/** Sleep, and the ends: a write that has begun always ends first. */
const test = base.extend<{ office: Office }>({
  office: async ({ folders }, use) => {
    const office = await openOffice(folders.home, 'direct');
    await use(office);
    await office.close();
  },
});

const patient = { timeout: 60_000 };
test.slow();

test('while the computer sleeps nothing runs, and after it the next run comes 10 to 40 seconds later', async ({
  desktop,
}) => {
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await expect.poll(() => desktop.inMain(({ powerMonitor }) => powerMonitor.listenerCount('resume')), patient).toBe(1);
  /** The waits that main begins when it hears of the event, in ms. */
  const begunBy = (event: 'suspend' | 'resume') =>
    desktop.inMain(({ powerMonitor }, name) => {
      const begin = globalThis.setTimeout;
      const waits: number[] = [];
      const noting = (work: () => void, ms?: number, ...more: unknown[]) => {
        waits.push(ms ?? 0);
        return begin(work, ms, ...more);
      };
      globalThis.setTimeout = Object.assign(noting, begin) as unknown as typeof setTimeout;
      powerMonitor.emit(name);
      globalThis.setTimeout = begin;
      return waits;
    }, event);
  expect(await begunBy('suspend')).toContain(60_000);
  const [wait = 0] = (await begunBy('resume')).filter((ms) => ms >= 10_000 && ms <= 40_000);
  expect(wait).toBeGreaterThanOrEqual(10_000);
});

const stateOf = async (page: Page, office: Office, id: string) =>
  (await ask(page, office.company, 'queue.get', { id })).transfer.state.name;

/** Books that hold on to a write of the application: it has begun and cannot end. */
async function writing(desktop: Desktop, office: Office): Promise<{ readonly id: string; readonly letGo: () => void }> {
  const page = await desktop.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  const letGo = office.holdBooks();
  const id = await office.approve(page, 'Anchor bolts');
  await expect.poll(() => stateOf(page, office, id), patient).toBe('applying');
  return { id, letGo };
}

test('Quit during a write asks, and ends only after the write', async ({ launch, office, folders }) => {
  const desktop = await launch(office.start);
  const { id, letGo } = await writing(desktop, office);
  const quit = () => desktop.inMain(() => witness.trays[0]?.menu?.items.find(({ label }) => label === 'Quit')?.click());
  const asked = () => desktop.inMain(() => witness.messageBoxes.map(({ message }) => message));
  await expect
    .poll(async () => {
      if ((await asked()).length === 0) await quit();
      return asked();
    }, patient)
    .toEqual(['A record is being written into Sage.']);
  expect(desktop.isRunning()).toBe(true);

  await desktop.inMain(({ app, dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    app.once('before-quit', () => process.stderr.write('asked to end\n'));
  });
  await quit();
  await expect.poll(desktop.said, patient).toContain('asked to end');
  expect(await desktop.inMain(() => process.exitCode ?? null)).toBeNull();
  letGo();
  expect(await desktop.ended).toBe(0);
  expect(existsSync(join(folders.home, 'running.json'))).toBe(false);

  const again = await launch(office.start);
  const page = await again.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  expect(await stateOf(page, office, id)).toBe('done');
});

test('a crash during a write loses and doubles nothing: the next start finds what became of it', async ({
  launch,
  office,
}) => {
  const desktop = await launch(office.start);
  const { id, letGo } = await writing(desktop, office);
  await desktop.kill();
  letGo();
  const page = await (await launch(office.start)).page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await expect.poll(() => stateOf(page, office, id), patient).toBe('done');
  expect(office.changeOrders()).toBe(office.standing + 1);
});
