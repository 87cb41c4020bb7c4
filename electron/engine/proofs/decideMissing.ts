import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { MissingProof } from '#shared/domain/proofs.ts';
import type { CorTransfer, Transfer } from '#shared/domain/records.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import { recordName, screenOf, subjectOf } from '../push/words.ts';
import { refreshSageStates } from '../sageState.ts';
import { readMemory, writeMemory } from './memory.ts';

/** `keep`: it is in Sage, or will be typed there. `pushAgain`: it is not; its CORs are free to be pushed anew, by a person. */
export type Word = 'keep' | 'pushAgain';

/**
 * A person's word on a push whose proof is gone from Sage. Nothing is written by it. Pushing again is refused while the change order
 * stands in Sage: only the proof was lost then, and another push would double it.
 */
export async function decideMissing(context: Context, id: string, word: Word, reason: string): Promise<Result<null>> {
  const { store } = context;
  const missing = readMemory(context).missing.find(({ transferId }) => transferId === id);
  const transfer = store.transfers.get(id);
  if (missing === undefined || transfer === null) return fail(decided());
  if (word === 'pushAgain') {
    const barred = await stillThere(context, transfer, missing);
    if (barred !== null) return fail(barred);
  }
  return store.transaction(() => {
    const memory = readMemory(context);
    if (!memory.missing.some(({ transferId }) => transferId === id)) return fail(decided());
    writeMemory(context, {
      ...memory,
      missing: memory.missing.filter(({ transferId }) => transferId !== id),
      settled: [...memory.settled, id],
    });
    const freed = word === 'pushAgain' ? unlink(context, transfer, missing) : [];
    const { person } = context.host;
    const said =
      word === 'keep' ? 'is in Sage, although its proof is not' : 'is no longer in Sage and may be pushed again';
    context.tell({
      kind: 'doubtDecided',
      sentence: `${person} says that '${transfer.title}' ${said}: ${reason}.`,
      ...subjectOf(transfer),
      changeOrder: missing.number,
      detail: { record: missing.record, reason },
    });
    refreshSageStates(context, freed);
    context.notify(['status', 'transfers', 'cors', 'history']);
    return succeed(null);
  });
}

async function stillThere(context: Context, transfer: Transfer, missing: MissingProof): Promise<Failure | null> {
  if (transfer.cloud === 'procore') {
    return refused(
      'proofs.onBoard',
      `'${transfer.title}' came from Procore: unlink it under Procore, which asks Sage first; then it can be accepted anew. Here say that it is settled.`,
    );
  }
  const read = await context.sage.changeOrder(missing.record);
  if (!read.ok) return read.failure;
  if (read.value === null) {
    context.store.sage.remove('changeOrder', [missing.record]);
    return null;
  }
  context.store.sage.upsert('changeOrder', [read.value]);
  if (!isTheSame(context, read.value, transfer, missing)) return null;
  const name = recordName(transfer, missing.number);
  return refused(
    'proofs.stillThere',
    `${name} stands in Sage (${screenOf(transfer)}): only its proof is gone, and pushing it again would double it. Say that it is in Sage; if it has to go, delete it there first.`,
  );
}

/** A database that was restored gives the same record number, and the same change number, out again to another change order. */
function isTheSame(
  { store }: Context,
  now: ChangeOrder,
  { corIds }: CorTransfer,
  { record, job, number }: MissingProof,
): boolean {
  if (now.job !== job || now.number !== number) return false;
  const links = store.links.ofRecord(record);
  if (links.some(({ corId }) => !corIds.includes(corId))) return false;
  const own = links.find(({ corId }) => corIds.includes(corId))?.pushed.header;
  return own === undefined || own.description === now.description || own.requested === now.requested;
}

function unlink({ store }: Context, transfer: Transfer, { record }: MissingProof): readonly string[] {
  if (transfer.cloud !== 'clearstory') return [];
  const freed = transfer.corIds.filter((corId) => store.links.get(corId)?.record === record);
  for (const corId of freed) store.links.remove(corId);
  return freed;
}

function decided(): Failure {
  return refused('proofs.decided', 'Nobody has to decide on this any more: look at the list again.');
}
