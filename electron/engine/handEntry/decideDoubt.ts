import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type Candidate, candidateOf } from '#shared/domain/handEntry/candidates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { capital } from '#shared/domain/text.ts';
import { isProved, isUndecided } from '#shared/domain/transfer.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { mayActOn } from '../procore/approvers.ts';
import { act } from '../push/approve.ts';
import { itemDetail, recordName, subjectOf } from '../push/words.ts';
import { searchOf } from '../writing/markerStores.ts';
import { candidatesFor, changeOrdersOf, knownOf, linkedElsewhere } from './findEntries.ts';
import { type ItemCandidate, itemCandidates, settleTypedItem } from './itemEntries.ts';
import { type Likely, likelyChangeOrder, likelyItem } from './likely.ts';
import { settleTyped } from './settleTyped.ts';

/** A push of which only a person can tell whether it is in Sage. */
type Undecided = Transfer & { readonly plan: Plan };

export function undecided({ store }: Context, id: string): Result<Undecided> {
  const transfer = store.transfers.get(id);
  if (transfer === null || !isUndecided(transfer.state) || transfer.plan === null) return fail(gone());
  return succeed({ ...transfer, plan: transfer.plan });
}

/** Something that may be it, with what a person's word on it does; false when nobody waits for that any more. */
type Choice = Likely & { readonly settle: () => boolean };

/**
 * What may be it: with a record number that change order alone, however little it looks like it. Fails where Sage has to be asked and
 * does not answer; change orders of CORs are those that were last read.
 */
export async function doubtCandidates(
  context: Context,
  transfer: Undecided,
  record: string | null,
): Promise<Result<readonly Choice[]>> {
  const by = context.host.person;
  if (transfer.cloud === 'procore') {
    const found = await itemsLike(context, transfer);
    if (!found.ok) return found;
    const choices = found.value.map((one) => ({
      ...likelyItem(transfer, one),
      settle: () => settleTypedItem(context, transfer.id, one, by, 'recognised'),
    }));
    return succeed(record === null ? choices : choices.filter((one) => one.record === record));
  }
  const named = record ?? transfer.plan.target.record;
  const candidates =
    named === null ? await candidatesFor(context, transfer) : await changeOrderNamed(context, transfer, named);
  return succeed(
    candidates.map((one) => ({
      ...likelyChangeOrder(one),
      settle: () => settleTyped(context, transfer, one, by, 'recognised'),
    })),
  );
}

/** The record that its proof names, whatever became of it there; where there is none, what was entered like it. */
async function itemsLike(
  context: Context,
  transfer: Extract<Undecided, { cloud: 'procore' }>,
): Promise<Result<readonly ItemCandidate[]>> {
  if (isProved(transfer.state)) {
    const proof = await context.sage.lookUp(transfer.plan, searchOf(context, transfer));
    if (!proof.ok) return proof;
    const named = proof.value === null ? succeed([]) : await itemCandidates(context, transfer, proof.value.record);
    if (!named.ok || named.value.length > 0) return named;
  }
  return itemCandidates(context, transfer);
}

async function changeOrderNamed(
  context: Context,
  transfer: Extract<Undecided, { cloud: 'clearstory' }>,
  record: string,
): Promise<readonly Candidate[]> {
  const changeOrder = mayBe(context, transfer).find((one) => one.record === record);
  return changeOrder === undefined ? [] : [candidateOf(transfer.plan, changeOrder, await knownOf(context, transfer))];
}

/** The change orders that it can be: the one that the plan names, or those of the job that belong to no other COR and no item; the newest first. */
export function mayBe(context: Context, transfer: Undecided): readonly ChangeOrder[] {
  if (transfer.cloud !== 'clearstory') return [];
  const { plan, job } = transfer;
  const all = changeOrdersOf(context, job);
  const { record } = plan.target;
  if (record !== null) return all.filter((one) => one.record === record);
  const linked = linkedElsewhere(context, transfer);
  return all.filter((one) => !linked.has(one.record)).sort((a, b) => Number(BigInt(b.record) - BigInt(a.record)));
}

/** The person points at what it is, as it was shown. */
export async function isIt(
  context: Context,
  id: string,
  seen: { readonly record: string; readonly hash: string },
): Promise<Result<null>> {
  const before = undecided(context, id);
  if (!before.ok) return before;
  const barred = mayActOn(context, before.value);
  if (barred !== null) return fail(barred);
  if (before.value.cloud === 'clearstory') {
    const read = await context.sage.changeOrder(seen.record);
    if (!read.ok) return read;
    if (read.value === null) return fail(changed());
    context.store.sage.upsert('changeOrder', [read.value]);
  }
  const now = undecided(context, id);
  if (!now.ok) return now;
  const choices = await doubtCandidates(context, now.value, seen.record);
  if (!choices.ok) return choices;
  const chosen = choices.value.find(({ record, hash }) => record === seen.record && hash === seen.hash);
  if (chosen === undefined) return fail(changed());
  return chosen.settle() ? succeed(null) : fail(gone());
}

/** The person looked at everything that was shown and says that none of it is this push. */
export async function notWritten(
  context: Context,
  id: string,
  to: 'queue' | 'draft',
  seen: readonly string[],
): Promise<Result<null>> {
  const found = undecided(context, id);
  if (!found.ok) return found;
  const transfer = found.value;
  if (isProved(transfer.state)) return fail(proved(transfer));
  const choices = await doubtCandidates(context, transfer, null);
  // Of a company that nobody can ask any more a person's word is all there is.
  if (!choices.ok && !isGivenUp(transfer)) return choices;
  const candidates = choices.ok ? choices.value : [];
  const shown = new Set(seen);
  if (candidates.some(({ hash }) => !shown.has(hash))) return fail(changed());
  const equal = candidates.find(({ compared }) => compared.begun && compared.differences.length === 0);
  // A draft keeps the push's key: edited, it would be taken for what stands there.
  if (equal !== undefined) {
    const what = capital(recordName(transfer, equal.number));
    const sentence = `${what} in Sage is equal to '${transfer.title}' in every field: writing it would double it. Link it, or drop this push.`;
    return fail(refused('doubt.equal', sentence));
  }
  return context.store.transaction(() => {
    if (!undecided(context, id).ok) return fail(gone());
    context.tell({
      kind: 'doubtDecided',
      sentence: `${context.host.person} looked in Sage and says that it was not written: ${transfer.title}.`,
      ...subjectOf(transfer),
      detail: itemDetail(transfer),
    });
    return act(context, id, to === 'draft' ? { type: 'reopen' } : { type: 'retry', at: context.clock.now() });
  });
}

function isGivenUp({ state }: Undecided): boolean {
  return state.name === 'needsAttention' && state.failure.code === 'push.doubtGivenUp';
}

function changed(): Failure {
  return refused('entry.changed', 'It changed in Sage since it was shown: look at it again.');
}

/** Sage itself says that it was written. */
function proved({ title }: Transfer): Failure {
  const wayOut = 'link it here with what it is, or drop this and leave it as it is under Settings, Backup';
  const sentence = `The proof in Sage says that '${title}' was written: ${wayOut}.`;
  return refused('proofs.proved', sentence);
}

function gone(): Failure {
  return refused('doubt.decided', 'Nobody has to say any more whether this is in Sage: look at it in the queue.');
}
