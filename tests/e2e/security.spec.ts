import { expect, test } from './app.ts';
import { draftOf, mapJobs, openDetail, pushCor } from './steps.ts';

test('the address opens Plumbline once, and a browser without a session gets nothing', async ({ app, browser }) => {
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  const answer = await page.goto(app.address());
  expect(answer?.status()).toBe(403);
  await expect(page.getByText('This address has been used already or is older than five minutes.')).toBeVisible();
  const { origin } = new URL(app.address());
  const asked = await page.request.post(`${origin}/rpc/cascade/home.status`, { data: {}, headers: { origin } });
  expect(asked.status()).toBe(401);
  expect(await asked.json()).toMatchObject({ ok: false, failure: { code: 'web.noSession' } });
  await stranger.close();
});

test('nothing is loaded from elsewhere, and the page’s policy forbids it', async ({ app }) => {
  const { page } = app;
  const origins = new Set<string>();
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  const answer = await page.reload();
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src[^;]*'nonce-/);
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  expect(policy).toContain("frame-ancestors 'none'");
  await mapJobs(app, '2402');
  const { cor } = await pushCor(app, /Add medical gas outlets/);
  await openDetail(app, cor);
  await expect(page.getByRole('dialog')).toContainText('In step');
  const id = await draftOf(app, [/Upgrade corridor lighting/]);
  for (const place of [...[1, 2, 3, 4].map((step) => `#/add/${id}/${step}`), '#/history', '#/settings/diagnostics']) {
    await app.go(place);
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
  expect([...origins]).toEqual([new URL(page.url()).origin]);
});

test('what Clearstory and Sage send is shown as text, never run', async ({ app }) => {
  const { page } = app;
  const [project = ''] = await mapJobs(app, '2402');
  const hostile = '<img src=x onerror="document.title=1">=HYPERLINK("http://a")';
  app.sandbox.control.addCor({
    projectId: Number(project),
    corNumber: '66',
    title: hostile,
    description: `<script>document.title = 'run'</script><p>${hostile}</p>`,
    status: 'approved_co_issued',
    requestedAmount: '66.00',
  });
  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync Clearstory' }).click();
  await app.go('#/change-orders');
  await expect(page.getByRole('gridcell', { name: hostile })).toBeVisible();
  await page.getByRole('gridcell', { name: '66', exact: true }).getByText('66').click();
  await expect(page.getByRole('dialog')).toContainText(hostile);
  await expect(page).toHaveTitle('Change orders – Plumbline');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});
