import { assertNever } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Context } from '../../../context.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { plannedText } from '../shared/plannedText.ts';
import { saveVendorLink, settleOf, sharedFields, told } from './links.ts';

/** The vendor is in Sage: the pair is kept before Procore is told, so that a crash in between makes no second one. */
export const settleVendorTransfer: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const id = procoreIdOf(key);
  // Found by its name it may have another number than was approved.
  const number = applied.receipt?.record ?? applied.marker?.record ?? applied.plan.target.number;
  if (id === null || number === null) throw new Error(`Vendor ${key.id} was written without a company or a number`);
  const text = plannedText(applied.plan, 'vendor');
  const company = context.store.procore.records.get('vendor', id);
  saveVendorLink(context, {
    procoreId: id,
    number,
    owner: 'procore',
    agreed: {
      ...sharedFields({ name: text('vndnme'), phone: text('phnnum'), email: text('e_mail') }),
      company: company?.name ?? text('vndnme'),
    },
    transferId: applied.transferId,
    by: applied.by,
  });
  queueAct(context, {
    item: key,
    purpose: 'acknowledge',
    title: `Company ${company?.name ?? id} is vendor ${number} in Sage`,
    calls: [
      {
        op: 'vendor.origin',
        vendor: id,
        origin: { id: originIdOf(context.company, 'vendor', number), code: number },
      },
    ],
    settle: JSON.stringify(told),
    by: applied.by,
  });
};

export const settleVendorAct: ItemKindModule['settleAct'] = (context, key, { settle, given, by }) => {
  const { procore } = context.store;
  const left = settleOf(settle);
  switch (left.what) {
    case 'told':
      return;
    case 'linked': {
      const id = procoreIdOf(key) ?? given[0] ?? null;
      if (id === null) throw new Error(`Procore gave no company for vendor ${left.vendor}`);
      pair(context, { procoreId: id, number: left.vendor, owner: left.owner, by });
      return;
    }
    case 'updated': {
      const link = procore.links.get(key);
      if (link !== null) procore.links.save({ ...link, agreed: { ...link.agreed, ...left.agreed } });
      return;
    }
    case 'merged':
      settleMerge(context, key, left, by);
      return;
    default:
      assertNever(left);
  }
};

function pair(
  context: Context,
  paired: { readonly procoreId: string; readonly number: string; readonly owner: 'sage' | 'both'; readonly by: string },
): void {
  const { sage, procore } = context.store;
  const vendor = sage.get('vendor', paired.number);
  const company = procore.records.get('vendor', paired.procoreId);
  const agreed = vendor === null ? {} : sharedFields(vendor);
  saveVendorLink(context, {
    ...paired,
    agreed: { ...agreed, company: company?.name ?? vendor?.name ?? '' },
    transferId: null,
  });
  procore.decisions.remove(sageItem('vendor', paired.number));
}

/** the items were moved by Procore; here the pairs follow, and what is let go is archived. */
function settleMerge(
  context: Context,
  key: ItemKey,
  { primary, vendor, left }: { readonly primary: string; readonly vendor: string; readonly left: string | null },
  by: string,
): void {
  const { store, clock } = context;
  store.procore.links.remove(key);
  store.procore.links.remove(procoreItem('vendor', primary));
  pair(context, { procoreId: primary, number: vendor, owner: 'both', by });
  if (left !== null) {
    const item = sageItem('vendor', left);
    const reason = `Merged in Procore: vendor ${vendor} stays.`;
    store.procore.decisions.save({ item, decision: 'archived', reason, by, at: clock.now() });
  }
  const id = procoreIdOf(key);
  if (id !== null) store.procore.records.remove('vendor', [id]);
  context.tell({
    kind: 'procoreDecided',
    by,
    sentence: `${by} settled a merge in Procore, which cannot be taken back: ${store.procore.records.get('vendor', primary)?.name ?? primary} is vendor ${vendor}.`,
    detail: { item: `vendor ${key.id}`, primary, vendor, archived: left ?? 'none' },
  });
}
