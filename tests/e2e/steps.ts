import type { Page } from '@playwright/test';
import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { type CorLogRow, everyCor } from '#shared/domain/corLog.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { type App, expect } from './app.ts';

/** What a test needs done before its own story begins, asked of the engine as the page itself would. */
export async function ask<C extends ChannelName>(app: App, channel: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
  const reply = await app.page.evaluate(
    async ([company, name, body]) => {
      const response = await fetch(`/rpc/${company}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-plumbline-key': localStorage.getItem('plumbline.key') ?? '' },
        body,
      });
      return response.json();
    },
    [app.company, channel, JSON.stringify(request)] as const,
  );
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply)}`);
  return reply.value as ResponseOf<C>;
}

/** Reads both sides and maps the projects of these jobs. Out: their ids, in the order of the jobs. */
export async function mapJobs(app: App, ...jobs: readonly string[]): Promise<readonly string[]> {
  await ask(app, 'sync.now', { side: 'all' });
  const { rows } = await ask(app, 'projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 200 });
  const ids: string[] = [];
  for (const job of jobs) {
    const project = rows.find(({ suggestion }) => suggestion?.job === job)?.project;
    if (project === undefined) throw new Error(`No project looks like job ${job}`);
    await ask(app, 'projects.map', { projectId: project.id, job, defaults: standardDefaults });
    ids.push(project.id);
  }
  await ask(app, 'sync.now', { side: 'clearstory' });
  return ids;
}

/** The COR of mapped projects whose title matches. */
export async function corTitled(app: App, title: RegExp): Promise<CorLogRow> {
  const { rows } = await ask(app, 'cors.list', everyCor);
  const cor = rows.find((row) => title.test(row.title));
  if (cor === undefined) throw new Error(`No COR is titled ${title}`);
  return cor;
}

export type Edit = (draft: Draft) => Draft;

/** Codes every budget line to one code. */
export const coded: Edit = (draft) => ({
  ...draft,
  budget: draft.budget.map((line) => ({ ...line, costCode: '3300.000', costType: '4' })),
});

/** A draft for these CORs, edited. Out: its id. */
export async function draftOf(app: App, titles: readonly RegExp[], edit: Edit = coded): Promise<string> {
  const corIds: string[] = [];
  for (const title of titles) corIds.push((await corTitled(app, title)).id);
  const { id } = await ask(app, 'drafts.open', { corIds, mode: 'push' });
  const { draft } = await ask(app, 'drafts.get', { id });
  await ask(app, 'drafts.save', { id, draft: edit(draft) });
  return id;
}

/** Approves the draft as the engine plans it now. */
export async function approve(app: App, id: string): Promise<void> {
  const { plan, refusals } = await ask(app, 'drafts.preview', { id });
  if (plan === null) throw new Error(`No plan: ${refusals.map(({ sentence }) => sentence).join(' ')}`);
  await ask(app, 'drafts.push', { id, planHash: plan.hash });
}

export type Pushed = { readonly cor: CorLogRow; readonly record: string; readonly number: string };

/** Pushes one COR of a mapped job, without the screens, as a new change order unless `edit` says otherwise. */
export async function pushCor(app: App, title: RegExp, edit: Edit = coded): Promise<Pushed> {
  const cor = await corTitled(app, title);
  const id = await draftOf(app, [title], edit);
  await approve(app, id);
  const state = async () => (await ask(app, 'queue.get', { id })).transfer.state;
  await expect.poll(async () => (await state()).name).toBe('done');
  const done = await state();
  if (done.name !== 'done') throw new Error(done.name);
  return { cor, record: done.record, number: done.number };
}

/** The row of the Change Order Log with this title. */
export function logRow(app: App, title: RegExp) {
  return app.page.getByRole('row', { name: title });
}

/** What Plumbline says for a few seconds after an act. An open panel hides it from readers a moment after it has come, and from nobody's eyes. */
export function toast(app: App, words: string | RegExp) {
  return app.page.getByRole('listitem', { name: words, includeHidden: true });
}

/** Opens a COR beside the log. */
export async function openDetail(app: App, cor: Pick<CorLogRow, 'id'>) {
  await app.go(`#/change-orders?cor=${cor.id}`);
  return app.page.getByRole('dialog');
}

/** Opens the page anew and writes down what a screen reader is asked to say. Out: what it was so far. */
export async function listenToReader(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    Object.assign(document, { ariaNotify: (words: string) => said.push(words) });
  });
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { readonly said: readonly string[] }).said);
}
