import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { changeOfKey, commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Context } from '../../../context.ts';
import { notLinked, stillInSage, takeApart } from '../commitments/unlinking.ts';
import { keptLines } from './orderLines.ts';

/**
 * Sage is read again. A change order that is void or rejected no longer changes anything, so it counts as gone. Lines of the
 * commitment that went with it are no longer pairs, so that a change that is sent again makes them anew.
 */
export async function unlinkChange(context: Context, key: ItemKey, by: string): Promise<Result<null>> {
  const { store } = context;
  const link = store.procore.links.get(key);
  if (link === null) return fail(notLinked());
  const remedy = await wayOut(context, link);
  if (!remedy.ok) return remedy;
  if (remedy.value !== null) return fail(stillInSage('CCO', remedy.value));
  const parent = store.procore.links.get(procoreItem('commitment', link.agreed.commitment ?? ''));
  const lines = await linesNow(context, parent);
  if (!lines.ok) return lines;
  const lost = parent?.lines.filter(({ sageLine }) => lines.value?.has(sageLine) === false) ?? [];
  return takeApart(context, key, {
    link,
    name: `Change order ${link.agreed.number ?? link.sageNumber}`,
    calls: [...lostLineCalls(parent, lost), originCall(context, link)],
    by,
    also: () => {
      if (parent === null || lost.length === 0) return;
      store.procore.links.save({ ...parent, lines: parent.lines.filter((line) => !lost.includes(line)) });
    },
  });
}

/** Takes the mark off its package. */
export function originCall({ store }: Context, link: ProcoreLink): ProcoreCall {
  const change = store.procore.records.get('change', link.procoreId);
  return {
    op: 'change.origin',
    project: link.project ?? '',
    package: change?.package ?? link.agreed.package ?? '',
    commitment: link.agreed.commitment ?? '',
    origin: { id: null, code: null },
  };
}

/** The commitment stays marked; only its lines that are gone lose their mark. */
function lostLineCalls(parent: ProcoreLink | null, lost: ProcoreLink['lines']): readonly ProcoreCall[] {
  const of = parent === null ? null : commitmentOfKey(parent.sageKey);
  if (parent === null || of === null || lost.length === 0) return [];
  return [
    {
      op: 'commitment.origins',
      project: parent.project ?? '',
      commitment: parent.procoreId,
      type: of.type,
      origin: { id: parent.originId, code: parent.sageNumber },
      lines: lost.map(({ procoreId }) => ({ id: procoreId, originId: null })),
    },
  ];
}

/** Numbers of the lines that the commitment has in Sage now, whose local copy is renewed; null: it is gone itself. */
async function linesNow(
  { store, sage }: Context,
  parent: ProcoreLink | null,
): Promise<Result<ReadonlySet<string> | null>> {
  const of = parent === null ? null : commitmentOfKey(parent.sageKey);
  if (of === null) return succeed(null);
  const numbers = (lines: readonly { readonly line: string }[]) => new Set(lines.map(({ line }) => line));
  if (of.type === 'subcontract') {
    const found = await sage.record('subcontract', of.record);
    if (!found.ok) return found;
    if (found.value === null) return succeed(null);
    store.sage.upsert('subcontract', [found.value]);
    return succeed(numbers(found.value.lines));
  }
  const found = await sage.record('purchaseOrder', of.record);
  if (!found.ok) return found;
  return succeed(found.value === null ? null : numbers(found.value.lines));
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
