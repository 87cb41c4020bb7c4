import { byItself, type Context } from '../context.ts';

/**
 * The only two things that Clearstory lets others write: labels on CORs, and a project's job number. Both are opt-in, both are
 * tried again with the next run, and neither ever holds up a change order.
 */
export async function writeBack(context: Context): Promise<void> {
  const { labels, jobNumber } = context.store.settings.read().writeBack;
  if (labels) await writeLabels(context);
  if (jobNumber) await writeJobNumbers(context);
}

async function writeLabels(context: Context): Promise<void> {
  const { store, clearstory } = context;
  for (const link of store.links.all()) {
    const wanted = `Sage CO ${link.number}`;
    if (link.label === wanted) continue;
    if (link.label !== null) await clearstory.removeLabels(link.corId, [link.label]);
    const added = await clearstory.addLabels(link.corId, [wanted]);
    if (!added.ok) {
      context.logger.warn('writeBack.label', { cor: link.corId, code: added.failure.code });
      return;
    }
    store.transaction(() => {
      const now = store.links.get(link.corId);
      if (now !== null) store.links.save({ ...now, label: wanted });
      context.tell({
        kind: 'labelled',
        by: byItself,
        sentence: `Label '${wanted}' was put on the COR in Clearstory.`,
        job: link.job,
        cors: [{ id: link.corId, number: link.pushed.cor.number }],
        changeOrder: link.number,
      });
    });
  }
}

async function writeJobNumbers(context: Context): Promise<void> {
  const { store, clearstory } = context;
  for (const { projectId, job } of store.mappings.all()) {
    const project = store.projects.get(projectId);
    if (project === null || (project.jobNumber ?? '') !== '') continue;
    const written = await clearstory.updateProjectJobNumber(projectId, job);
    if (!written.ok) {
      context.logger.warn('writeBack.jobNumber', { project: projectId, code: written.failure.code });
      return;
    }
    store.projects.upsert(written.value);
    context.tell({
      kind: 'labelled',
      by: byItself,
      sentence: `Job number ${job} was entered on project ${written.value.title} in Clearstory.`,
      job,
    });
  }
}
