import AxeBuilder from '@axe-core/playwright';
import { type App, expect, test } from './app.ts';
import { mapJobs, pushCor } from './steps.ts';

const screens = [
  '#/home',
  '#/projects/mapped',
  '#/projects/not-mapped',
  '#/projects/imported',
  '#/change-orders',
  '#/queue',
  '#/history',
  '#/settings/sage',
  '#/settings/clearstory',
  '#/settings/defaults',
  '#/settings/diagnostics',
];

async function serious(app: App): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page: app.page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${colorScheme}`, async ({ app }) => {
    test.slow();
    await app.page.emulateMedia({ colorScheme });
    await mapJobs(app, '2402');
    const { cor } = await pushCor(app, /Add medical gas outlets/);
    for (const screen of [...screens, `#/change-orders?cor=${cor.id}`]) {
      await app.go(screen);
      await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await serious(app), screen).toEqual([]);
    }
  });
}
