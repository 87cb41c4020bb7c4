import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { changeOfKey } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../../../context.ts';
import { notLinked, stillInSage, takeApart } from '../commitments/unlinking.ts';
import { keptLines } from './orderLines.ts';

/** Sage is read again. A change order that is void or rejected no longer changes anything, so it counts as gone. */
export async function unlinkChange(context: Context, key: ItemKey, by: string): Promise<Result<null>> {
  const { store } = context;
  const link = store.procore.links.get(key);
  if (link === null) return fail(notLinked());
  const remedy = await wayOut(context, link);
  if (!remedy.ok) return remedy;
  if (remedy.value !== null) return fail(stillInSage('CCO', remedy.value));
  const change = store.procore.records.get('change', link.procoreId);
  const parent = store.procore.links.get(procoreItem('commitment', link.agreed.commitment ?? ''));
  return takeApart(context, key, {
    link,
    name: `Change order ${link.agreed.number ?? link.sageNumber}`,
    calls: [
      {
        op: 'change.origin',
        project: link.project ?? '',
        package: change?.package ?? link.agreed.package ?? '',
        commitment: link.agreed.commitment ?? '',
        origin: { id: null, code: null },
      },
    ],
    by,
    also: () => {
      if (parent !== null)
        store.notes.write(
          `sage.fingerprint.${parent.sageKey.startsWith('subcon') ? 'subcontract' : 'purchaseOrder'}`,
          '',
        );
    },
  });
}

/** What to do in Sage first; null: it is gone. Sage is asked, not the local copy. */
async function wayOut({ store, sage }: Context, link: ProcoreLink): Promise<Result<string | null>> {
  const key = changeOfKey(link.sageKey);
  if (key === null) return succeed(null);
  if (key.type === 'subcontract') {
    const found = await sage.changeOrder(key.record);
    if (!found.ok) return found;
    if (found.value === null) store.sage.remove('changeOrder', [key.record]);
    else store.sage.upsert('changeOrder', [found.value]);
    if (found.value === null || found.value.status === '5' || found.value.status === '6') return succeed(null);
    return succeed(
      `Delete change order ${found.value.number.trim()} (record ${key.record}) in Sage 6-4-1, or set it to 5-Void, then unlink it again: Plumbline looks at once and needs no sync in between.`,
    );
  }
  const order = await sage.record('purchaseOrder', key.record);
  if (!order.ok) return order;
  if (order.value === null) return succeed(null);
  store.sage.upsert('purchaseOrder', [order.value]);
  const { there } = keptLines(link, order.value.lines);
  if (there.length === 0) return succeed(null);
  return succeed(
    `Delete line ${there.join(', ')} of purchase order ${order.value.number.trim()} in Sage 6-6-1, then unlink it again: Plumbline looks at once and needs no sync in between.`,
  );
}
