import { sumMoney } from '#shared/domain/money.ts';
import { expect, test } from './app.ts';
import { csvRows, exported, zipEntry } from './files.ts';
import { mapJobs, pushCor, toast } from './steps.ts';

test('the log is exported as CSV with every cent, credits, and names in any script', async ({ app }) => {
  const { page } = app;
  const [clinic, bakery] = await mapJobs(app, '2402', '2411');
  await pushCor(app, /Add medical gas outlets/);
  await app.go('#/change-orders');
  const { name, bytes } = await exported(page, 'CSV');
  expect(name).toMatch(/^Change orders \d{4}-\d{2}-\d{2}\.csv$/);
  await expect(toast(app, /^15 rows saved as Change orders/)).toBeVisible();
  const [titles = [], ...rows] = csvRows(bytes);
  const column = (title: string) => rows.map((row) => row[titles.indexOf(title)] ?? '');
  const row = (title: RegExp) => rows.find((cells) => title.test(cells[1] ?? '')) ?? [];
  const inClearstory = app.sandbox.control.cors().filter((cor) => [clinic, bakery].includes(String(cor.projectId)));
  expect(sumMoney(column('Requested'))).toBe(sumMoney(inClearstory.map((cor) => cor.requestedAmount)));
  expect(row(/owner-furnished blinds/)).toEqual(expect.arrayContaining(['3', '-1480.00', 'Not in Sage']));
  expect(row(/Add medical gas outlets/)).toEqual(expect.arrayContaining(['18422.35', 'In step', '9']));
  expect(row(/Bäckerei Zoë & Müller/)[1]).toBe('Façade sign “Bäckerei Zoë & Müller” – LED driver');
});

test('the filtered log is exported to Excel with amounts as numbers', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await app.go('#/change-orders?status=approved_co_issued');
  await expect(page.getByText('5 change order requests')).toBeVisible();
  const { name, bytes } = await exported(page, 'Excel (.xlsx)');
  expect(name).toMatch(/^Change orders \d{4}-\d{2}-\d{2}\.xlsx$/);
  const sheet = zipEntry(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet.match(/<row /g)).toHaveLength(6);
  for (const amount of ['18422.35', '6071.94', '5900.00', '-1480.00', '15944.00']) {
    expect(sheet).toContain(`<v>${amount}</v>`);
  }
});
