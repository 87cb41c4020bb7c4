import type { Draft } from '#shared/domain/draft.ts';
import { type App, expect, test } from './app.ts';
import { ask, coded, corTitled, draftOf, type Edit, mapJobs, pushCor } from './steps.ts';
import { atStep, choice, field, push } from './wizard.ts';

const medicalGas = /Add medical gas outlets/;

const header =
  (change: Partial<Draft['header']>): Edit =>
  (draft) => ({ ...coded(draft), header: { ...draft.header, ...change } });

/** Opens the review of a draft. */
async function review(app: App, edit: Edit, titles: readonly RegExp[] = [medicalGas]): Promise<void> {
  const id = await draftOf(app, titles, edit);
  await app.go(`#/add/${id}/4`);
  await atStep(app, 4);
}

const nothingWritten = async (app: App) => {
  await expect(app.page.getByRole('button', { name: 'Push to Sage 100' })).toBeDisabled();
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);
};

const cases = [
  {
    title: 'a change order number that the job has already',
    edit: header({ numbering: 'typed', number: '8' }),
    sentence: 'Change order 8 exists already in this job and phase (Owner list 8 revisions): choose another number.',
    leadsTo: (app: App) => app.page.getByRole('textbox', { name: 'Change number to write' }),
  },
  {
    title: 'a description longer than Sage keeps',
    edit: header({ description: 'Zoë’s outlets – 5″ '.repeat(4) }),
    sentence: /Description.*\b50\b/,
    leadsTo: (app: App) => app.page.getByRole('textbox', { name: 'Description' }),
  },
  {
    title: 'a date that is none',
    edit: header({ date: '2026-02-30' }),
    sentence: /Date.*2026-02-30/,
    leadsTo: (app: App) => app.page.getByRole('textbox', { name: 'Date', exact: true }),
  },
  {
    title: 'a cost code that Sage does not have',
    edit: (draft: Draft) => ({
      ...draft,
      budget: draft.budget.map((line) => ({ ...line, costCode: '99.125', costType: '4' })),
    }),
    sentence: 'Cost code 99.125 is not in Sage (6-5): choose one that is, or add it there and sync.',
    leadsTo: (app: App) => choice(app, 'Sage 100 Cost Code', 1),
  },
  {
    title: 'an amount that is none',
    edit: (draft: Draft) => ({
      ...coded(draft),
      prime: draft.prime.map((line) => ({ ...line, approved: 'about 18,000' })),
    }),
    sentence: /Approved.*about 18,000/,
    leadsTo: (app: App) => field(app, 'Approved', 1),
  },
] as const;

test('what is wrong in a field is refused in a sentence that leads to it, and a COR without any line with the way out', async ({
  app,
}) => {
  test.slow();
  await mapJobs(app, '2402');
  const id = await draftOf(app, [medicalGas], (draft) => draft);
  const { draft } = await ask(app, 'drafts.get', { id });
  /** Away from the review, that the next one is read anew. */
  const reviewAs = async (edit: Edit) => {
    await app.go('#/home');
    await expect(app.page.getByRole('region', { name: 'Freshness' })).toBeVisible();
    await ask(app, 'drafts.save', { id, draft: edit(draft) });
    await app.go(`#/add/${id}/4`);
    await atStep(app, 4);
  };
  for (const { title, edit, sentence, leadsTo } of cases) {
    await test.step(title, async () => {
      await reviewAs(edit);
      const refusal = app.page.getByRole('alert').getByRole('listitem').filter({ hasText: sentence });
      await expect(refusal).toBeVisible();
      await nothingWritten(app);
      await refusal.getByRole('link').click();
      await expect(leadsTo(app)).toBeFocused();
    });
  }
  await reviewAs((before) => ({ ...before, prime: [], budget: [] }));
  await expect(app.page.getByRole('alert')).toContainText('There is nothing to write: add a prime line, a budget line');
  await nothingWritten(app);
});

test('a job that was closed and a change order that was locked meanwhile are refused by name', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  const [open] = await app.inSage("SELECT recnum FROM prmchg WHERE jobnum = 2402 AND chgnum = '8'");
  const record = String(open?.recnum);
  await app.inSage('UPDATE prmchg SET lckedt = 1 WHERE recnum = ?', record);
  await review(app, (draft) => ({
    ...coded(draft),
    target: { mode: 'existing', record },
    header: { ...draft.header, status: '2', approvedOn: '' },
  }));
  await expect(page.getByRole('alert')).toContainText('Change order 8 is locked (Lock Edit): unlock it in Sage 6-4-1');
  await app.inSage("UPDATE actrec SET status = 6, upddte = '2026-12-24 08:00:00.000' WHERE recnum = 2402");
  await ask(app, 'sync.now', { side: 'sage' });
  await expect(page.getByRole('alert')).toContainText('Job 2402 is 6-Closed: reopen it in Sage 3-5 first.');
  await nothingWritten(app);
});

test('a job that is closed between approval and writing is told by name, and nothing is written', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await review(app, coded);
  await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
  await app.inSage('UPDATE actrec SET status = 6 WHERE recnum = 2402');
  await push(app, /^Sage has not been changed; this needs you$/);
  await expect(page.getByRole('alert')).toContainText(/2402.*6-Closed/);
  await expect(page.getByRole('button', { name: 'Fix' })).toBeVisible();
  expect(await app.inSage('SELECT * FROM plumbline_push_marker')).toEqual([]);
});

test('a COR of $0.00 and a credit are pushed, with a word about what they do not change', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402', '2401');
  await review(app, (draft) => ({ ...coded(draft), header: { ...draft.header, phase: '1' } }), [
    /No cost: substitute HDU14/,
  ]);
  await expect(page.getByText('COR 12 is approved with 0.00: the contract does not change.')).toBeVisible();
  await push(app, /is in Sage$/);
  const free = "SELECT appamt FROM prmchg WHERE jobnum = 2401 AND dscrpt LIKE 'COR 12%'";
  expect(await app.inSage(free)).toEqual([{ appamt: '0.00' }]);

  const { record } = await pushCor(app, /Credit: owner-furnished blinds/, (draft) => ({
    ...draft,
    budget: draft.budget.map((line) => ({ ...line, costCode: '12162420.100', costType: '5' })),
  }));
  expect(await app.inSage('SELECT cstcde, bdgprc FROM sbcgln WHERE recnum = ?', record)).toEqual([
    { cstcde: '12162420.100', bdgprc: '-1480.00' },
  ]);
  expect(await app.inSage('SELECT reqamt, appamt, cstamt FROM prmchg WHERE recnum = ?', record)).toEqual([
    { reqamt: '-1480.00', appamt: '-1480.00', cstamt: '-1480.00' },
  ]);
  await app.go('#/change-orders?sage=inSync');
  await expect(page.getByRole('row', { name: /Credit: owner-furnished blinds/ })).toContainText('(1,480.00)');
});

test('what Clearstory changed between preview and push is shown again before anything is written', async ({ app }) => {
  const { page } = app;
  await mapJobs(app, '2402');
  await review(app, coded);
  await expect(page.getByRole('button', { name: 'Push to Sage 100' })).toBeEnabled();
  const { id } = await corTitled(app, medicalGas);
  app.sandbox.control.updateCor(id, { customerReferenceNumber: 'PCO 99' });
  await ask(app, 'sync.now', { side: 'clearstory' });
  await expect(page.getByRole('main')).toContainText('PCO 99');
  await push(app, /^Change order 9 is in Sage$/);
  expect(await app.inSage("SELECT usrdf1 FROM prmchg WHERE jobnum = 2402 AND chgnum = '9'")).toEqual([
    { usrdf1: 'PCO 99' },
  ]);
});

test('a COR that is still a draft in Clearstory is refused, and one whose price is not final is warned of', async ({
  app,
}) => {
  const { page } = app;
  await mapJobs(app, '2411', '2402');
  await app.go('#/change-orders');
  await page
    .getByRole('row', { name: /Extra keys/ })
    .getByRole('gridcell')
    .first()
    .click();
  const add = page.getByRole('button', { name: 'Add to Sage 100' });
  await expect(add).toBeDisabled();
  await add.focus();
  await expect(page.getByRole('tooltip')).toHaveText('COR 4 is still a draft in Clearstory: submit it there first.');
  await review(app, header({ status: '3' }), [/ROM: relocate sprinkler heads/]);
  await expect(page.getByText('COR 7 is a placeholder: its price is not final.')).toBeVisible();
});
