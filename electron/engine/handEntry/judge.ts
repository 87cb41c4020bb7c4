import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { placeWords } from '#shared/domain/sage/schema/headers.ts';
import { transition } from '#shared/domain/transfer.ts';
import { type Context, hashOf } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { save } from '../push/approve.ts';
import { corTransfer } from '../push/words.ts';
import { candidatesFor, doubtOf } from './findEntries.ts';
import { awaitedItem, judgeItem } from './itemEntries.ts';
import { settleTyped } from './settleTyped.ts';

/** A person says of a change order that it is what was typed, or that it is not (yet). */
export type Judgement = 'accept' | 'passOver';

/** Carries the judgement out on what the screen showed: another version of the change order is looked at first. */
export async function judge(
  context: Context,
  id: string,
  seen: { readonly record: string; readonly hash: string },
  judgement: Judgement,
): Promise<Result<null>> {
  const { store, host } = context;
  const item = awaitedItem(context, id);
  if (item !== null) {
    if (judgement === 'accept' && doubtOf(context, item.businessKey) === 'open') return fail(inDoubt(item));
    return judgeItem(context, id, seen, judgement);
  }
  const transfer = corTransfer(context, id);
  if (transfer?.state.name !== 'awaitingEntry') {
    return fail(gone());
  }
  const candidates = await candidatesFor(context, transfer);
  const candidate = candidates.find(({ changeOrder }) => changeOrder.record === seen.record);
  if (candidate === undefined || hashOf(candidate.changeOrder) !== seen.hash) {
    const sentence = 'The change order changed in Sage since it was shown: look at it again.';
    return fail(refused('entry.changed', sentence));
  }
  if (judgement === 'accept' && doubtOf(context, transfer.businessKey) === 'open') {
    return fail(inDoubt(transfer));
  }
  if (judgement === 'accept')
    return settleTyped(context, transfer, candidate, host.person) ? succeed(null) : fail(gone());
  const now = corTransfer(context, id);
  const state = now === null ? null : transition(now.state, { type: 'passOver', seen: seen.hash });
  if (now === null || state === null) return fail(gone());
  store.transaction(() => save(context, { ...now, state }));
  return succeed(null);
}

function inDoubt(transfer: Transfer) {
  const what =
    transfer.cloud === 'clearstory'
      ? `a change order of job ${transfer.job}`
      : `to ${transfer.plan === null ? 'Sage' : placeWords(transfer.plan)}`;
  const sentence = `Plumbline does not know yet whether it has just written ${what} itself: wait until the queue says so, then decide.`;
  return refused('entry.inDoubt', sentence);
}

function gone() {
  return refused('entry.notAwaited', 'This change order is no longer waiting to be typed: look at it in the queue.');
}
