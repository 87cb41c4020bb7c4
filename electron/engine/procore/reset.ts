import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { ItemKey, ItemKind } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../context.ts';
import { itemFor } from './decide.ts';
import { refusal } from './failures.ts';
import { originCall as changeOrigin } from './kinds/commitmentChange/unlink.ts';
import { originCalls as commitmentOrigins } from './kinds/commitments/links.ts';
import { originCall as invoiceOrigin } from './kinds/invoice/settle.ts';
import { told } from './kinds/project/links.ts';
import { untieProject } from './kinds/project/unlink.ts';
import { queueAct } from './queueAct.ts';

const noOrigin = { id: null, code: null };

/** What belongs to a job, from the outside in, with the calls that take its marks off in Procore. */
const children: Readonly<Partial<Record<ItemKind, (context: Context, link: ProcoreLink) => readonly ProcoreCall[]>>> = {
  invoice: (_, link) => [invoiceOrigin(link, noOrigin)],
  commitmentChange: (context, link) => [changeOrigin(context, link)],
  commitment: (context, link) => {
    const type = commitmentOfKey(link.sageKey)?.type;
    return type === undefined ? [] : commitmentOrigins(context, link, type, { clear: true });
  },
  subJob: ({ store }, { project, procoreId }) =>
    store.procore.records.get('subJob', procoreId) === null
      ? []
      : [{ op: 'subJob.origin', project: project ?? '', subJob: procoreId, origin: noOrigin }],
};

/**
 * a job and everything of it is taken apart in one go, for a project that was linked with the wrong job. Unlike unlinking nobody
 * asks whether the records are gone: nothing in Sage is read, written or deleted. Changes and invoices that were sent are kept back as
 * posted, so that nothing is written a second time unless a person says so. In: the number of the job, typed once more.
 */
export function resetJob(context: Context, key: ItemKey, typed: string): Result<null> {
  const { store, host } = context;
  return store.transaction(() => {
    const found = itemFor(context, key, 'reset');
    if (!found.ok) return found;
    const { link } = found.value.facts;
    if (link === null) return fail(refusal('procore.notLinked', 'It is not linked: read the list again.'));
    if (typed.trim() !== link.sageNumber) {
      const sentence = `'${typed}' is not the number of the job: type ${link.sageNumber} to confirm that everything of it is unlinked.`;
      return fail(refusal('procore.resetNumber', sentence));
    }
    const moving = onItsWay(context, link.procoreId);
    if (moving !== null) {
      const sentence = `${moving} is on its way: let it arrive, or reject it, then reset job ${link.sageNumber}.`;
      return fail(refusal('procore.notNow', sentence));
    }
    const counts = Object.entries(children).flatMap(([kind, callsOf]) => {
      const links = store.procore.links.all(kind as ItemKind, link.procoreId);
      for (const child of links) untie(context, child, callsOf(context, child), link);
      return links.length === 0 ? [] : [[kind, String(links.length)] as const];
    });
    untieProject(context, key, link, {
      by: host.person,
      sentence: `${host.person} reset job ${link.sageNumber}: project ${link.agreed.name ?? link.procoreId} and everything of it is unlinked; nothing was written to Sage.`,
      detail: Object.fromEntries(counts),
    });
    context.notify(['procore', 'history']);
    return succeed(null);
  });
}

/** What of the project is being written or stuck just now, by its title; null: nothing. */
function onItsWay({ store }: Context, project: string): string | null {
  const transfer = store.transfers.open().find((one) => one.cloud === 'procore' && one.projectId === project);
  if (transfer !== undefined) return transfer.plan?.title ?? 'Something of the project';
  const ofProject = new Set([`p:${project}`]);
  for (const kind of Object.keys(children) as ItemKind[])
    for (const { item } of store.procore.links.all(kind, project)) ofProject.add(item.id);
  return store.procore.acts.open().find(({ item }) => ofProject.has(item.id))?.title ?? null;
}

function untie(context: Context, child: ProcoreLink, calls: readonly ProcoreCall[], job: ProcoreLink): void {
  const { store, host, clock } = context;
  const { item, sageNumber, agreed } = child;
  const by = host.person;
  const title = `${agreed.number ?? agreed.title ?? child.procoreId} is no longer ${sageNumber} in Sage`;
  store.procore.links.remove(item);
  if (calls.length > 0) {
    queueAct(context, { item, purpose: 'unlink', title, calls, settle: JSON.stringify(told), by });
  }
  if (item.kind === 'invoice' || item.kind === 'commitmentChange') {
    const reason = `Reset with job ${job.sageNumber}: it was sent as ${sageNumber}, which may still be in Sage`;
    store.procore.decisions.save({ item, decision: 'posted', reason, by, at: clock.now() });
  }
  context.tell({
    kind: 'unlinked',
    sentence: `${by} unlinked ${agreed.number ?? ''} ${agreed.title ?? ''} from ${sageNumber} with the reset of job ${job.sageNumber}.`,
    job: child.job,
    detail: { item: `${item.kind} ${item.id}`, sage: child.sageKey, total: agreed.total ?? '' },
  });
}
