import { corTable } from './corTable.ts';

/** Schools and the university: jobs 2401, 2301, 2410, 2309. */
export const schoolCors = [
  ...corTable(
    '2401',
    null,
    `
    1    | approved_co_issued  | 12345.67  | =        | 01-14 | 02-03 | PCO 004 | 1 | Added shear wall anchors at gridline C, north wing
    2    | approved_co_issued  | 48210.00  | 45975.50 | 01-28 | 02-24 | PCO 007 | 2 | Abate asbestos pipe insulation above corridor 112
    3.1  | approved_co_issued  | 8764.33   | =        | 02-11 | 03-09 | PCO 009 | 3 | Reroute 2″ sprinkler main around new braced frame
    4    | approved_co_issued  | -3150.25  | =        | 02-19 | 03-09 | PCO 011 | 3 | Credit: delete gymnasium scoreboard backing and power
    5    | approved_co_issued  | 22418.09  | 21900.00 | 03-16 | 04-21 | PCO 015 | 4 | Replace corroded hold-downs at south wing (24 ea.)
    6    | approved_to_proceed | 17600.00  | 16850.00 | 05-04 | 05-19 | PCO 018 | - | Night shift premium for gym roof strengthening
    7    | in_review/owner_review | 9387.41 | =       | 06-22 | -     | PCO 021 | - | RFI 62: widen drag strut connection at stage
    8    | in_review/pricing   | 31002.88  | 29450.00 | 07-13 | -     | PCO 023 | - | Provide temporary egress stair, fire watch and after-hours access control while the north wing corridor is closed
    9    | rejected/rejected   | 5400.00   | =        | 03-30 | 04-17 | PCO 016 | - | Temporary classroom power, portables 3 and 4
    10   | placeholder         | 6500.00   | 0.00     | 08-03 | -     | -       | - | T&M: patch and paint plaster at new anchor plates
    11   | draft               | 2750.00   | =        | -     | -     | -       | - | Extra floor protection at library
    12   | approved_co_issued  | 0.00      | =        | 08-17 | 09-08 | PCO 026 | 5 | No cost: substitute HDU14 hold-downs for HDU11
    13   | approved_co_issued  | 6180.95   | =        | 10-22 | 11-17 | PCO 029 | 6 | Infill 3 unreinforced door openings, grid 7
    14   | in_review           | 14405.70  | =        | 11-18 | -     | PCO 031 | - | RFI 97: collector splice at gym mezzanine
    `,
  ),
  ...corTable(
    '2401',
    'Cushman Electric Inc.',
    `
    CEI-03 | approved_co_issued | 4318.72   | =        | 03-05 | 04-02 | COR 3   | S1 | Relocate panel LP-2 and home runs at braced frame
    CEI-05 | in_review          | 7925.60   | =        | 07-29 | -     | -       | - | Temporary lighting and power for night work, gym
    CEI-06 | rejected/void      | 1240.00   | =        | 08-12 | 08-14 | -       | - | Duplicate of CEI-05, submitted in error
    `,
  ),
  ...corTable(
    '2401',
    'Port Steel Fabricators Inc.',
    `
    012   | approved_to_proceed | 18940.05 | 18500.00 | 04-20 | 05-11 | COR 5   | - | Field weld upgrades at drag struts, 31 locations
    `,
  ),
  ...corTable(
    '2301',
    null,
    `
    14   | approved_co_issued  | 3907.16   | =        | 01-09 | 01-30 | CE-31   | 9 | Galvanize bleacher stringers in lieu of prime paint
    15   | approved_co_issued  | -12500.00 | =        | 02-02 | 02-27 | CE-33   | 9 | Credit: unused allowance for press box glazing
    16   | approved_co_issued  | 640.00    | 600.00   | 03-03 | 03-20 | CE-34   | 10 | Touch-up of vandalized handrail, bay 4
    17   | rejected/in_dispute | 8800.00   | =        | 03-24 | 05-12 | CE-36   | - | Delay: extended general conditions, 4 days
    `,
  ),
  ...corTable(
    '2410',
    null,
    `
    1    | approved_co_issued  | 15230.48  | =        | 04-06 | 05-01 | UPS-117 | CO-01 | Epoxy resin tops in place of phenolic, labs 204–208
    2    | approved_co_issued  | 27611.11  | 26000.00 | 04-27 | 06-05 | UPS-121 | CO-02 | Add DI water loop and polisher, prep room 210
    3    | approved_to_proceed | 9804.00   | =        | 06-15 | 07-02 | UPS-125 | - | Seismic restraint of gas cylinders – all labs
    4    | in_review           | 4412.90   | =        | 09-21 | -     | UPS-131 | - | Fume hood FH-3: change to 6 ft. with service fixtures
    5    | in_review/revise_and_resubmit | 11999.99 | = | 10-05 | - | UPS-133 | - | Emergency shower drain and trench (ASTM Z358.1 §5)
    6    | draft               | 850.00    | =        | -     | -     | -       | - | Door hardware change, room 206
    `,
  ),
  ...corTable(
    '2410',
    'Sound Mechanical Contractors',
    `
    SMC-2 | in_review           | 13250.75  | =        | 10-19 | -     | UPS-133 | - | Trench drain and trap primer at emergency shower
    `,
  ),
  ...corTable(
    '2309',
    null,
    `
    6    | approved_co_issued  | 7318.20   | =        | 01-22 | 02-13 | -       | 4 | Replace rotted sheathing, north slope (1,180 sq ft)
    7    | approved_co_issued  | 1995.00   | =        | 02-20 | 03-06 | -       | 5 | Added crickets behind chimneys
    8    | rejected/void       | 2300.00   | =        | 03-10 | 03-12 | -       | - | Copper valley flashing (owner declined)
    `,
  ),
] as const;
