import { ask, askHost } from './ask.ts';
import { test as base, expect } from './desktop.ts';
import { booksVariable, type Office, openOffice } from './office.ts';

const patient = { timeout: 60_000 };
const test = base.extend<{ office: Office }>({
  office: async ({ folders }, use) => {
    const office = await openOffice(folders.home, 'direct');
    await use(office);
    await office.close();
  },
});
test.slow();

test('without network and Sage the window opens, Home says what is not reached and that it is tried again, and an approval waits in the queue', async ({
  launch,
  office,
}) => {
  const { company } = office;
  const before = await launch(office.start);
  const page = await before.page();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible(patient);
  const id = await office.draft(page, 'Anchor bolts');
  await before.kill();
  // From now on every connection is refused: nobody listens at Clearstory's address, and nobody at Sage's.
  await office.close();
  const nobody = 'Driver=FreeTDS;Server=127.0.0.1;Port=9;TDS_Version=7.4;UID=nobody;PWD=none;';
  const desktop = await launch({
    ...office.start,
    environment: { ...office.start.environment, [booksVariable]: nobody },
  });
  const screens = await desktop.page();
  await expect(screens.getByRole('heading', { level: 1 })).toBeVisible(patient);
  await expect(screens.getByRole('region', { name: 'Freshness' })).toBeVisible(patient);
  void ask(screens, company, 'sync.now', { side: 'all' }).catch(() => undefined);
  for (const side of ['Sage 100 Contractor', 'Clearstory']) {
    const row = screens.getByRole('region', { name: side, exact: true });
    await expect(row.getByText('Failed', { exact: true })).toBeVisible(patient);
    await expect(row.getByText('Last heard')).toBeVisible();
    await expect(row.getByText('never', { exact: true })).toBeHidden();
    await expect(row.getByText('Next run')).toBeVisible();
  }
  // What is only just not reached is nobody's task yet: the tray shows it, and no notification comes.
  await expect.poll(() => desktop.inMain(() => witness.trays[0]?.toolTip ?? ''), patient).toMatch(/Sage|Clearstory/);
  const { companies } = await askHost(screens, 'attention.list', {});
  expect(companies.find((one) => one.id === company)?.status?.tone).toBe('noContact');
  const titles = await desktop.inMain(() => witness.notifications.map(({ title }) => title));
  expect(titles.filter((title) => title.startsWith('No contact'))).toEqual([]);

  await office.push(screens, id);
  const { transfer } = await ask(screens, company, 'queue.get', { id });
  expect(['queued', 'waiting']).toContain(transfer.state.name);
});
