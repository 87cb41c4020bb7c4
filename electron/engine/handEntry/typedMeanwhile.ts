import type { Failure } from '#shared/domain/failure.ts';
import { looksTyped } from '#shared/domain/handEntry/candidates.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import type { Context } from '../context.ts';
import { refused } from '../drafts/openDraft.ts';
import type { SyncReport } from '../engineTypes.ts';
import { corTransfer, recordName } from '../push/words.ts';
import { candidatesFor } from './findEntries.ts';
import { awaitedItem, itemCandidates } from './itemEntries.ts';

/**
 * What a person may have typed since Sage was last read must not be written as well: Sage is read before a change order that waits to be
 * typed is taken back or dropped. Null when it may go on. Taking back needs Sage's answer, and a person's word on everything that looks
 * like it; dropping has a reason, so what was shown before is known to whoever gives it, and a server that is gone is no obstacle.
 */
export async function typedMeanwhile(
  context: Context,
  id: string,
  act: 'withdraw' | 'drop',
  readSage: () => Promise<readonly SyncReport[]>,
): Promise<Failure | null> {
  const item = awaitedItem(context, id);
  if (item !== null) return itemTypedMeanwhile(context, item, act);
  const before = corTransfer(context, id);
  if (before?.state.name !== 'awaitingEntry') return null;
  const shown = new Set(before.state.found.map(({ record }) => record));
  const unread = (await readSage()).find(({ failure }) => failure !== null)?.failure ?? null;
  if (unread !== null && act === 'withdraw') return unread;
  const transfer = corTransfer(context, id);
  if (transfer === null || transfer.plan === null) return null;
  const { plan, title } = transfer;
  const alike = (await candidatesFor(context, transfer))
    .map(({ changeOrder }) => changeOrder)
    .filter((changeOrder) => looksTyped(plan, changeOrder))
    .find(({ record }) => act === 'withdraw' || !shown.has(record));
  if (alike === undefined) return null;
  const sentence = `Change order ${alike.number} in Sage may be what was typed for '${title}': open it in the queue, compare field by field, and say first whether it is.`;
  return refused('entry.perhapsTyped', sentence);
}

/** Sage is asked for the item alone: whatever may be it was typed, or looks so. */
async function itemTypedMeanwhile(
  context: Context,
  transfer: ItemTransfer,
  act: 'withdraw' | 'drop',
): Promise<Failure | null> {
  const shown = new Set(
    transfer.state.name === 'awaitingEntry' ? transfer.state.found.map(({ record }) => record) : [],
  );
  const candidates = await itemCandidates(context, transfer);
  if (!candidates.ok) return act === 'withdraw' ? candidates.failure : null;
  const alike = candidates.value.find(({ found }) => act === 'withdraw' || !shown.has(found.record));
  if (alike === undefined) return null;
  const what = recordName(transfer, alike.found.number);
  const sentence = `In Sage, ${what} may be what was typed for '${transfer.title}': open it in the queue, compare field by field, and say first whether it is.`;
  return refused('entry.perhapsTyped', sentence);
}
