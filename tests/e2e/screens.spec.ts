import { settingsSections } from '../../renderer/screens/settings/settingsSections.ts';
import { type App, expect, test } from './app.ts';
import { serious, seriousInBoth } from './axe.ts';
import { ask, coded, draftOf, mapJobs, openDetail, pushCor } from './steps.ts';
import { atStep, codeLine } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;

/** Every screen, and what each says when there is nothing to show. */
const screens: readonly string[] = [
  '#/home',
  '#/projects/mapped',
  '#/projects/not-mapped',
  '#/projects/imported',
  '#/projects/imported?show=rejected',
  '#/change-orders',
  '#/change-orders?q=nothing+like+it',
  '#/queue',
  '#/queue?state=done',
  '#/history',
  ...settingsSections.map(({ id }) => `#/settings/${id}`),
];

const check = async (app: App, place: string) => expect.soft(await seriousInBoth(app.page), place).toEqual([]);

test.describe('in light and in dark', () => {
  test.slow();

  test('axe finds nothing serious on any screen', async ({ app }) => {
    await mapJobs(app, '2402');
    await pushCor(app, medicalGas);
    for (const screen of screens) {
      await app.go(screen);
      await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(app.page.getByRole('progressbar')).toHaveCount(0);
      await check(app, screen);
    }
  });

  test('axe finds nothing serious in any step of the wizard', async ({ app }) => {
    const { page } = app;
    await mapJobs(app, '2402');
    const id = await draftOf(app, [medicalGas, /Upgrade corridor lighting/], (draft) => draft);
    await app.go(`#/add/${id}/1`);
    await atStep(app, 1);
    await check(app, 'step 1, a new change order');
    await page.getByRole('radio', { name: /^Add to an existing/ }).check();
    await expect(page.getByRole('radio', { name: /^Change order 8/ })).toBeVisible();
    await check(app, 'step 1, an existing change order');
    await page.getByRole('radio', { name: 'Create Change Order' }).check();
    await app.go(`#/add/${id}/2`);
    await atStep(app, 2);
    await check(app, 'step 2');
    await app.go(`#/add/${id}/3`);
    await atStep(app, 3);
    await codeLine(app, 1);
    await page.getByRole('button', { name: 'Subcontract change, line 1' }).click();
    await check(app, 'step 3, with a subcontract change');
    await app.go(`#/add/${id}/4`);
    await expect(page.getByRole('alert')).toBeVisible();
    await check(app, 'step 4, refused');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check(app, 'discarding');
    await page.keyboard.press('Escape');

    await app.go('#/home');
    const { draft } = await ask(app, 'drafts.get', { id });
    const budget = draft.budget.map((line) => ({ ...line, subcontract: null }));
    await ask(app, 'drafts.save', { id, draft: coded({ ...draft, budget }) });
    await app.go(`#/add/${id}/4`);
    await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
    await page.getByRole('switch', { name: 'Show every field as written' }).check();
    await check(app, 'step 4, the plan');
    await page.getByRole('button', { name: 'Push to Sage 100' }).click();
    await expect(page.getByRole('heading', { name: /is in Sage$/ })).toBeVisible();
    await check(app, 'pushed');
  });

  test('axe finds nothing serious in panels, menus and dialogs', async ({ app }) => {
    const { page } = app;
    await mapJobs(app, '2402');
    const { cor, record } = await pushCor(app, medicalGas);
    await app.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
    await ask(app, 'sync.now', { side: 'sage' });
    await openDetail(app, cor);
    await expect(page.getByRole('table', { name: 'Changed fields' })).toBeVisible();
    await check(app, 'a COR that changed in Sage');
    app.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '7.50' });
    await ask(app, 'sync.now', { side: 'clearstory' });
    await expect(page.getByRole('table', { name: 'Fields to decide' })).toBeVisible();
    await check(app, 'a conflict');
    await page.getByRole('button', { name: 'Unlink…' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check(app, 'unlinking');
    await page.keyboard.press('Escape');

    await app.go('#/queue?state=done');
    await page.getByRole('row', { name: /COR 1/ }).click();
    await expect(page.getByText('rows read back equal')).toBeVisible();
    await check(app, 'a transfer');
    await app.go('#/history');
    await page.getByRole('row', { name: /mapped project/ }).click();
    await expect(page.getByRole('dialog').getByRole('table')).toBeVisible();
    await check(app, 'an entry of History');
    await app.go('#/home');
    await page.getByRole('button', { name: 'List the runs of Clearstory' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(app, 'the runs of a side');

    await app.go('#/projects/mapped');
    await page.getByRole('row', { name: /MultiCare Cedar/ }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(app, 'a mapped project');
    await page.getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('combobox', { name: 'Phase' })).toBeVisible();
    await page.getByRole('combobox', { name: 'Sage job' }).fill('multicare');
    await expect(page.getByRole('option', { name: /^2414 / })).toBeVisible();
    await check(app, 'choosing a job');
    await app.go('#/projects/imported');
    await page.getByRole('checkbox', { name: /^Select job 2404/ }).check();
    await page.getByRole('button', { name: 'Reject 1' }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await check(app, 'rejecting a job');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Accept 1' }).click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    await check(app, 'accepting a job');

    await app.go('#/change-orders');
    await page.getByRole('button', { name: 'Choose columns' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await check(app, 'choosing columns');
  });
});

test('in high contrast every state and choice is still told apart', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await mapJobs(app, '2402');
  const { cor } = await pushCor(app, medicalGas);
  for (const screen of ['#/home', '#/projects/mapped', '#/change-orders', `#/change-orders?cor=${cor.id}`, '#/queue']) {
    await app.go(screen);
    await expect(page.getByRole('heading', { level: screen.includes('cor=') ? 2 : 1 }).first()).toBeVisible();
    expect.soft(await serious(app), screen).toEqual([]);
  }
  await app.go('#/change-orders?sage=notInSage');
  const background = (pressed: boolean) =>
    page
      .getByRole('button', { name: /^(Not in Sage|Failed)/, pressed })
      .evaluate((chip) => getComputedStyle(chip).backgroundColor);
  expect(await background(true)).not.toBe(await background(false));
});

test('no screen scrolls sideways, at 1280 × 800 and at 3840 × 2160', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor } = await pushCor(app, medicalGas);
  const id = await draftOf(app, [/Upgrade corridor lighting/]);
  const places = [...screens, `#/change-orders?cor=${cor.id}`, ...[1, 2, 3, 4].map((step) => `#/add/${id}/${step}`)];
  for (const place of places) {
    await app.go(place);
    await expect(page.getByRole('heading').first()).toBeVisible();
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 3840, height: 2160 },
    ]) {
      await page.setViewportSize(viewport);
      const over = await page.evaluate(async () => {
        // What follows the window's width has followed it by then.
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        return document.documentElement.scrollWidth - window.innerWidth;
      });
      expect.soft(over, `${place} at ${viewport.width}`).toBeLessThanOrEqual(0);
    }
  }
});
