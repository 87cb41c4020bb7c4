import type { projectChannels } from '#shared/contract/projects.ts';
import { succeed } from '#shared/domain/failure.ts';
import { likelyJob } from '#shared/domain/jobMatch.ts';
import { jobStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../context.ts';
import { acceptJob, proposeProjects, rejectJobs, restoreJobs } from '../projects/importJobs.ts';
import type { Handlers } from './handler.ts';
import { freeJobs } from './projects.ts';

type Channels = Pick<
  typeof projectChannels,
  | 'imported.list'
  | 'imported.preview'
  | 'imported.customers'
  | 'imported.accept'
  | 'imported.reject'
  | 'imported.restore'
>;

export const importedHandlers: Handlers<keyof Channels> = {
  'imported.list': ({ state, search, offset, limit }, context) => {
    const { store } = context;
    const twins = likelyProjects(context);
    const wanted = new Set(state === 'waiting' ? ['waiting', 'creating'] : ['rejected']);
    const text = search.toLowerCase();
    const rows = store.imported
      .all()
      .filter((imported) => wanted.has(imported.state))
      .flatMap((imported) => {
        const job = store.sage.get('job', imported.job);
        if (job === null || !`${job.number} ${job.name} ${job.clientName}`.toLowerCase().includes(text)) return [];
        const twin = twins.get(job.number);
        const warning =
          twin === undefined
            ? null
            : `Project '${twin}' looks like this job: map it under Not mapped instead of creating another.`;
        return [{ imported, job, statusWords: statusWords(jobStatuses, job.status), warning }];
      });
    return succeed({ rows: rows.slice(offset, offset + limit), total: rows.length });
  },

  'imported.preview': ({ jobs }, context) => proposeProjects(context, jobs),

  'imported.customers': async ({ officeId, search }, { clearstory }) => {
    const customers = await clearstory.customers(officeId, search);
    return customers.ok ? succeed({ customers: customers.value.slice(0, 100) }) : customers;
  },

  'imported.accept': async ({ proposals }, context, { pullSoon }) => {
    const results: { job: string; ok: boolean; sentence: string }[] = [];
    for (const proposal of proposals) {
      const accepted = await acceptJob(context, proposal);
      results.push({
        job: proposal.job,
        ok: accepted.ok,
        sentence: accepted.ok ? accepted.value : accepted.failure.sentence,
      });
    }
    context.notify(['projects', 'status', 'history']);
    pullSoon();
    return succeed({ results });
  },

  'imported.reject': ({ jobs, reason }, context) => {
    rejectJobs(context, jobs, reason);
    return succeed({});
  },

  'imported.restore': ({ jobs }, context) => {
    restoreJobs(context, jobs);
    return succeed({});
  },
};

/** Job number → title of the project, not mapped and without a number, that most likely is this job. */
function likelyProjects(context: Context): ReadonlyMap<string, string> {
  const { store } = context;
  const jobs = freeJobs(context);
  const twins = new Map<string, string>();
  for (const project of store.projects.all()) {
    if (project.archived || project.jobNumber !== null || store.mappings.ofProject(project.id) !== null) continue;
    const likely = likelyJob(project, jobs);
    if (likely !== null) twins.set(likely.job.number, project.title);
  }
  return twins;
}
