import { expect, test } from './app.ts';
import { corTitled, draftOf, logRow, mapJobs, openDetail, pushCor } from './steps.ts';
import { atStep, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;
const inJob = "SELECT chgnum FROM prmchg WHERE jobnum = 2402 AND appamt = '18422.35'";

test('what is pushed from two windows at once is written once', async ({ app, context }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas]);
  await app.go(`#/add/${id}/4`);
  const other = await context.newPage();
  await other.goto(page.url());
  const windows = [page, other];
  const buttons = windows.map((window) => window.getByRole('button', { name: 'Push to Sage 100' }));
  for (const button of buttons) await expect(button).toBeEnabled();
  // Found beforehand: once one window has pushed, the other no longer offers it.
  const found = await Promise.all(buttons.map((button) => button.elementHandle()));
  await Promise.all(found.map((button) => button?.evaluate((element) => (element as HTMLElement).click())));
  for (const window of windows) {
    await expect(window.getByRole('heading', { name: 'Change order 9 is in Sage' })).toBeVisible();
  }
  expect(await app.inSage(inJob)).toEqual([{ chgnum: '9' }]);
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toHaveLength(1);
});

test('a COR that is in Sage cannot be added a second time', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor } = await pushCor(app, medicalGas);
  await app.go('#/change-orders');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  const add = page.getByRole('button', { name: 'Add to Sage 100' });
  await expect(add).toBeDisabled();
  await add.focus();
  await expect(page.getByRole('tooltip')).toHaveText('COR 1 is in Sage already, in change order 9, and in step.');
  const detail = await openDetail(app, cor);
  await expect(detail.getByRole('button', { name: 'Push update' })).toBeDisabled();
  await expect(detail.getByRole('button', { name: 'Add to Sage 100' })).toHaveCount(0);
});

test('the next number is taken when it is written: one that Sage has given away meanwhile is not used', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas]);
  await app.go(`#/add/${id}/1`);
  await expect(page.getByRole('radio', { name: 'Next number, 9 as of now' })).toBeChecked();
  const [model] = await app.inSage("SELECT * FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
  const rival = { ...model, recnum: '5000', _idnum: 'rival', chgnum: '9', dscrpt: 'Entered by hand' };
  const names = Object.keys(rival);
  await app.go(`#/add/${id}/4`);
  await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
  await app.inSage(
    `INSERT INTO prmchg (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(rival).map((value) => (value === null ? null : String(value))),
  );
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(page.getByRole('heading', { name: 'Change order 10 is in Sage' })).toBeVisible();
  expect(await app.inSage(inJob)).toEqual([{ chgnum: '10' }]);
});

test('a COR that Clearstory’s own integration pushed is not entered twice', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2406');
  await app.go('#/change-orders');
  const row = logRow(app, /Temporary shuttle lot/);
  await expect(row).toContainText('External');
  await row.getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Add to Sage 100' }).focus();
  await expect(page.getByRole('tooltip')).toContainText('Adding it here would enter it twice.');
  const detail = await openDetail(app, await corTitled(app, /Temporary shuttle lot/));
  await expect(detail).toContainText('Clearstory’s own integration has pushed COR 2 already');
});

test('progress is told while it goes, and the receipt shows every value that was read back', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas]);
  await app.go(`#/add/${id}/4`);
  await atStep(app, 4);
  await push(app, /^Change order 9 is in Sage$/);
  await expect(page.getByText('3 rows were read back, all equal to the cent.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Progress' }).getByRole('listitem')).toContainText([
    'Queued',
    'Written to Sage in one transaction',
    'Read back and found equal',
    'Done',
  ]);
  await app.go('#/queue?state=done');
  await page.getByRole('row', { name: /COR 1/ }).click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('In Sage as change order 9.');
  await expect(panel).toContainText('3 rows read back equal');
  await panel.getByText('6-4-1').first().click();
  await expect(panel.getByRole('cell', { name: '18,422.35' }).first()).toBeVisible();
});

test('a push needs only Sage: it goes through while Clearstory is away', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  app.sandbox.control.setFaults({ keyRevoked: true });
  const id = await draftOf(app, [medicalGas]);
  await app.go(`#/add/${id}/4`);
  await push(app, /^Change order 9 is in Sage$/);
  await expect(page.getByText('3 rows were read back, all equal to the cent.')).toBeVisible();
  expect(await app.inSage(inJob)).toEqual([{ chgnum: '9' }]);
});
