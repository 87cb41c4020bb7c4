import { expect, test } from './app.ts';
import { ask, logRow, mapJobs, openDetail, pushCor } from './steps.ts';
import { atStep, field, next, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;

test('a COR that changed in Clearstory shows previous and new totals, and the update is pushed', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, medicalGas);
  const [line] = await app.inSage('SELECT dscrpt FROM pmcgln WHERE recnum = ?', record);
  app.sandbox.control.updateCor(cor.id, {
    title: 'Add medical gas outlets, all rooms',
    requestedAmount: '20500.00',
    approvedCoIssuedAmount: '20000.00',
  });
  await ask(app, 'sync.now', { side: 'clearstory' });
  await app.go('#/change-orders?sage=changedSincePush');
  await expect(page.getByRole('button', { name: 'Changed since push 1' })).toBeVisible();
  await expect(logRow(app, medicalGas)).toContainText('Changed since push');

  const detail = await openDetail(app, cor);
  const totals = detail.getByRole('table', { name: 'Totals of the COR' });
  await expect(totals.getByRole('row', { name: /^Requested/ })).toHaveText(/18,422\.35\s*20,500\.00\s*2,077\.65$/);
  await expect(totals.getByRole('row', { name: /^Effective/ })).toHaveText(/18,422\.35\s*20,000\.00\s*1,577\.65$/);
  await detail.getByRole('button', { name: 'Push update' }).click();
  await atStep(app, 1);
  await next(app, 2);
  await expect(field(app, 'Approved', 1)).toHaveValue('20,000.00');
  // A line that is in Sage keeps its description: progress billing finds it by that.
  await expect(field(app, 'Description', 1)).toHaveCount(0);
  await next(app, 3);
  await next(app, 4);
  const prime = page.getByRole('table', { name: 'Prime Change Details' });
  await expect(prime).toContainText(/18,422\.35.*20,000\.00/);
  await push(app, /^Change order 9 is up to date$/);

  expect(await app.inSage('SELECT dscrpt, reqprc, aprprc FROM pmcgln WHERE recnum = ?', record)).toEqual([
    { dscrpt: line?.dscrpt, reqprc: '20500.00', aprprc: '20000.00' },
  ]);
  expect(await app.inSage('SELECT reqamt, appamt, cstamt FROM prmchg WHERE recnum = ?', record)).toEqual([
    { reqamt: '20500.00', appamt: '20000.00', cstamt: '20000.00' },
  ]);
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText('CO 9');
});

test('a change order edited in Sage shows after the next pull, and Sage’s value is accepted', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, medicalGas);
  await app.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
  await app.inSage("UPDATE sbcgln SET bdgprc = '18000.00' WHERE recnum = ?", record);
  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync Sage 100 Contractor' }).click();
  await expect(page.getByRole('heading', { name: 'One item needs you.' })).toBeVisible();
  await page.getByRole('link', { name: /1\s*Changed in Sage/ }).click();
  await logRow(app, medicalGas).getByText('1', { exact: true }).click();
  const detail = page.getByRole('dialog');
  const changed = detail.getByRole('table', { name: 'Changed fields' });
  await expect(changed.getByRole('row', { name: /Reason/ })).toContainText('Owner request');
  await expect(changed.getByRole('row', { name: /18,422\.35\s*18,000\.00\s*Sage/ })).toBeVisible();
  const { changeOrder, cor: same } = await ask(app, 'cors.get', { id: cor.id });
  expect([changeOrder?.reason, same.approvedCoIssuedAmount]).toEqual(['Owner request', '18422.35']);

  await detail.getByRole('button', { name: 'Accept Sage’s values' }).click();
  await expect(changed).toHaveCount(0);
  await expect(detail).toContainText('In step with change order 9.');
  expect(app.sandbox.control.writes()).toEqual([]);
});

test('when both sides changed, a person decides field by field', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { cor, record } = await pushCor(app, medicalGas);
  await app.inSage("UPDATE prmchg SET reason = 'Owner request' WHERE recnum = ?", record);
  app.sandbox.control.updateCor(cor.id, { approvedCoIssuedAmount: '7.50' });
  await ask(app, 'sync.now', { side: 'all' });
  const detail = await openDetail(app, cor);
  await expect(detail.getByRole('heading', { name: 'Conflict: decide field by field' })).toBeVisible();
  const decide = detail.getByRole('button', { name: 'Continue' });
  await expect(decide).toBeDisabled();
  await detail.getByRole('radio', { name: 'Reason: Sage’s, Owner request' }).check();
  await detail.getByRole('radio', { name: /^Approved CO issued amount: Clearstory’s, 7\.50/ }).check();
  await decide.click();

  await atStep(app, 1);
  await expect(page.getByRole('combobox', { name: 'Reason' })).toHaveValue('Owner request');
  await next(app, 2);
  await expect(field(app, 'Approved', 1)).toHaveValue('7.50');
  await next(app, 3);
  await next(app, 4);
  await push(app, /^Change order 9 is up to date$/);
  expect(await app.inSage('SELECT reason, appamt FROM prmchg WHERE recnum = ?', record)).toEqual([
    { reason: 'Owner request', appamt: '7.50' },
  ]);
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText('CO 9');
});
