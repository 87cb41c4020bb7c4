import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Decision } from '#shared/domain/procore/decision.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { mayAct } from './approvers.ts';
import { type BoardItem, boardItem, refusalsOf } from './board.ts';
import { refusal } from './failures.ts';
import { kindModule } from './kinds/registry.ts';
import { dropMotion, retryMotion } from './motion.ts';

export type Deciding = 'reject' | 'retrieve' | 'send' | 'archive' | 'restore' | 'post' | 'takeBack';

const outcome: Readonly<Record<Deciding, { readonly decision: Decision['decision'] | null; readonly told: string }>> = {
  reject: { decision: 'rejected', told: 'rejected' },
  retrieve: { decision: 'retrieved', told: 'took back' },
  send: { decision: null, told: 'sent again' },
  archive: { decision: 'archived', told: 'archived' },
  restore: { decision: null, told: 'restored' },
  post: { decision: 'posted', told: 'marked as posted, without a record in Sage,' },
  takeBack: { decision: null, told: 'no longer regards as posted' },
};

/** Waits for a reason: without one nobody knows later why. A failed item may be rejected without (R-012, R-052). */
function needsReason(act: Deciding, { state }: BoardItem): boolean {
  return (act === 'reject' && state.name !== 'failed') || act === 'post';
}

/** What a person says about an item: kept, told in History with who and when, and taken back the same way. */
export function decide(context: Context, key: ItemKey, act: Deciding, reason: string): Result<null> {
  const { store, clock, host } = context;
  return store.transaction(() => {
    const found = itemFor(context, key, act);
    if (!found.ok) return found;
    const { facts, state } = found.value;
    const words = reason.trim();
    if (words === '' && needsReason(act, found.value)) {
      return fail(
        refusal('procore.reason', `Say why ${facts.number} ${facts.title} is not accepted: the sender reads it.`),
      );
    }
    const { decision, told } = outcome[act];
    if (state.name === 'failed') dropMotion(context, key, words === '' ? 'rejected' : words);
    if (decision === null) store.procore.decisions.remove(key);
    else store.procore.decisions.save({ item: key, decision, reason: words, by: host.person, at: clock.now() });
    context.tell({
      kind: 'procoreDecided',
      sentence: `${host.person} ${told} ${facts.number} ${facts.title}${words === '' ? '' : `: ${words}`}.`,
      job: facts.link?.job ?? null,
      detail: { item: `${key.kind} ${key.id}`, before: state.name, reason: words },
    });
    context.notify(['procore', 'history']);
    return succeed(null);
  });
}

/** Pairs an item with a record of Sage that was there before (R-014, R-032). */
export async function linkItem(context: Context, key: ItemKey, sageKey: string): Promise<Result<null>> {
  const found = itemFor(context, key, 'link');
  if (!found.ok) return found;
  const { link } = kindModule(key.kind);
  if (link === null) return fail(refusal('procore.notNow', 'Items of this kind are not linked by hand.'));
  const linked = await link(context, key, sageKey, context.host.person);
  if (linked.ok) context.notify(['procore', 'history']);
  return linked;
}

/** Takes an item's pair apart, after Sage was asked (R-053). */
export async function unlinkItem(context: Context, key: ItemKey): Promise<Result<null>> {
  const found = itemFor(context, key, 'unlink');
  if (!found.ok) return found;
  const unlinked = await kindModule(key.kind).unlink(context, key, context.host.person);
  if (unlinked.ok) context.notify(['procore', 'history']);
  return unlinked;
}

/** Tries again, in place, what did not arrive (R-052). */
export function retryItem(context: Context, key: ItemKey): Result<null> {
  const found = itemFor(context, key, 'retry');
  if (!found.ok) return found;
  return context.store.transaction(() => {
    retryMotion(context, key);
    context.tell({
      kind: 'retried',
      sentence: `${context.host.person} retried ${found.value.facts.number} ${found.value.facts.title}.`,
      detail: { item: `${key.kind} ${key.id}` },
    });
    return succeed(null);
  });
}

/** The item, unless its state or the settings stand against the act. */
export function itemFor(
  context: Context,
  key: ItemKey,
  act: Deciding | 'link' | 'unlink' | 'retry' | 'reset',
): Result<BoardItem, Failure> {
  const found = boardItem(context, key);
  if (found === null) return fail(refusal('procore.gone', `${key.id} is no longer there: read the list again.`));
  const { facts } = found;
  const barred = refusalsOf(found)[act] ?? mayAct(context, key.kind);
  return barred === null
    ? succeed(found)
    : fail(refusal('procore.notNow', `${facts.number} ${facts.title}: ${barred}`));
}
