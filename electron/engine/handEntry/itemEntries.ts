import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { compareRecord } from '#shared/domain/handEntry/compareRecord.ts';
import type { Compared } from '#shared/domain/handEntry/compareTyped.ts';
import type { TypedRecord } from '#shared/domain/handEntry/typedRecord.ts';
import { headerTable, type Receipt } from '#shared/domain/plan.ts';
import { recordKey } from '#shared/domain/procore/commitmentKey.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { type FoundEntry, mayBeInSage, transition } from '#shared/domain/transfer.ts';
import { type Context, hashOf } from '../context.ts';
import { mayActOn } from '../procore/approvers.ts';
import { settleItem } from '../procore/settleItem.ts';
import { save } from '../push/approve.ts';
import { itemDetail, recordName, subjectOf } from '../push/words.ts';
import { listWordsFor } from './listWords.ts';
import { type Recognition, recognisedWords } from './settleTyped.ts';

/** A record in Sage that may be what a person typed for an item. */
export type ItemCandidate = { readonly found: TypedRecord; readonly hash: string; readonly compared: Compared };

/** The transfer of an item that waits to be typed; null when it does not. */
export function awaitedItem({ store }: Pick<Context, 'store'>, id: string): ItemTransfer | null {
  const transfer = store.transfers.get(id);
  return transfer?.cloud === 'procore' && transfer.state.name === 'awaitingEntry' ? transfer : null;
}

/**
 * Asks Sage for what may have been typed, or written by a push that nobody knows the end of; without what a person said is not it, or
 * what belongs to another item. `record`: the one that was made for it, where that is known.
 */
export async function itemCandidates(
  context: Context,
  transfer: ItemTransfer,
  record: string | null = null,
): Promise<Result<readonly ItemCandidate[]>> {
  const { plan, state, item } = transfer;
  if (plan === null || (state.name !== 'awaitingEntry' && !mayBeInSage(state))) return succeed([]);
  const passedOver = state.name === 'awaitingEntry' ? state.passedOver : [];
  const read = await context.sage.typedRecords(plan, record);
  if (!read.ok) return read;
  const shownAs = await listWordsFor(context, transfer);
  const candidates = read.value
    .filter((found) => isFree(context, transfer, found.record))
    .map(
      (found): ItemCandidate => ({
        found,
        hash: hashOf({ item, found }),
        compared: compareRecord(plan, found, shownAs),
      }),
    )
    .filter(({ compared, hash }) => compared.begun && !passedOver.includes(hash))
    .sort((a, b) => a.compared.differences.length - b.compared.differences.length);
  return succeed(candidates);
}

/** A new record is the partner of no other item, and no change order of a COR. */
function isFree({ store }: Context, { item, plan }: ItemTransfer, record: string): boolean {
  if (plan === null || plan.target.record !== null) return true;
  const table = headerTable(plan);
  const partner = store.procore.links.ofSage(item.kind, recordKey(table, record));
  if (partner !== null && partner.item.id !== item.id) return false;
  return table !== 'prmchg' || store.links.ofRecord(record).length === 0;
}

/** The one that is certainly it: equal in every field, and the only such one. */
export function certainItem(candidates: readonly ItemCandidate[]): ItemCandidate | null {
  const equal = candidates.filter(({ compared }) => compared.differences.length === 0);
  return equal.length === 1 ? (equal[0] ?? null) : null;
}

/** Shows what looks like it. */
export function noteFoundItem(context: Context, id: string, candidates: readonly ItemCandidate[]): void {
  const transfer = awaitedItem(context, id);
  if (transfer?.state.name !== 'awaitingEntry') return;
  const found = candidates.map(
    ({ found: { record, number }, compared }): FoundEntry => ({
      record,
      number,
      differences: compared.differences.length,
    }),
  );
  if (JSON.stringify(found) === JSON.stringify(transfer.state.found)) return;
  const state = transition(transfer.state, { type: 'entriesFound', found });
  if (state === null) return;
  context.store.transaction(() => save(context, { ...transfer, state }));
}

/** This is it: done, settled by its kind with what stands in Sage, and told. False when it waits for that no longer. */
export function settleTypedItem(
  context: Context,
  id: string,
  { found: { record, number }, compared: { differences, rows } }: ItemCandidate,
  by: string,
  told: Recognition = 'typed',
): boolean {
  const at = context.clock.now();
  const transfer = context.store.transfers.get(id);
  if (transfer?.cloud !== 'procore') return false;
  const state = transition(transfer.state, { type: told, at, record, number });
  if (state === null) return false;
  const receipt: Receipt = {
    operationKey: id,
    planHash: transfer.planHash ?? '',
    fingerprint: transfer.plan?.fingerprint ?? '',
    appliedAt: at,
    record,
    number,
    rows,
    differences: differences.length,
  };
  const where = `as ${recordName(transfer, number)}`;
  context.store.transaction(() => {
    settleItem(context, transfer, receipt, null);
    save(context, { ...transfer, state, receipt });
    context.tell({
      kind: told === 'typed' ? 'typed' : 'doubtDecided',
      by,
      sentence: `${recognisedWords(told, by, where, differences.length)}: ${transfer.title}.`,
      ...subjectOf(transfer),
      detail: {
        ...itemDetail(transfer),
        ...Object.fromEntries(
          differences.map(({ place, label, planned, typed }) => [`${place}: ${label}`, `${planned} → ${typed}`]),
        ),
      },
    });
  });
  return true;
}

/** A person's word on what was shown: it is it, or it is not, or not yet. */
export async function judgeItem(
  context: Context,
  id: string,
  seen: { readonly record: string; readonly hash: string },
  judgement: 'accept' | 'passOver',
): Promise<Result<null>> {
  const transfer = awaitedItem(context, id);
  if (transfer === null)
    return fail(refusal('entry.notAwaited', 'This is no longer waiting to be typed: look at it in the queue.'));
  const candidates = await itemCandidates(context, transfer);
  if (!candidates.ok) return candidates;
  const candidate = candidates.value.find(({ found, hash }) => found.record === seen.record && hash === seen.hash);
  if (candidate === undefined) {
    return fail(refusal('entry.changed', 'It changed in Sage since it was shown: look at it again.'));
  }
  if (judgement === 'accept') {
    const barred = mayActOn(context, transfer);
    if (barred !== null) return fail(barred);
    const settled = settleTypedItem(context, id, candidate, context.host.person);
    return settled
      ? succeed(null)
      : fail(refusal('entry.notAwaited', 'This is no longer waiting to be typed: look at it in the queue.'));
  }
  const now = awaitedItem(context, id);
  const state = now === null ? null : transition(now.state, { type: 'passOver', seen: seen.hash });
  if (now !== null && state !== null) context.store.transaction(() => save(context, { ...now, state }));
  return succeed(null);
}

function refusal(code: 'entry.notAwaited' | 'entry.changed', sentence: string): Failure {
  return { next: 'needsPerson', code, sentence };
}
