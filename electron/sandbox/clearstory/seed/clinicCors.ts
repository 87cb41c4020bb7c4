import { corTable } from './corTable.ts';

/** Clinics, credit union, bakery, plaza: jobs 2402, 2407, 2411, 2412, 2303. */
export const clinicCors = [
  ...corTable(
    '2402',
    null,
    `
    1    | approved_co_issued  | 18422.35  | =        | 02-05 | 03-02 | MC-PR-08 | 1 | Add medical gas outlets, exam rooms 3, 5 and 7
    2    | approved_co_issued  | 6071.94   | 5900.00  | 02-25 | 03-23 | MC-PR-11 | 2 | Upgrade corridor lighting to tunable white
    3    | approved_co_issued  | -1480.00  | =        | 03-11 | 03-23 | MC-PR-12 | 2 | Credit: owner-furnished blinds
    4    | approved_to_proceed | 12890.50  | 12500.00 | 04-15 | 04-29 | MC-PR-15 | - | Lead-lined door and frame at X-ray 2
    5    | in_review           | 3333.33   | =        | 08-24 | -     | MC-PR-20 | - | Nurse call: add pull stations at both toilets
    6    | in_review/in_dispute | 24760.18 | 19000.00 | 06-01 | -     | MC-PR-17 | - | Unforeseen slab moisture: mitigation coating, 6,200 sq ft
    7    | placeholder/rom     | 15000.00  | 0.00     | 09-14 | -     | -        | - | ROM: relocate sprinkler heads for new ceiling cloud
    `,
  ),
  ...corTable(
    '2402',
    'Cushman Electric Inc.',
    `
    CEI-11 | approved_co_issued | 5215.44   | =        | 02-23 | 03-19 | COR 2   | S3 | Tunable white fixtures and 0–10 V controls, corridor
    CEI-12 | in_review          | 2108.00   | =        | 08-21 | -     | COR 5   | - | Nurse call rough-in, two toilets
    `,
  ),
  ...corTable(
    '2402',
    'Sound Mechanical Contractors',
    `
    SMC-7 | approved_co_issued  | 15944.00  | 15500.00 | 02-02 | 03-03 | COR 1   | S2 | Medical gas piping, zone valves and verification
    `,
  ),
  ...corTable(
    '2407',
    null,
    `
    1    | approved_co_issued  | 4875.00   | =        | 05-11 | 06-01 | RFP 3   | 1 | Bullet-resistant glazing level 3 at teller line
    2    | approved_co_issued  | 9120.77   | 9000.00  | 06-08 | 07-06 | RFP 5   | 2 | Night drop: revised structural opening
    3    | approved_to_proceed | 2640.00   | =        | 08-10 | 08-20 | RFP 7   | - | Conduit for future EV charger (2 ea.)
    4    | in_review           | 7745.25   | =        | 10-12 | -     | RFP 9   | - | ATM vestibule heater and controls
    5    | draft               | 1200.00   | =        | -     | -     | -       | - | Sign power, monument at driveway
    6    | rejected/rejected   | 16300.00  | =        | 07-20 | 08-05 | RFP 6   | - | Standby generator pad and transfer switch
    `,
  ),
  ...corTable(
    '2411',
    null,
    `
    1    | approved_co_issued  | 1984.60   | =        | 06-03 | 06-18 | -       | 1 | Añadir tomas: 2 receptacles at “Brötchen” counter
    2    | approved_to_proceed | 3420.00   | 3300.00  | 07-15 | 07-24 | -       | - | Grease interceptor 50 gpm instead of 35 gpm
    3    | in_review           | 718.05    | =        | 10-20 | -     | -       | - | Façade sign “Bäckerei Zoë & Müller” – LED driver
    4    | draft               | 95.00     | =        | -     | -     | -       | - | Extra keys (10)
    `,
  ),
  ...corTable(
    '2411',
    'Sound Mechanical Contractors',
    `
    SMC-9 | in_review           | 2875.00   | =        | 07-10 | -     | COR 2   | - | Interceptor size change, excavation by others
    `,
  ),
  ...corTable(
    '2412',
    null,
    `
    1    | approved_co_issued  | 21045.83  | =        | 03-18 | 04-13 | OPG-2   | 1 | Replace 38 additional terra cotta units, east face
    2    | approved_co_issued  | 5560.00   | 5000.00  | 04-30 | 05-22 | OPG-3   | 2 | Swing stage relocation for street closure
    3    | approved_to_proceed | 8315.19   | =        | 07-07 | 07-17 | OPG-5   | - | Repoint parapet, 220 lf beyond unit quantity
    4    | in_review/potential_co | 14250.00 | =      | 09-28 | -     | OPG-6   | - | Stainless lintels at second floor windows
    5    | in_review/claim     | 33870.40  | 30000.00 | 06-16 | -     | OPG-4   | - | Claim: standby during owner’s tenant event, 3 days
    6    | rejected/void       | 990.00    | =        | 08-31 | 09-01 | -       | - | Bird netting (withdrawn)
    `,
  ),
  ...corTable(
    '2303',
    null,
    `
    8    | approved_co_issued  | 2214.00   | =        | 01-06 | 01-16 | MC-77   | 5 | Lobby directory: power and data
    9    | approved_co_issued  | -310.00   | =        | 01-20 | 01-29 | MC-78   | 6 | Credit: wall protection not installed
    10   | rejected/void       | 1750.00   | =        | 01-27 | 02-04 | -       | - | Weekend elevator protection
    `,
  ),
] as const;
