import type { Failure } from '#shared/domain/failure.ts';
import type { Link } from '#shared/domain/link.ts';
import type { Mapping } from '#shared/domain/mapping.ts';
import { byItself, type Context } from '../context.ts';

/**
 * The only two things that Clearstory lets others write: labels on CORs, and a project's job number. Both are opt-in, both are
 * tried again with the next run, and neither ever holds up a change order.
 */
export async function writeBack(context: Context): Promise<void> {
  const { store } = context;
  const { labels, jobNumber } = store.settings.read().writeBack;
  if (labels) {
    const unlabelled = store.links.all().filter((link) => link.label !== labelOf(link));
    await writeEach(unlabelled, (link) => writeLabel(context, link));
  }
  if (jobNumber) {
    const unnumbered = store.mappings.all().filter(({ projectId }) => {
      const project = store.projects.get(projectId);
      return project !== null && (project.jobNumber ?? '') === '';
    });
    await writeEach(unnumbered, (mapping) => writeJobNumber(context, mapping));
  }
}

const labelOf = ({ number }: Link) => `Sage CO ${number}`;

/** Of one record alone: it is gone in Clearstory, or Clearstory cannot cope with it. The others have their turn. */
const ofOneRecord: ReadonlySet<string> = new Set([
  'clearstory.notFound',
  'clearstory.rejected',
  'clearstory.conflict',
  'clearstory.serverError',
]);

/** So many errors of Clearstory's own in a row are no matter of a single record. */
const mostErrorsInARow = 5;

/** `write`: why it could not be done; null when it was. */
async function writeEach<T>(all: readonly T[], write: (one: T) => Promise<Failure | null>): Promise<void> {
  let errors = 0;
  for (const one of all) {
    const failure = await write(one);
    errors = failure?.code === 'clearstory.serverError' ? errors + 1 : 0;
    if (failure !== null && (!ofOneRecord.has(failure.code) || errors === mostErrorsInARow)) return;
  }
}

/** Takes the old label away before the new one is put: whatever fails is done with the next run, and never do both stay. */
async function writeLabel(context: Context, link: Link): Promise<Failure | null> {
  const { store, clearstory, logger } = context;
  const failed = (failure: Failure) => {
    logger.warn('writeBack.label', { cor: link.corId, code: failure.code });
    return failure;
  };
  const wanted = labelOf(link);
  if (link.label !== null) {
    const removed = await clearstory.removeLabels(link.corId, [link.label]);
    if (!removed.ok) return failed(removed.failure);
    remember(context, link, null);
  }
  const added = await clearstory.addLabels(link.corId, [wanted]);
  if (!added.ok) return failed(added.failure);
  store.transaction(() => {
    remember(context, link, wanted);
    context.tell({
      kind: 'labelled',
      by: byItself,
      sentence: `Label '${wanted}' was put on the COR in Clearstory.`,
      job: link.job,
      cors: [{ id: link.corId, number: link.pushed.cor.number }],
      changeOrder: link.number,
    });
  });
  return null;
}

function remember({ store }: Context, { corId }: Link, label: string | null): void {
  const now = store.links.get(corId);
  if (now !== null) store.links.save({ ...now, label });
}

async function writeJobNumber(context: Context, { projectId, job }: Mapping): Promise<Failure | null> {
  const { store, clearstory, logger } = context;
  const written = await clearstory.updateProjectJobNumber(projectId, job);
  if (!written.ok) {
    logger.warn('writeBack.jobNumber', { project: projectId, code: written.failure.code });
    return written.failure;
  }
  store.projects.upsert(written.value);
  context.tell({
    kind: 'labelled',
    by: byItself,
    sentence: `Job number ${job} was entered on project ${written.value.title} in Clearstory.`,
    job,
  });
  return null;
}
