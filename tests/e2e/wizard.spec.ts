import { expect, test } from './app.ts';
import { ask, logRow, mapJob } from './steps.ts';

const medicalGas = /Add medical gas outlets/;

test('a COR goes into a new Sage change order through the four steps', async ({ app }) => {
  const { page } = app;
  await mapJob(app, '2402');
  await app.go('#/change-orders');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Add to Sage 100' }).click();

  await expect(page.getByRole('heading', { name: 'Step 1 of 4: Change order' })).toBeVisible();
  await expect(page.getByRole('radio', { name: /Create Change Order/ })).toBeChecked();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Approved, line 1')).toHaveValue('18,422.35');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Sage 100 Cost Code, line 1').fill('3300');
  await page.getByLabel('Sage 100 Cost Code, line 1').press('Enter');
  await page.getByLabel('Sage 100 Cost Type, line 1').selectOption('4');
  await page.getByLabel('Sage 100 Multiplier, line 1').fill('0.85');
  await page.getByRole('button', { name: 'Next' }).click();

  await expect(page.getByText('15,659.00').first()).toBeVisible();
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();

  await expect(page.getByRole('heading', { name: 'Change order 9 is in Sage' })).toBeVisible();
  const [header] = await app.inSage("SELECT appamt, cstamt, status FROM prmchg WHERE jobnum = 2402 AND chgnum = '9'");
  expect(header).toMatchObject({ appamt: '18422.35', cstamt: '15659.00' });
  await page.getByRole('button', { name: 'Back to the log' }).click();
  await expect(logRow(app, medicalGas)).toContainText('CO 9');
});

test('the wizard can be done by keyboard alone', async ({ app }) => {
  const { page } = app;
  await mapJob(app, '2402');
  await app.go('#/change-orders?q=medical+gas+outlets');
  await expect(logRow(app, medicalGas)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Add to Sage 100' })).toBeEnabled();
  await page.getByRole('button', { name: 'Add to Sage 100' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Step 1 of 4: Change order' })).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('heading', { name: /Step 2 of 4/ })).toBeVisible();
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('heading', { name: /Step 3 of 4/ })).toBeVisible();
  await page.getByLabel('Sage 100 Cost Code, line 1').focus();
  await page.keyboard.type('3300');
  await page.keyboard.press('Enter');
  await page.getByLabel('Sage 100 Cost Type, line 1').focus();
  await page.keyboard.type('4');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: /Change order \S+ is in Sage/ })).toBeVisible();
});

test('lines are added to an existing change order, and refused ones are dimmed with the reason', async ({ app }) => {
  const { page } = app;
  await mapJob(app, '2402');
  await app.go('#/change-orders');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Add to Sage 100' }).click();
  await page.getByRole('radio', { name: /Add to an existing change order/ }).check();
  const targets = page.getByRole('radiogroup', { name: /Sage change order/i });
  await expect(targets).toContainText(/is (locked|5-Void|6-Rejected)|was invoiced/);
  await targets.getByRole('radio', { name: /^8\b/ }).check();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Sage 100 Cost Code, line 1').fill('3300');
  await page.getByLabel('Sage 100 Cost Code, line 1').press('Enter');
  await page.getByLabel('Sage 100 Cost Type, line 1').selectOption('4');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Push to Sage 100' }).click();
  await expect(page.getByRole('heading', { name: 'Change order 8 is in Sage' })).toBeVisible();
});

test('a draft survives a crash at the step where it was left', async ({ app }) => {
  const { page } = app;
  await mapJob(app, '2402');
  await app.go('#/change-orders');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Add to Sage 100' }).click();
  await page.getByLabel('Description', { exact: true }).fill('Zoë’s outlets – 5″');
  await expect(page.getByText('Draft saved')).toBeVisible();
  await app.restart();
  await expect(page.getByLabel('Description', { exact: true })).toHaveValue('Zoë’s outlets – 5″');
});

test('what Sage would not take is refused in words that lead to the field', async ({ app }) => {
  const { page } = app;
  await mapJob(app, '2402');
  await app.go('#/change-orders');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Add to Sage 100' }).click();
  await page.getByRole('radio', { name: 'Type a number' }).check();
  await page.getByLabel('Change order number').fill('8');
  await page.getByRole('button', { name: /Review/ }).click();
  const refusal = page.getByText(/Change order 8 exists already in this job and phase/);
  await expect(refusal).toBeVisible();
  await expect(page.getByText(/Cost Code is empty: choose the Sage 100 cost code first/)).toBeVisible();
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);
  await ask(app, 'home.status', {});
});
