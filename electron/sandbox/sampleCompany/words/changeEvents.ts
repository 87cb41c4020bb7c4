import type { TradeName } from './trades.ts';

/** Things that happen on a job and cost money: what a change order line says (at most 50 characters), and whose work it is. */
export type ChangeEvent = { readonly title: string; readonly trade: TradeName; readonly code: string };

export const changeEvents: readonly ChangeEvent[] = [
  { title: 'Relocate sprinkler main at corridor 114', trade: 'sprinkler', code: '15300.000' },
  { title: 'Added exam room receptacles per ASI 06', trade: 'electrical', code: '26.270' },
  { title: 'Unsuitable soil below footing line C', trade: 'earthwork', code: '2040.000' },
  { title: 'Upgrade panel LP-2 to 400 A', trade: 'electrical', code: '26.240' },
  { title: 'Credit: delete accent paint at lobby', trade: 'painting', code: '9600.000' },
  { title: 'Fire dampers at shaft 2 per plan review', trade: 'hvac', code: '15530.000' },
  { title: 'Abate pipe insulation found above ceiling', trade: 'demolition', code: '2125.000' },
  { title: 'Added floor drains in wash bay', trade: 'plumbing', code: '15180.000' },
  { title: 'Hardware changes at doors 101–109', trade: 'doors', code: '8700.000' },
  { title: 'Moisture mitigation below sheet vinyl', trade: 'flooring', code: '9500.000' },
  { title: 'Reroute storm line around vault', trade: 'earthwork', code: '2210.000' },
  { title: 'Thicker slab at equipment bay', trade: 'concrete', code: '3300.300' },
  { title: 'Replace rotted roof sheathing', trade: 'roofing', code: '7510.000' },
  { title: 'Tempered glass at stair 3', trade: 'glazing', code: '8800.000' },
  { title: 'Extra braced frame anchors per RFI 88', trade: 'steel', code: '5240.000' },
  { title: 'Fire alarm devices per marshal walk', trade: 'alarm', code: '28.310' },
  { title: 'Add ⅝″ wallboard second layer at unit walls', trade: 'drywall', code: '9110.000' },
  { title: 'Owner-selected mural tile', trade: 'tile', code: '12162420.100' },
  { title: 'Credit: owner furnishes light fixtures', trade: 'electrical', code: '26.510' },
  { title: 'Additional control points at boilers', trade: 'hvac', code: '15710.000' },
  { title: 'Overtime to hold the opening date', trade: 'drywall', code: '9100.000' },
  { title: 'Reinforce existing beam at opening', trade: 'steel', code: '5230.000' },
  { title: 'Medical gas outlets in procedure room 4', trade: 'plumbing', code: '15160.000' },
  { title: 'Extend evaporator piping to bay 7', trade: 'refrigeration', code: '15610.000' },
  { title: 'Freezer floor insulation to 6″', trade: 'refrigeration', code: '7240.000' },
  { title: 'Conflict: duct and cable tray at grid 7', trade: 'hvac', code: '15500.000' },
  { title: 'Data outlets for added workstations', trade: 'electrical', code: '27.150' },
  { title: 'Repoint parapet not shown on drawings', trade: 'masonry', code: '4160.000' },
  { title: 'Wood base in place of rubber', trade: 'carpentry', code: '6210.000' },
  { title: 'Solid surface tops at nurse station', trade: 'carpentry', code: '6420.000' },
  { title: 'Pile refusal at bents 4 and 5', trade: 'marine', code: '31.630' },
  { title: 'Asphalt patch at utility crossing', trade: 'paving', code: '2310.000' },
  { title: 'Elevator pit ladder and sump', trade: 'elevator', code: '14110.000' },
  { title: 'Street trees required by the city', trade: 'landscape', code: '2425.000' },
  { title: 'Card readers at staff entries', trade: 'alarm', code: '28.130' },
  { title: 'Epoxy dowels at new opening', trade: 'concrete', code: '3710.000' },
  { title: 'Storefront at vestibule per bulletin 3', trade: 'glazing', code: '8400.000' },
  { title: 'Utility company delay, remobilize', trade: 'earthwork', code: '1130.000' },
  { title: 'Raise ceiling at conference rooms', trade: 'drywall', code: '9300.000' },
  { title: 'Water heater relocation', trade: 'plumbing', code: '15140.000' },
  { title: 'Vehicle charging rough-in', trade: 'electrical', code: '26.570' },
  { title: 'Credit: omit skylight curb', trade: 'roofing', code: '7520.000' },
  { title: 'Clean agent system in server room', trade: 'sprinkler', code: '21.220' },
  { title: 'Fish-friendly grating at gangway', trade: 'marine', code: '31.700' },
];

/** The `reason` field is free text with a quick list; these are what this company types. */
export const changeReasons: readonly string[] = [
  'Owner request',
  'Unforeseen condition',
  'Design revision',
  'Code or inspector requirement',
  'Schedule',
  'Scope clarification',
  'Owner request',
  'Errors and omissions',
];

export const estimators: readonly string[] = ['Dana Whitfield', 'Marcus Oyelaran', 'Inés Carrasco'];
