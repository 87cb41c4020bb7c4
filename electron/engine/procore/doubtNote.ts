import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { mayBeInSage } from '#shared/domain/transfer.ts';
import type { Context } from '../context.ts';

export const doubtNote = ({ kind, id }: ItemKey) => `procore.doubt.${kind}/${id}`;

/** A transfer that was given up while nobody knew whether it is in Sage: remembered, so that the item is never written a second time. */
export function keepDoubt({ store }: Pick<Context, 'store'>, transfer: ItemTransfer): void {
  if (mayBeInSage(transfer.state)) store.notes.write(doubtNote(transfer.item), transfer.id);
}
