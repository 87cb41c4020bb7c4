import { timeInZone } from '#shared/domain/dates.ts';
import type { Context } from '../../context.ts';
import type { SyncReport } from '../../engineTypes.ts';
import type { ProcorePull } from './pullProcore.ts';

/**
 * A run in words. Procore's limit is neither silence nor a fault: what was read so far counts, and the run is partial. So is one in
 * which single projects could not be read.
 */
export function procoreReport({ store }: Pick<Context, 'store'>, pull: ProcorePull): SyncReport {
  const { rowsRead, changed, failure, projectsRead, projectsLeft } = pull;
  const base = { side: 'procore', rowsRead, changed } as const;
  const all = projectsRead + projectsLeft;
  if (failure === null && pull.unread !== null) {
    const sentence = `Procore read, but for ${projectsLeft} of ${all} projects: ${pull.unread.sentence}`;
    return { ...base, outcome: 'partial', sentence, failure: pull.unread };
  }
  if (failure === null) {
    const what = changed === 0 ? 'nothing new' : `${changed} new or changed`;
    return { ...base, outcome: 'ok', sentence: `Procore read: ${what}.`, failure };
  }
  if (failure.code === 'procore.busy' && failure.until !== undefined) {
    const read = all === 0 ? 'its projects are still to be read' : `${projectsRead} of ${all} projects read`;
    const until = timeInZone(failure.until, store.settings.read().timeZone);
    return {
      ...base,
      outcome: 'partial',
      sentence: `Procore's limit is reached: ${read}; goes on after ${until}.`,
      failure: null,
    };
  }
  return { ...base, outcome: 'failed', sentence: failure.sentence, failure };
}
