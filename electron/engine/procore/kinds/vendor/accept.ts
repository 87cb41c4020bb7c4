import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { planVendorCreate, textsOf, type VendorChoices } from '#shared/domain/plans/vendor.ts';
import { type ItemKey, procoreIdOf } from '#shared/domain/procore/item.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { Vendor } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import { catalogForPlans } from '../../../writing/inspectCompany.ts';
import type { Accepting, Caution } from '../../kindModule.ts';
import { missingCompanies } from '../../pull/missing.ts';
import { listChoice, overflowChoices, textChoice } from '../shared/overflow.ts';
import { pairedWith } from '../shared/pairedWith.ts';
import { itemGone, planningOf, refusedAs } from '../shared/planning.ts';
import { allOfSage } from '../shared/sageFacts.ts';
import { changedFields, vendorItem } from './items.ts';
import { type Settle, sharedFields, vendorNumber } from './links.ts';
import { acceptMerge, mergeChoices } from './merge.ts';

/** a company needs its number and type in Sage; a vendor that goes to Procore needs nothing. */
export async function vendorChoices(context: Context, key: ItemKey): Promise<Result<readonly ChoiceField[]>> {
  const { store } = context;
  const id = procoreIdOf(key);
  if (id === null) return succeed([]);
  const link = store.procore.links.get(key);
  if (link !== null) return succeed(missingCompanies(context).has(id) ? mergeChoices(context, link) : []);
  const company = store.procore.records.get('vendor', id);
  if (company === null) return fail(itemGone(key.id));
  const catalog = await catalogForPlans(context);
  if (!catalog.ok) return catalog;
  const types = allOfSage(context, 'vendorType').map(({ number, name }) => ({
    value: number,
    label: `${number} ${name}`,
  }));
  return succeed([
    {
      ...textChoice('number', 'Vendor#', '', 'The number that this company gets in Sage 4-4.'),
      required: true,
      limit: 18,
    },
    listChoice('type', 'Vendor type', '', types),
    ...overflowChoices(textsOf(company, {}), 'actpay', catalog.value.limits),
  ]);
}

export async function acceptVendor(context: Context, key: ItemKey, choices: Choices): Promise<Result<Accepting>> {
  const { store } = context;
  const id = procoreIdOf(key);
  if (id === null) return addToDirectory(context, key, vendorNumber(key) ?? '');
  const link = store.procore.links.get(key);
  if (link === null) return exportCompany(context, key, id, choices);
  if (missingCompanies(context).has(id)) return acceptMerge(context, link, choices);
  const vendor = store.sage.get('vendor', link.sageKey);
  if (vendor === null) return fail(itemGone(`Vendor ${link.sageKey}`));
  const now = sharedFields(vendor);
  const changed = changedFields(vendor, link);
  if (changed.length === 0) {
    return refusedAs({ field: 'vendor', value: vendor.number, sentence: 'Procore was told everything already.' });
  }
  const settle: Settle = { what: 'updated', agreed: now };
  return succeed({
    ok: true,
    as: {
      into: 'procore',
      purpose: 'update',
      title: `Company ${vendor.name} as Sage has it now`,
      calls: [
        {
          op: 'vendor.update',
          vendor: id,
          fields: Object.fromEntries(changed.map((name) => [name, now[name] ?? ''])),
        },
      ],
      sums: [],
      warnings: [],
      cautions: [],
      settle: JSON.stringify(settle),
    },
  });
}

async function exportCompany(context: Context, key: ItemKey, id: string, choices: Choices): Promise<Result<Accepting>> {
  const { store } = context;
  const vendor = store.procore.records.get('vendor', id);
  if (vendor === null) return fail(itemGone(key.id));
  const planning = await planningOf(context, key, vendor.name);
  if (!planning.ok) return planning;
  const { number = '', type = '', ...texts } = choices;
  const said: VendorChoices = { number, type, ...texts };
  const planned = planVendorCreate({
    ...planning.value,
    vendor,
    choices: said,
    types: allOfSage(context, 'vendorType'),
    taken: store.sage.get('vendor', number.trim()) ?? pairedWith(context, 'vendor', number.trim()),
  });
  if (!planned.ok) return succeed(planned);
  // A likeness that is nobody's yet is asked about on the board already.
  const asked = (vendorItem(context, key)?.suggestion ?? null) !== null;
  const cautions = asked ? [] : sameName(allOfSage(context, 'vendor'), vendor.name);
  return succeed({ ok: true, as: { into: 'sage', plan: planned.plan, cautions } });
}

/** A vendor of that name is in Sage: creating a second one is seldom meant. */
function sameName(vendors: readonly Vendor[], name: string): readonly Caution[] {
  const twin = vendors.find((vendor) => vendor.name.trim().toLowerCase() === name.trim().toLowerCase());
  if (twin === undefined) return [];
  const sentence = `Sage has vendor ${twin.number} ${twin.name} already: link the company with it, unless there are to be two.`;
  return [{ name: 'sameName', sentence }];
}

/** A vendor of Sage becomes a company in Procore, or the one that carries its origin id already. */
function addToDirectory(context: Context, key: ItemKey, number: string): Result<Accepting> {
  const { store, company } = context;
  const vendor = store.sage.get('vendor', number);
  if (vendor === null) return fail(itemGone(`Vendor ${number}`));
  const { street, city, state, zip } = vendor.address;
  const twin = store.procore.records
    .all('vendor')
    .find(({ name }) => name.trim().toLowerCase() === vendor.name.trim().toLowerCase());
  const settle: Settle = { what: 'linked', vendor: number, owner: 'sage' };
  return succeed({
    ok: true,
    as: {
      into: 'procore',
      purpose: 'import',
      title: `Vendor ${number} ${vendor.name} into Procore's company directory`,
      calls: [
        {
          op: 'vendor.upsert',
          originId: originIdOf(company, 'vendor', number),
          originCode: number,
          fields: { ...sharedFields(vendor), abbreviation: vendor.shortName, street, city, state, zip },
        },
      ],
      sums: [],
      warnings: [],
      cautions:
        twin === undefined || (vendorItem(context, key)?.suggestion ?? null) !== null
          ? []
          : [
              {
                name: 'sameName',
                sentence: `Procore has a company ${twin.name} already: link the vendor with it, unless there are to be two.`,
              },
            ],
      settle: JSON.stringify(settle),
    },
  });
}
