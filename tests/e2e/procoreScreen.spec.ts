import { expect, test } from './app.ts';
import { seriousInBoth } from './axe.ts';
import { linkAll, openItem, projectId, readBoth, rowsOf } from './procoreSteps.ts';

test.use({ withProcore: true });

test('Procore’s tabs stand in one line, also in a small window', async ({ app }, info) => {
  await readBoth(app);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.page.setViewportSize({ width, height });
    await app.go('#/procore/vendor');
    await expect(app.page.getByRole('tab', { name: /\(\d+\)$/ }).first()).toBeVisible();
    const tops = await app.page
      .getByRole('tab')
      .evaluateAll((all) => all.map((tab) => tab.getBoundingClientRect().top));
    await app.page.screenshot({ path: info.outputPath(`tabs-${width}.png`) });
    expect(new Set(tops).size, `${width} wide`).toBe(1);
    const hidden = await app.page.getByRole('tablist').evaluate((list) => list.scrollWidth - list.clientWidth);
    expect(hidden, `${width} wide`).toBe(0);
  }
});

test('axe finds nothing serious on Procore’s board and panel, in light and in dark', async ({ app, procore }) => {
  test.slow();
  if (procore === null) throw new Error('No Procore');
  const project = projectId(procore, '2402');
  await readBoth(app);
  await linkAll(app, 'project', ({ key }) => key.id === `p:${project}`);
  await readBoth(app);
  for (const kind of ['project', 'vendor', 'commitment', 'invoice']) {
    await app.go(`#/procore/${kind}`);
    await expect(app.page.getByRole('row').nth(1)).toBeVisible();
    expect.soft(await seriousInBoth(app.page), kind).toEqual([]);
  }
  await app.go('#/procore/invoice');
  await app.page.getByRole('row').nth(1).click();
  const sides = app.page.getByRole('table', { name: 'Both sides' }).getByRole('row', { name: /^Date/ });
  await expect(sides).toContainText(/Date\s*\d{2}\/\d{2}\/\d{4}/);
  const panel = await openItem(app, { kind: 'costCodes', id: 'p:company' });
  await expect(panel.getByRole('button', { name: /^Accept and / })).toBeEnabled();
  expect.soft(await seriousInBoth(app.page), 'panel with its preview').toEqual([]);
});

test('an item that takes the place of another one keeps the focus, and with it readers’ ears', async ({ app }) => {
  await readBoth(app);
  const [first, second] = await rowsOf(app, 'vendor');
  if (first === undefined || second === undefined) throw new Error('No vendors');
  await openItem(app, first.key);
  const panel = app.page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused();
  await app.go(`#/procore/vendor?item=${encodeURIComponent(second.key.id)}`);
  await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText(second.title);
  // Once everything that moves the focus has had its turn.
  await app.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused();
});
