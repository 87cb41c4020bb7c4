import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, type ItemKind, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../../../context.ts';
import { refused } from '../../../drafts/openDraft.ts';
import { queueAct } from '../../queueAct.ts';
import { told } from './links.ts';

const children: readonly ItemKind[] = ['subJob', 'commitment', 'commitmentChange', 'invoice'];
const words: Readonly<Partial<Record<ItemKind, string>>> = {
  subJob: 'sub job',
  commitment: 'commitment',
  commitmentChange: 'commitment change order',
  invoice: 'invoice',
};

/**
 * R-053 for projects: what belongs to the project is unlinked first, and a job that was made from it must be gone in Sage, so that nobody
 * makes it a second time. A pair of two that were there before is taken apart without.
 */
export async function unlinkProject(context: Context, key: ItemKey, by: string): Promise<Result<null>> {
  const { store, sage } = context;
  const link = store.procore.links.get(key);
  if (link === null) return fail(refused('procore.notLinked', 'It is not linked: read the list again.'));
  const child = children.flatMap((kind) => store.procore.links.all(kind, link.procoreId))[0];
  if (child !== undefined) {
    const what = `${words[child.item.kind] ?? child.item.kind} ${child.sageNumber}`;
    return fail(refused('procore.hasChildren', `The ${what} of this project is linked with Sage: unlink it first.`));
  }
  if (link.owner === 'procore') {
    const job = await sage.record('job', link.sageKey);
    if (!job.ok) return job;
    if (job.value !== null) {
      const sentence = `The project is still in Sage 100 Contractor as job ${link.sageNumber}. Please delete it before retrying.`;
      return fail(refused('procore.stillInSage', sentence));
    }
    store.sage.remove('job', [link.sageKey]);
  }
  const coming = underwayOf(context, link.procoreId);
  if (coming !== null) {
    const sentence = `'${coming}' of this project is on its way: wait until it has arrived, or take it back first.`;
    return fail(refused('procore.hasChildren', sentence));
  }
  untieProject(context, key, link, {
    by,
    sentence: `${by} unlinked project ${link.agreed.name ?? link.procoreId} and job ${link.sageNumber}.`,
    detail: {},
  });
  return succeed(null);
}

/** Takes the pair of a project and a job apart, here at once and in Procore with the next run. `sentence`: for History. */
export function untieProject(
  context: Context,
  key: ItemKey,
  link: ProcoreLink,
  said: { readonly by: string; readonly sentence: string; readonly detail: Readonly<Record<string, string>> },
): void {
  const { store } = context;
  const { by, sentence, detail } = said;
  store.transaction(() => {
    store.procore.links.remove(key);
    // Neither has an origin of its own in Procore: they are part of the pair.
    for (const kind of ['costCodes', 'budget'] as const) store.procore.links.remove(procoreItem(kind, link.procoreId));
    queueAct(context, {
      item: key,
      purpose: 'unlink',
      title: `Project ${link.agreed.name ?? link.procoreId} is no longer job ${link.sageNumber}`,
      calls: [{ op: 'project.origin', project: link.procoreId, origin: { id: null, code: null } }],
      settle: JSON.stringify(told),
      by,
    });
    context.tell({
      kind: 'unlinked',
      by,
      sentence,
      job: link.sageKey,
      detail: { ...detail, item: `project ${key.id}`, job: link.sageNumber },
    });
  });
}

/** What of the project is on its way to either side, by its title; null: nothing is. It would arrive without a pair to belong to. */
function underwayOf({ store }: Context, project: string): string | null {
  const intoSage = store.transfers
    .open()
    .find((one) => one.cloud === 'procore' && one.projectId === project && one.state.name !== 'draft');
  const whole = (['project', 'costCodes', 'budget'] as const).map((kind) => procoreItem(kind, project));
  const intoProcore = whole.flatMap((item) => store.procore.acts.openOf(item) ?? [])[0];
  return intoSage?.title ?? intoProcore?.title ?? null;
}
