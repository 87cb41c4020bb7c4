import type { Frame, Page } from '@playwright/test';
import { z } from 'zod';
import { hostRequests } from '#shared/contract/companies.ts';
import { requests } from '#shared/contract/requests.ts';
import { expect, test } from './desktop.ts';
import type { Desktop } from './driver.ts';
import { openSite, openWithBridge } from './strangers.ts';

/** Every channel of the contract, with the company that it is asked of; null: asked of the installation. */
const channels = [
  ...Object.keys(requests).map((channel) => ({ company: 'practice', channel })),
  ...Object.keys(hostRequests).map((channel) => ({ company: null, channel })),
];
type Asked = { readonly company: unknown; readonly channel: unknown };

const refusalSchema = z.object({
  ok: z.literal(false),
  failure: z.object({ code: z.string(), sentence: z.string().regex(/^\S.*\.$/s) }),
});

/** Asks all of them over the bridge of a page. `payload`: the name of one that the page itself makes. Out: the codes they were refused with. */
async function refusalsOf(
  place: Page | Frame,
  asked: readonly Asked[],
  payload: keyof typeof payloads,
): Promise<string[]> {
  const replies = await place.evaluate(
    async ([all, make]) => {
      type Bridge = { request: (company: unknown, channel: unknown, payload: unknown) => Promise<unknown> };
      const { plumbline } = window as unknown as { plumbline: Bridge };
      const made = { plain: {}, number: 7, junk: 'x'.repeat(1024 * 1024), many: { list: Array(1e5).fill('junk') } }[
        make
      ];
      return Promise.all(all.map(({ company, channel }) => plumbline.request(company, channel, made)));
    },
    [asked, payload] as const,
  );
  return [...new Set(replies.map((reply) => refusalSchema.parse(reply).failure.code))];
}
/** Names of what a page sends: an empty object, no object at all, a megabyte of text, and as much in small parts. */
const payloads = { plain: 0, number: 0, junk: 0, many: 0 };

/** The process is there, and its own page is answered. */
async function isAlive(desktop: Desktop): Promise<void> {
  const page = await desktop.page();
  const reply = await page.evaluate(() => {
    type Bridge = { request: (company: null, channel: string, payload: unknown) => Promise<unknown> };
    return (window as unknown as { plumbline: Bridge }).plumbline.request(null, 'companies.list', {});
  });
  expect(reply).toMatchObject({ ok: true });
  expect(desktop.isRunning()).toBe(true);
}

test('a page of somebody else’s, a frame in it and an address without origin are refused on every channel', async ({
  desktop,
}) => {
  await desktop.page();
  const site = await openSite();
  const page = await openWithBridge(desktop, site.framed);
  expect(await refusalsOf(page, channels, 'plain')).toEqual(['bridge.sender']);
  const frame = page.frames().find((one) => one.url().endsWith('/inner'));
  if (frame === undefined) throw new Error('The page has no frame.');
  expect(await refusalsOf(frame, channels, 'plain')).toEqual(['bridge.sender']);
  const data = await openWithBridge(desktop, 'data:text/html,<title>opaque</title>');
  expect(await refusalsOf(data, channels, 'plain')).toEqual(['bridge.sender']);
  await site.close();
  await isAlive(desktop);
});

test('what does not fit its channel, a megabyte of junk and unknown channels are refused in words', async ({
  desktop,
}) => {
  const page = await desktop.page();
  // A company's channels are known once it is open.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const { companies } = await listCompanies(page);
  const mine = companies[0]?.id ?? '';
  const asked = channels.map(({ company, channel }) => ({ company: company === null ? null : mine, channel }));
  expect(await refusalsOf(page, asked, 'number')).toEqual(['contract.request']);
  expect(await refusalsOf(page, asked, 'junk')).toEqual(['bridge.tooLarge']);
  expect(await refusalsOf(page, asked.slice(0, 10), 'many')).toEqual(['bridge.tooLarge']);
  const unknown = ['sql.run', 'toString', '__proto__', 'constructor', '', 'home.status\u0000', 'x'.repeat(10_000)];
  for (const company of [mine, null]) {
    const strange = unknown.map((channel) => ({ company, channel }));
    expect(await refusalsOf(page, strange, 'plain')).toEqual(['contract.channel']);
  }
  expect(
    await refusalsOf(
      page,
      [
        { company: mine, channel: 7 },
        { company: null, channel: null },
      ],
      'plain',
    ),
  ).toEqual(['bridge.channel']);
  expect(await refusalsOf(page, [{ company: {}, channel: 'home.status' }], 'plain')).toEqual(['bridge.company']);
  expect(await refusalsOf(page, [{ company: '../other', channel: 'home.status' }], 'plain')).toEqual([
    'company.unknown',
  ]);
  await isAlive(desktop);
});

test('the bridge carries its one channel and no other message of Electron', async ({ desktop }) => {
  await desktop.page();
  const handled = await desktop.inMain(({ ipcMain }) => ipcMain.eventNames());
  // Playwright and Electron listen to their own; nothing of ours hears a message that is no request.
  expect(handled.filter((name) => String(name).startsWith('plumbline'))).toEqual([]);
});

async function listCompanies(page: Page) {
  const schema = z.object({
    ok: z.literal(true),
    value: z.object({ companies: z.array(z.object({ id: z.string() })) }),
  });
  let listed: unknown;
  await expect(async () => {
    listed = await page.evaluate(() => {
      type Bridge = { request: (company: null, channel: string, payload: unknown) => Promise<unknown> };
      return (window as unknown as { plumbline: Bridge }).plumbline.request(null, 'companies.list', {});
    });
    expect(listed).toMatchObject({ ok: true, value: { companies: [{ state: 'open' }] } });
  }).toPass();
  return schema.parse(listed).value;
}
