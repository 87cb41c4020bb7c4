import type { TransferView } from '#shared/contract/queue.ts';
import { comingWords } from '#shared/domain/dates.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { assertNever } from '#shared/domain/failure.ts';
import { isZero, parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { namedSums } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import { capital } from '#shared/domain/text.ts';
import {
  isUndecided,
  mayBeInSage,
  type TransferEvent,
  type TransferState,
  transition,
} from '#shared/domain/transfer.ts';
import type { Context } from '../context.ts';
import { type Hold, heldNow } from '../proofs/hold.ts';
import { decideFirst, screenOf } from '../push/words.ts';

/** A transfer in the words of the Queue screen. `hold`: made before, for whoever shows many. */
export function transferView(context: Context, transfer: Transfer, hold: Hold = heldNow(context)): TransferView {
  const { store, clock } = context;
  const now = clock.now();
  const { state, plan } = transfer;
  const isOnItsWay = state.name === 'queued' || state.name === 'waiting';
  const held = isOnItsWay ? hold(transfer) : null;
  const draft = transfer.cloud === 'clearstory' ? transfer.draft : null;
  const undecided = isUndecided(state) ? decideFirst : null;
  return {
    id: transfer.id,
    title: transfer.title,
    job: transfer.job,
    jobName: store.sage.get('job', transfer.job)?.name ?? '',
    corNumbers: transfer.cloud === 'clearstory' ? transfer.corIds.map((id) => store.cors.get(id)?.number ?? id) : [],
    item: transfer.cloud === 'procore' ? transfer.item : null,
    record: oneOf(transfer),
    screen: screenOf(transfer),
    mode: draft?.target.mode ?? (plan?.target.record === null ? 'new' : 'existing'),
    state,
    held: held !== null,
    why: held?.sentence ?? whyOf(transfer),
    next: held?.remedy ?? (held === null ? nextOf(transfer, now) : 'It goes on by itself once that is done.'),
    total: draft === null ? (plan === null ? null : (namedSums(plan)[0]?.amount ?? null)) : totalOf(draft),
    lines: plan?.controls.lines ?? (draft === null ? 0 : draft.prime.length + draft.budget.length),
    createdAt: transfer.createdAt,
    createdBy: transfer.createdBy,
    approvedAt: transfer.approvedAt,
    approvedBy: transfer.approvedBy,
    refusals: {
      retry: undecided ?? allowed(state, { type: 'retry', at: now }, 'Only what waits or needs you can be retried.'),
      withdraw: allowed(state, { type: 'withdraw' }, withdrawWords(state)),
      drop: allowed(
        state,
        { type: 'drop', at: now, reason: '' },
        'It cannot be dropped: it is written, or being written.',
      ),
      fix: fixRefusal(transfer, undecided),
      giveUp: state.name === 'inDoubt' ? null : 'It is not in doubt.',
    },
  };
}

/** What is approved, or what is asked for while nothing is. */
function totalOf({ prime }: Draft): string {
  const sum = (field: 'approved' | 'requested') => sumMoney(prime.map((line) => parseMoney(line[field]) ?? zero));
  const approved = sum('approved');
  return isZero(approved) ? sum('requested') : approved;
}

function fixRefusal({ cloud, state }: Transfer, undecided: string | null): string | null {
  if (cloud === 'procore' && state.name === 'draft') return 'It was taken back: accept it anew under Procore.';
  if (state.name === 'draft') return null;
  return undecided ?? allowed(state, { type: 'reopen' }, 'Only what needs you can be fixed.');
}

function allowed(state: TransferState, event: TransferEvent, refusal: string): string | null {
  return transition(state, event) === null ? refusal : null;
}

function withdrawWords(state: TransferState): string {
  switch (state.name) {
    case 'applying':
    case 'inDoubt':
      return 'It is being written to Sage: it can no longer be withdrawn.';
    case 'needsAttention':
      return 'It is not on its way: fix it, or drop it.';
    case 'draft':
      return 'It is a draft: nothing has been approved yet.';
    default:
      return 'It is finished.';
  }
}

function whyOf(transfer: Transfer): string {
  const { state } = transfer;
  switch (state.name) {
    case 'draft':
      return transfer.cloud === 'procore' ? 'Taken back.' : 'Not approved yet.';
    case 'queued':
      return 'Approved; waits for its turn.';
    case 'applying':
      return 'Being written to Sage.';
    case 'awaitingEntry':
      return awaitingWords(state, oneOf(transfer));
    case 'waiting':
    case 'inDoubt':
    case 'needsAttention':
      return state.failure.sentence;
    case 'done':
      return `In Sage as ${oneOf(transfer)} ${state.number}.`;
    case 'dropped':
      return `Dropped${mayBeInSage(state) ? ', and may be in Sage' : ''}: ${state.reason}`;
    default:
      return assertNever(state);
  }
}

function oneOf({ plan }: Transfer): string {
  return plan === null ? 'change order' : headerOf(plan).one;
}

function awaitingWords({ found }: Extract<TransferState, { name: 'awaitingEntry' }>, one: string): string {
  const [first] = found;
  if (first === undefined) return 'Approved; a person types it into Sage.';
  if (found.length > 1) {
    return `${capital(one)}s ${found.map(({ number }) => number).join(', ')} in Sage may be what was typed: say which one is it.`;
  }
  if (first.differences === 0) return `${capital(one)} ${first.number} in Sage is equal, but is it this one?`;
  const fields = first.differences === 1 ? 'one field differs' : `${first.differences} fields differ`;
  return `${capital(one)} ${first.number} in Sage may be what was typed: ${fields}.`;
}

function nextOf(transfer: Transfer, now: string): string {
  const { state } = transfer;
  switch (state.name) {
    case 'draft':
      if (transfer.cloud === 'procore') return 'It stands under Procore again: accept it anew there, or drop it here.';
      return 'Open it, and approve it on its review when it is complete.';
    case 'queued':
      return 'It is written with the next run, at the latest in a few minutes.';
    case 'applying':
      return 'It is read back and compared before it counts as done.';
    case 'waiting':
      return `Tried again ${comingWords(state.until, now)}, without your doing.`;
    case 'inDoubt':
      return 'Sage is asked whether it was written before anything else happens; it is never written twice. Only where its server is gone for good can you give it up.';
    case 'awaitingEntry':
      return state.found.length === 0
        ? `Print it, type it into Sage ${screenOf(transfer)}, and save it there: the next reading of Sage finds it and links it.`
        : 'Open it, compare field by field, then take what was typed or correct it in Sage.';
    case 'needsAttention':
      return (
        state.failure.remedy ??
        (transfer.cloud === 'procore'
          ? 'Retry it, take it back, or drop it.'
          : 'Fix it in the draft, retry it, or drop it.')
      );
    case 'done':
    case 'dropped':
      return '';
    default:
      return assertNever(state);
  }
}
