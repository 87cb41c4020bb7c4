import { type Result, succeed } from '#shared/domain/failure.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../context.ts';
import { besidePlan } from '../push/besidePlan.ts';
import { searchOf } from '../writing/markerStores.ts';
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
  const plan = earlier?.plan ?? null;
  if (earlier === null || earlier.cloud !== 'procore' || plan === null) return succeed(false);
  const answer = await sage.lookUp(plan, searchOf(context, earlier));
  if (!answer.ok) return answer;
  const marker = answer.value;
  const there = marker === null ? succeed(null) : await besidePlan(context, { ...earlier, plan }, marker.record);
  if (!there.ok) return there;
  // Where the record is gone its proof holds what is accepted anew until a person has said what became of it.
  const stands = there.value !== null;
  store.transaction(() => {
    store.notes.write(doubtNote(key), '');
    if (marker === null || !stands) return;
    settleItem(context, earlier, null, marker);
    context.tell({
      kind: 'applied',
      sentence: `It was in Sage after all, as ${marker.number}, and is linked now: ${earlier.title}.`,
      transferId: earlier.id,
      detail: { item: `${key.kind} ${key.id}`, record: marker.record },
    });
  });
  return succeed(stands);
}
