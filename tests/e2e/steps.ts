import type { ChannelName, RequestOf, ResponseOf } from '#shared/contract/requests.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { type App, expect } from './app.ts';

/** What a test needs done before its own story begins, asked of the engine as the page itself would. */
export async function ask<C extends ChannelName>(app: App, channel: C, request: RequestOf<C>): Promise<ResponseOf<C>> {
  const reply = await app.page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.json();
    },
    [channel, JSON.stringify(request)] as const,
  );
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply)}`);
  return reply.value as ResponseOf<C>;
}

/** Reads both sides and maps the project of this job. Out: the project's id. */
export async function mapJob(app: App, job: string): Promise<string> {
  await ask(app, 'sync.now', { side: 'all' });
  const { rows } = await ask(app, 'projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 200 });
  const project = rows.find(({ suggestion }) => suggestion?.job === job)?.project.id ?? '';
  await ask(app, 'projects.map', { projectId: project, job, defaults: standardDefaults });
  await ask(app, 'sync.now', { side: 'clearstory' });
  return project;
}

/** Pushes one COR of a mapped job as a new change order, without the screens. Out: the COR's id. */
export async function pushCor(app: App, title: RegExp): Promise<string> {
  const { rows } = await ask(app, 'cors.list', {
    search: '',
    projectId: '',
    statuses: [],
    sageStates: [],
    approvedNotInSage: false,
    submittedFrom: '',
    submittedTo: '',
    sort: { column: 'number', descending: false },
    offset: 0,
    limit: 200,
  });
  const cor = rows.find((row) => title.test(row.title));
  if (cor === undefined) throw new Error(`No COR is titled ${title}`);
  const { id } = await ask(app, 'drafts.open', { corIds: [cor.id], mode: 'push' });
  const { draft } = await ask(app, 'drafts.get', { id });
  const budget = draft.budget.map((line) => ({ ...line, costCode: '3300.000', costType: '4' }));
  await ask(app, 'drafts.save', { id, draft: { ...draft, budget } });
  const { plan } = await ask(app, 'drafts.preview', { id });
  await ask(app, 'drafts.push', { id, planHash: plan?.hash ?? '' });
  await expect.poll(async () => (await ask(app, 'queue.get', { id })).transfer.state.name).toBe('done');
  return cor.id;
}

/** The row of the Change Order Log with this title. */
export function logRow(app: App, title: RegExp) {
  return app.page.getByRole('row', { name: title });
}
