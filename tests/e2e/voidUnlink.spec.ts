import { expect, test } from './app.ts';
import { ask, logRow, mapJobs, openDetail, pushCor } from './steps.ts';
import { addToSage, atStep, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;

test('a COR that was voided in Clearstory is voided in Sage, header and lines', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, medicalGas, (draft) => ({
    ...draft,
    budget: draft.budget.map((line) => ({
      ...line,
      costCode: '15160.000',
      costType: '4',
      subcontract: { vendor: '1350', subcontract: '207', line: '4', changeNumber: '207-9', status: '1' },
    })),
  }));
  const changed = async () =>
    (await app.inSage('SELECT change FROM sbcnln WHERE recnum = 207 AND linnum = 4'))[0]?.change;
  expect(await changed()).toBe('18422.35');
  app.sandbox.control.voidCor(cor.id);
  await ask(app, 'sync.now', { side: 'clearstory' });
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText('Void pending');
  await logRow(app, medicalGas).getByRole('gridcell').first().click();
  await page.getByRole('button', { name: 'Void in Sage' }).click();
  await atStep(app, 1);
  await expect(page.getByRole('radio', { name: /^5-Void/ })).toBeChecked();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await atStep(app, 4);
  await expect(page.getByRole('main')).toContainText('5-Void');
  await push(app, /^Change order 9 is void in Sage$/);
  expect(await app.inSage('SELECT status FROM prmchg WHERE recnum = ?', record)).toEqual([{ status: 5 }]);
  expect(await app.inSage('SELECT chgsts FROM sbcgln WHERE recnum = ?', record)).toEqual([{ chgsts: 5 }]);
  expect(await changed()).toBe('0.00');
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).not.toContainText('Void pending');
});

test('a COR is unlinked with a reason, and can be added anew', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor } = await pushCor(app, medicalGas);
  const detail = await openDetail(app, cor);
  await detail.getByRole('button', { name: 'Unlink…' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('stay in Sage as they are');
  await asked.getByRole('textbox').fill('Belongs to another change order');
  await asked.getByRole('button', { name: 'Unlink' }).click();
  await expect(detail).toContainText('It has not been added to Sage 100.');
  await expect(detail).toContainText('Belongs to another change order');
  await addToSage(app, medicalGas);
  await expect(page.getByRole('radio', { name: 'Next number, 10 as of now' })).toBeChecked();
});

test('a change order that was deleted in Sage is told, and its COR is free again once unlinked', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, medicalGas);
  for (const table of ['pmcgln', 'sbcgln', 'prmchg']) {
    await app.inSage(`DELETE FROM ${table} WHERE recnum = ?`, record);
  }
  await ask(app, 'sync.now', { side: 'sage' });
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText('Gone from Sage');
  const detail = await openDetail(app, cor);
  await expect(detail.getByRole('button', { name: 'Push update' })).toBeDisabled();
  await detail.getByRole('button', { name: 'Unlink…' }).click();
  await page.getByRole('alertdialog').getByRole('textbox').fill('Deleted in Sage by Sam');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unlink' }).click();
  await expect(detail.getByRole('button', { name: 'Add to Sage 100' })).toBeEnabled();
});

test('labels and job numbers are written to Clearstory only once somebody wants them', async ({ app }) => {
  const { page, sandbox } = app;
  await mapJobs(app, '2402', '2408');
  const { cor } = await pushCor(app, medicalGas);
  await ask(app, 'sync.now', { side: 'all' });
  expect(sandbox.control.writes()).toEqual([]);
  await app.go('#/settings/write-back');
  await page.getByRole('checkbox', { name: /^Label pushed CORs/ }).check();
  await page.getByRole('checkbox', { name: /^Enter the Sage job number/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(() => sandbox.control.writes().length).toBe(2);
  expect(sandbox.control.writes().map(({ method, body }) => [method, JSON.stringify(body)])).toEqual([
    ['PATCH', expect.stringContaining('Sage CO 9')],
    ['PATCH', expect.stringContaining('2408')],
  ]);
  await ask(app, 'sync.now', { side: 'all' });
  expect(sandbox.control.writes()).toHaveLength(2);
  const detail = await openDetail(app, cor);
  await expect(detail).toContainText('Sage CO 9');
  await expect(detail).toContainText('In step with change order 9.');
});
