import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { act } from '../push/approve.ts';
import { moved } from './acts.ts';

/** Tries again what is stuck of an item: its transfer into Sage, or the write into Procore. Call it inside a transaction. */
export function retryMotion(context: Context, key: ItemKey): void {
  const { store, clock } = context;
  const at = clock.now();
  const transfer = store.transfers.openOfItem(key);
  if (transfer !== null) act(context, transfer.id, { type: 'retry', at });
  const write = store.procore.acts.openOf(key);
  if (write?.state.name === 'needsAttention') moved(context, write, { type: 'retry', at });
}

/** Gives up what is stuck of an item. Call it inside a transaction. */
export function dropMotion(context: Context, key: ItemKey, reason: string): void {
  const { store, clock } = context;
  const at = clock.now();
  const transfer = store.transfers.openOfItem(key);
  if (transfer !== null) act(context, transfer.id, { type: 'drop', at, reason });
  const write = store.procore.acts.openOf(key);
  if (write?.state.name === 'needsAttention') moved(context, write, { type: 'drop', at, reason });
}
