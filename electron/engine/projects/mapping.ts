import type { RequestOf } from '#shared/contract/requests.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { changesBetween } from '#shared/domain/historyDetail.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import { jobRefusal } from '#shared/domain/plans/changeOrder/checkDraft.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { refreshSageStates } from '../sageState.ts';

/** Maps a project to a job, or changes its mapping. Closed, inactive and already mapped jobs are refused with the reason. */
export function mapProject(context: Context, request: RequestOf<'projects.map'>): Result<Mapping> {
  const { store, clock, host } = context;
  const { projectId, defaults } = request;
  const job = store.sage.get('job', request.job);
  const project = store.projects.get(projectId);
  if (project === null)
    return fail(refused('project.gone', 'This project is no longer in Clearstory: sync, then look again.'));
  if (job === null) return fail(refused('job.gone', `Job ${request.job} is not in Sage: choose a job from the list.`));
  const before = store.mappings.ofProject(projectId);
  const closed = jobRefusal(job.status, job.inactive);
  if (closed !== null && before?.job !== job.number) {
    return fail(refused('job.closed', `Job ${job.number} ${closed}: reopen it in Sage 3-5, or choose another one.`));
  }
  const twin = store.mappings.ofJob(job.number);
  if (twin !== null && twin.projectId !== projectId) {
    const title = store.projects.get(twin.projectId)?.title ?? 'another project';
    return fail(
      refused(
        'job.mapped',
        `Job ${job.number} is mapped to ${title} already: unmap that first, or choose another job.`,
      ),
    );
  }
  const stays = unmapRefusal(context, projectId);
  if (before !== null && before.job !== job.number && stays !== null) return fail(refused('mapping.linked', stays));
  const bad = defaultsRefusal(context, request);
  if (bad !== null) return fail(refused('mapping.defaults', bad));

  const mapping: Mapping = { projectId, job: job.number, defaults, mappedAt: clock.now(), mappedBy: host.person };
  store.transaction(() => {
    store.mappings.save(mapping);
    if (store.imported.get(job.number)?.state === 'waiting') store.imported.remove(job.number);
    context.tell({
      kind: before === null ? 'mapped' : 'mappingEdited',
      sentence:
        before === null
          ? `${host.person} mapped project ${project.title} to job ${job.number} ${job.name}.`
          : `${host.person} edited the mapping of project ${project.title} to job ${job.number}.`,
      job: job.number,
      detail: changesBetween(before?.defaults ?? null, mapping.defaults),
    });
    refreshSageStates(context, store.cors.ids(projectId));
  });
  context.notify(['projects', 'cors', 'status', 'history']);
  return succeed(mapping);
}

function defaultsRefusal({ store }: Context, { job, defaults }: RequestOf<'projects.map'>): string | null {
  const phases = store.sage.search('phase', { parent: job, limit: 1000 });
  if (defaults.phase !== '0' && defaults.phase !== '' && !phases.some(({ number }) => number === defaults.phase)) {
    return `Phase ${defaults.phase} is not a phase of job ${job}: choose one of its phases, or none.`;
  }
  if (defaults.changeOrderType !== '' && store.sage.get('changeOrderType', defaults.changeOrderType) === null) {
    return `Change order type ${defaults.changeOrderType} is not in Sage's list: choose one that is.`;
  }
  return null;
}

/** Removes a mapping; refused while change orders are linked or transfers are open. */
export function unmapProject(context: Context, projectId: string): Result<null> {
  const { store, host } = context;
  const mapping = store.mappings.ofProject(projectId);
  if (mapping === null) return fail(refused('mapping.gone', 'This project is not mapped any more.'));
  const stays = unmapRefusal(context, projectId);
  if (stays !== null) return fail(refused('mapping.linked', stays));
  const title = store.projects.get(projectId)?.title ?? projectId;
  store.transaction(() => {
    store.mappings.remove(projectId);
    context.tell({
      kind: 'unmapped',
      sentence: `${host.person} unmapped project ${title} from job ${mapping.job}.`,
      job: mapping.job,
    });
  });
  context.notify(['projects', 'cors', 'status', 'history']);
  return succeed(null);
}

/** Why a mapping must stay; null when it may go. */
export function unmapRefusal({ store }: Context, projectId: string): string | null {
  const mapping = store.mappings.ofProject(projectId);
  if (mapping === null) return null;
  const linked = store.links.ofJob(mapping.job).length;
  if (linked > 0) {
    const words = linked === 1 ? 'One COR is' : `${linked} CORs are`;
    return `${words} linked to change orders of job ${mapping.job}: unlink them first.`;
  }
  const open = store.transfers.open().filter(({ job }) => job === mapping.job).length;
  if (open > 0)
    return `${open === 1 ? 'A transfer' : `${open} transfers`} of job ${mapping.job} are open: finish or drop them under Queue first.`;
  return null;
}
