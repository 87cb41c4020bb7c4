import { vendorNumber } from '../../sampleCompany/vendors.ts';
import { vendorNames } from '../../sampleCompany/words/vendorNames.ts';
import type { Vendor } from '../records/tables.ts';
import type { Book } from './book.ts';
import { stamps } from './book.ts';

/** Vendors that Procore writes otherwise than Sage: only the last of them still matches, which ignores capitals. */
const writtenOtherwise: Readonly<Record<string, string>> = {
  'T&R Underground Utilities LLC': 'T and R Underground Utilities LLC',
  'Gutiérrez Plumbing & Medical Gas': 'Gutierrez Plumbing and Medical Gas',
  'Señor Tile & Stone': 'Señor Tile and Stone',
  'Pacific Star Crane & Rigging': 'Pacific Star Crane and Rigging',
  'Cushman Electric Inc.': 'CUSHMAN ELECTRIC INC.',
};

/** Sage's alone: nobody ever invited them. */
const sageOnly = new Set([
  'Summit Elevator Company',
  'Emerald Mosaic Studio',
  'ProCoat Industrial Coatings',
  'Whitman Survey Group',
]);

export const longVendor = 'Northwest Architectural Precast Concrete Fabricators';
export const newVendor = 'Tahoma Scaffold & Shoring';
export const ownedVendor = 'Duwamish Hoist Company';

/** By Sage's vendor number and by Sage's name; those that only Procore has by their own. */
export type SeedVendors = ReadonlyMap<string, Vendor>;

export function seedVendors({ memory }: Book): SeedVendors {
  const found = new Map<string, Vendor>();
  for (const [index, { name, city, type, inactive }] of vendorNames.entries()) {
    if (sageOnly.has(name) || type === '5' || type === '6' || inactive) continue;
    const number = vendorNumber(0, index);
    const vendor = memory.put('vendors', {
      id: String(77_001 + index),
      name: writtenOtherwise[name] ?? name,
      city,
      state_code: city === 'Portland' ? 'OR' : 'WA',
      authorized_bidder: true,
      ...stamps('2025-05-06', name, `2026-0${1 + (index % 9)}-1${index % 9}`),
    });
    found.set(number, vendor).set(name, vendor);
  }
  const own = (id: string, name: string, rest: Partial<Vendor> = {}) =>
    found.set(
      name,
      memory.put('vendors', { id, name, city: 'Tacoma', state_code: 'WA', ...stamps('2026-08-03', name), ...rest }),
    );
  own('77801', newVendor, { address: '2115 Lincoln Ave', zip: '98421', business_phone: '253-555-0142' });
  own('77802', longVendor, { city: 'Kent' });
  own('77803', 'Sunset Glass (moved away)', { is_active: false });
  own('77804', ownedVendor, { origin_id: 'vista-vendor-30117', origin_code: '30117', synced_to_erp: true });
  own('77805', 'Stadium Plumbing Inc', { notes: 'Twice in the directory: the other one has the full stop.' });
  // Beyond what a double holds exactly.
  own('9007199254740993', 'Hylebos Testing Laboratories', { city: 'Fife' });
  return found;
}
