import { corTable } from './corTable.ts';

/** Developers, cold storage, the Tribe: jobs 2403, 2405, 2406. */
export const developerCors = [
  ...corTable(
    '2403',
    null,
    `
    1    | approved_co_issued  | 64210.75  | =        | 01-19 | 02-16 | HD-004  | 1 | Over-excavate unsuitable soil, grid A–D, 412 cy
    2.2  | approved_co_issued  | 38999.01  | 37250.00 | 02-09 | 03-13 | HD-007  | 2 | Revised podium rebar per structural bulletin 3
    3    | approved_co_issued  | 11875.40  | =        | 03-02 | 03-27 | HD-009  | 3 | Add floor drains at level P1 storage (6 ea.)
    4    | approved_to_proceed | 92400.00  | 88000.00 | 05-18 | 06-03 | HD-014  | - | Upgrade unit kitchens: quartz in lieu of laminate, levels 4–6
    5    | approved_to_proceed | 7312.66   | =        | 06-29 | 07-10 | HD-018  | - | Fire alarm: low-frequency sounders in accessible units
    6    | in_review           | 15890.15  | =        | 08-10 | -     | HD-021  | - | Trash chute discharge door, 2-hour rated
    7    | in_review/on_hold   | 240118.90 | 240118.90 | 07-27 | -    | HD-019  | - | Roof deck amenity: pavers, planters, gas fire table
    8    | rejected/rejected   | 12600.00  | =        | 04-13 | 05-05 | HD-011  | - | Acceleration: second drywall crew
    9    | placeholder         | 30000.00  | 0.00     | 09-08 | -     | -       | - | Allowance: lobby art wall, design pending
    10   | draft               | 4080.00   | =        | -     | -     | -       | - | Bike room racks
    `,
  ),
  ...corTable(
    '2403',
    'Port Steel Fabricators Inc.',
    `
    004  | approved_co_issued  | 21450.00  | 20900.00 | 02-04 | 03-10 | COR 2   | S4 | Podium transfer beam stiffeners, bulletin 3
    `,
  ),
  ...corTable(
    '2403',
    'Mountain View Drywall Inc.',
    `
    MV-18 | in_review           | 12600.00  | =        | 04-08 | -     | COR 8   | - | Second crew, levels 2–3, two weeks
    MV-21 | in_review           | 6044.38   | =        | 08-04 | -     | -       | - | Shaft wall revisions at trash chute
    `,
  ),
  ...corTable(
    '2405',
    null,
    `
    1    | approved_co_issued  | 55120.48  | =        | 02-12 | 03-17 | NWC-12  | 1 | Underfloor heating glycol loop, additional 4,000 sq ft
    2    | approved_co_issued  | 19777.77  | 18500.00 | 03-19 | 04-16 | NWC-15  | 2 | Dock door 9: add vertical leveler and seal
    3    | approved_co_issued  | -8240.10  | =        | 04-08 | 04-16 | NWC-16  | 2 | Credit: 4″ panel in lieu of 5″ at ante-room
    4    | approved_to_proceed | 33050.00  | =        | 06-10 | 06-24 | NWC-20  | - | Ammonia detection: 6 extra sensors and horn strobes
    5    | in_review           | 10468.92  | =        | 08-27 | -     | NWC-24  | - | Impact protection bollards (32 ea.), epoxy set
    6    | in_review/proceed_pending_pricing | 47500.00 | 45000.00 | 09-17 | - | NWC-26 | - | Freezer floor repair after early loading
    7    | placeholder         | 12000.00  | 0.00     | 10-08 | -     | -       | - | T&M: heat trace at condensate lines
    8    | draft               | 3650.00   | =        | -     | -     | -       | - | Relocate eyewash station
    9    | approved_co_issued  | 27893.46  | 26540.00 | 10-15 | 11-19 | NWC-28  | 3 | Rapid-roll door at ante-room, heated side guides
    `,
  ),
  ...corTable(
    '2405',
    'Cushman Electric Inc.',
    `
    CEI-21 | approved_to_proceed | 14210.30 | =        | 06-04 | 06-26 | COR 4   | - | Conduit and wire to 6 detectors, freezer 2
    CEI-23 | draft              | 2240.00   | =        | -     | -     | -       | - | Heat trace circuits, T&M tag 118
    `,
  ),
  ...corTable(
    '2405',
    'Sound Mechanical Contractors',
    `
    SMC-4 | approved_co_issued  | 41980.00  | 41980.00 | 02-09 | 03-18 | COR 1   | S1 | Glycol loop extension incl. manifold
    `,
  ),
  ...corTable(
    '2406',
    null,
    `
    1    | approved_co_issued  | 73315.62  | =        | 02-23 | 03-30 | EQC-03  | 1 | Auger cast piles: 18 piles 8 ft. deeper than drawn
    2    | approved_co_issued  | 4990.00   | =        | 04-06 | 04-24 | EQC-06  | 2 | Temporary shuttle lot striping and signs
    3    | approved_to_proceed | 28870.00  | 27000.00 | 06-17 | 07-01 | EQC-09  | - | Deck 2 post-tension tendon conflict, RFI 88
    4    | in_review/owner_review | 61250.00 | =      | 08-19 | -     | EQC-12  | OWNER CHANGE ORDER 2026-0007 REV B (TRIBAL COUNCIL) | Salmon-themed screen panels at east elevation
    5    | in_review/estimate  | 19480.36  | =        | 10-14 | -     | EQC-14  | - | License plate recognition: conduit, bases, power
    6    | rejected/void       | 3200.00   | =        | 05-06 | 05-08 | -       | - | Dust control, month of May (in contract)
    `,
  ),
  ...corTable(
    '2406',
    'Cushman Electric Inc.',
    `
    CEI-31 | in_review          | 16200.00  | =        | 10-09 | -     | COR 5   | - | LPR conduit, pull boxes and grounding
    `,
  ),
] as const;
