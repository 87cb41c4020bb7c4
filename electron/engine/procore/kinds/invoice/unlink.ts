import { fail, type Result } from '#shared/domain/failure.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { Context } from '../../../context.ts';
import { notLinked, stillInSage, takeApart } from '../commitments/unlinking.ts';
import { originCall } from './settle.ts';

/** Sage is read again. A void invoice no longer counts, so it counts as gone. */
export async function unlinkInvoice(context: Context, key: ItemKey, by: string): Promise<Result<null>> {
  const { store, sage } = context;
  const link = store.procore.links.get(key);
  if (link === null) return fail(notLinked());
  const found = await sage.record('payableInvoice', link.sageKey);
  if (!found.ok) return found;
  if (found.value === null) store.sage.remove('payableInvoice', [link.sageKey]);
  else store.sage.upsert('payableInvoice', [found.value]);
  if (found.value !== null && found.value.status !== '5') {
    const remedy = `Void invoice ${found.value.number.trim()} (record ${link.sageKey}) in Sage 4-2, or delete it, then unlink it again: Plumbline looks at once and needs no sync in between.`;
    return fail(stillInSage('requisition', remedy));
  }
  return takeApart(context, key, {
    link,
    name: `Invoice ${link.agreed.number ?? link.sageNumber}`,
    calls: [originCall(link, { id: null, code: null })],
    by,
    also: () => undefined,
  });
}
