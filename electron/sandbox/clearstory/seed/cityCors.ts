import { corTable } from './corTable.ts';

/** The city's jobs: 2404 and 2408, whose projects carry no job number, and 2302. */
export const cityCors = [
  ...corTable(
    '2404',
    null,
    `
    1    | approved_co_issued  | 10210.06  | =        | 03-25 | 04-20 | COT-2   | 1 | Apparatus bay exhaust: relocate drops for new engine
    2    | approved_co_issued  | 3655.00   | 3500.00  | 04-22 | 05-14 | COT-4   | 1 | Turnout gear lockers: seismic anchors
    3    | approved_to_proceed | 14725.50  | =        | 06-24 | 07-08 | COT-7   | - | Dispatch tones: raceway and speaker circuits
    4    | in_review           | 8390.00   | =        | 09-02 | -     | COT-9   | - | Pole hole guard to current standard
    5    | in_review/pending   | 2199.95   | =        | 10-26 | -     | COT-11  | - | Flagpole light, photocell
    6    | draft               | 1480.00   | =        | -     | -     | -       | - | Hose tower hoist disconnect
    `,
  ),
  ...corTable(
    '2404',
    'Cushman Electric Inc.',
    `
    CEI-41 | in_review          | 11870.00  | =        | 06-18 | -     | COR 3   | - | Raceway for dispatch tones, 1,350 lf EMT
    `,
  ),
  ...corTable(
    '2408',
    null,
    `
    1    | approved_co_issued  | 86420.19  | =        | 01-26 | 03-05 | COT-P24-05 | 1 | Creosote pile disposal: tonnage above bid quantity
    2    | approved_co_issued  | 17300.00  | 16875.25 | 03-23 | 04-28 | COT-P24-08 | 2 | Fish window: demobilize and remobilize crane barge
    3    | approved_to_proceed | 40555.50  | 39000.00 | 07-06 | 07-22 | COT-P24-12 | - | Replace 11 stringers found rotten below deck
    4    | in_review           | 5870.00   | =        | 10-01 | -     | COT-P24-15 | - | Navigation lights, solar, 4 ea.
    5    | rejected/in_dispute | 22000.00  | =        | 05-27 | 07-13 | COT-P24-10 | - | Standby: low tides not as published
    6    | placeholder         | 9000.00   | 0.00     | 10-29 | -     | -          | - | T&M: mooring hardware, final count pending
    `,
  ),
  ...corTable(
    '2302',
    null,
    `
    21   | approved_co_issued  | 6480.00   | =        | 01-12 | 02-06 | TD-40   | 11 | Dock bumpers, laminated, 14 ea.
    22   | approved_co_issued  | 2917.34   | 2900.00  | 02-09 | 03-04 | TD-41   | 12 | Storm drain cleanout at ramp
    23   | rejected/rejected   | 4125.00   | =        | 03-17 | 04-10 | TD-43   | - | Winter concrete protection, second pour
    `,
  ),
] as const;
