import { z } from 'zod';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import { commitmentOfKey, commitmentScreens, commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, type ItemKind, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
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
  const barred = childFailure(context, link);
  if (barred !== null) return fail(barred);
  if (link.owner !== 'both') {
    const found = await sage.record(of.type, of.record);
    if (!found.ok) return found;
    if (found.value !== null) {
      const [word, screen] = [commitmentWords[of.type], commitmentScreens[of.type]];
      const remedy = `Delete ${word} ${link.sageNumber} (record ${of.record}) in Sage ${screen}, then unlink it again: Plumbline looks at once and needs no sync in between.`;
      return fail(stillInSage('commitment', remedy));
    }
  }
  // Sage was asked meanwhile.
  const accepted = childFailure(context, link);
  if (accepted !== null) return fail(accepted);
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

/** What belongs to the commitment is unlinked first, and what is on its way to Sage arrives first: it would find its parent gone. */
function childFailure(context: Context, { procoreId, project }: ProcoreLink): Failure | null {
  const needsPerson = { next: 'needsPerson', code: 'procore.hasChildren' } as const;
  const child = linkedChild(context, procoreId, project);
  if (child !== null) {
    return { ...needsPerson, sentence: `The ${child} of this commitment is linked with Sage: unlink it first.` };
  }
  const coming = context.store.transfers
    .open()
    .find(
      (one) =>
        one.cloud === 'procore' &&
        one.state.name !== 'draft' &&
        childSchema.safeParse(JSON.parse(one.source.snapshot)).data?.commitment === procoreId,
    );
  if (coming === undefined) return null;
  const sentence = `'${coming.title}' is on its way to Sage: wait until it has arrived, or take it back under Queue.`;
  return { ...needsPerson, sentence };
}

/** Changes and invoices name their commitment. */
const childSchema = z.object({ commitment: z.string() });

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
