import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { type App, expect, test } from '../e2e/app.ts';
import { acceptItem, linkAll, openItem, projectId, readBoth, rowsOf } from '../e2e/procoreSteps.ts';
import { approve, ask, coded, corTitled, draftOf, mapJobs, pushCor } from '../e2e/steps.ts';
import { atStep } from '../e2e/wizard.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'resources/help/pictures');
mkdirSync(folder, { recursive: true });

const medicalGas = /Add medical gas outlets/;
const lighting = /Upgrade corridor lighting/;

test.beforeEach(async ({ app }) => {
  await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await app.page.clock.setFixedTime(new Date());
});

/** The window as it is, once nothing loads and nothing moves. */
async function picture({ page }: App, name: string): Promise<void> {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await page.mouse.move(1, 799);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

test('from Home to a pushed change order', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await pushCor(app, lighting);
  await app.go('#/home');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await picture(app, 'home');

  await app.go('#/projects/not-mapped');
  await page.getByRole('row', { name: /Harborview/ }).click();
  const mapping = page.getByRole('dialog');
  await mapping.getByRole('button', { name: 'Edit' }).click();
  await mapping.getByRole('combobox', { name: /Sage job/ }).fill('2403');
  await page.getByRole('option').first().click();
  await picture(app, 'map-project');
  await page.keyboard.press('Escape');

  await app.go('#/change-orders');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await picture(app, 'change-orders');

  const id = await draftOf(app, [medicalGas]);
  for (const [step, name] of [
    [1, 'step-change-order'],
    [2, 'step-prime'],
    [3, 'step-budget'],
    [4, 'change-order-review'],
  ] as const) {
    await app.go(`#/add/${id}/${step}`);
    await atStep(app, step);
    await picture(app, name);
  }
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(page.getByRole('heading', { name: /is in Sage$/ })).toBeVisible();
  await picture(app, 'pushed');
});

test('what waits in the queue', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const ids = [await draftOf(app, [medicalGas], coded), await draftOf(app, [lighting], coded)];
  const other = await app.saveInSage();
  await approve(app, ids[0] ?? '');
  await app.go('#/queue');
  await expect(page.getByRole('row', { name: /COR 1/ })).toContainText('Waiting');
  await picture(app, 'queue');
  await other.end();
});

test('a COR that changed after its push', async ({ app }) => {
  await mapJobs(app, '2402');
  await pushCor(app, medicalGas);
  await app.inSage("UPDATE prmchg SET dscrpt = 'Edited in Sage' WHERE jobnum = 2402 AND appamt = '18422.35'");
  await ask(app, 'sync.now', { side: 'all' });
  const cor = await corTitled(app, medicalGas);
  await app.go(`#/change-orders?cor=${cor.id}`);
  await expect(app.page.getByRole('dialog')).toContainText('Changed in Sage');
  await picture(app, 'changed-in-sage');
});

test('the icons beside the clock', async ({ page }) => {
  const icons = [
    ['in-step', 'In step'],
    ['working', 'Working'],
    ['needs-you', 'Needs you'],
    ['no-contact', 'No contact'],
    ['paused', 'Paused'],
  ] as const;
  const drawn = (name: string) =>
    readFileSync(join(root, 'resources/icons/tray/drawn', `${name}-light-48.png`)).toString('base64');
  await page.goto('about:blank');
  await page.setViewportSize({ width: 640, height: 104 });
  await page.setContent(
    `<body style="margin:0;display:flex;justify-content:space-around;align-items:center;height:104px;font:14px sans-serif;background:#f3f3f3">${icons
      .map(
        ([name, words]) =>
          `<div style="text-align:center"><img alt="" src="data:image/png;base64,${drawn(name)}"><br>${words}</div>`,
      )
      .join('')}</body>`,
  );
  await page.screenshot({ path: join(folder, 'tray-icons.png') });
});

test.describe('Procore', () => {
  test.use({ withProcore: true });

  test('the board, an item with its preview, and the reconciliation', async ({ app, procore }) => {
    if (procore === null) throw new Error('No Procore');
    const { page } = app;
    const project = projectId(procore, '2417');
    await readBoth(app);
    await acceptItem(app, procoreItem('costCodes', 'company'));
    await readBoth(app);
    await acceptItem(app, procoreItem('project', project), { 'Job#': '2417' });
    await linkAll(
      app,
      'vendor',
      ({ title, key }) => /^Foss Landing|^Pacific Ready/.test(title) && key.id.startsWith('p:'),
    );
    await readBoth(app);
    await acceptItem(app, procoreItem('budget', project));
    await readBoth(app);
    const ready = (await rowsOf(app, 'commitment', project)).filter(({ state }) => state.name === 'readyToExport');
    const [first, ...rest] = ready;
    if (first === undefined) throw new Error('No commitment is ready');
    for (const { key } of rest) await acceptItem(app, key);
    const panel = await openItem(app, first.key);
    await expect(panel.getByRole('button', { name: /^Accept and / })).toBeEnabled();
    await picture(app, 'procore-item');
    await readBoth(app);
    await app.go(`#/procore/commitment?project=${encodeURIComponent(project)}`);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await picture(app, 'procore-board');
    await app.go('#/procore/reconcile');
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    await picture(app, 'reconcile');
  });
});
