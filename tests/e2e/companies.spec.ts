import { everyEntry } from '#shared/domain/records.ts';
import { type App, expect, test } from './app.ts';
import { seriousInBoth } from './axe.ts';
import { ask, logRow, mapJobs, openDetail, pushCor, toast } from './steps.ts';

const medicalGas = /Add medical gas outlets/;

const switcher = ({ page }: App) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: /^Company: / });

/** Adds the sample company beside the one of the configuration file, as a person does. Out: the app as seen from that company. */
async function addPractice(app: App): Promise<App> {
  const { page } = app;
  await app.go('#/settings/companies');
  await page.getByRole('button', { name: 'Add a company' }).click();
  const panel = page.getByRole('dialog', { name: 'Add a company' });
  await panel.getByRole('radio', { name: /The sample company/ }).check();
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Practice Builders');
  await expect(panel.getByRole('textbox', { name: 'Short name' })).toHaveValue('practice-builders');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(app, /Practice Builders was added/)).toBeVisible();
  return { ...app, company: 'practice-builders' };
}

/** By keyboard alone. */
async function switchTo(app: App, name: string): Promise<void> {
  const { page } = app;
  await switcher(app).focus();
  await page.keyboard.press('Enter');
  const item = page.getByRole('menuitemradio', { name: new RegExp(name) });
  await expect(item).toBeVisible();
  while (!(await item.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(switcher(app)).toHaveAccessibleName(new RegExp(`^Company: ${name}`));
}

test('a second company is added on screen, and neither log, queue, history nor settings of the two ever mix', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await mapJobs(app, '2402');
  const first = await pushCor(app, medicalGas);
  const practice = await addPractice(app);
  await mapJobs(practice, '2402');

  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText(`CO ${first.number}`);
  await openDetail(app, first.cor);
  await expect(page.getByRole('dialog')).toBeVisible();
  await app.go('#/company/practice-builders/change-orders');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await switchTo(app, 'Cascade Ridge Builders');
  await switchTo(app, 'Practice Builders');
  await expect(page).toHaveURL(/#\/change-orders$/);
  await expect(switcher(app)).toBeFocused();
  await expect(page).toHaveTitle(/Practice Builders/);
  await expect(logRow(app, medicalGas)).toContainText('Not in Sage');

  const second = await pushCor(practice, medicalGas, (draft) => ({
    ...draft,
    header: { ...draft.header, description: 'Only in practice' },
    budget: draft.budget.map((line) => ({ ...line, costCode: '3300.000', costType: '4' })),
  }));
  await expect(logRow(app, medicalGas)).toContainText(`CO ${second.number}`);
  expect(await app.inSage("SELECT recnum FROM prmchg WHERE dscrpt = 'Only in practice'")).toEqual([]);
  const pageOf = { offset: 0, limit: 200 };
  const [mine, theirs] = await Promise.all([
    ask(app, 'history.list', everyEntry),
    ask(practice, 'history.list', everyEntry),
  ]);
  const ids = new Set(mine.rows.map(({ transferId }) => transferId).filter((id) => id !== null));
  expect(theirs.rows.filter(({ transferId }) => transferId !== null && ids.has(transferId))).toEqual([]);
  expect((await ask(app, 'queue.list', { states: [], search: '', ...pageOf })).total).toBe(1);

  await app.go('#/history');
  await expect(page.getByText('Only in practice').first()).toBeHidden();
  await page.reload();
  await expect(switcher(app)).toHaveAccessibleName(/^Company: Practice Builders.*Sample company/);
  await switchTo(app, 'Cascade Ridge Builders');
  await expect(page).toHaveURL(/#\/history$/);
});

test('an answer of one company that comes after the switch is never shown under the other one’s name', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const practice = await addPractice(app);
  await mapJobs(practice, '2402');
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const late: Promise<void>[] = [];
  await page.route('**/rpc/cascade/cors.list', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/"title":"[^"]*"/g, '"title":"Of Cascade alone"');
    late.push(released.then(() => route.fulfill({ response, body })));
  });
  await app.go('#/change-orders');
  await expect.poll(() => late.length).toBeGreaterThan(0);
  await switchTo(app, 'Practice Builders');
  await expect(logRow(app, medicalGas)).toBeVisible();
  release();
  await Promise.all(late);
  await ask(practice, 'sync.now', { side: 'clearstory' });
  await expect(logRow(app, medicalGas)).toBeVisible();
  await expect(page.getByText('Of Cascade alone')).toHaveCount(0);
});

test('what the configuration file sets is shown and not changed; what was entered is changed, removed, and taken up again', async ({
  app,
}) => {
  const { page } = app;
  const practice = await addPractice(app);
  await page.getByRole('row', { name: /Cascade Ridge Builders/ }).click();
  const byFile = page.getByRole('dialog', { name: 'Cascade Ridge Builders' });
  await expect(byFile).toContainText('The configuration file');
  await expect(byFile.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.getByRole('row', { name: /Practice Builders/ }).click();
  const panel = page.getByRole('dialog', { name: 'Practice Builders' });
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Practice and Sons');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(toast(app, /Practice and Sons was saved/)).toBeVisible();
  expect(await ask(practice, 'app.info', {})).toMatchObject({ company: 'Practice and Sons' });
  await switchTo(app, 'Practice and Sons');
  await app.go('#/settings/companies');
  await page.getByRole('row', { name: /Practice and Sons/ }).click();
  const remove = page.getByRole('button', { name: 'Remove …' });
  await expect(remove).toHaveAccessibleDescription(/go to another one first/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await switchTo(app, 'Cascade Ridge Builders');
  await app.go('#/settings/companies');
  await page.getByRole('row', { name: /Practice and Sons/ }).click();
  await remove.click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(toast(app, /Practice and Sons was removed/)).toContainText('practice-builders.db');
  await expect(switcher(app)).toHaveCount(0);

  await app.go('#/settings/companies');
  await page.getByRole('button', { name: 'Add a company' }).click();
  const again = page.getByRole('dialog', { name: 'Add a company' });
  await again.getByRole('radio', { name: /The sample company/ }).check();
  await again.getByRole('textbox', { name: 'Name', exact: true }).fill('Practice Builders');
  await expect(again.getByRole('textbox', { name: 'Short name' })).toHaveValue('practice-builders-2');
  await again.getByRole('textbox', { name: 'Short name' }).fill('practice-builders');
  await again.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(again.getByText('Data of an earlier company practice-builders is kept')).toBeVisible();
  await again.getByRole('checkbox', { name: /go on with its data/ }).check();
  await again.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(app, /Practice Builders was added/)).toBeVisible();
});

test('the list, the form and the switcher are fit for everybody, in light and in dark', async ({ app }) => {
  test.slow();
  const { page } = app;
  await addPractice(app);
  const check = async () => expect.soft(await seriousInBoth(page)).toEqual([]);
  await check();
  await page.getByRole('button', { name: 'Add a company' }).click();
  const panel = page.getByRole('dialog', { name: 'Add a company' });
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Third');
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(panel.getByText('Enter the name of the computer')).toBeVisible();
  await check();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await switcher(app).click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(2);
  await check();
});
