import { sumMoney } from '#shared/domain/money.ts';
import { expect, test } from './app.ts';
import { logRow, mapJobs, pushCor, toast } from './steps.ts';
import { addToSage, atStep, choice, codeLine, field, lookUp, next, push } from './wizard.ts';

test('one COR is split over three cost codes with a multiplier, to the cent', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2405');
  await addToSage(app, /Dock door 9/);
  await page.getByRole('radio', { name: 'Type a number' }).check();
  await page.getByRole('textbox', { name: 'Change number to write' }).fill('12345-46/90');
  await next(app, 2);
  await next(app, 3);
  await field(app, 'Share of the price', 1).fill('33.3333');
  await field(app, 'Sage 100 Multiplier', 1).fill('0.85');
  await codeLine(app, 1);
  for (const [line, code] of [
    [2, '3300.100'],
    [3, '3300.200'],
  ] as const) {
    await page.getByRole('button', { name: 'Add line to COR 2' }).click();
    await codeLine(app, line, code);
    await field(app, 'Sage 100 Multiplier', line).fill('0.85');
    await field(app, 'Description', line).fill(`Door 9, part ${line}`);
  }
  await page.getByRole('button', { name: 'Split evenly' }).click();
  await expect(page.getByRole('definition').filter({ hasText: 'All allocated' })).toHaveText(/^0\.00/);
  await next(app, 4);
  // 18,500.00 in three parts, each × 0.85.
  await expect(page.getByRole('definition').filter({ hasText: '15,725.00' }).first()).toBeVisible();
  await push(app, /^Change order 12345-46\/90 is in Sage$/);

  const [header] = await app.inSage("SELECT recnum, appamt, cstamt FROM prmchg WHERE chgnum = '12345-46/90'");
  expect(header).toMatchObject({ appamt: '18500.00', cstamt: '15725.00' });
  const lines = await app.inSage(
    'SELECT cstcde, bdgprc FROM sbcgln WHERE recnum = ? ORDER BY linnum',
    String(header?.recnum),
  );
  expect(lines.map(({ cstcde }) => cstcde)).toEqual(['3300.000', '3300.100', '3300.200']);
  expect(sumMoney(lines.map(({ bdgprc }) => String(bdgprc)))).toBe('15725.00');
});

test('several CORs of one job go into one change order, and those of two jobs do not', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402', '2411');
  await app.go('#/change-orders');
  await logRow(app, /Upgrade corridor lighting/)
    .getByRole('gridcell')
    .first()
    .click();
  await logRow(app, /Grease interceptor/)
    .getByRole('gridcell')
    .first()
    .click();
  const add = page.getByRole('button', { name: 'Add to Sage 100' });
  await expect(add).toBeDisabled();
  await add.focus();
  await expect(page.getByRole('tooltip')).toContainText('belong to 2 jobs');
  await logRow(app, /Grease interceptor/)
    .getByRole('gridcell')
    .first()
    .click();
  await logRow(app, /owner-furnished blinds/)
    .getByRole('gridcell')
    .first()
    .click();
  await add.click();
  await next(app, 2);
  const total = page.getByRole('row', { name: /^All change order requests/ });
  await expect(total).toContainText('4,591.94');
  await expect(total).toContainText('4,420.00');
  await next(app, 3);
  await codeLine(app, 1);
  await codeLine(app, 2, '3300.100');
  await next(app, 4);
  await push(app, /^Change order 9 is in Sage$/);

  expect(await app.inSage("SELECT reqamt, appamt FROM prmchg WHERE jobnum = 2402 AND chgnum = '9'")).toEqual([
    { reqamt: '4591.94', appamt: '4420.00' },
  ]);
  await app.go('#/change-orders');
  await expect(logRow(app, /Upgrade corridor lighting/)).toContainText('CO 9');
  await expect(logRow(app, /owner-furnished blinds/)).toContainText('CO 9');
});

test('an allocation is remembered as the project’s template, and the last one is offered again', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await pushCor(app, /Add medical gas outlets/, (draft) => ({
    ...draft,
    budget: draft.budget.map((line) => ({ ...line, costCode: '3300.200', costType: '2', multiplier: '0.75' })),
  }));
  await addToSage(app, /Upgrade corridor lighting/);
  await page.getByRole('button', { name: 'Budget and sub change details' }).click();
  await atStep(app, 3);
  await page.getByRole('button', { name: 'Same as last time' }).click();
  await expect(choice(app, 'Sage 100 Cost Code', 1)).toHaveValue('3300.200');
  await expect(choice(app, 'Sage 100 Cost Type', 1)).toHaveValue('2');
  await expect(field(app, 'Sage 100 Multiplier', 1)).toHaveValue('0.75');
  await expect(page.getByRole('definition').filter({ hasText: '4,425.00' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Remember as template' }).click();
  await expect(toast(app, /this project’s template/)).toBeVisible();

  await addToSage(app, /Credit: owner-furnished blinds/);
  await page.getByRole('button', { name: 'Budget and sub change details' }).click();
  await atStep(app, 3);
  await expect(choice(app, 'Sage 100 Cost Code', 1)).toHaveValue('3300.200');
  await expect(field(app, 'Sage 100 Multiplier', 1)).toHaveValue('0.75');
});

test('a subcontract change is written as one unit, and the subcontract’s totals move with it', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await addToSage(app, /Medical gas piping, zone valves/);
  await next(app, 2);
  await next(app, 3);
  await codeLine(app, 1);
  await page.getByRole('button', { name: 'Subcontract change, line 1' }).click();
  await next(app, 4);
  await expect(page.getByRole('alert')).toContainText('to be put right before this can be pushed');
  await page.getByRole('alert').getByRole('link').first().click();
  await atStep(app, 3);

  await lookUp(app, 'Vendor', 1, 'stadium plumbing', /^1350 /);
  await choice(app, 'Subcontract', 1).selectOption({ label: '2402-002 Plumbing' });
  await choice(app, 'Subcontract Line', 1).selectOption('4');
  await expect(choice(app, 'Sage 100 Cost Code', 1)).toHaveValue('15160');
  await field(app, 'Change# of the subcontract', 1).fill('207-9');
  await choice(app, 'Status of the subcontract change', 1).selectOption({ label: '1-Approved' });
  await next(app, 4);
  const changes = page.getByRole('table', { name: 'Subcontract changes' });
  await expect(changes).toContainText('36,215.00');
  await expect(changes).toContainText('Derived');
  await push(app, /^Change order 9 is in Sage$/);

  expect(
    await app.inSage(
      "SELECT bdgprc, vndnum, vndctc, ctclin, chgnum, chgsts, cstcde FROM sbcgln WHERE chgnum = '207-9'",
    ),
  ).toEqual([
    { bdgprc: '15500.00', vndnum: 1350, vndctc: 207, ctclin: 4, chgnum: '207-9', chgsts: 1, cstcde: '15160.000' },
  ]);
  expect(await app.inSage('SELECT change, cntrct, remain FROM sbcnln WHERE recnum = 207 AND linnum = 4')).toEqual([
    { change: '15500.00', cntrct: '36215.00', remain: '32486.30' },
  ]);
  expect(await app.inSage('SELECT chgttl, ctcttl, balttl FROM subcon WHERE recnum = 207')).toEqual([
    { chgttl: '26300.00', ctcttl: '153352.00', balttl: '128538.64' },
  ]);
});
