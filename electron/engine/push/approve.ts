import type { Cor } from '#shared/domain/cor.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { namedSums, type Plan } from '#shared/domain/plan.ts';
import type { CorTransfer, Transfer } from '#shared/domain/records.ts';
import { type TransferEvent, transition } from '#shared/domain/transfer.ts';
import { type Context, hashOf, planHash, snapshotHash } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { planDraft } from '../drafts/planning.ts';
import { mayActOn } from '../procore/approvers.ts';
import { keepDoubt } from '../procore/doubtNote.ts';
import { approvalHeld } from '../proofs/hold.ts';
import { refreshSageStates } from '../sageState.ts';
import { isTypedByHand, notWritten } from '../writing/decision.ts';
import { newestRecord } from '../writing/markerStores.ts';
import { corTransfer, itemDetail, subjectOf } from './words.ts';

/** Approves exactly the plan that was shown: the draft is planned anew, and another hash is refused. */
export async function approve(context: Context, id: string, shownHash: string): Promise<Result<null>> {
  const { store, clock, host } = context;
  const transfer = corTransfer(context, id);
  if (transfer === null) return fail(gone());
  const planned = await planDraft(context, transfer.draft);
  if (!planned.ok) return planned;
  if (!planned.value.ok) {
    const first = planned.value.refusals[0]?.sentence ?? '';
    return fail(refused('plan.refused', `This cannot be pushed: ${first}`));
  }
  const { plan } = planned.value;
  if (planHash(plan) !== shownHash) {
    return fail(changed());
  }
  const typed = isTypedByHand(context, plan.kind);
  const unwritten = typed ? null : notWritten(context, plan.kind);
  if (unwritten !== null) return fail(unwritten);
  return store.transaction(() => {
    const now = corTransfer(context, id);
    const at = clock.now();
    const state = now === null ? null : transition(now.state, { type: typed ? 'handOver' : 'approve', at });
    if (now === null || state === null) return fail(refused('transfer.state', `${transfer.title} was pushed already.`));
    // Planning waited for Sage: another window may have saved the draft, or pushed another one of its CORs, meanwhile.
    if (hashOf(now.draft) !== hashOf(transfer.draft)) return fail(changed());
    const rival = now.corIds.map((corId) => store.transfers.openOfCor(corId)).find((other) => isRival(other, id));
    if (rival) {
      const sentence = `${rival.title} is on its way already with one of these CORs: look at it under Queue, then discard this draft.`;
      return fail(refused('transfer.rival', sentence));
    }
    const approvedCors = now.corIds.map((corId) => store.cors.get(corId)).filter((cor) => cor !== null);
    if (approvedCors.some((cor) => !plan.sources.some((source) => isOf(source, cor)))) return fail(changed());
    const approved: CorTransfer = {
      ...now,
      plan,
      planHash: shownHash,
      approvedCors,
      newestRecord: newestRecord(context),
      state,
      title: plan.title,
      approvedAt: at,
      approvedBy: host.person,
    };
    const held = approvalHeld(context, approved);
    if (held !== null) return fail(held);
    save(context, approved);
    context.tell({
      kind: 'approved',
      sentence: `${host.person} approved${typed ? ', to be typed into Sage' : ''}: ${plan.title}.`,
      ...subjectOf(approved),
      detail: {
        lines: String(plan.controls.lines),
        ...sumDetail(plan),
        plan: shownHash,
        warnings: plan.warnings.join(' '),
      },
    });
    return succeed(null);
  });
}

/** For History: `requested`, `approved`, `budget` of a change order. */
export function sumDetail(plan: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(namedSums(plan).map(({ label, amount }) => [label.toLowerCase(), amount]));
}

function isRival(other: Transfer | null, id: string): boolean {
  return other !== null && other.id !== id && other.state.name !== 'draft';
}

function isOf(source: Plan['sources'][number], cor: Cor): boolean {
  return source.corId === cor.id && source.snapshotHash === snapshotHash(cor);
}

/** A person's act on a transfer in the queue: refused in words where its state does not allow it. */
export function act(context: Context, id: string, event: Act): Result<null> {
  const { store, host } = context;
  return store.transaction(() => {
    const transfer = store.transfers.get(id);
    if (transfer === null) return fail(gone());
    const barred = mayActOn(context, transfer);
    if (barred !== null) return fail(barred);
    const state = transition(transfer.state, event);
    if (state === null) {
      const sentence = `${transfer.title} cannot be ${words[event.type]} now: it is ${transfer.state.name}. Look at it again in the queue.`;
      return fail(refused('transfer.state', sentence));
    }
    const after = state.name === 'draft' ? asDraft(transfer) : { ...transfer, state };
    save(context, after);
    if (after.cloud === 'procore') keepDoubt(context, after);
    const reason = event.type === 'drop' ? `: ${event.reason}` : '';
    context.tell({
      kind: event.type === 'drop' ? 'dropped' : event.type === 'withdraw' ? 'withdrawn' : 'retried',
      sentence: `${host.person} ${told[event.type]} ${transfer.title}${reason}.`,
      ...subjectOf(transfer),
      detail: itemDetail(transfer),
    });
    return succeed(null);
  });
}

type Act = Extract<TransferEvent, { type: 'withdraw' | 'retry' | 'reopen' | 'drop' }>;

/** Approved anew it is the same transfer still, so that its proof in Sage is found whatever becomes of it. */
function asDraft(transfer: Transfer): Transfer {
  const unapproved = { plan: null, planHash: null, newestRecord: undefined, approvedAt: null, approvedBy: null };
  const state = { name: 'draft' } as const;
  return transfer.cloud === 'clearstory'
    ? { ...transfer, ...unapproved, approvedCors: undefined, state }
    : { ...transfer, ...unapproved, state };
}

const words = { withdraw: 'withdrawn', retry: 'retried', reopen: 'reopened', drop: 'dropped' } as const;
const told = { withdraw: 'withdrew', retry: 'retried', reopen: 'reopened', drop: 'dropped' } as const;

/** Saves a transfer and brings the log's *Sage* column up to date; call it inside a transaction. */
export function save(context: Context, transfer: Transfer): void {
  context.store.transfers.save({ ...transfer, updatedAt: context.clock.now() });
  if (transfer.cloud === 'clearstory') refreshSageStates(context, transfer.corIds);
  context.notify(['transfers', 'cors', 'status', 'history'], { id: transfer.id, state: transfer.state.name });
}

function changed() {
  const sentence = 'The COR or Sage changed since this preview was made: look at the new preview, then push again.';
  return refused('plan.changed', sentence);
}

function gone() {
  return refused('transfer.gone', 'This transfer is no longer in the queue: it was discarded.');
}
