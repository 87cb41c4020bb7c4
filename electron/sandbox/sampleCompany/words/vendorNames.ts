import type { TradeName } from './trades.ts';

/** Vendor types (4-4) of this company. */
export const vendorTypes: readonly { readonly number: string; readonly name: string }[] = [
  { number: '1', name: 'Subcontractor' },
  { number: '2', name: 'Material supplier' },
  { number: '3', name: 'Equipment rental' },
  { number: '4', name: 'Professional services' },
  { number: '5', name: 'Government and utilities' },
  { number: '6', name: 'Office and overhead' },
];

export type VendorName = {
  readonly name: string;
  readonly city: string;
  readonly type: string;
  readonly trade?: TradeName;
  readonly inactive?: true;
  /** Given where the company does not follow its own numbering; one is beyond 32 bits on purpose. */
  readonly number?: string;
};

const sub = (trade: TradeName, name: string, city = 'Tacoma'): VendorName => ({ name, city, type: '1', trade });
const other = (type: string, name: string, city = 'Tacoma'): VendorName => ({ name, city, type });

export const vendorNames: readonly VendorName[] = [
  sub('demolition', 'Commencement Bay Demolition Inc.'),
  sub('demolition', 'Puget Abatement Services LLC', 'Kent'),
  sub('earthwork', 'Nisqually Earthmoving Co.', 'Lacey'),
  sub('earthwork', 'Orting Valley Excavating', 'Orting'),
  sub('earthwork', 'T&R Underground Utilities LLC', 'Fife'),
  sub('paving', 'South Sound Paving Inc.', 'Lakewood'),
  sub('paving', 'Marten Asphalt and Concrete', 'Puyallup'),
  sub('landscape', 'Evergreen Grounds Landscape', 'Gig Harbor'),
  sub('landscape', 'Sato & Daughters Gardens 佐藤造園', 'Tacoma'),
  sub('concrete', 'Mount Tahoma Concrete Inc.'),
  sub('concrete', 'Cascade Rebar Placers LLC', 'Auburn'),
  sub('concrete', 'O’Brien Flatwork', 'Sumner'),
  sub('masonry', 'Fraternité Masonry Inc.', 'Seattle'),
  sub('masonry', 'Old Town Brick and Stone'),
  sub('steel', 'Port Steel Fabricators Inc.'),
  sub('steel', 'Iron Horse Erectors LLC', 'Fife'),
  sub('carpentry', 'Nørgaard Cabinet Works', 'Poulsbo'),
  sub('carpentry', 'Harbor Millwork Co.', 'Gig Harbor'),
  sub('roofing', 'Rainshadow Roofing Inc.', 'Sequim'),
  sub('roofing', 'Alliance Sheet Metal and Roofing'),
  sub('glazing', 'Clearwater Glass LLC', 'Puyallup'),
  sub('glazing', 'Narrows Glazing Contractors'),
  sub('doors', 'Keystone Door and Hardware', 'Tukwila'),
  sub('drywall', 'Łukasz Interiors LLC', 'Federal Way'),
  sub('drywall', 'Mountain View Drywall Inc.', 'Bonney Lake'),
  sub('drywall', 'Straight Line Framing', 'Spanaway'),
  sub('tile', 'Señor Tile & Stone', 'Tacoma'),
  sub('tile', 'Emerald Mosaic Studio', 'Olympia'),
  sub('flooring', 'Northwest Floor Covering Inc.', 'Kent'),
  sub('flooring', 'Resilient Floors of Tacoma'),
  sub('painting', 'Two Sisters Painting LLC'),
  sub('painting', 'ProCoat Industrial Coatings', 'Fife'),
  sub('elevator', 'Summit Elevator Company', 'Seattle'),
  sub('sprinkler', 'Harbor Mist Fire Sprinkler Inc.', 'Fife'),
  sub('sprinkler', 'Cold River Fire Protection', 'Puyallup'),
  sub('plumbing', 'Stadium Plumbing Inc.'),
  sub('plumbing', 'Gutiérrez Plumbing & Medical Gas', 'Lakewood'),
  sub('hvac', 'Sound Mechanical Contractors', 'Kent'),
  sub('hvac', 'Airstream Balance and Controls', 'Renton'),
  sub('refrigeration', 'Glacier Refrigeration Systems Inc.', 'Fife'),
  sub('refrigeration', 'Polar Panel Installers LLC', 'Auburn'),
  sub('electrical', 'Cushman Electric Inc.'),
  sub('electrical', 'Hilltop Power and Data LLC'),
  sub('electrical', 'Voltárez Electric', 'Tacoma'),
  sub('alarm', 'Sentry Alarm and Access Inc.', 'Bellevue'),
  sub('marine', 'Foss Landing Marine Construction'),
  { ...sub('painting', 'Bayside Painting (closed 2023)'), inactive: true },
  { ...sub('electrical', 'Lakewood Lighting & Electric'), inactive: true },
  other('2', 'Pacific Ready Mix Co.'),
  other('2', 'Tideflats Lumber and Supply'),
  other('2', 'Consolidated Electrical Wholesale', 'Fife'),
  other('2', 'Rainier Steel Supply', 'Kent'),
  other('2', 'Fastener House Inc.', 'Fife'),
  other('2', 'GypBoard Distributors LLC', 'Auburn'),
  other('2', 'Nihon Kenzai Supply 日本建材', 'Seattle'),
  other('2', 'Evergreen Door Supply', 'Tukwila'),
  other('2', 'Western Insulation Supply', 'Sumner'),
  other('2', 'Precision Casework Components', 'Portland'),
  other('3', 'Sunrise Equipment Rentals', 'Puyallup'),
  { ...other('3', 'Pacific Star Crane & Rigging', 'Seattle'), number: '4290000017' },
  other('3', 'Harbor Scaffold Co.'),
  other('4', 'Whitman Survey Group'),
  other('4', 'Geotek Testing Laboratories', 'Kent'),
  other('4', 'Bergström Architects PS', 'Seattle'),
  other('5', 'City of Tacoma Permit Counter'),
  other('5', 'Tacoma Power & Water'),
  other('5', 'Pierce County Planning'),
  other('6', 'Office Nook Stationers'),
  { ...other('6', 'Copy Corner (merged)', 'Lakewood'), inactive: true },
];
