import { describe, expect, it } from 'vitest';
import {
  externalVendor,
  isStaged,
  suggestVendors,
  untick,
  type VendorFacts,
  vendorExportUnmet,
  vendorLinkRefusal,
} from '#shared/domain/procore/rules/vendor.ts';
import { company, vendor } from './plans/given.ts';

const sage = (number: string, name: string, change: Partial<VendorFacts> = {}): VendorFacts => ({
  number,
  name,
  typeNumber: '2',
  inactive: false,
  ...change,
});
const unlinked = { ofVendor: null, ofCompany: null };

describe('companies and vendors', () => {
  it('R-026 a name of 30 characters can be sent, one of 31 is refused in the words that people know', () => {
    expect(vendorExportUnmet(vendor({ name: 'x'.repeat(30) }), null)).toEqual([]);
    expect(vendorExportUnmet(vendor({ name: 'x'.repeat(31) }), null)).toMatchObject([
      {
        rule: 'R-026',
        field: 'name',
        sentence: expect.stringMatching(
          /^This Vendor cannot be sent to ERP because name must be less than 31 characters: 'x{31}' has 31/,
        ),
      },
    ]);
  });

  it('R-031 only vendors of the ticked types are offered, among them those without a type where that is ticked', () => {
    expect(isStaged(sage('1', 'A'), ['2'])).toBe(true);
    expect(isStaged(sage('1', 'A'), ['3'])).toBe(false);
    expect(isStaged(sage('1', 'A', { typeNumber: null }), ['2'])).toBe(false);
    expect(isStaged(sage('1', 'A', { typeNumber: null }), ['0'])).toBe(true);
    expect(isStaged(sage('1', 'A', { inactive: true }), null)).toBe(false);
    expect(isStaged(sage('1', 'A', { typeNumber: '9' }), null)).toBe(true);
  });

  it('R-031 a type with linked vendors keeps its tick, another one loses only vendors that nobody linked or archived', () => {
    const vendors = [
      sage('1', 'A', { typeNumber: '2' }),
      sage('2', 'B', { typeNumber: '2' }),
      sage('3', 'C', { typeNumber: '3' }),
      sage('4', 'D', { typeNumber: '3' }),
      sage('5', 'E', { typeNumber: '4' }),
    ];
    const { refused, removed, warning } = untick(['4'], vendors, new Set(['1']), new Set(['4']));
    expect(refused).toEqual([{ type: '2', sentence: expect.stringContaining('vendor 1 A is linked') }]);
    expect(removed).toEqual(['3']);
    expect(warning).toMatch(/^1 vendor .* Nothing changes in Sage or in Procore/);
    expect(untick(['2', '3', '4'], vendors, new Set(), new Set()).warning).toBeNull();
  });

  it('R-032 suggests the same name whatever its case, and no other', () => {
    const companies = [vendor({ id: '1', name: 'HARBOR electric' }), vendor({ id: '2', name: 'Bay & Sons' })];
    const vendors = [sage('512', 'Harbor Electric'), sage('513', 'Bay and Sons')];
    expect(suggestVendors(companies, vendors)).toEqual([{ procoreId: '1', vendor: '512' }]);
  });

  it('R-032 suggests nothing for a name that stands twice on either side', () => {
    const one = [vendor({ id: '1', name: 'Harbor' })];
    const two = [...one, vendor({ id: '2', name: 'harbor' })];
    expect(suggestVendors(two, [sage('512', 'Harbor')])).toEqual([]);
    expect(suggestVendors(one, [sage('512', 'Harbor'), sage('600', 'HARBOR')])).toEqual([]);
  });

  it('R-033 one vendor links to at most one company, and a second link is refused either way', () => {
    const harbor = sage('512', 'Harbor');
    expect(vendorLinkRefusal(harbor, vendor(), unlinked)).toBeNull();
    expect(vendorLinkRefusal(harbor, vendor(), { ofVendor: '9', ofCompany: null })).toMatch(/another company/);
    expect(vendorLinkRefusal(harbor, vendor(), { ofVendor: null, ofCompany: '600' })).toMatch(
      /vendor 600 in Sage already/,
    );
    expect(vendorLinkRefusal(null, vendor(), unlinked)).toMatch(/not in Sage any more/);
    expect(vendorLinkRefusal(harbor, null, unlinked)).toMatch(/not in Procore any more/);
  });

  it('R-034 an inactive company cannot be sent, and neither can one without a name', () => {
    expect(vendorExportUnmet(vendor({ active: false }), null)).toMatchObject([{ rule: 'R-034', field: 'active' }]);
    expect(vendorExportUnmet(vendor({ name: ' ' }), null)).toMatchObject([{ rule: 'R-034', field: 'name' }]);
  });

  it('R-036 a linked company is not sent again, and that is said before anything else', () => {
    expect(vendorExportUnmet(vendor({ active: false }), '512').map(({ rule }) => rule)).toEqual(['R-036', 'R-034']);
  });

  it('belong to the connector that filled their origin id', () => {
    const theirs = vendor({ origin: { id: 'V-9', code: null, data: null } });
    expect(externalVendor(theirs, company)).toMatch(/'V-9' of another connector/);
    expect(externalVendor(vendor({ syncedToErp: true }), company)).toMatch(/another connector has synced/);
    const ours = { id: 'plumbline:acme:vendor:512', code: null, data: null };
    expect(externalVendor(vendor({ origin: ours, syncedToErp: true }), company)).toBeNull();
  });
});
