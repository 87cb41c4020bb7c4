import type { ContractWish, LineWish } from './contracts.ts';
import { longVendor, newVendor } from './vendors.ts';

const line = (code: string, type: string | null, text: string, amount: string): LineWish => ({
  code,
  type,
  text,
  amount,
});
const units = (
  code: string,
  text: string,
  quantity: string,
  unitCost: string,
  amount: string,
  uom: string,
): LineWish => ({
  code,
  type: '1',
  text,
  quantity,
  unitCost,
  amount,
  uom,
});

type Row = readonly [
  number: string,
  title: string,
  vendor: string,
  status: ContractWish['status'],
  day: string,
  lines: readonly LineWish[],
];
const sub = ([number, title, vendor, status, day, lines]: Row, rest: Partial<ContractWish> = {}): ContractWish => ({
  kind: 'WorkOrderContract',
  number,
  title,
  vendor,
  status,
  day,
  lines,
  ...rest,
});
const order = (row: Row): ContractWish => ({ ...sub(row), kind: 'PurchaseOrderContract' });

/** What the project team of the Cedar Clinic wrote in Procore and nobody in accounting has seen. */
export const clinicContracts: readonly ContractWish[] = [
  sub([
    'SC-001',
    'Low voltage and data',
    'Hilltop Power and Data LLC',
    'Approved',
    '2026-08-18',
    [
      line('26.240', '4', 'Panels and feeders', '86400.00'),
      line('26.510', '4', 'Lighting and controls', '112350.50'),
      line('27.150', '4', 'Data cabling', '41249.50'),
    ],
  ]),
  sub([
    'SC-002',
    'Fire sprinkler rework',
    'Harbor Mist Fire Sprinkler Inc.',
    'Approved',
    '2026-08-25',
    [line('15300.000', '4', 'Relocate heads', '58300.00'), line('15330.000', '4', 'Riser and inspection', '12700.00')],
  ]),
  sub([
    'SC-003',
    'Resilient flooring',
    'Northwest Floor Covering Inc.',
    'Out For Signature',
    '2026-10-05',
    [line('9400.000', '4', 'Sheet vinyl', '73900.00')],
  ]),
  sub([
    'SC-004',
    'Door installation',
    'Keystone Door and Hardware',
    'Draft',
    '2026-11-02',
    [line('8100.000', '4', 'Install frames and leaves', '18650.00')],
  ]),
  sub([
    'SC-005',
    'Selective demolition',
    'Commencement Bay Demolition Inc.',
    'Complete',
    '2026-03-02',
    [line('2110.000', '4', 'Demolish suite 110', '39800.00')],
  ]),
  sub([
    'SC-006',
    'Painting, first bidder',
    'Two Sisters Painting LLC',
    'Terminated',
    '2026-07-01',
    [line('9600.000', '4', 'Walls and trim', '44100.00')],
  ]),
  sub([
    'SC-007',
    'Entered twice',
    'Two Sisters Painting LLC',
    'Void',
    '2026-07-02',
    [line('9600.000', '4', 'Walls and trim', '44100.00')],
  ]),
  // Longer than accounting takes: 12 characters for the number, 30 for the title.
  sub([
    'SC-2402-00008',
    'Acoustic ceilings, soffit framing and corridor bulkheads',
    'Mountain View Drywall Inc.',
    'Approved',
    '2026-09-14',
    [line('9300.000', '4', 'Grid and tile', '65210.00')],
  ]),
  sub([
    'SC-009',
    'Precast lintels',
    longVendor,
    'Approved',
    '2026-09-21',
    [line('4160.000', '4', 'Lintels', '17480.00')],
  ]),
  sub([
    'SC-010',
    'Casework punch list',
    'Harbor Millwork Co.',
    'Approved',
    '2026-10-12',
    [line('6400.000', '4', 'Scribe and caulk', '4200.00'), line('6420.000', null, 'Replace two tops', '3150.00')],
  ]),
  sub(
    [
      'SC-011',
      'HVAC balancing',
      'Airstream Balance and Controls',
      'Approved',
      '2026-09-07',
      [line('15500.000', '4', 'Air side', '31000.00'), line('15700.000', '4', 'Controls', '22400.00')],
    ],
    { rest: { enable_ssov: true } },
  ),
  sub([
    'SC-012',
    'Overhead plumbing',
    'Stadium Plumbing Inc.',
    'Approved',
    '2026-08-11',
    [line('15110.000', '4', 'Rough-in', '90000.00'), line('15160.000', '4', 'Trim', '37500.00')],
  ]),
  // Priced in another currency, and taxed there.
  sub(
    [
      'SC-013',
      'Stone panels, Vancouver',
      'Old Town Brick and Stone',
      'Approved',
      '2026-10-15',
      [line('4110.000', '4', 'Granite panels', '21900.00')],
    ],
    { rest: { currency_iso_code: 'CAD' } },
  ),
  order([
    'PO-001',
    'Door hardware',
    'Evergreen Door Supply',
    'Approved',
    '2026-09-02',
    [
      units('8700.000', 'Mortise locksets', '42', '318.25', '13366.50', 'EA'),
      units('8700.000', 'Closers', '42', '96.10', '4036.20', 'EA'),
    ],
  ]),
  order([
    'PO-002',
    'Casework components',
    'Precision Casework Components',
    'Approved',
    '2026-09-09',
    [units('6400.000', 'Base cabinets', '18', '1240.00', '22320.00', 'EA')],
  ]),
  order([
    'PO-003',
    'Acoustic tile',
    'Western Insulation Supply',
    'Submitted',
    '2026-10-20',
    [units('9300.000', 'Tile 24 x 24', '3200', '1.85', '5920.00', 'SF')],
  ]),
  order([
    'PO-004',
    'Light fixtures',
    'Consolidated Electrical Wholesale',
    'Draft',
    '2026-11-10',
    [units('26.510', 'Type L2', '64', '212.00', '13568.00', 'EA')],
  ]),
  order([
    'PO-005',
    'Ready mix, pads',
    'Pacific Ready Mix Co.',
    'Closed',
    '2026-04-06',
    [units('3300.000', 'Concrete 4000 psi', '12.5', '188.00', '2350.00', 'CY')],
  ]),
  // The unit is longer than the six characters that accounting takes.
  order([
    'PO-006',
    'Wallboard',
    'GypBoard Distributors LLC',
    'Approved',
    '2026-10-01',
    [units('9100.000', 'Type X 5/8', '14', '862.40', '12073.60', 'PALLETS')],
  ]),
];

/** The new project's first contracts: nothing stands in their way once its job and its vendors are in Sage. */
export const boathouseContracts: readonly ContractWish[] = [
  sub([
    'SC-001',
    'Marine piling',
    'Foss Landing Marine Construction',
    'Approved',
    '2026-11-09',
    [line('13150.000', '4', 'Timber floats', '318000.00'), line('2060.000', '4', 'Driven piles', '204500.75')],
  ]),
  sub([
    'SC-002',
    'Shoring and scaffold',
    newVendor,
    'Approved',
    '2026-11-10',
    [line('2060.000', '4', 'Shoring at the slip', '9800.00')],
  ]),
  order([
    'PO-001',
    'Ready mix',
    'Pacific Ready Mix Co.',
    'Approved',
    '2026-11-11',
    [units('3300.000', 'Concrete 5000 psi', '86', '204.25', '17565.50', 'CY')],
  ]),
];
