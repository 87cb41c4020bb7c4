import { expect, test } from './app.ts';
import { serious } from './axe.ts';
import { linkAll, openItem, projectId, readBoth } from './procoreSteps.ts';

test.use({ withProcore: true });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on Procore's board and panel, ${colorScheme}`, async ({ app, procore }) => {
    test.slow();
    if (procore === null) throw new Error('No Procore');
    const rules = colorScheme === 'light' ? [] : ['color-contrast', 'link-in-text-block'];
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const project = projectId(procore, '2402');
    await readBoth(app);
    await linkAll(app, 'project', ({ key }) => key.id === `p:${project}`);
    await readBoth(app);
    for (const kind of ['project', 'vendor', 'commitment', 'invoice']) {
      await app.go(`#/procore/${kind}`);
      await expect(app.page.getByRole('row').nth(1)).toBeVisible();
      expect.soft(await serious(app, rules), kind).toEqual([]);
    }
    await app.go('#/procore/invoice');
    await app.page.getByRole('row').nth(1).click();
    const sides = app.page.getByRole('table', { name: 'Both sides' }).getByRole('row', { name: /^Date/ });
    await expect(sides).toContainText(/Date\s*\d{2}\/\d{2}\/\d{4}/);
    const panel = await openItem(app, { kind: 'costCodes', id: 'p:company' });
    await expect(panel.getByRole('button', { name: /^Accept and / })).toBeEnabled();
    expect.soft(await serious(app, rules), 'panel with its preview').toEqual([]);
  });
}
