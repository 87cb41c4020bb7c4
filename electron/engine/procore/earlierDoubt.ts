import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { searchFor } from '../writing/markerStores.ts';
import { doubtNote } from './doubtNote.ts';
import { settleItem } from './settleItem.ts';

/**
 * Before an item is written anew: was the one that was given up applied after all? True: it is in Sage, and is linked now. Fails while
 * Sage cannot be asked, because then nobody knows.
 */
export async function foundAfterAll(context: Context, key: ItemKey): Promise<Result<boolean>> {
  const { store, sage } = context;
  const id = store.notes.read(doubtNote(key)) ?? '';
  const earlier = id === '' ? null : store.transfers.get(id);
  if (earlier === null || earlier.cloud !== 'procore' || earlier.plan === null) return succeed(false);
  const marker = await sage.lookUp(earlier.plan, searchFor(context, earlier.id, earlier.newestRecord ?? '0'));
  if (!marker.ok) return marker;
  store.transaction(() => {
    store.notes.write(doubtNote(key), '');
    if (marker.value === null) return;
    settleItem(context, earlier, null, marker.value);
    context.tell({
      kind: 'applied',
      sentence: `It was in Sage after all, as ${marker.value.number}, and is linked now: ${earlier.title}.`,
      transferId: earlier.id,
      detail: { item: `${key.kind} ${key.id}`, record: marker.value.record },
    });
  });
  return succeed(marker.value !== null);
}
