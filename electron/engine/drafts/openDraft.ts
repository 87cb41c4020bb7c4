import type { Cor } from '#shared/domain/cor.ts';
import { proposedStatus } from '#shared/domain/corToSage.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Link } from '#shared/domain/link.ts';
import type { MappingDefaults } from '#shared/domain/mapping.ts';
import { type DraftContext, headerFor, newDraft, updatedPrime } from '#shared/domain/plans/newDraft.ts';
import type { CorTransfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { readDetail } from '../pull/clearstoryPull.ts';
import { isExternal, refreshSageStates } from '../sageState.ts';

type Mode = 'push' | 'update' | 'void';

/**
 * Opens the draft that these CORs have already, or makes a new one. In: COR ids of one job; the id of a new transfer, where its proof is
 * in Sage already. Out: the transfer's id.
 */
export async function openDraft(
  context: Context,
  corIds: readonly string[],
  mode: Mode,
  newId: string = context.random.uuid(),
): Promise<Result<string>> {
  const { store } = context;
  const openTransfer = () => corIds.map((id) => store.transfers.openOfCor(id)).find((transfer) => transfer !== null);
  const existing = openTransfer();
  if (existing !== undefined) return reuse(existing, corIds, mode);
  const damaged = store.unreadable.all().find(({ source, key }) => source === 'store.link' && corIds.includes(key));
  if (damaged !== undefined) {
    const sentence = `What Plumbline kept of the push of this COR cannot be read, so it cannot say whether it is in Sage: look at it under Settings, Diagnostics, and send it to support before pushing.`;
    return fail(refused('link.unreadable', sentence));
  }
  for (const id of corIds) await readDetail(context, id);
  // Another window may have opened one while Clearstory was asked: two drafts of a COR could both be pushed.
  const meanwhile = openTransfer();
  if (meanwhile !== undefined) return reuse(meanwhile, corIds, mode);

  const cors: Cor[] = [];
  for (const id of corIds) {
    const cor = store.cors.get(id);
    if (cor === null)
      return fail(refused('cor.gone', 'One of the CORs is no longer in Clearstory: sync, then choose again.'));
    cors.push(cor);
  }
  const external = mode === 'push' ? cors.find(isExternal) : undefined;
  if (external !== undefined) return fail(refused('cor.external', externalWords(external)));
  const mapping = mappingOf(context, cors);
  if (!mapping.ok) return mapping;
  const draft = makeDraft(context, cors, mapping.value, mode);
  if (!draft.ok) return draft;
  save(context, newId, cors, draft.value);
  return succeed(newId);
}

/** Another link to Sage owns this COR: posting it again would book it twice. */
export function externalWords({ number }: Pick<Cor, 'number'>): string {
  return `Clearstory's own Sage integration says that COR ${number} is in Sage already: look at it in 6-4-1. It is not pushed twice.`;
}

function reuse(transfer: CorTransfer, corIds: readonly string[], mode: Mode): Result<string> {
  if (transfer.state.name !== 'draft') {
    return fail(refused('draft.other', `${transfer.title} is on its way already: see Queue.`));
  }
  const sameCors = transfer.corIds.length === corIds.length && corIds.every((id) => transfer.corIds.includes(id));
  const sameMode = modeOf(transfer.draft) === mode;
  if (sameCors && sameMode) return succeed(transfer.id);
  const what = sameCors ? 'another draft of the same' : 'a draft with other CORs';
  return fail(
    refused('draft.other', `There is ${what} already (${transfer.title}): finish or discard it first, under Queue.`),
  );
}

function modeOf({ target }: Draft): Mode {
  return target.mode === 'new' || target.mode === 'existing' ? 'push' : target.mode;
}

function mappingOf(
  { store }: Context,
  cors: readonly Cor[],
): Result<{ readonly job: string; readonly defaults: MappingDefaults }> {
  const mappings = cors.map((cor) => store.mappings.ofProject(cor.projectId));
  const first = mappings[0];
  const unmapped = cors.find((_, index) => mappings[index] === null);
  if (unmapped !== undefined || first === null || first === undefined) {
    const name = unmapped?.projectName ?? '';
    return fail(
      refused('project.notMapped', `Project ${name} is not mapped to a Sage job: map it under Projects first.`),
    );
  }
  const other = mappings.find((mapping) => mapping?.job !== first.job);
  if (other !== undefined) {
    const sentence = `These CORs belong to different jobs (${first.job}, ${other?.job ?? ''}): a change order is of one job, so add them one job at a time.`;
    return fail(refused('cors.jobs', sentence));
  }
  return succeed({ job: first.job, defaults: first.defaults });
}

function makeDraft(
  context: Context,
  cors: readonly Cor[],
  mapping: { readonly job: string; readonly defaults: MappingDefaults },
  mode: Mode,
): Result<Draft> {
  const { store, random } = context;
  const draftContext: DraftContext = {
    ...mapping,
    timeZone: store.settings.read().timeZone,
    today: context.today(),
    newId: () => random.uuid(),
  };
  if (mode === 'push') return succeed(newDraft(cors, draftContext));
  const links = cors.map((cor) => store.links.get(cor.id)).filter((link) => link !== null);
  const first = links[0];
  if (first === undefined || links.length !== cors.length || links.some(({ record }) => record !== first.record)) {
    const sentence =
      'These CORs are not all in the same Sage change order: update or void them one change order at a time.';
    return fail(refused('cors.notTogether', sentence));
  }
  const changeOrder = store.sage.get('changeOrder', first.record);
  if (changeOrder === null) {
    return fail(
      refused('changeOrder.gone', `Change order ${first.number} is no longer in Sage: unlink its CORs instead.`),
    );
  }
  return succeed(relinkedDraft(context, cors, links, changeOrder, draftContext, mode));
}

/** A draft of CORs that are in Sage already: their present lines, with the amounts that the CORs have now. */
function relinkedDraft(
  { store }: Context,
  cors: readonly Cor[],
  links: readonly Link[],
  changeOrder: ChangeOrder,
  context: DraftContext,
  mode: 'update' | 'void',
): Draft {
  const shared = store.links.ofRecord(changeOrder.record).length > links.length;
  const proposed = headerFor(cors, context);
  // A person may have approved it in Sage meanwhile: only a status that changed in Clearstory since the push is proposed.
  const proposedBefore = headerFor(
    links.map(({ pushed }) => pushed.cor),
    context,
  ).status;
  const keepsStatus = mode === 'void' || shared || proposed.status === proposedBefore;
  const status = keepsStatus ? changeOrder.status : proposed.status;
  const voidStatus = cors.every((cor) => proposedStatus(cor, context.defaults) === '6') ? '6' : '5';
  return {
    job: context.job,
    corIds: cors.map(({ id }) => id),
    target:
      mode === 'void' ? { mode, record: changeOrder.record, status: voidStatus } : { mode, record: changeOrder.record },
    header: {
      numbering: 'typed',
      number: changeOrder.number,
      date: changeOrder.date ?? context.today,
      description: changeOrder.description,
      status,
      type: changeOrder.type ?? '',
      phase: changeOrder.phase,
      // What one COR says of itself is not written for the others that share the change order.
      clientPo: changeOrder.clientPo || (shared ? '' : proposed.clientPo),
      reason: changeOrder.reason,
      delayRequested: changeOrder.delayRequested === '0' ? '' : changeOrder.delayRequested,
      delayApproved: changeOrder.delayApproved === '0' ? '' : changeOrder.delayApproved,
      submitted: changeOrder.submitted ?? (shared ? '' : proposed.submitted),
      approvedOn: status === '1' ? (changeOrder.approvedOn ?? proposed.approvedOn) : '',
      notes: changeOrder.notes,
    },
    prime: cors.flatMap((cor, index) =>
      updatedPrime(links[index]?.allocation.prime ?? [], cor, status, context.defaults),
    ),
    budget: links.flatMap(({ allocation }) => allocation.budget),
  };
}

function save(context: Context, id: string, cors: readonly Cor[], draft: Draft): void {
  const { store, clock, host } = context;
  const at = clock.now();
  store.transaction(() => {
    store.transfers.save({
      cloud: 'clearstory',
      id,
      businessKey: `job/${draft.job}`,
      title: draftTitle(context, draft),
      corIds: cors.map((cor) => cor.id),
      job: draft.job,
      draft,
      plan: null,
      planHash: null,
      state: { name: 'draft' },
      attempts: [],
      receipt: null,
      createdAt: at,
      createdBy: host.person,
      approvedAt: null,
      approvedBy: null,
      updatedAt: at,
    });
    refreshSageStates(context, draft.corIds);
  });
  context.notify(['cors', 'transfers', 'status']);
}

/** What a draft is called in lists: its CORs by number. */
export function draftTitle({ store }: Context, draft: Draft): string {
  const names = draft.corIds.map((corId) => store.cors.get(corId)?.number ?? corId).join(', ');
  const verb = { new: 'COR', existing: 'COR', update: 'Update of COR', void: 'Void of COR' }[draft.target.mode];
  return `${verb} ${names}, job ${draft.job}`;
}

export function refused(code: string, sentence: string): Failure {
  return { next: 'needsPerson', code, sentence };
}
