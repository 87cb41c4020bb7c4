import { z } from 'zod';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Vendor } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';

/** What an act of a vendor leaves behind when it is done. */
export const settleSchema = z.discriminatedUnion('what', [
  /** Procore only had to be told. */
  z.object({ what: z.literal('told') }),
  z.object({ what: z.literal('linked'), vendor: z.string(), owner: z.enum(['sage', 'both']) }),
  z.object({ what: z.literal('updated'), agreed: z.record(z.string(), z.string()) }),
  /** `primary` is the company that remained, `vendor` the one that stays, `left` the one that is let go, if any. */
  z.object({ what: z.literal('merged'), primary: z.string(), vendor: z.string(), left: z.string().nullable() }),
]);
export type Settle = z.infer<typeof settleSchema>;

export const told: Settle = { what: 'told' };

export function settleOf(text: string): Settle {
  return settleSchema.parse(JSON.parse(text));
}

/** What of a vendor goes to Procore when it changes in Sage: never the address. By Procore's names. */
export function sharedFields({
  name,
  phone,
  email,
}: Pick<Vendor, 'name' | 'phone' | 'email'>): Readonly<Record<string, string>> {
  return { name, phone, email };
}

type Paired = {
  readonly procoreId: string;
  readonly number: string;
  readonly owner: ProcoreLink['owner'];
  readonly agreed: Readonly<Record<string, string>>;
  readonly transferId: string | null;
  readonly by: string;
};

export function saveVendorLink(context: Context, { procoreId, number, owner, agreed, transferId, by }: Paired): void {
  const { store, company, clock } = context;
  store.procore.links.save({
    item: procoreItem('vendor', procoreId),
    procoreId,
    project: null,
    sageKey: number,
    sageNumber: number,
    job: null,
    originId: originIdOf(company, 'vendor', number),
    owner,
    lines: [],
    agreed: { ...agreed },
    transferId,
    at: clock.now(),
    by,
  });
}

/** What is being paired just now, so that neither is offered a second time: vendors by number, companies by id. */
export function pairing({ store }: Context): {
  readonly vendors: ReadonlySet<string>;
  readonly companies: ReadonlySet<string>;
} {
  const vendors = new Set<string>();
  const companies = new Set<string>();
  for (const { item, calls, settle } of store.procore.acts.open()) {
    if (item.kind !== 'vendor') continue;
    const left = settleOf(settle);
    if (left.what !== 'linked') continue;
    vendors.add(left.vendor);
    for (const call of calls)
      if (call.op === 'vendor.origin' && typeof call.vendor === 'string') companies.add(call.vendor);
  }
  return { vendors, companies };
}

/** The vendor that an item in Sage only is of. */
export function vendorNumber({ id }: ItemKey): string | null {
  return id.startsWith('s:') ? id.slice(2) : null;
}
