import type { PolledProject } from '#shared/domain/procore/pollOrder.ts';
import type { Context } from '../../context.ts';

/** When a project was last read whole; null: never. */
export const readNote = (project: string) => `procore.read.${project}`;

/** Every active project, and every one that is linked, as the poll sees it. */
export function polledProjects({ store }: Context): readonly PolledProject[] {
  const { records, links, acts } = store.procore;
  const underway = new Set(acts.open().flatMap((act) => projectOf(store, act.item)));
  return records
    .all('project')
    .filter(({ active, id }) => active || links.get({ kind: 'project', id: `p:${id}` }) !== null)
    .map((project) => ({
      id: project.id,
      readAt: store.notes.read(readNote(project.id)),
      changedAt: newest(store, project.id, project.updatedAt),
      wanted: underway.has(project.id),
    }));
}

function newest({ notes }: Context['store'], project: string, updatedAt: string): string {
  const noted = notes.read(`procore.changed.${project}`) ?? '';
  return noted > updatedAt ? noted : updatedAt;
}

function projectOf({ procore }: Context['store'], item: Parameters<typeof procore.links.get>[0]): readonly string[] {
  const project = procore.links.get(item)?.project;
  return project === null || project === undefined ? [] : [project];
}
