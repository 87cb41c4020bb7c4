import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Step } from '#shared/domain/plan.ts';
import { type App, expect, test } from './app.ts';
import { serious } from './axe.ts';
import { zipEntry } from './files.ts';
import { approve, ask, draftOf, listenToReader, mapJobs, toast } from './steps.ts';

/** Hand entry from the choice in Settings to the change order that a person typed in Sage. */

async function chooseHandEntry(app: App): Promise<void> {
  await app.go('#/settings/writing');
  await app.page.getByRole('radio', { name: /^Hand entry/ }).check();
  await app.page.getByRole('button', { name: 'Save' }).click();
  await expect(toast(app, 'How change orders get into Sage is saved.')).toBeVisible();
}

/** Approves a draft on its review. Out: the transfer's id. */
async function approveForTyping(app: App): Promise<string> {
  await mapJobs(app, '2402');
  const id = await draftOf(app, [/Add medical gas outlets/]);
  await app.go(`#/add/${id}/4`);
  await app.page.getByRole('button', { name: 'Approve for typing' }).click();
  await expect(app.page.getByRole('heading', { name: 'Approved; it waits to be typed into Sage' })).toBeVisible();
  return id;
}

/** Types a new change order as a person would: only the fields that are entered, straight into Sage's tables. */
async function typeInSage(app: App, id: string, number: string): Promise<string> {
  const { steps } = await ask(app, 'plans.steps', { id, offset: 0, limit: 50 });
  const [last] = await app.inSage('SELECT CAST(MAX(recnum) + 1 AS TEXT) AS next FROM prmchg');
  const record = String(last?.next);
  const parent = randomUUID();
  const lines = new Map<string, number>();
  for (const step of steps) {
    const values: Record<string, string | null> = typedValues(step);
    values._idnum = step.table === 'prmchg' ? parent : randomUUID();
    values.recnum = record;
    if (step.table === 'prmchg')
      Object.assign(values, { chgnum: number, usrdf2: '', upddte: '2099-01-01 08:00:00.000' });
    else {
      const line = (lines.get(step.table) ?? 0) + 1;
      lines.set(step.table, line);
      Object.assign(values, { _idref: parent, linnum: String(line) });
    }
    const names = Object.keys(values);
    const sql = `INSERT INTO ${step.table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    await app.inSage(sql, ...Object.values(values));
  }
  return record;
}

function typedValues({ columns }: Step): Record<string, string | null> {
  return Object.fromEntries(
    columns.flatMap(({ column, cell, origin }) =>
      cell.kind === 'text' && (origin === 'entered' || column === 'usrdf1')
        ? [[column, stored(column, cell.text)]]
        : [],
    ),
  );
}

/** As Sage's columns hold it: money with two decimals, units with four, cost codes with three. */
function stored(column: string, text: string | null): string | null {
  const scale = { chghrs: 2, chgunt: 4, bdgprc: 2, reqprc: 2, aprprc: 2, cstcde: 3 }[column];
  if (scale === undefined || text === null) return text;
  const [whole = '0', decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(scale, '0')}`;
}

/** What stands in a sheet, row by row without its empty cells. */
function cellsOf(sheet: string): readonly (readonly string[])[] {
  const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs)].map(([, figure, text]) =>
      plain(figure ?? text ?? ''),
    ),
  );
}

test('a change order is approved, printed, saved as a workbook, typed into Sage, found and linked', async ({
  app,
}, info) => {
  const { page } = app;
  await chooseHandEntry(app);
  const id = await approveForTyping(app);
  await app.go('#/home');
  await expect(page.getByRole('link', { name: /To be typed into Sage/ })).toContainText('1');
  await app.go('#/queue');
  await expect(page.getByRole('row', { name: /Waiting to be typed into Sage/ })).toContainText('a person types it');

  await page.getByRole('link', { name: /^Page for Sage/ }).click();
  const paper = page.getByRole('article');
  await expect(paper.getByRole('heading')).toHaveText('Sage 6-4-1 · New change order');
  await expect(paper).toContainText('Change# that Sage gave');
  await expect(paper).toContainText('Approved by Dana Reyes');
  await expect(paper).not.toContainText('User Def2');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(paper).toBeVisible();
  await page.screenshot({ path: info.outputPath('printed.png'), fullPage: true });
  const printed = await page.pdf({ path: info.outputPath('printed.pdf'), format: 'Letter' });
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
  expect(await serious(app)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Excel (.xlsx)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^For Sage COR \d+ into a new change order of job 2402 .*\.xlsx$/);
  const bytes = await readFile(await file.path());
  const rows = cellsOf(zipEntry(bytes, 'xl/worksheets/sheet1.xml'));
  const fields = await paper
    .locator('dl > div')
    .evaluateAll((all) =>
      all.map((one) => [one.querySelector('dt')?.textContent ?? '', one.querySelector('dd')?.textContent ?? '']),
    );
  const header = rows.findIndex(([first]) => first === 'Header');
  expect(rows.slice(header + 1, header + 1 + fields.length)).toEqual(fields);
  for (const table of await paper.getByRole('table').all()) {
    const caption = (await table.locator('caption').textContent()) ?? '';
    const shown = await table
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td')].slice(1).map((cell) => cell.textContent ?? '')),
      );
    const titles = await table
      .locator('thead th')
      .evaluateAll((all) => all.slice(1).map((one) => one.textContent ?? ''));
    const at = rows.findIndex(([first]) => first === caption);
    expect(rows[at + 1]).toEqual(['Line', ...titles]);
    const grid = rows.slice(at + 2, at + 2 + shown.length).map((row) => row.filter((cell) => cell !== ''));
    expect(grid).toEqual(shown.map((row) => ['new', ...row].filter((cell) => cell !== '')));
  }

  await typeInSage(app, id, '77');
  await app.go('#/home');
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect
    .poll(async () => (await ask(app, 'queue.get', { id })).transfer.state)
    .toMatchObject({
      name: 'done',
      number: '77',
    });
  await app.go(`#/history?transfer=${id}`);
  await expect(page.getByText(/Typed into Sage as change order 77 of job 2402, every field as approved/)).toBeVisible();
  await app.go('#/change-orders');
  await expect(page.getByRole('row', { name: /Add medical gas outlets/ })).toContainText('CO 77');
  expect(await app.inSage('SELECT operation_key FROM plumbline_push_marker')).toEqual([]);
});

test('what was typed otherwise is shown field by field, and taken when a person says so', async ({ app }, info) => {
  const { page } = app;
  const readAloud = await listenToReader(page);
  await chooseHandEntry(app);
  const id = await approveForTyping(app);
  const record = await typeInSage(app, id, '77');
  await app.inSage("UPDATE prmchg SET dscrpt = 'Medical gas' WHERE recnum = CAST(? AS INTEGER)", record);
  await ask(app, 'sync.now', { side: 'sage' });
  await app.go(`#/queue?id=${id}`);
  const panel = page.getByRole('dialog');
  const differences = panel.getByRole('table', { name: 'Differences of change order 77' });
  await expect(differences.getByRole('row', { name: /Description/ })).toContainText('Medical gas');
  await expect(differences.getByRole('row')).toHaveCount(2);
  await expect(panel.getByRole('button', { name: 'Keep waiting' })).toBeEnabled();
  await page.screenshot({ path: info.outputPath('differences.png') });
  expect(await serious(app)).toEqual([]);
  await panel.getByRole('button', { name: 'Take what was typed' }).click();
  await expect(toast(app, /^Linked with change order 77/)).toBeVisible();
  // Also while the panel hides the page from readers.
  await expect.poll(readAloud).toContainEqual(expect.stringMatching(/^Linked with change order 77/));
  expect((await ask(app, 'queue.get', { id })).transfer.state).toMatchObject({ name: 'done', record });
});

test('everything that waits to be typed is printed together, a page each', async ({ app }) => {
  const { page } = app;
  await chooseHandEntry(app);
  await mapJobs(app, '2402');
  await approve(app, await draftOf(app, [/Add medical gas outlets/]));
  await approve(app, await draftOf(app, [/tunable white/]));
  await approve(app, await draftOf(app, [/Credit: owner-furnished blinds/]));
  await app.go('#/queue?state=awaitingEntry');
  await page.getByRole('link', { name: 'All 3 pages for Sage' }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByRole('article').filter({ hasText: 'tunable white' })).toHaveCount(1);
  // A credit is written as it is typed, in the lines and in the totals.
  const credit = page.getByRole('article').filter({ hasText: 'owner-furnished blinds' });
  await expect(credit).toContainText('Requested -1480.00');
  await expect(credit).not.toContainText('(1,480.00)');
  expect(await serious(app)).toEqual([]);
  const printed = await page.pdf({ format: 'Letter' });
  expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
});
