import type { JobChoice, ProjectRow, projectChannels } from '#shared/contract/projects.ts';
import type { CloudProject } from '#shared/domain/cloudProject.ts';
import { succeed } from '#shared/domain/failure.ts';
import { type JobMatch, likelyJob } from '#shared/domain/jobMatch.ts';
import { jobRefusal } from '#shared/domain/plans/changeOrder/checkDraft.ts';
import { jobStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Job } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { mapProject, unmapProject, unmapRefusal } from '../projects/mapping.ts';
import type { Handlers } from './handler.ts';

type Channels = Pick<
  typeof projectChannels,
  'projects.list' | 'projects.jobChoices' | 'projects.mappingLists' | 'projects.map' | 'projects.unmap'
>;

export const projectHandlers: Handlers<keyof Channels> = {
  'projects.list': ({ tab, search, offset, limit }, context) => {
    const { store } = context;
    const mappedIds = new Set(store.mappings.all().map(({ projectId }) => projectId));
    const all = store.projects.all().filter(({ archived, id }) => !archived || mappedIds.has(id));
    const isMapped = ({ id }: CloudProject) => mappedIds.has(id);
    const mapped = all.filter(isMapped);
    const chosen = (tab === 'mapped' ? mapped : all.filter((project) => !isMapped(project))).filter((project) =>
      matches(search, [
        project.title,
        project.jobNumber,
        project.customerName,
        store.mappings.ofProject(project.id)?.job,
      ]),
    );
    const jobs = tab === 'notMapped' ? freeJobs(context) : [];
    const imported = store.imported.all();
    return succeed({
      rows: chosen.slice(offset, offset + limit).map((project) => projectRow(context, project, jobs)),
      total: chosen.length,
      counts: {
        mapped: mapped.length,
        notMapped: all.length - mapped.length,
        imported: imported.filter(({ state }) => state === 'waiting' || state === 'creating').length,
        rejected: imported.filter(({ state }) => state === 'rejected').length,
      },
    });
  },

  'projects.jobChoices': ({ projectId, search }, context) => {
    const { store } = context;
    const project = store.projects.get(projectId);
    const own = store.mappings.ofProject(projectId)?.job ?? null;
    const likely = project === null ? null : likelyJob(project, freeJobs(context));
    const found = store.sage.search('job', { search, limit: 200 }).map((job) => jobChoice(context, job, own, likely));
    const rank = (choice: JobChoice) => (choice.suggested !== null ? 0 : choice.refusal === null ? 1 : 2);
    return succeed({ choices: [...found].sort((a, b) => rank(a) - rank(b)).slice(0, 50) });
  },

  'projects.mappingLists': ({ job }, { store }) =>
    succeed({
      phases: store.sage.search('phase', { parent: job, limit: 1000 }),
      changeOrderTypes: store.sage.search('changeOrderType', { limit: 1000 }),
      costTypes: store.sage.search('costType', { limit: 20 }),
      defaults: store.settings.read().defaults,
    }),

  'projects.map': async (request, context, { pullSoon }) => {
    const mapped = mapProject(context, request);
    if (!mapped.ok) return mapped;
    pullSoon();
    return succeed({});
  },

  'projects.unmap': ({ projectId }, context) => {
    const done = unmapProject(context, projectId);
    return done.ok ? succeed({}) : done;
  },
};

function matches(search: string, texts: readonly (string | null | undefined)[]): boolean {
  const text = texts.join(' ').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Jobs that a project may still be mapped to. */
export function freeJobs({ store }: Context): readonly Job[] {
  const taken = new Set(store.mappings.all().map(({ job }) => job));
  return store.sage
    .search('job', { limit: store.sage.count('job') })
    .filter((job) => !taken.has(job.number) && jobRefusal(job.status, job.inactive) === null);
}

function projectRow(context: Context, project: CloudProject, jobs: readonly Job[]): ProjectRow {
  const { store } = context;
  const mapping = store.mappings.ofProject(project.id);
  const likely = mapping === null ? likelyJob(project, jobs) : null;
  const links = mapping === null ? [] : store.links.ofJob(mapping.job);
  return {
    project,
    mapping,
    job: mapping === null ? null : store.sage.get('job', mapping.job),
    suggestion: likely === null ? null : { job: likely.job.number, name: likely.job.name, why: likely.why },
    cors: store.cors.ids(project.id).length,
    linked: links.length,
    lastActivity: links.reduce<string | null>(
      (last, { pushedAt }) => (last === null || pushedAt > last ? pushedAt : last),
      null,
    ),
    unmapRefusal: unmapRefusal(context, project.id),
  };
}

function jobChoice({ store }: Context, job: Job, own: string | null, likely: JobMatch | null): JobChoice {
  const mapping = job.number === own ? null : store.mappings.ofJob(job.number);
  const title = mapping === null ? '' : (store.projects.get(mapping.projectId)?.title ?? 'another project');
  const closed = jobRefusal(job.status, job.inactive);
  return {
    job,
    statusWords: statusWords(jobStatuses, job.status),
    refusal: closed !== null ? `This job ${closed}.` : mapping !== null ? `Mapped to ${title} already.` : null,
    suggested: likely?.job.number === job.number ? likely.why : null,
  };
}
