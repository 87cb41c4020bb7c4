import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { moved } from './acts.ts';

/** Tries again what is stuck of an item: its transfer into Sage, or the write into Procore. Call it inside a transaction. */
export function retryMotion(context: Context, key: ItemKey): void {
  const { store, clock } = context;
  const act = store.procore.acts.openOf(key);
  if (act !== null) moved(context, act, { type: 'retry', at: clock.now() });
}

/** Gives up what is stuck of an item. Call it inside a transaction. */
export function dropMotion(context: Context, key: ItemKey, reason: string): void {
  const { store, clock } = context;
  const act = store.procore.acts.openOf(key);
  if (act !== null) moved(context, act, { type: 'drop', at: clock.now(), reason });
}
