import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type Candidate, candidateOf } from '#shared/domain/handEntry/candidates.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { isProved, mayBeInSage } from '#shared/domain/transfer.ts';
import { type Context, hashOf } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { act } from '../push/approve.ts';
import { itemDetail, subjectOf } from '../push/words.ts';
import { candidatesFor, changeOrdersOf, knownOf, linkedElsewhere } from './findEntries.ts';
import { settleTyped } from './settleTyped.ts';

/** A push of which only a person can tell whether it is in Sage. */
type Undecided = Transfer & { readonly plan: Plan };

export function undecided({ store }: Context, id: string): Result<Undecided> {
  const transfer = store.transfers.get(id);
  const open = transfer?.state.name === 'needsAttention' && mayBeInSage(transfer.state);
  if (transfer === null || !open || transfer.plan === null) {
    return fail(gone());
  }
  return succeed({ ...transfer, plan: transfer.plan });
}

/** What may be it: with a record number that change order alone, however little it looks like it. */
export async function doubtCandidates(
  context: Context,
  transfer: Undecided,
  record: string | null,
): Promise<readonly Candidate[]> {
  if (transfer.cloud !== 'clearstory') return [];
  const named = record ?? transfer.plan.target.record;
  if (named === null) return candidatesFor(context, transfer);
  const changeOrder = mayBe(context, transfer).find((one) => one.record === named);
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

/** The person points at the change order that it is, as it was shown. */
export async function isIt(
  context: Context,
  id: string,
  seen: { readonly record: string; readonly hash: string },
): Promise<Result<null>> {
  const read = await context.sage.changeOrder(seen.record);
  if (!read.ok) return read;
  const found = undecided(context, id);
  if (!found.ok) return found;
  const transfer = found.value;
  if (read.value !== null) context.store.sage.upsert('changeOrder', [read.value]);
  const [candidate] = read.value === null ? [] : await doubtCandidates(context, transfer, seen.record);
  if (candidate === undefined || hashOf(candidate.changeOrder) !== seen.hash) return fail(changed());
  const settled = settleTyped(context, transfer, candidate, context.host.person, 'recognised');
  return settled ? succeed(null) : fail(gone());
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
  const candidates = await doubtCandidates(context, transfer, null);
  const shown = new Set(seen);
  if (candidates.some(({ changeOrder }) => !shown.has(hashOf(changeOrder)))) return fail(changed());
  const equal = candidates.find(({ compared }) => compared.begun && compared.differences.length === 0);
  // A draft keeps the push's key: edited, it would be taken for what stands there.
  if (equal !== undefined) {
    const sentence = `Change order ${equal.changeOrder.number} in Sage is equal to '${transfer.title}' in every field: writing it would double it. Link it, or drop this push.`;
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

function changed(): Failure {
  return refused('entry.changed', 'The change order changed in Sage since it was shown: look at it again.');
}

/** Sage itself says that it was written. */
function proved({ title, cloud }: Transfer): Failure {
  const wayOut =
    cloud === 'procore'
      ? 'drop this, then link it under Procore with what it is'
      : 'link it with the change order that it is, or drop this and leave it as it is under Settings, Backup';
  const sentence = `The proof in Sage says that '${title}' was written: ${wayOut}.`;
  return refused('proofs.proved', sentence);
}

function gone(): Failure {
  return refused('doubt.decided', 'Nobody has to say any more whether this is in Sage: look at it in the queue.');
}
