import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeTdsAsDriver18 } from '../integration/freeTds.ts';
import { startRefusingServer } from '../integration/refusingServer.ts';
import { type App, expect, test } from './app.ts';
import { serious } from './axe.ts';
import { toast } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-odbcinst-'));
const hasFreeTds = freeTdsAsDriver18(folder) !== null;
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
test.use({ freeTds: true });

const secret = 'hunter2-and-a-half';

const step = (app: App, title: string) =>
  app.page.getByRole('list', { name: 'Steps of the test of this connection' }).getByRole('listitem').filter({
    hasText: title,
  });

async function openAcme(app: App): Promise<void> {
  await expect(app.page.getByRole('row', { name: /Acme Builders/ })).toBeVisible();
  await app.go('#/company/acme-builders/settings');
  await expect(app.page).not.toHaveURL(/company/);
  await app.go('#/settings/sage');
  await expect(app.page.getByRole('form', { name: 'Connection to SQL Server' })).toBeVisible();
}

async function refusals(app: App): Promise<void> {
  const { page } = app;
  const trigger = {
    number: 17892,
    severity: 14,
    words: "Logon failed for login 'plumbline' due to trigger execution.",
  };
  const server = await startRefusingServer([trigger]);
  await app.go('#/settings/companies');
  await page.getByRole('button', { name: 'Add a company' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Builders');
  await panel.getByRole('button', { name: 'Test this connection' }).click();
  await expect(panel.getByText('Enter the name of the computer that SQL Server runs on.')).toBeVisible();
  await expect(panel.getByRole('status').filter({ hasText: '2 fields need correcting first.' })).toBeVisible();

  // As it is copied from elsewhere; it falls into its fields.
  await panel.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1,1');
  await expect(panel.getByRole('textbox', { name: 'Port' })).toHaveValue('1');
  await panel.getByRole('textbox', { name: 'Database' }).fill('Acme Builders');
  await panel.getByRole('radio', { name: 'SQL Server', exact: true }).click();
  await panel.getByRole('textbox', { name: 'User' }).fill('plumbline');
  await panel.getByRole('textbox', { name: 'Password' }).fill(secret);
  await panel.getByRole('combobox', { name: 'Encryption' }).selectOption({ label: 'Not encrypted' });
  await expect(panel.getByText('cross the network readable')).toBeVisible();
  await panel.getByRole('button', { name: 'Test this connection' }).click();
  await expect(step(app, 'ODBC driver found')).toContainText('In order');
  await expect(step(app, 'server reached')).toContainText('127.0.0.1,1 does not answer.');
  await expect(step(app, 'login accepted')).toContainText('Not tried');

  await panel.getByRole('textbox', { name: 'Port' }).fill(String(server.port));
  await panel.getByRole('button', { name: 'Test this connection' }).click();
  await expect(step(app, 'login accepted')).toContainText('not on Sage');
  await expect(step(app, 'login accepted')).toContainText('Edit Approvals, and tick Plumbline.');
  await expect(step(app, 'encryption agreed')).toContainText('Look at it');
  await expect(
    panel.getByRole('status').filter({ hasText: /1 failed, 1 to look at, \d not tried, of \d checks/ }),
  ).toBeVisible();
  expect(await serious(app)).toEqual([]);
  expect(server.lastLogin()).toEqual({ application: 'Plumbline', database: 'Acme Builders', user: 'plumbline' });

  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(app, 'Acme Builders was added.')).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await openAcme(app);
  const form = page.getByRole('form', { name: 'Connection to SQL Server' });
  await expect(form.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await expect(form.getByRole('textbox', { name: 'Password' })).toHaveAttribute('placeholder', 'Stored, not shown');
  await server.close();
}

// Without FreeTDS there is no driver on this computer that could reach a server.
if (hasFreeTds) {
  test('a company is added with its connection tried first: a closed port and Sage’s refusal are told apart, with what IT has to do', ({
    app,
  }) => refusals(app));
}

test('trusting a server is a decision with a name, shown while it holds, and taken back by keyboard', async ({
  app,
}) => {
  const { page } = app;
  await app.go('#/settings/companies');
  await page.getByRole('button', { name: 'Add a company' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Builders');
  await panel.getByRole('textbox', { name: 'Server' }).fill('127.0.0.1,1');
  await panel.getByRole('textbox', { name: 'Database' }).fill('Acme Builders');
  await panel.getByRole('radio', { name: 'Trust this server without checking' }).click();
  await expect(panel.getByText('whoever answers in the place of this server is believed')).toBeVisible();
  await panel.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(app, 'Acme Builders was added.')).toBeVisible();
  await openAcme(app);
  const notice = page.getByText('This server is trusted without checking its certificate.');
  await expect(notice).toBeVisible();
  await expect(page.getByText(/Decided by Dana Reyes on .* for every company on this server/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Company: Acme Builders Read-only/ })).toBeVisible();
  expect(await serious(app)).toEqual([]);

  const form = page.getByRole('form', { name: 'Connection to SQL Server' });
  await form.getByRole('radio', { name: 'Trust this server without checking' }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(form.getByRole('radio', { name: 'Check the certificate' })).toBeChecked();
  await page.keyboard.press('Control+s');
  await expect(toast(app, 'Acme Builders was saved.')).toBeVisible();
  await expect(notice).toBeHidden();
});
