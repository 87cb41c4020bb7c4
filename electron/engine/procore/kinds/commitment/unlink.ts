import { fail, type Result } from '#shared/domain/failure.ts';
import { commitmentOfKey, commitmentScreens, commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, type ItemKind, procoreItem } from '#shared/domain/procore/item.ts';
import type { Context } from '../../../context.ts';
import { originCalls } from '../commitments/links.ts';
import { notLinked, stillInSage, takeApart } from '../commitments/unlinking.ts';

/**
 * Sage is read again. While the record is there the commitment stays synced; once it is gone its marks are taken off on both sides
 * and it can be edited and sent again. A pair of two that were there before is taken apart without.
 */
export async function unlinkCommitment(context: Context, key: ItemKey, by: string): Promise<Result<null>> {
  const { store, sage } = context;
  const link = store.procore.links.get(key);
  const of = link === null ? null : commitmentOfKey(link.sageKey);
  if (link === null || of === null) return fail(notLinked());
  const child = linkedChild(context, link.procoreId, link.project);
  if (child !== null) {
    const sentence = `The ${child} of this commitment is linked with Sage: unlink it first.`;
    return fail({ next: 'needsPerson', code: 'procore.hasChildren', sentence });
  }
  if (link.owner !== 'both') {
    const found = await sage.record(of.type, of.record);
    if (!found.ok) return found;
    if (found.value !== null) {
      const [word, screen] = [commitmentWords[of.type], commitmentScreens[of.type]];
      const remedy = `Delete ${word} ${link.sageNumber} (record ${of.record}) in Sage ${screen}, then unlink it again: Plumbline looks at once and needs no sync in between.`;
      return fail(stillInSage('commitment', remedy));
    }
  }
  return takeApart(context, key, {
    link,
    name: `Commitment ${link.agreed.number ?? link.sageNumber}`,
    calls: originCalls(context, link, of.type, { clear: true }),
    by,
    also: () => {
      if (link.owner !== 'both') store.sage.remove(of.type, [of.record]);
    },
  });
}

const children: readonly (readonly [ItemKind, 'change' | 'invoice', string])[] = [
  ['commitmentChange', 'change', 'commitment change order'],
  ['invoice', 'invoice', 'invoice'],
];

/** A change or an invoice of the commitment that is in Sage; null: none is. */
function linkedChild({ store }: Context, commitment: string, project: string | null): string | null {
  for (const [kind, record, word] of children) {
    const found = store.procore.records
      .all(record, project ?? undefined)
      .filter((one) => one.commitment === commitment)
      .map(({ id }) => store.procore.links.get(procoreItem(kind, id)))
      .find((one) => one !== null);
    if (found !== undefined && found !== null) return `${word} ${found.sageNumber}`;
  }
  return null;
}
