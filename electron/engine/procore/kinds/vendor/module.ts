import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { vendorLinkRefusal } from '#shared/domain/procore/rules/vendor.ts';
import type { Context } from '../../../context.ts';
import { refused } from '../../../drafts/openDraft.ts';
import type { ItemKindModule, PartnerSearch } from '../../kindModule.ts';
import { missingCompanies } from '../../pull/missing.ts';
import { queueAct } from '../../queueAct.ts';
import { procorePartners, sagePartners } from '../shared/partners.ts';
import { apart, sides } from '../shared/sides.ts';
import { acceptVendor, vendorChoices } from './accept.ts';
import { vendorItem, vendorItems } from './items.ts';
import { pairing, type Settle, told, vendorNumber } from './links.ts';
import { settleVendorAct, settleVendorTransfer } from './settle.ts';

/** Vendors of Sage (4-4) and companies of Procore's directory. */
export const vendorModule: ItemKindModule = {
  kind: 'vendor',
  items: vendorItems,
  item: vendorItem,
  choices: vendorChoices,
  accept: acceptVendor,
  settleTransfer: settleVendorTransfer,
  settleAct: settleVendorAct,

  source: ({ store }, key) => {
    const company = store.procore.records.get('vendor', procoreIdOf(key) ?? '');
    if (company === null) return null;
    const { updatedAt, ...source } = company;
    return source;
  },

  compare: (context, key, sageKey) => {
    const { procore, sage } = context.store;
    const [id, number] = pairOf(key, sageKey);
    const company = id === null ? null : procore.records.get('vendor', id);
    const vendor = number === null ? null : sage.get('vendor', number);
    const fact = (label: string, theirs: string | undefined, ours: string | undefined) =>
      sides(label, theirs ?? null, ours ?? null);
    const place = (label: string, part: 'street' | 'city' | 'state' | 'zip') =>
      apart(label, company?.address[part] ?? null, vendor?.address[part] ?? null);
    return {
      fields: [
        fact('Name', company?.name, vendor?.name),
        apart('Short name', company?.abbreviation ?? null, vendor?.shortName ?? null),
        apart('Vendor#', company?.origin.code ?? null, vendor?.number ?? null),
        apart('Vendor type', null, vendor?.type ?? null),
        place('Address', 'street'),
        place('City', 'city'),
        place('State', 'state'),
        place('Zip', 'zip'),
        fact('Phone', company?.phone, vendor?.phone),
        fact('E-mail', company?.email, vendor?.email),
      ],
      lines: [],
      notes:
        procore.links.get(key) === null
          ? []
          : [
              'Name, phone and e-mail follow Sage. Addresses stay what they are on either side: Sage has the one for bills.',
            ],
    };
  },

  partners: (context, key, asked) => {
    const id = procoreIdOf(key);
    if (id === null) return companiesFor(context, vendorNumber(key) ?? '', asked);
    const company = context.store.procore.records.get('vendor', id);
    return sagePartners(context, 'vendor', asked).map((vendor) => ({
      sageKey: vendor.number,
      title: `${vendor.number} ${vendor.name}`,
      refusal: vendorLinkRefusal(vendor, company, { ofVendor: companyOf(context, vendor.number), ofCompany: null }),
    }));
  },

  link: async (context, key, sageKey, by) => linkPair(context, key, sageKey, by),

  unlink: async (context, key, by) => {
    const { store } = context;
    const link = store.procore.links.get(key);
    if (link === null) return fail(refused('procore.notLinked', 'It is not linked: read the list again.'));
    store.transaction(() => {
      store.procore.links.remove(key);
      if (!missingCompanies(context).has(link.procoreId)) {
        queueAct(context, {
          item: key,
          purpose: 'unlink',
          title: `Company ${link.agreed.company ?? link.procoreId} is no longer vendor ${link.sageNumber}`,
          calls: [{ op: 'vendor.origin', vendor: link.procoreId, origin: { id: null, code: null } }],
          settle: JSON.stringify(told),
          by,
        });
      }
      context.tell({
        kind: 'unlinked',
        by,
        sentence: `${by} unlinked company ${link.agreed.company ?? link.procoreId} and vendor ${link.sageNumber}.`,
        detail: { item: `vendor ${key.id}`, vendor: link.sageNumber },
      });
    });
    return succeed(null);
  },
};

/** Company and vendor, from whichever side one looks: for what Sage alone has, the other side is `p:<company>`. */
function pairOf(key: ItemKey, other: string | null): readonly [company: string | null, vendor: string | null] {
  const id = procoreIdOf(key);
  if (id !== null) return [id, other];
  return [other?.startsWith('p:') === true ? other.slice(2) : null, vendorNumber(key)];
}

function companyOf({ store }: Context, vendor: string): string | null {
  return store.procore.links.ofSage('vendor', vendor)?.procoreId ?? null;
}

function companiesFor(context: Context, number: string, asked: PartnerSearch) {
  const { records, links } = context.store.procore;
  const vendor = context.store.sage.get('vendor', number);
  return procorePartners(records.all('vendor'), ({ name }) => name, asked).map((company) => ({
    sageKey: `p:${company.id}`,
    title: company.name,
    refusal: vendorLinkRefusal(vendor, company, {
      ofVendor: companyOf(context, number),
      ofCompany: links.get(procoreItem('vendor', company.id))?.sageKey ?? null,
    }),
  }));
}

function linkPair(context: Context, key: ItemKey, sageKey: string, by: string): Result<null> {
  const { store, company: owner } = context;
  const [id, number] = pairOf(key, sageKey);
  const company = id === null ? null : store.procore.records.get('vendor', id);
  const vendor = number === null ? null : store.sage.get('vendor', number);
  const busy = pairing(context);
  const sentence =
    vendorLinkRefusal(vendor, company, {
      ofVendor: companyOf(context, number ?? ''),
      ofCompany: id === null ? null : (store.procore.links.get(procoreItem('vendor', id))?.sageKey ?? null),
    }) ??
    (busy.vendors.has(number ?? '') || busy.companies.has(id ?? '')
      ? 'One of the two is being linked just now: wait until Procore was told.'
      : null);
  if (sentence !== null || company === null || vendor === null) {
    return fail(refused('procore.linkRefused', sentence ?? 'One of the two is no longer there: read the list again.'));
  }
  const settle: Settle = { what: 'linked', vendor: vendor.number, owner: 'both' };
  store.transaction(() => {
    queueAct(context, {
      item: procoreItem('vendor', company.id),
      purpose: 'link',
      title: `Company ${company.name} is vendor ${vendor.number} ${vendor.name}`,
      calls: [
        {
          op: 'vendor.origin',
          vendor: company.id,
          origin: { id: originIdOf(owner, 'vendor', vendor.number), code: vendor.number },
        },
      ],
      settle: JSON.stringify(settle),
      by,
    });
    context.tell({
      kind: 'procoreDecided',
      by,
      sentence: `${by} linked company ${company.name} with vendor ${vendor.number} ${vendor.name}.`,
      detail: { item: `vendor ${key.id}`, vendor: vendor.number, company: company.id },
    });
  });
  return succeed(null);
}
