import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { type Context, hashOf } from '../context.ts';

/**
 * What the plan of an item is made of as it is known now, and its hash: plans name the hash, and nothing is written once it is another
 * one. Null when the item is gone.
 */
export function itemSource(context: Context, item: ItemKey): ItemTransfer['source'] | null {
  const source = context.kindModule(item.kind).source(context, item);
  return source === null ? null : { snapshot: JSON.stringify(source), hash: hashOf(source) };
}
