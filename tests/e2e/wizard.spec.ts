import { expect, test } from './app.ts';
import { logRow, mapJobs } from './steps.ts';
import { addToSage, atStep, choice, codeLine, field, next, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;

test('a COR of a subcontractor is a cost: the steps say so, and do not ask for a prime line', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await addToSage(app, /Medical gas piping/, /Add medical gas outlets/);
  const chosen = page.getByRole('list', { name: 'Change order requests' });
  await expect(chosen).toContainText('15,944.00 requested, 15,500.00 effective');
  await next(app, 2);
  const prime = page.getByRole('table', { name: 'Prime Change Details' });
  await expect(prime).toContainText('a cost: without a prime line the client is charged nothing for it');
  await expect(prime).not.toContainText('15,944.00');
  await next(app, 3);
  await expect(page.getByText('More than the price')).toHaveCount(1);
  // A template shares out a price, and would make this cost 0.00.
  await page.getByRole('button', { name: 'Split evenly' }).first().hover();
  await expect(page.getByRole('tooltip')).toHaveText(/^It is a cost without a price of its own to share out/);
  await expect(field(app, 'Share of the price', 1)).toHaveValue('15,500.00');
});

test('a COR goes into a new Sage change order through the four steps', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await addToSage(app, medicalGas);
  await expect(page.getByRole('radio', { name: 'Create Change Order' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Next number, 9 as of now' })).toBeChecked();
  await next(app, 2);
  await expect(field(app, 'Approved', 1)).toHaveValue('18,422.35');
  await next(app, 3);
  await codeLine(app, 1);
  await field(app, 'Sage 100 Multiplier', 1).fill('0.85');
  await next(app, 4);

  await expect(page.getByRole('definition').filter({ hasText: '15,659.00' }).first()).toBeVisible();
  const budget = page.getByRole('table', { name: 'Budget and Sub Change Details' });
  await expect(budget).toContainText('3300 Cast-in-place concrete');
  await push(app, /^Change order 9 is in Sage$/);

  const [header] = await app.inSage('SELECT * FROM prmchg WHERE jobnum = 2402 AND chgnum = ?', '9');
  expect(header).toMatchObject({ appamt: '18422.35', cstamt: '15659.00', status: 1, usrnme: 'Dana Reyes' });
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await expect(logRow(app, medicalGas)).toContainText('CO 9');
});

test('the wizard can be done by keyboard alone', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await app.go('#/change-orders?q=medical+gas+outlets');
  await expect(logRow(app, medicalGas)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  const add = page.getByRole('button', { name: 'Add to Sage 100' });
  await expect(add).toBeEnabled();
  await add.focus();
  await page.keyboard.press('Enter');
  await atStep(app, 1);
  await page.keyboard.press('Alt+n');
  await atStep(app, 2);
  await page.keyboard.press('Alt+n');
  await atStep(app, 3);
  await choice(app, 'Sage 100 Cost Code', 1).focus();
  await page.keyboard.type('3300');
  await expect(page.getByRole('option', { name: /^3300 / })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(choice(app, 'Sage 100 Cost Type', 1)).toBeEnabled();
  await choice(app, 'Sage 100 Cost Type', 1).focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Alt+n');
  await atStep(app, 4);
  await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Change order 9 is in Sage' })).toBeVisible();
});

test('lines are added to an existing change order, and those that take none are dimmed with the reason', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const [before] = await app.inSage("SELECT recnum, reqamt FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
  await addToSage(app, medicalGas);
  await page.getByRole('radio', { name: /^Add to an existing change order/ }).check();
  for (const [row, reason] of [
    [/^Change order 4/, 'is locked (Lock Edit): unlock it in Sage 6-4-1'],
    [/^Change order 3/, 'is 6-Rejected: create a new change order.'],
    [/^Change order 1 /, 'was invoiced on 2026-03-20'],
  ] as const) {
    await expect(page.getByRole('row', { name: row })).toContainText(reason);
    await expect(page.getByRole('row', { name: row }).getByRole('radio')).toBeDisabled();
  }
  await page.getByRole('radio', { name: 'Change order 8 Owner list 8 revisions' }).check();
  await next(app, 2);
  await next(app, 3);
  await codeLine(app, 1);
  await next(app, 4);
  // 24,648.05 stood there before.
  await expect(page.getByText('43,070.40').first()).toBeVisible();
  await push(app, /^Change order 8 has the new lines$/);
  const [after] = await app.inSage('SELECT reqamt FROM prmchg WHERE recnum = ?', String(before?.recnum));
  expect(after).toEqual({ reqamt: '43070.40' });
});

test('a draft survives a crash at the step where it was left', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await addToSage(app, medicalGas);
  const description = page.getByRole('textbox', { name: 'Description' });
  await description.fill('Zoë’s outlets – 5″');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await next(app, 2);
  await field(app, 'Requested', 1).fill('(1,234.50)');
  await field(app, 'Approved', 1).click();
  await expect(page.getByText('Draft saved')).toBeVisible();
  await app.crash();
  await app.start();
  await atStep(app, 2);
  await expect(field(app, 'Requested', 1)).toHaveValue('(1,234.50)');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(description).toHaveValue('Zoë’s outlets – 5″');
});

test('a draft is found again in the log and in the queue, and leaves nothing behind when it is discarded', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await addToSage(app, medicalGas);
  await page.getByRole('combobox', { name: 'Reason' }).fill('Owner request');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(logRow(app, medicalGas)).toContainText('Draft');
  await app.go('#/queue');
  await page.getByRole('button', { name: /^Open draft/ }).click();
  await atStep(app, 1);
  await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Owner request');
  await page.getByRole('button', { name: 'Discard' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Discard/ })
    .click();
  await expect(logRow(app, medicalGas)).toContainText('Not in Sage');
  await app.go('#/queue');
  await expect(page.getByRole('heading', { name: 'The queue is empty' })).toBeVisible();
});
