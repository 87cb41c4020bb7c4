import type { CompanyId } from '../../company.ts';
import type { Unmet } from '../item.ts';
import { foreignOwner } from '../origin.ts';
import type { ProcoreVendor } from '../records.ts';

/** Conditions of vendors (4-4) and companies. Sage's own tax and bank data are never part of it. */

/** Procore's own limit for a company that goes to an accounting system. */
export const longestCompanyName = 30;

/** Why a company is not ours, in a sentence; null when it is. */
export function externalVendor(vendor: ProcoreVendor, company: CompanyId): string | null {
  const foreign = foreignOwner(`Company ${vendor.name}`, vendor.origin, company);
  if (foreign !== null || !vendor.syncedToErp || vendor.origin.id !== null) return foreign;
  return `Procore says that another connector has synced company ${vendor.name}: it owns it, Plumbline only reads it.`;
}

/** before a company is sent to Sage. */
export function vendorExportUnmet(vendor: ProcoreVendor, linkedTo: string | null): readonly Unmet[] {
  const unmet: Unmet[] = [];
  if (linkedTo !== null) {
    unmet.push({
      rule: 'R-036',
      field: 'link',
      value: linkedTo,
      sentence: `Company ${vendor.name} is vendor ${linkedTo} in Sage already and is not sent again: change it in Sage 4-4, from where it is updated.`,
    });
  }
  if (!vendor.active) {
    unmet.push({
      rule: 'R-034',
      field: 'active',
      value: 'inactive',
      sentence: `Company ${vendor.name} is inactive in Procore, and only active companies are sent: make it active in the company directory.`,
    });
  }
  const name = vendor.name.trim();
  if (name === '') {
    unmet.push({
      rule: 'R-034',
      field: 'name',
      value: '',
      sentence: 'This company has no name: give it one in the company directory of Procore.',
    });
  }
  if (name.length > longestCompanyName) {
    unmet.push({
      rule: 'R-026',
      field: 'name',
      value: name,
      sentence: `This Vendor cannot be sent to ERP because name must be less than ${longestCompanyName + 1} characters: '${name}' has ${name.length}. Shorten it in the company directory of Procore, or link it with the vendor that Sage has already.`,
    });
  }
  return unmet;
}

/** What is looked at of a vendor in Sage. */
export type VendorFacts = {
  readonly number: string;
  readonly name: string;
  /** Its type's number; null: it has none. */
  readonly typeNumber: string | null;
  readonly inactive: boolean;
};

/** The type that stands for vendors without one. */
export const noType = '0';

/** whether a vendor of Sage is offered for import. `ticked`: null as long as nobody chose, which takes all of them. */
export function isStaged({ typeNumber, inactive }: VendorFacts, ticked: readonly string[] | null): boolean {
  return !inactive && (ticked === null || ticked.includes(typeNumber ?? noType));
}

export type Unticking = {
  /** Types that keep their tick, each with the reason. */
  readonly refused: readonly { readonly type: string; readonly sentence: string }[];
  /** Vendors that disappear from the import list; nothing else is touched. */
  readonly removed: readonly string[];
  /** What to know before; null: nothing disappears. */
  readonly warning: string | null;
};

/** what other ticks would mean. A type with linked vendors keeps its tick. */
export function untick(
  ticked: readonly string[],
  vendors: readonly VendorFacts[],
  linked: ReadonlySet<string>,
  archived: ReadonlySet<string>,
): Unticking {
  const without = vendors.filter(({ typeNumber }) => !ticked.includes(typeNumber ?? noType));
  const held = new Map<string, string>();
  for (const { number, name, typeNumber } of without) {
    const type = typeNumber ?? noType;
    if (linked.has(number) && !held.has(type)) held.set(type, `vendor ${number} ${name}`);
  }
  const removed = without
    .filter((vendor) => !vendor.inactive && !held.has(vendor.typeNumber ?? noType) && !archived.has(vendor.number))
    .map(({ number }) => number);
  return {
    refused: [...held].map(([type, whom]) => ({
      type,
      sentence: `Vendor type ${type === noType ? 'none' : type} stays: ${whom} is linked with a company. Unlink it first.`,
    })),
    removed,
    warning:
      removed.length === 0
        ? null
        : `${removed.length} ${removed.length === 1 ? 'vendor' : 'vendors'} that nobody linked will no longer be offered for import. Nothing changes in Sage or in Procore.`,
  };
}

export type Suggestion = { readonly procoreId: string; readonly vendor: string };

/**
 * companies and vendors of exactly one name, but for the case of letters. A name that stands twice on either side is
 * nobody's. In: only what is neither linked nor archived.
 */
export function suggestVendors(
  companies: readonly ProcoreVendor[],
  vendors: readonly VendorFacts[],
): readonly Suggestion[] {
  const ofCompanies = byName(companies, ({ name }) => name);
  const ofVendors = byName(vendors, ({ name }) => name);
  return [...ofCompanies].flatMap(([name, found]) => {
    const theirs = ofVendors.get(name) ?? [];
    const [company, vendor] = [found[0], theirs[0]];
    if (company === undefined || vendor === undefined || found.length > 1 || theirs.length > 1) return [];
    return [{ procoreId: company.id, vendor: vendor.number }];
  });
}

function byName<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = nameOf(one).trim().toLowerCase();
    if (name !== '') found.set(name, [...(found.get(name) ?? []), one]);
  }
  return found;
}

/** why a vendor and a company cannot be linked; null when they can. */
export function vendorLinkRefusal(
  vendor: VendorFacts | null,
  company: ProcoreVendor | null,
  links: { readonly ofVendor: string | null; readonly ofCompany: string | null },
): string | null {
  if (vendor === null) return 'This vendor is not in Sage any more: read Sage again, then choose another one.';
  if (company === null) return 'This company is not in Procore any more: read Procore again.';
  if (links.ofVendor !== null && links.ofVendor !== company.id) {
    return `Vendor ${vendor.number} ${vendor.name} is linked with another company of Procore already, and one vendor is one company: unlink that first, or choose another vendor.`;
  }
  if (links.ofCompany !== null && links.ofCompany !== vendor.number) {
    return `Company ${company.name} is vendor ${links.ofCompany} in Sage already: unlink that first.`;
  }
  return null;
}
