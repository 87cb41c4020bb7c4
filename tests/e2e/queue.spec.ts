import { type App, expect, test } from './app.ts';
import { approve, ask, coded, draftOf, type Edit, logRow, mapJobs } from './steps.ts';
import { atStep, next, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;
const pushed = "SELECT appamt FROM prmchg WHERE jobnum = 2402 AND appamt = '18422.35'";

/** An approved transfer that waits because somebody else is just saving in Sage; paused, so that nothing tries it again by itself. */
async function waiting(app: App, edit: Edit = coded) {
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas], edit);
  await ask(app, 'sync.pause', { until: new Date(Date.now() + 3_600_000).toISOString() });
  const other = await app.saveInSage();
  await approve(app, id);
  await app.go('#/queue');
  await expect(app.page.getByRole('row', { name: /COR 1/ })).toContainText('Waiting');
  return { id, other };
}

const row = (app: App) => app.page.getByRole('row', { name: /COR 1/ });

test('a push waits while somebody else is saving in Sage, says so, and is written on Retry now', async ({ app }) => {
  const { page } = app;
  const { other } = await waiting(app);
  await expect(row(app)).toContainText('Somebody else is just saving in company Cascade Ridge Builders');
  await row(app).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('region', { name: 'Attempts' })).toContainText('Somebody else is just saving');
  expect(await app.inSage(pushed)).toEqual([]);
  await other.end();
  await panel.getByRole('button', { name: 'Retry now' }).click();
  await expect(panel).toContainText('In Sage as change order 9.');
  expect(await app.inSage(pushed)).toHaveLength(1);
});

test('what was approved is withdrawn before it is written, and is a draft again', async ({ app }) => {
  const { page } = app;
  const { id, other } = await waiting(app);
  await row(app).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('dialog')).toContainText('Not approved yet.');
  await other.end();
  await ask(app, 'sync.now', { side: 'push' });
  expect(await app.inSage(pushed)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Open draft' }).click();
  await expect(page).toHaveURL(new RegExp(`#/add/${id}/1`));
  await atStep(app, 1);
});

test('a transfer is dropped with a reason, its COR is free again, and History keeps the reason', async ({ app }) => {
  const { page } = app;
  const { id, other } = await waiting(app);
  await row(app).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Drop…' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked.getByRole('button', { name: 'Drop' })).toBeDisabled();
  await asked.getByRole('textbox').fill('Customer paid otherwise');
  await asked.getByRole('button', { name: 'Drop' }).click();
  await expect(page.getByRole('dialog')).toContainText('Dropped: Customer paid otherwise');
  await other.end();
  await app.go(`#/history?transfer=${id}`);
  await expect(page.getByRole('gridcell', { name: /dropped .*: Customer paid otherwise/ })).toBeVisible();
  await app.go('#/change-orders');
  await expect(logRow(app, medicalGas)).toContainText('Not in Sage');
  expect(await app.inSage(pushed)).toEqual([]);
});

test('what Sage has changed since the approval needs a person, is fixed in the draft, and done', async ({ app }) => {
  const { page } = app;
  const [open] = await app.inSage("SELECT recnum FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
  const record = String(open?.recnum);
  const { other } = await waiting(app, (draft) => ({
    ...coded(draft),
    target: { mode: 'existing', record },
    header: { ...draft.header, status: '2', approvedOn: '' },
  }));
  await other.query("UPDATE prmchg SET reqamt = '25000.00' WHERE recnum = ?", record);
  await other.end();
  await row(app)
    .getByRole('button', { name: /^Retry now/ })
    .click();
  await expect(row(app)).toContainText('Needs attention');
  await expect(row(app)).toContainText(/is now 25,?000\.00/);
  await expect(page.getByRole('link', { name: 'Queue 1 need attention' })).toBeVisible();
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);

  await row(app).getByRole('button', { name: /^Fix/ }).click();
  await atStep(app, 1);
  await expect(page.getByRole('radio', { name: 'Change order 8 Owner list 8 revisions' })).toBeChecked();
  await next(app, 2);
  await next(app, 3);
  await next(app, 4);
  await push(app, /^Change order 8 has the new lines$/);
  expect(await app.inSage('SELECT reqamt FROM prmchg WHERE recnum = ?', record)).toEqual([{ reqamt: '43422.35' }]);
  await expect(page.getByRole('link', { name: 'Queue', exact: true })).toBeVisible();
});

test('a push that finds Sage gone needs a person, and is written when Sage is back', async ({ app }) => {
  const { page } = app;
  const { other } = await waiting(app);
  await other.end();
  const back = app.takeSageAway();
  await row(app)
    .getByRole('button', { name: /^Retry now/ })
    .click();
  await expect(row(app)).toContainText(/cannot be opened|does not answer/);
  back();
  await row(app)
    .getByRole('button', { name: /^Retry now/ })
    .click();
  await expect(page.getByRole('heading', { name: 'The queue is empty' })).toBeVisible();
  expect(await app.inSage(pushed)).toHaveLength(1);
});

test('the process ends in the middle of writing, and the change order is in Sage exactly once', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas]);
  const other = await app.saveInSage();
  await approve(app, id);
  await expect.poll(async () => (await ask(app, 'queue.get', { id })).transfer.state.name).toBe('applying');
  await app.crash();
  await other.end();
  await app.start();
  await app.go(`#/add/${id}/4`);
  await expect(page.getByRole('heading', { name: 'Change order 9 is in Sage' })).toBeVisible();
  expect(await app.inSage(pushed)).toHaveLength(1);
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toHaveLength(1);
});

test('a doubt is given up only where nobody answers any more, with a reason and the words that it may be in Sage', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas], coded);
  const other = await app.saveInSage();
  await ask(app, 'sync.pause', { until: new Date(Date.now() + 3_600_000).toISOString() });
  await approve(app, id);
  await app.go(`#/queue?id=${id}`);
  await expect(page.getByRole('dialog')).toContainText('Applying');
  await app.crash();
  await other.end();
  const back = app.takeSageAway();
  await app.start();
  await ask(app, 'sync.now', { side: 'push' });
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('In doubt');
  await panel.getByRole('button', { name: 'Server gone for good…' }).click();
  const asked = page.getByRole('alertdialog');
  const give = asked.getByRole('button', { name: 'Give up the doubt' });
  await asked.getByRole('textbox', { name: /Why/ }).fill('The server burned down');
  await expect(give).toBeDisabled();
  await asked.getByRole('textbox', { name: /Type: It may be in Sage/ }).fill('it may be in Sage');
  await asked.getByRole('radio', { name: /Drop it/ }).click();
  await give.click();
  await expect(page.getByRole('dialog')).toContainText('Dropped, and may be in Sage: The server burned down');
  await expect(page.getByRole('region', { name: 'History' })).toContainText('gave up asking');
  back();
});

test('what Sage cannot tell is compared field by field, and linked with the change order that a person points at', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const { settings } = await ask(app, 'settings.get', {});
  await ask(app, 'settings.save', {
    settings: { ...settings, writing: { ...settings.writing, markers: 'recordFields' } },
  });
  const id = await draftOf(app, [medicalGas], coded);
  const other = await app.saveInSage();
  await ask(app, 'sync.pause', { until: new Date(Date.now() + 3_600_000).toISOString() });
  await approve(app, id);
  await app.go(`#/queue?id=${id}`);
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('Applying');
  await app.crash();
  // Somebody else's, typed while nobody knew whether Plumbline had written.
  const typed = "recnum = (SELECT MAX(recnum) + 1 FROM prmchg), chgnum = '77', dscrpt = 'Typed by Ana', usrdf2 = ''";
  await other.query('CREATE TEMP TABLE typed AS SELECT * FROM prmchg WHERE jobnum = 2402 LIMIT 1');
  await other.query(
    `UPDATE typed SET ${typed}, _idnum = 'a0000000-0000-4000-8000-000000000001', upddte = '2099-01-01 08:00:00.000'`,
  );
  await other.query('INSERT INTO prmchg SELECT * FROM typed');
  await other.end();
  await app.start();
  await ask(app, 'sync.now', { side: 'push' });
  const region = panel.getByRole('region', { name: 'Is it in Sage?' });
  await expect(region).toContainText('Change order 77, Typed by Ana: not as approved.');
  await expect(panel.getByRole('button', { name: 'Retry now' })).toBeDisabled();
  await region.getByRole('button', { name: 'This is it: link change order 77' }).click();
  await expect(panel).toContainText('In Sage as change order 77.');
  await expect(panel.getByRole('region', { name: 'History' })).toContainText('looked in Sage');
});
