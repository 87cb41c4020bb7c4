import { procoreItem } from '#shared/domain/procore/item.ts';
import { expect, test } from './app.ts';
import {
  accept,
  acceptItem,
  arrived,
  equalSums,
  linkAll,
  openItem,
  projectId,
  readBoth,
  rowsOf,
} from './procoreSteps.ts';
import { ask, toast } from './steps.ts';

test.use({ withProcore: true });
test.slow();

test('a project of Procore becomes a job with its budget, commitments and change orders, and a job becomes a project', async ({
  app,
  procore,
}) => {
  if (procore === null) throw new Error('No Procore');
  const project = projectId(procore, '2417');
  await readBoth(app);
  await acceptItem(app, procoreItem('costCodes', 'company'));
  await readBoth(app);
  await acceptItem(app, procoreItem('project', project), { 'Job#': '2417' });
  expect(await app.inSage('SELECT jobnme FROM actrec WHERE recnum = 2417')).toEqual([
    { jobnme: 'Ruston Way Boathouse' },
  ]);
  await linkAll(
    app,
    'vendor',
    ({ title, key }) => /^Foss Landing|^Pacific Ready/.test(title) && key.id.startsWith('p:'),
  );
  await readBoth(app);

  const budget = procoreItem('budget', project);
  await acceptItem(app, budget);
  await readBoth(app);
  for (const kind of ['commitment', 'commitmentChange'] as const) {
    const ready = (await rowsOf(app, kind, project)).filter(({ state }) => state.name === 'readyToExport');
    expect(ready.length, kind).toBeGreaterThan(1);
    for (const { key } of ready) await acceptItem(app, key);
    await readBoth(app);
  }
  await equalSums(app, project);

  // Procore's people change the budget: only what is new is sent.
  const line = procore.control.records('budgetLines').find(({ project_id }) => project_id === project);
  procore.control.add('budgetChanges', {
    project_id: project,
    number: '1',
    title: 'Allowance',
    status: 'approved',
    lines: [
      {
        id: '990001',
        type: 'change_event',
        wbs_code_id: line?.wbs_code_id ?? '',
        adjustment_number: '1',
        amount: '1234.56',
      },
    ],
  });
  await readBoth(app);
  const panel = await openItem(app, budget);
  await expect(panel.getByText('Ready to update')).toBeVisible();
  await expect(panel.getByText('1,234.56').first()).toBeVisible();
  await acceptItem(app, budget);
  await equalSums(app, project);

  // The other way: a job of Sage becomes a project, and its budget goes along.
  await accept(app, { kind: 'project', id: 's:2409' });
  const imported = async () => (await rowsOf(app, 'project')).find(({ sage }) => sage === '2409')?.state.name;
  await expect.poll(imported, { timeout: 20_000 }).toBe('synced');
  const made = procore.control.records('projects').find(({ project_number }) => project_number === '2409');
  expect(made?.origin_id).toBe('plumbline:cascade:job:2409');
  await readBoth(app);
  await acceptItem(app, procoreItem('budget', made?.id ?? ''));
  await equalSums(app, made?.id ?? '');
});

test('a company of Procore becomes a vendor of Sage, and a vendor a company', async ({ app, procore }) => {
  if (procore === null) throw new Error('No Procore');
  await readBoth(app);
  const alone = async (state: string) => {
    const found = (await rowsOf(app, 'vendor')).find((row) => row.state.name === state && row.suggestion === null);
    if (found === undefined) throw new Error(state);
    return found;
  };
  const company = await alone('readyToExport');
  const { choices } = await ask(app, 'procore.item', { key: company.key });
  const asked = choices.filter(({ required, value }) => required && value === '');
  const typed = asked.map(({ label, options }) => [label, options.find(({ value }) => value !== '')?.value ?? '9001']);
  await acceptItem(app, company.key, Object.fromEntries(typed));
  expect(await app.inSage('SELECT vndnme FROM actpay WHERE recnum = 9001')).toEqual([{ vndnme: company.title }]);
  const ownOf = (name: string) => procore.control.records('vendors').find((one) => one.name === name)?.origin_id;
  expect(ownOf(company.title)).toBe('plumbline:cascade:vendor:9001');

  const vendor = await alone('readyToImport');
  await accept(app, vendor.key);
  const number = vendor.key.id.slice(2);
  const stateNow = async () => (await rowsOf(app, 'vendor')).find(({ sage }) => sage === number)?.state.name;
  await expect.poll(stateNow, { timeout: 20_000 }).toBe('synced');
  expect(ownOf(vendor.title)).toBe(`plumbline:cascade:vendor:${number}`);
});

test('invoices in a batch: each is written or fails alone; one is unlinked and sent anew', async ({ app, procore }) => {
  if (procore === null) throw new Error('No Procore');
  const { page } = app;
  const project = projectId(procore, '2402');
  await readBoth(app);
  await linkAll(app, 'project', ({ key }) => key.id === `p:${project}`);
  await readBoth(app);
  await linkAll(
    app,
    'vendor',
    ({ title, key }) => /^Airstream|^Stadium Plumbing/.test(title) && key.id.startsWith('p:'),
  );
  for (const number of ['SC-011', 'SC-012']) {
    const found = (await rowsOf(app, 'commitment')).find((row) => row.number === number);
    if (found === undefined) throw new Error(number);
    await acceptItem(app, found.key);
  }
  const { settings } = await ask(app, 'settings.get', {});
  await ask(app, 'settings.save', {
    settings: { ...settings, procore: { ...settings.procore, payableAccount: '2000' } },
  });
  await readBoth(app);

  // Somebody enters one of them by hand, and Sage is not read in between.
  const typed = await app.inSage(
    `UPDATE acpinv SET invnum = 'STP-418', vndnum = (SELECT vndnum FROM subcon WHERE ctcnum = 'SC-012' AND jobnum = 2402)
     WHERE recnum = (SELECT MAX(recnum) FROM acpinv) RETURNING recnum`,
  );
  expect(typed).toHaveLength(1);
  await app.go('#/procore/invoice?list=readyToExport');
  for (const name of [/SC-011 \/ 1/, /SC-012 \/ 1/, /SC-012 \/ 2/])
    await page.getByRole('row', { name }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Accept 3' }).click();
  await expect(toast(app, /3 items accepted/)).toBeVisible({ timeout: 20_000 });
  const keyOf = async (number: string) => {
    const found = (await rowsOf(app, 'invoice')).find((row) => row.number === number);
    if (found === undefined) throw new Error(number);
    return found.key;
  };
  const [good, plumbing, twin] = [await keyOf('SC-011 / 1'), await keyOf('SC-012 / 1'), await keyOf('SC-012 / 2')];
  await arrived(app, good);
  await arrived(app, plumbing);
  await arrived(app, twin, 'failed');
  const failed = await openItem(app, twin);
  await expect(failed.getByText(/was entered in Sage 4-2 meanwhile/).first()).toBeVisible();
  await app.inSage("UPDATE acpinv SET invnum = 'other' WHERE recnum = ?", String(typed[0]?.recnum));
  await failed.getByRole('button', { name: 'Retry now' }).click();
  await arrived(app, twin);

  const panel = await openItem(app, good);
  await panel.getByRole('button', { name: 'Unlink' }).click();
  const sure = page.getByRole('alertdialog');
  await sure.getByRole('button', { name: 'Unlink' }).click();
  await expect(sure.getByText(/still in Sage 100 Contractor/)).toBeVisible();
  await app.inSage("UPDATE acpinv SET status = 5 WHERE invnum = 'AB-301'");
  await sure.getByRole('button', { name: 'Unlink' }).click();
  await arrived(app, good, 'readyToExport');
  await acceptItem(app, good);
  await readBoth(app);
  const answer = await ask(app, 'procore.reconcile', { project, level: 'job', offset: 0, limit: 50 });
  const invoiced = answer.rows.filter(({ measure }) => measure === 'invoiced' || measure === 'retainage');
  expect(invoiced.map(({ difference }) => difference)).toEqual(['0.00', '0.00']);
});
