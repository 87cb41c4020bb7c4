import { type ItemKey, procoreIdOf } from '#shared/domain/procore/item.ts';
import { numberDifference } from '#shared/domain/procore/rules/project.ts';
import { jobStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { codeLines } from '../shared/codeLines.ts';
import { apart, sides } from '../shared/sides.ts';
import { jobNumber } from './links.ts';

/** number, name and codes of a project and a job. For what Sage alone has, the other side is `p:<project>`. */
export function compareProject(context: Context, key: ItemKey, other: string | null): Compared {
  const { procore, sage } = context.store;
  const id = procoreIdOf(key) ?? (other?.startsWith('p:') === true ? other.slice(2) : null);
  const number = jobNumber(key) ?? (procoreIdOf(key) === null ? null : other);
  const project = id === null ? null : procore.records.get('project', id);
  const job = number === null ? null : sage.get('job', number);
  const place = (label: string, part: 'street' | 'city' | 'state' | 'zip') =>
    apart(label, project?.address[part] ?? null, job?.address[part] ?? null);
  const difference = project === null || job === null ? null : numberDifference(project.number, job.number);
  return {
    fields: [
      sides('Number', project?.number ?? null, job?.number ?? null),
      sides('Name', project?.name ?? null, job?.name ?? null),
      apart(
        'Status',
        project === null ? null : project.active ? 'Active' : 'Inactive',
        job === null ? null : statusWords(jobStatuses, job.status),
      ),
      place('Address', 'street'),
      place('City', 'city'),
      place('State', 'state'),
      place('Zip', 'zip'),
      apart('Client', null, job?.clientName ?? null),
    ],
    lines: codeLines(context, id, number),
    notes: difference === null ? [] : [difference],
  };
}
