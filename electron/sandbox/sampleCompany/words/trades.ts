/** Trades of the sample company: what their subcontracts are called and which cost codes their work is budgeted on. */

export type Trade = { readonly scope: string; readonly codes: readonly [string, ...string[]] };

export const trades = {
  demolition: { scope: 'Demolition and abatement', codes: ['2110.000', '2115.000', '2120.000', '2125.000'] },
  earthwork: { scope: 'Earthwork and utilities', codes: ['2020.000', '2025.000', '2035.000', '2210.000', '2220.000'] },
  paving: { scope: 'Asphalt and site concrete', codes: ['2310.000', '2320.000', '2325.000', '2330.000'] },
  landscape: { scope: 'Landscape and irrigation', codes: ['2410.000', '2415.000', '2425.000'] },
  concrete: {
    scope: 'Concrete placing and reinforcing',
    codes: ['3100.000', '3200.000', '3300.000', '3300.300', '3320.000'],
  },
  masonry: { scope: 'Masonry', codes: ['4100.000', '4110.000', '4160.000'] },
  steel: { scope: 'Structural and miscellaneous steel', codes: ['5100.000', '5110.000', '5140.000', '5230.000'] },
  carpentry: { scope: 'Casework and millwork', codes: ['6200.000', '6400.000', '6420.000'] },
  roofing: { scope: 'Roofing and sheet metal', codes: ['7500.000', '7510.000', '7600.000'] },
  glazing: { scope: 'Storefront and glazing', codes: ['8400.000', '8410.000', '8800.000'] },
  doors: { scope: 'Doors, frames and hardware', codes: ['8100.000', '8110.000', '8700.000'] },
  drywall: { scope: 'Framing and gypsum wallboard', codes: ['9100.000', '9110.000', '9300.000'] },
  tile: { scope: 'Tile and stone', codes: ['9200.000', '9210.000', '12162420.100'] },
  flooring: { scope: 'Floor covering', codes: ['9400.000', '9410.000', '9430.000', '9500.000'] },
  painting: { scope: 'Painting', codes: ['9600.000', '9610.000', '9620.000'] },
  elevator: { scope: 'Elevators', codes: ['14110.000', '14120.000'] },
  sprinkler: { scope: 'Fire sprinklers', codes: ['15300.000', '15330.000', '21.100'] },
  plumbing: { scope: 'Plumbing', codes: ['15110.000', '15120.000', '15130.000', '15160.000'] },
  hvac: { scope: 'HVAC and controls', codes: ['15440.000', '15500.000', '15520.000', '15700.000'] },
  refrigeration: { scope: 'Ammonia refrigeration', codes: ['15600.000', '15610.000', '15620.000', '7240.000'] },
  electrical: { scope: 'Electrical and low voltage', codes: ['26.050', '26.240', '26.510', '26.511', '27.150'] },
  alarm: { scope: 'Fire alarm and security', codes: ['28.130', '28.310', '28.311'] },
  marine: { scope: 'Marine piling and floats', codes: ['31.620', '31.630', '13150.000'] },
} as const satisfies Record<string, Trade>;

export type TradeName = keyof typeof trades;

/** Codes of the contractor's own field office: budgeted on every job, by cost type. */
export const generalConditions: readonly {
  readonly code: string;
  readonly costType: '1' | '2' | '3' | '5' | '6' | '7' | '8' | '9';
}[] = [
  { code: '1010.000', costType: '2' },
  { code: '1015.000', costType: '2' },
  { code: '1030.000', costType: '3' },
  { code: '1060.000', costType: '8' },
  { code: '1075.000', costType: '8' },
  { code: '1090.000', costType: '5' },
  { code: '1095.000', costType: '2' },
  { code: '1105.000', costType: '6' },
  { code: '1115.000', costType: '7' },
  { code: '1140.000', costType: '9' },
];

/** Every job has these; the others come and go. */
export const commonTrades: readonly TradeName[] = ['concrete', 'drywall', 'plumbing', 'electrical'];

/** What the company does with its own crews; everything else is subcontracted. */
export const selfPerformed: ReadonlySet<TradeName> = new Set<TradeName>(['concrete', 'carpentry']);
