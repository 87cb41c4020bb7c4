import { type App, expect, test } from './app.ts';
import { ask, corTitled, logRow, mapJobs, pushCor, toast } from './steps.ts';

const counted = (app: App, count: number) =>
  expect(app.page.getByText(`${count} change order request${count === 1 ? '' : 's'}`, { exact: true })).toBeVisible();

test('filters by state, status, project, day and text narrow the log, and the chips count', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2401', '2402');
  await pushCor(app, /Add medical gas outlets/);
  await app.go('#/change-orders');
  await counted(app, 28);
  const chip = (name: string) => page.getByRole('button', { name });
  await chip('Not in Sage 27').click();
  await counted(app, 27);
  await expect(page).toHaveURL(/sage=notInSage/);
  await chip('Approved in Clearstory, not in Sage 15').click();
  await counted(app, 15);
  await page.getByRole('combobox', { name: 'Project' }).click();
  await page.getByRole('option', { name: /^2402/ }).click();
  await counted(app, 5);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await counted(app, 28);

  await page.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'In Review' }).click();
  await page.keyboard.press('Escape');
  await counted(app, 7);
  await page.getByRole('button', { name: 'Submitted: any day' }).click();
  await page.getByLabel('Submitted from').fill('2026-07-01');
  await page.getByLabel('Submitted to').fill('2026-07-31');
  await page.keyboard.press('Escape');
  await counted(app, 2);
  await expect(page.getByRole('button', { name: 'Submitted: 07/01/2026 – 07/31/2026' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search number, title, reference' }).fill('egress stair');
  await counted(app, 1);
  await expect(logRow(app, /Provide temporary egress stair/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search number, title, reference' }).fill('nothing like it');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await counted(app, 28);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /^In step\s*1$/ }).click();
  await page.keyboard.press('Escape');
  await counted(app, 1);
  await expect(logRow(app, /Add medical gas outlets/)).toContainText('CO 9');
});

test('the log is sorted by amount both ways, credits in parentheses', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2401', '2402');
  await app.go('#/change-orders');
  const title = page.getByRole('columnheader', { name: 'Requested' });
  await title.getByRole('button').click();
  await expect(title).toHaveAttribute('aria-sort', 'ascending');
  const first = page.getByRole('row').nth(1);
  await expect(first).toContainText('(3,150.25)');
  await expect(page.getByRole('row').nth(2)).toContainText('(1,480.00)');
  await title.getByRole('button').click();
  await expect(title).toHaveAttribute('aria-sort', 'descending');
  await expect(first).toContainText('48,210.00');
});

test('the columns that a person chooses are there again after a reload', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await app.go('#/change-orders');
  const title = (name: string) => page.getByRole('columnheader', { name });
  await expect(title('Project')).toBeVisible();
  await page.getByRole('button', { name: 'Choose columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Customer ref no.' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Project' }).click();
  await page.keyboard.press('Escape');
  await expect(logRow(app, /Add medical gas outlets/)).toContainText('MC-PR-08');
  await page.reload();
  await expect(title('Customer ref no.')).toBeVisible();
  await expect(title('Project')).toHaveCount(0);
});

test('sent and received requests stand in the log once each, even while Clearstory’s pages shift', async ({ app }) => {
  const { page, sandbox } = app;
  const [project = ''] = await mapJobs(app, '2402');
  for (let number = 100; number < 220; number += 1) {
    sandbox.control.addCor({
      projectId: Number(project),
      corNumber: String(number),
      title: `Change ${number}`,
      status: 'in_review',
      requestedAmount: '10.00',
    });
  }
  sandbox.control.setFaults({ shiftPages: 1 });
  await ask(app, 'sync.now', { side: 'clearstory' });
  await app.go('#/change-orders');
  await counted(app, 130);
  await expect(page.getByRole('button', { name: 'Not in Sage 130' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search number, title, reference' }).fill('tunable white');
  await counted(app, 2);
  await expect(logRow(app, /^2 Upgrade corridor lighting/)).toContainText('5,900.00');
  await expect(logRow(app, /^CEI-11 .*Tunable white fixtures/)).toContainText('5,215.44');
});

test('what changed in Clearstory is in the log after Sync now, and only that is read', async ({ app }) => {
  const { page, sandbox } = app;
  const [project = ''] = await mapJobs(app, '2402');
  const cor = await corTitled(app, /Lead-lined door/);
  await app.go('#/change-orders');
  await expect(logRow(app, /Lead-lined door/)).toContainText('12,500.00');
  sandbox.control.updateCor(cor.id, { approvedToProceedAmount: '12650.75' });
  sandbox.control.addCor({
    projectId: Number(project),
    corNumber: '8',
    title: 'Zoë’s desk – 5″ longer',
    status: 'in_review',
    requestedAmount: '0.01',
  });
  const before = sandbox.control.requests().length;
  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(toast(app, /Clearstory read: 2 new or changed\./)).toBeVisible();
  const paths = sandbox.control
    .requests()
    .slice(before)
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/cors?'));
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) expect(path).toContain('fromUpdatedAt=');
  await page.getByRole('link', { name: 'Change orders' }).click();
  await expect(logRow(app, /Lead-lined door/)).toContainText('12,650.75');
  await expect(logRow(app, /Zoë’s desk – 5″ longer/)).toContainText('0.01');
});
