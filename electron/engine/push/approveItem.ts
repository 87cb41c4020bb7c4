import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { type TransferEvent, transition } from '#shared/domain/transfer.ts';
import { type Context, planHash } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { itemSource } from '../procore/source.ts';
import { approvalHeld } from '../proofs/hold.ts';
import { isTypedByHand, notCompared, notWritten } from '../writing/decision.ts';
import { newestRecord } from '../writing/markerStores.ts';
import { save, sumDetail } from './approve.ts';
import { itemDetail, subjectOf } from './words.ts';

/** `plan`: made anew by the item's kind for these choices, so that it is of this moment. */
export type ItemApproval = {
  readonly item: ItemKey;
  readonly projectId: string | null;
  readonly choices: Readonly<Record<string, string>>;
  readonly plan: Plan;
  /** Of the preview that the person saw. */
  readonly shownHash: string;
};

/**
 * Approves exactly the plan that was shown for an item of Procore: queues it, or hands it over to be typed. The transfer's id. Refused
 * when the plan or the item is another one by now, when the item is on its way already, and where this kind is not written.
 */
export function approveItem(
  context: Context,
  { item, projectId, choices, plan, shownHash }: ItemApproval,
): Result<string> {
  const { store, clock, random, host } = context;
  if (planHash(plan) !== shownHash) return fail(changed(plan));
  const typed = isTypedByHand(context, plan.kind);
  const unwritten = typed ? null : (notWritten(context, plan.kind) ?? firstNotCompared(context, plan));
  if (unwritten !== null) return fail(unwritten);
  return store.transaction(() => {
    const source = itemSource(context, item);
    // Planning waited for Sage: Procore may have been read meanwhile.
    if (source === null || plan.sources.some(({ snapshotHash }) => snapshotHash !== source.hash)) {
      return fail(changed(plan));
    }
    const before = store.transfers.openOfItem(item);
    if (before !== null && before.state.name !== 'draft')
      return fail(refused('transfer.rival', `${before.title} is on its way already: look at it under Queue.`));
    const at = clock.now();
    const approved: TransferEvent = { type: typed ? 'handOver' : 'approve', at };
    const state = transition({ name: 'draft' }, approved);
    if (state === null) throw new Error(`A new transfer cannot be approved: ${approved.type}`);
    const transfer: ItemTransfer = {
      cloud: 'procore',
      // Taken back before: its proof in Sage goes by this id, whatever becomes of another copy of the queue.
      id: before?.id ?? random.uuid(),
      businessKey: plan.businessKey,
      title: plan.title,
      job: plan.target.job,
      item,
      projectId,
      choices,
      source,
      plan,
      planHash: shownHash,
      newestRecord: newestRecord(context),
      state,
      attempts: before?.attempts ?? [],
      receipt: null,
      createdAt: before?.createdAt ?? at,
      createdBy: before?.createdBy ?? host.person,
      approvedAt: at,
      approvedBy: host.person,
      updatedAt: at,
    };
    const held = approvalHeld(context, transfer);
    if (held !== null) return fail(held);
    save(context, transfer);
    context.tell({
      kind: 'approved',
      sentence: `${host.person} approved${typed ? ', to be typed into Sage' : ''}: ${plan.title}.`,
      ...subjectOf(transfer),
      detail: {
        ...itemDetail(transfer),
        lines: String(plan.controls.lines),
        ...sumDetail(plan),
        plan: shownHash,
        warnings: plan.warnings.join(' '),
      },
    });
    return succeed(transfer.id);
  });
}

function firstNotCompared(context: Context, plan: Plan): Failure | null {
  const [first] = notCompared(context, plan);
  return first === undefined ? null : refused('plan.refused', `This cannot be accepted: ${first.sentence}`);
}

function changed({ title }: Plan): Failure {
  const sentence = `What '${title}' is made of changed since this preview was made: look at the new preview, then accept again.`;
  return refused('plan.changed', sentence);
}
