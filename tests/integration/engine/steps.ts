import type { ResponseOf } from '#shared/contract/requests.ts';
import { type CorLogRow, everyCor } from '#shared/domain/corLog.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import type { EngineRig } from './rig.ts';

/** What people do, as the screens do it: through the contract. */
type Asking = Pick<EngineRig, 'ask' | 'sync'>;

/** Reads both sides and maps the project of this job. */
export async function mapJob(rig: Asking, job: string): Promise<string> {
  await rig.sync('sage', 'clearstory');
  const { rows } = await rig.ask('projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 200 });
  const project = rows.find((row) => row.suggestion?.job === job)?.project;
  if (project === undefined) throw new Error(`No project looks like job ${job}`);
  await rig.ask('projects.map', { projectId: project.id, job, defaults: standardDefaults });
  await rig.sync('clearstory');
  return project.id;
}

/** Approved in Clearstory, and not in Sage yet. */
export function isToPush({ status, sage }: CorLogRow): boolean {
  return status === 'approved_co_issued' && sage === 'notInSage';
}

/** Where proofs are kept from now on. */
export async function keepMarkers(rig: Asking, markers: 'table' | 'recordFields'): Promise<void> {
  const { settings } = await rig.ask('settings.get', {});
  await rig.ask('settings.save', { settings: { ...settings, writing: { ...settings.writing, markers } } });
}

export async function corsOf(rig: Asking, projectId: string): Promise<readonly CorLogRow[]> {
  const { rows } = await rig.ask('cors.list', { ...everyCor, projectId });
  return rows;
}

/** Opens a draft, lets `edit` complete it, previews, approves exactly that plan, and lets the outbox run. */
export async function push(
  rig: Asking,
  corIds: readonly string[],
  edit: (draft: Draft) => Draft = coded,
  mode: 'push' | 'update' | 'void' = 'push',
): Promise<ResponseOf<'queue.get'>['transfer']> {
  const id = await approve(rig, corIds, edit, mode);
  await rig.sync('push');
  return (await rig.ask('queue.get', { id })).transfer;
}

export async function approve(
  rig: Asking,
  corIds: readonly string[],
  edit: (draft: Draft) => Draft = coded,
  mode: 'push' | 'update' | 'void' = 'push',
): Promise<string> {
  const { id } = await rig.ask('drafts.open', { corIds: [...corIds], mode });
  const { draft } = await rig.ask('drafts.get', { id });
  await rig.ask('drafts.save', { id, draft: edit(draft) });
  const { plan, refusals } = await rig.ask('drafts.preview', { id });
  if (plan === null) throw new Error(`No plan: ${refusals.map(({ sentence }) => sentence).join(' ')}`);
  await rig.ask('drafts.push', { id, planHash: plan.hash });
  return id;
}

/** Codes every line that has no code yet. */
export function coded(draft: Draft): Draft {
  return {
    ...draft,
    budget: draft.budget.map((line) => ({
      ...line,
      costCode: line.costCode || '3300.000',
      costType: line.costType || '4',
    })),
  };
}
