import { saveInSage } from '../integration/engine/sageProgram.ts';
import { type App, expect, test } from './app.ts';
import { serious } from './axe.ts';
import { ask } from './steps.ts';

const user = 'supervisor';

async function begin(app: App): Promise<void> {
  const { page } = app;
  await ask(app, 'sync.now', { side: 'sage' });
  await app.go('#/settings/certificates');
  await expect(page.getByText('None yet.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Job for the examples' }).fill('2401');
  await page.getByRole('option', { name: /^2401/ }).click();
  await page.getByRole('button', { name: 'Begin the comparison' }).click();
  await expect(page.getByText('Type exactly this in Sage 6-4-1')).toBeVisible();
}

async function typed(app: App, stores?: (table: string, column: string, value: string | null) => string | null) {
  const { sheet } = await ask(app, 'certification.example', {});
  await saveInSage(app, sheet, { user, ...(stores === undefined ? {} : { stores }) });
}

test('an entry typed in Sage is compared with Plumbline’s and certified, and the certificate is exported and imported', async ({
  app,
}) => {
  const { page } = app;
  await begin(app);
  const table = page.getByRole('table', { name: 'Budget and Sub Change Details' });
  await expect(table.getByRole('cell', { name: 'Certification labor' })).toBeVisible();
  expect(await serious(app)).toEqual([]);
  const compare = page.getByRole('button', { name: 'I have saved it: Compare' });
  await compare.click();
  await expect(page.getByText('Nothing has changed in Sage yet')).toBeVisible();
  await typed(app);
  await compare.click();
  await expect(page.getByText('No difference in any row of any table')).toBeVisible();
  await page.getByRole('button', { name: 'Certify this entry and go on' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'A new change order, 1-Approved' })).toContainText('Now');
  const certificates = page.getByRole('table', { name: 'Certificates' });
  await expect(certificates.getByRole('row', { name: /New change orders.*Dana Reyes.*None.*Valid/ })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const file = await (await download).path();
  await page.getByLabel('File with certificates').setInputFiles(file);
  await expect(page.getByRole('listitem', { name: /0 certificates are imported/ })).toBeVisible();
  const tooLong = { name: 'long.json', mimeType: 'application/json', buffer: Buffer.alloc(700_000, ' ') };
  await page.getByLabel('File with certificates').setInputFiles(tooLong);
  await expect(page.getByRole('listitem', { name: /Nothing was imported/ })).toContainText('longer than any');

  await certificates.getByRole('button', { name: 'Revoke …' }).click();
  const asked = page.getByRole('alertdialog');
  await asked.getByRole('textbox').fill('Wrong version');
  await asked.getByRole('button', { name: 'Revoke it' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
});

test('what Sage stores otherwise is shown by screen and field, and has to be accepted with a reason', async ({
  app,
}) => {
  const { page } = app;
  await begin(app);
  await typed(app, (table, column, value) => (table === 'prmchg' && column === 'cstamt' ? '0.00' : value));
  await page.getByRole('button', { name: 'I have saved it: Compare' }).click();
  const row = page.getByRole('row', { name: /Change Order \(6-4-1\), Cost Amount/ });
  await expect(row).toContainText('725.25');
  const certify = page.getByRole('button', { name: 'Certify this entry and go on' });
  await expect(certify).toBeDisabled();
  expect(await serious(app)).toEqual([]);
  await row.getByRole('button', { name: /^Accept/ }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked.getByRole('listitem')).toHaveText('Sage 0.00, Plumbline 725.25');
  expect(await serious(app)).toEqual([]);
  await asked.getByRole('textbox').fill('Only a report uses it');
  await asked.getByRole('button', { name: 'Accept it' }).click();
  await expect(row).toContainText('Only a report uses it');
  await certify.click();
  const certificates = page.getByRole('table', { name: 'Certificates' });
  await expect(certificates).toContainText('Cost Amount');
  await expect(certificates).toContainText('Sage 0.00, Plumbline 725.25. Only a report uses it');
  const budget = page.getByRole('table', { name: 'Budget and Sub Change Details' });
  await expect(budget.getByRole('columnheader', { name: 'Cost Type' })).toBeVisible();
  const cut = await budget.evaluate((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0));
  expect(cut, 'pixels of what is to be typed that hide behind the edge').toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'End the comparison …' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('button', { name: 'Begin the comparison' })).toBeVisible();
});
