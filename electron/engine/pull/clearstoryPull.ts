import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import { addMinutesTo } from '#shared/domain/dates.ts';
import { sweepDue } from '#shared/domain/schedule.ts';
import { byItself, type Context, hashOf } from '../context.ts';
import { refreshSageStates } from '../sageState.ts';
import { discoverImportedJobs } from './importedJobs.ts';
import type { PullCount } from './sagePull.ts';

/** Offset pages over changing data can skip rows, and clocks differ: read this far back each time. */
const overlapMinutes = 15;

/** Details cost a request each; the newest come first, the rest follow with the next runs or when somebody looks. */
const detailLimit = 100;

/** Reads projects and the CORs of mapped projects; everything once a night and whenever another project was mapped. */
export async function pullClearstory(context: Context): Promise<PullCount> {
  const { store, clearstory, clock } = context;
  const startedAt = clock.now();
  const projects = await clearstory.projects();
  if (!projects.ok) return { rowsRead: 0, changed: 0, failure: projects.failure };
  const changedProjects = store.transaction(() => {
    const before = store.projects.all();
    store.projects.replaceAll(projects.value);
    store.notes.write('clearstory.projectsReadAt', startedAt);
    return differing(before, projects.value);
  });
  discoverImportedJobs(context);

  const projectIds = store.mappings.all().map(({ projectId }) => projectId);
  const rowsOfProjects = projects.value.length;
  if (projectIds.length === 0) return { rowsRead: rowsOfProjects, changed: changedProjects, failure: null };
  const scope = hashOf([...projectIds].sort());
  const watermark = store.notes.read('clearstory.watermark');
  const sweep =
    watermark === null ||
    store.notes.read('clearstory.scope') !== scope ||
    sweepDue(store.notes.read('clearstory.sweptAt'), startedAt, store.settings.read().timeZone);
  const page = await clearstory.cors({
    projectIds,
    updatedFrom: sweep ? null : addMinutesTo(watermark, -overlapMinutes),
  });
  if (!page.ok) return { rowsRead: rowsOfProjects, changed: changedProjects, failure: page.failure };

  const changed = store.transaction(() => {
    for (const item of page.value.unreadable) {
      store.unreadable.add({ source: 'clearstory.cors', key: item.id, reason: item.reason, payload: item.payload });
    }
    const ids = store.cors.upsert(page.value.cors, false);
    if (sweep) forgetMissing(context, projectIds, new Set(page.value.cors.map(({ id }) => id)));
    tellChanges(context, ids);
    refreshSageStates(context, sweep ? projectIds.flatMap((id) => store.cors.ids(id)) : ids);
    store.notes.write('clearstory.watermark', newest(page.value.cors, watermark ?? startedAt));
    store.notes.write('clearstory.scope', scope);
    if (sweep) store.notes.write('clearstory.sweptAt', startedAt);
    return ids;
  });
  await readDetails(context, changed);
  return { rowsRead: rowsOfProjects + page.value.rowsRead, changed: changedProjects + changed.length, failure: null };
}

/** How many projects are new, gone, or no longer what they were. An archived one is gone, as in the list of projects. */
function differing(before: readonly CloudProject[], now: readonly CloudProject[]): number {
  const live = (projects: readonly CloudProject[]) => projects.filter(({ archived }) => !archived);
  const known = new Map(live(before).map((project) => [project.id, canonicalJson(project)]));
  const fresh = live(now).filter((project) => known.get(project.id) !== canonicalJson(project));
  const gone = known.size - live(now).filter(({ id }) => known.has(id)).length;
  return fresh.length + gone;
}

/** Reads the details of one COR unless those of this version are here. Problems are left for the next run. */
export async function readDetail(context: Context, id: string): Promise<void> {
  const { store, clearstory } = context;
  const cor = store.cors.get(id);
  if (cor === null || store.cors.hasDetail(id)) return;
  const detail = await clearstory.cor(id, cor.inbox);
  if (!detail.ok || detail.value === null) return;
  const value = detail.value;
  store.transaction(() => {
    store.cors.upsert([value], true);
    refreshSageStates(context, [id]);
  });
}

async function readDetails(context: Context, ids: readonly string[]): Promise<void> {
  const { store } = context;
  const updated = (id: string) => store.cors.get(id)?.updatedAt ?? '';
  const newestFirst = [...ids].sort((a, b) => updated(b).localeCompare(updated(a)));
  for (const id of newestFirst.slice(0, detailLimit)) await readDetail(context, id);
}

/**
 * CORs that a full sweep did not bring are gone, unless they are linked or have a transfer: those a person must see. Received
 * CORs of archived projects cannot be asked for, so their absence says nothing.
 */
function forgetMissing({ store }: Context, projectIds: readonly string[], seen: ReadonlySet<string>): void {
  const gone = projectIds
    .filter((projectId) => store.projects.get(projectId)?.archived === false)
    .flatMap((projectId) => store.cors.ids(projectId))
    .filter((id) => !seen.has(id) && store.links.get(id) === null && store.transfers.openOfCor(id) === null);
  store.cors.remove(gone);
}

function tellChanges(context: Context, ids: readonly string[]): void {
  const { store } = context;
  for (const id of ids) {
    const link = store.links.get(id);
    const cor = store.cors.get(id);
    if (link === null || cor === null || cor.updatedAt === link.pushed.cor.updatedAt) continue;
    context.tell({
      kind: 'corChanged',
      by: byItself,
      sentence: `COR ${cor.number} changed in Clearstory after its push to change order ${link.number}.`,
      job: link.job,
      cors: [{ id, number: cor.number }],
      changeOrder: link.number,
    });
  }
}

function newest(cors: readonly { readonly updatedAt: string }[], start: string): string {
  let latest = start;
  for (const { updatedAt } of cors) if (updatedAt > latest) latest = updatedAt;
  return latest;
}
