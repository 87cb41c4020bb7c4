import type { PolledProject } from '#shared/domain/procore/pollOrder.ts';
import type { Context } from '../../context.ts';

/** When it was last asked what changed in a project; null: never. */
export const readNote = (project: string) => `procore.read.${project}`;

/** When a project was last asked with all that belongs to its job; null: never. */
export const linkedNote = (project: string) => `procore.readLinked.${project}`;

/** When a project's cost codes, and the budget of one that is a job, were last read; null: never. */
export const deepNote = (project: string) => `procore.readDeep.${project}`;

export const changedNote = (project: string) => `procore.changed.${project}`;

/** Every active project, and every one that is linked, as the poll sees it. */
export function polledProjects({ store }: Context): readonly PolledProject[] {
  const { records, links, acts } = store.procore;
  const underway = new Set(acts.open().flatMap((act) => projectOf(store, act.item)));
  const linked = new Set(links.all('project').map(({ procoreId }) => procoreId));
  return records
    .all('project')
    .filter(({ active, id }) => active || linked.has(id))
    .map((project) => ({
      id: project.id,
      // Of one that was just linked most was never read.
      readAt: store.notes.read(linked.has(project.id) ? linkedNote(project.id) : readNote(project.id)),
      deepAt: store.notes.read(deepNote(project.id)),
      changedAt: newest(store, project.id, project.updatedAt),
      wanted: underway.has(project.id),
    }));
}

function newest({ notes }: Context['store'], project: string, updatedAt: string): string {
  const noted = notes.read(changedNote(project)) ?? '';
  return noted > updatedAt ? noted : updatedAt;
}

function projectOf({ procore }: Context['store'], item: Parameters<typeof procore.links.get>[0]): readonly string[] {
  const project = procore.links.get(item)?.project;
  return project === null || project === undefined ? [] : [project];
}
