import { at, between, lastDay, pick, seeded } from './chance.ts';
import { auditColumns, padded, type SampleRow, sampleRow } from './rows.ts';
import { emailOf, vendorDefaults } from './vendorDefaults.ts';
import { places, streets, surnames } from './words/places.ts';
import { type TradeName, trades } from './words/trades.ts';
import { type VendorName, vendorNames } from './words/vendorNames.ts';

export function vendorNumber(block: number, index: number): string {
  if (block > 0) return String(20_000 + block * 100 + index);
  return at(vendorNames, index).number ?? String(1000 + index * 10);
}

function nameIn(block: number, index: number, vendor: VendorName): string {
  if (block === 0) return vendor.name;
  const work = vendor.trade === undefined ? 'Supply' : trades[vendor.trade].scope;
  return `${at(surnames, block * 5 + index)} ${at(places, block + index)} ${work} LLC`;
}

function chosen(block: number, fits: (vendor: VendorName) => boolean, seed: string): string {
  const fitting = vendorNames.flatMap((vendor, index) => (fits(vendor) && !vendor.inactive ? [index] : []));
  return vendorNumber(block, at(fitting, seeded(seed)));
}

/** A vendor number of the block: an active subcontractor of the trade. */
export function subcontractorOf(block: number, trade: TradeName, seed: string): string {
  return chosen(block, (vendor) => vendor.trade === trade, seed);
}

/** A vendor number of the block: an active material supplier or rental yard. */
export function supplierOf(block: number, seed: string): string {
  return chosen(block, ({ type }) => type === '2' || type === '3', seed);
}

export function* vendorRows(scale: number): Iterable<SampleRow> {
  for (let block = 0; block < scale; block += 1)
    for (const [index, vendor] of vendorNames.entries()) {
      const number = vendorNumber(block, index);
      const name = nameIn(block, index, vendor);
      const updated = between(5, lastDay - 20, 'vendor', number);
      yield sampleRow('actpay', {
        recnum: number,
        vndnme: vendor.inactive ? padded(name, 75) : name,
        shtnme: name.slice(0, 30).trim(),
        vndtyp: vendor.type,
        ownnme: pick(surnames, number, 'owner'),
        addrs1: `${between(100, 9900, number, 'street')} ${pick(streets, number)}`,
        ctynme: vendor.city,
        state_: vendor.city === 'Portland' ? 'OR' : 'WA',
        zipcde: `98${between(100, 499, number, 'zip')}`,
        e_mail: emailOf(name, number),
        ...vendorDefaults(vendor, number),
        inactv: vendor.inactive ? '1' : '0',
        ...auditColumns('actpay', number, between(0, 4, 'vendor in', number), updated, 'dwhitfield'),
      });
    }
}
