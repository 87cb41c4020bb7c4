import type { Job } from '#shared/domain/sage/facts.ts';
import { byItself, type Context } from '../context.ts';

/** Jobs under way: 3-Contract and 4-Current. Bids may never become jobs, finished ones need no project. */
const openStatuses = new Set(['3', '4']);

/**
 * Jobs that no project knows appear under Imported projects. Only after the projects have been read at least once: otherwise
 * every job would look new. A rejected job keeps its tombstone and does not come back.
 */
export function discoverImportedJobs(context: Context): number {
  const { store, clock } = context;
  if (store.notes.read('clearstory.projectsReadAt') === null) return 0;
  const known = new Set(store.projects.all().map(({ jobNumber }) => jobNumber?.trim() ?? ''));
  const mapped = new Set(store.mappings.all().map(({ job }) => job));
  const isNew = (job: Job) =>
    openStatuses.has(job.status) && !job.inactive && !known.has(job.number) && !mapped.has(job.number);
  let found = 0;
  store.transaction(() => {
    const records = new Map(store.imported.all().map((imported) => [imported.job, imported]));
    for (const job of allJobs(context)) {
      const imported = records.get(job.number);
      if (imported === undefined && isNew(job)) {
        store.imported.save({ job: job.number, state: 'waiting', reason: '', at: clock.now(), by: byItself });
        found += 1;
      }
      if (imported?.state === 'waiting' && !isNew(job)) store.imported.remove(job.number);
    }
  });
  return found;
}

function allJobs({ store }: Context): readonly Job[] {
  return store.sage.search('job', { limit: store.sage.count('job') });
}
