import type { reconcileChannels } from '#shared/contract/reconcile.ts';
import { succeed } from '#shared/domain/failure.ts';
import { measureSums, totalDifference } from '#shared/domain/procore/reconcile.ts';
import { truncateAt } from '#shared/domain/text.ts';
import { linkedJobs, reconcileProjects } from '../procore/reconcile/reconcile.ts';
import type { Handlers } from './handler.ts';

/** Of a reason, in UTF-16 units: a window of rows stays small, and the item itself says it all. */
const longestReason = 600;

export const reconcileHandlers: Handlers<keyof typeof reconcileChannels> = {
  'procore.reconcile': ({ project, level, offset, limit }, context) => {
    const all = reconcileProjects(context, project);
    const rows = level === 'all' ? all : all.filter((row) => row.level === level);
    return succeed({
      rows: rows
        .slice(offset, offset + limit)
        .map((row) => ({ ...row, reason: truncateAt(row.reason, longestReason) })),
      total: rows.length,
      sums: measureSums(all),
      jobs: linkedJobs(context, project).length,
      differences: all.filter((row) => row.level === 'difference').length,
      difference: totalDifference(all),
    });
  },
};
