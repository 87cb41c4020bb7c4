import { type ItemKey, procoreIdOf, procoreItem, sageItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreVendor } from '#shared/domain/procore/records.ts';
import { externalVendor, isStaged, suggestVendors, vendorExportUnmet } from '#shared/domain/procore/rules/vendor.ts';
import type { Vendor } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { missingCompanies } from '../../pull/missing.ts';
import { bareFacts, beingPaired } from '../shared/bareFacts.ts';
import { allOfSage, sageReadSince } from '../shared/sageFacts.ts';
import { pairing, sharedFields, vendorNumber } from './links.ts';

/** Companies of Procore first, then vendors that only Sage has, each by name. */
export function vendorItems(context: Context): readonly ItemFacts[] {
  const known = knownVendors(context);
  const companies = [...known.companies.values()].filter(({ id }) => known.isShown(id));
  const gone = [...known.links.values()].filter(({ procoreId }) => !known.companies.has(procoreId));
  return [
    ...companies.map((company) => companyFacts(context, known, company)),
    ...gone.map((link) => linkedFacts(known, link, null)),
    ...[...known.vendors.values()]
      .filter(({ number }) => known.isOffered(number))
      .map((vendor) => vendorFacts(known, vendor)),
  ].sort((a, b) => compareText(a.title, b.title) || compareText(a.key.id, b.key.id));
}

export function vendorItem(context: Context, key: ItemKey): ItemFacts | null {
  const known = knownVendors(context);
  const id = procoreIdOf(key);
  if (id === null) {
    const vendor = known.vendors.get(vendorNumber(key) ?? '');
    return vendor === undefined || !known.isOffered(vendor.number) ? null : vendorFacts(known, vendor);
  }
  const company = known.companies.get(id);
  const link = known.links.get(id);
  if (company !== undefined && known.isShown(id)) return companyFacts(context, known, company);
  return link === undefined ? null : linkedFacts(known, link, null);
}

type Known = {
  readonly companies: ReadonlyMap<string, ProcoreVendor>;
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** By the company's id. */
  readonly links: ReadonlyMap<string, ProcoreLink>;
  readonly missing: ReadonlySet<string>;
  /** Whether Sage was read since. */
  readonly readSince: (at: string) => boolean;
  readonly isShown: (company: string) => boolean;
  readonly isOffered: (vendor: string) => boolean;
  readonly pairing: ReturnType<typeof pairing>;
  /** vendors by company and the other way round. */
  readonly suggested: { readonly vendor: ReadonlyMap<string, string>; readonly company: ReadonlyMap<string, string> };
};

/** Looked up once for a whole list. */
function knownVendors(context: Context): Known {
  const { records, links: pairs, decisions } = context.store.procore;
  const companies = new Map(records.all('vendor').map((one) => [one.id, one]));
  const vendors = new Map(allOfSage(context, 'vendor').map((one) => [one.number, one]));
  const links = new Map(pairs.all('vendor').map((link) => [link.procoreId, link]));
  const linked = new Set([...links.values()].map(({ sageKey }) => sageKey));
  const archived = new Set(
    decisions.all('vendor').flatMap(({ item, decision }) => (decision === 'archived' ? [item.id] : [])),
  );
  const missing = missingCompanies(context);
  const ticked = context.store.settings.read().procore.vendorTypes;
  const isShown = (id: string) => links.has(id) || !missing.has(id);
  const isOffered = (number: string) => {
    const vendor = vendors.get(number);
    return vendor !== undefined && !linked.has(number) && isStaged(vendor, ticked);
  };
  const pairs32 = suggestVendors(
    [...companies.values()].filter(({ id }) => isShown(id) && !links.has(id) && !archived.has(`p:${id}`)),
    [...vendors.values()].filter(({ number }) => isOffered(number) && !archived.has(`s:${number}`)),
  );
  return {
    companies,
    vendors,
    links,
    missing,
    readSince: (at) => sageReadSince(context, at),
    isShown,
    isOffered,
    pairing: pairing(context),
    suggested: {
      vendor: new Map(pairs32.map(({ procoreId, vendor }) => [procoreId, vendor])),
      company: new Map(pairs32.map(({ procoreId, vendor }) => [vendor, procoreId])),
    },
  };
}

function companyFacts(context: Context, known: Known, company: ProcoreVendor): ItemFacts {
  const link = known.links.get(company.id);
  if (link !== undefined) return linkedFacts(known, link, company);
  const vendor = known.suggested.vendor.get(company.id);
  return {
    ...bareFacts(procoreItem('vendor', company.id), company.name),
    direction: 'export',
    number: company.origin.code ?? '',
    updatedAt: company.updatedAt,
    external: externalVendor(company, context.company),
    unmet: [...vendorExportUnmet(company, null), ...beingPaired(known.pairing.companies.has(company.id), 'R-033')],
    suggestion:
      vendor === undefined
        ? null
        : { sageKey: vendor, words: `Vendor ${vendor} ${known.vendors.get(vendor)?.name ?? ''} has the same name` },
  };
}

function vendorFacts(known: Known, vendor: Vendor): ItemFacts {
  const company = known.suggested.company.get(vendor.number);
  return {
    ...bareFacts(sageItem('vendor', vendor.number), vendor.name),
    direction: 'import',
    number: vendor.number,
    place: vendor.type,
    updatedAt: null,
    unmet: beingPaired(known.pairing.vendors.has(vendor.number), 'R-033'),
    suggestion:
      company === undefined
        ? null
        : { sageKey: `p:${company}`, words: `Company ${known.companies.get(company)?.name ?? ''} has the same name` },
  };
}

/** `company`: null when Procore has it no longer. */
function linkedFacts(known: Known, link: ProcoreLink, company: ProcoreVendor | null): ItemFacts {
  const vendor = known.vendors.get(link.sageKey);
  const gone = known.missing.has(link.procoreId);
  const title = company?.name ?? link.agreed.company ?? link.agreed.name ?? link.sageNumber;
  const changed = vendor === undefined ? [] : changedFields(vendor, link);
  const mergedWords = 'No longer in Procore, perhaps merged: say which company and which vendor remain';
  const discrepancies = [
    ...(vendor === undefined && known.readSince(link.at)
      ? [`Vendor ${link.sageNumber} is not in Sage (4-4) any more.`]
      : []),
    ...(gone ? [`Company ${title} is not in Procore any more: it was merged with another, or removed.`] : []),
    ...(company !== null && vendor !== undefined && isRenamed(company, vendor, link)
      ? [`Company ${company.name} is ${vendor.name} in Sage: Sage's name counts, change it there.`]
      : []),
  ];
  return {
    ...bareFacts(link.item, title),
    direction: 'import',
    number: link.sageNumber,
    place: vendor?.type ?? '',
    updatedAt: company?.updatedAt ?? null,
    link,
    update: gone ? mergedWords : changed.length === 0 ? null : `Changed in Sage: ${changed.join(', ')}`,
    discrepancies,
  };
}

/** Fields whose value in Sage is no longer what Procore was told. The address is none of them. */
export function changedFields(vendor: Vendor, { agreed }: ProcoreLink): readonly string[] {
  return Object.entries(sharedFields(vendor)).flatMap(([name, value]) => (agreed[name] === value ? [] : [name]));
}

/** The company got another name in Procore after the two were paired. */
function isRenamed(company: ProcoreVendor, vendor: Vendor, { agreed }: ProcoreLink): boolean {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return company.name !== (agreed.company ?? company.name) && !same(company.name, vendor.name);
}

function compareText(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
