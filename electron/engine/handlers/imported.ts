import type { projectChannels } from '#shared/contract/projects.ts';
import { succeed } from '#shared/domain/failure.ts';
import { jobStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import { acceptJob, proposeProjects, rejectJobs, restoreJobs } from '../projects/importJobs.ts';
import type { Handlers } from './handler.ts';

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
  'imported.list': ({ state, search, offset, limit }, { store }) => {
    const wanted = new Set(state === 'waiting' ? ['waiting', 'creating'] : ['rejected']);
    const text = search.toLowerCase();
    const rows = store.imported
      .all()
      .filter((imported) => wanted.has(imported.state))
      .flatMap((imported) => {
        const job = store.sage.get('job', imported.job);
        if (job === null || !`${job.number} ${job.name} ${job.clientName}`.toLowerCase().includes(text)) return [];
        return [{ imported, job, statusWords: statusWords(jobStatuses, job.status) }];
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
