/** Cost codes of divisions 7–14: `# division name`, then `code unit description`; a leading `-` marks an inactive code. */
export const envelopeAndFinishCodes = `
# 7 Thermal and Moisture Protection
7100.000 SF Below-grade waterproofing
7110.000 SF Traffic coating
7120.000 SF Air and water barrier
7200.000 SF Batt insulation
7210.000 SF Rigid insulation
7220.000 SF Spray foam insulation
7230.000 SF Insulated metal panels
7240.000 SF Freezer floor insulation
7300.000 SF Shingle roofing
7400.000 SF Metal roofing
7410.000 SF Metal wall panels
7420.000 SF Fiber cement siding
7500.000 SF Membrane roofing
7510.000 SF Roof tear-off
7520.000 EA Roof hatches and curbs
7600.000 LF Sheet metal flashing
7610.000 LF Gutters and downspouts
7700.000 EA Skylights
7800.000 LS Firestopping
7810.000 SF Spray fireproofing
7820.000 SF Intumescent coating
7900.000 LF Joint sealants
-7950.000 SF Built-up roofing
# 8 Doors and Windows
8100.000 EA Hollow metal doors and frames
8110.000 EA Wood doors
8120.000 EA Fire-rated doors
8200.000 EA Overhead coiling doors
8210.000 EA Cold storage doors
8220.000 EA Dock levelers and seals
8230.000 EA Lead-lined doors
8300.000 EA Access doors
8400.000 SF Storefront
8410.000 SF Curtain wall
8420.000 EA Automatic entrances
8500.000 EA Aluminum windows
8510.000 EA Vinyl windows
8520.000 EA Wood window restoration
8600.000 EA Teller windows and drawers
8700.000 SET Finish hardware
8710.000 EA Electrified hardware
8800.000 SF Glass and glazing
8810.000 SF Mirrors
8820.000 SF Fire-rated glazing
-8900.000 SF Window film
# 9 Finishes
9100.000 SF Metal stud framing
9110.000 SF Gypsum wallboard
9120.000 SF Shaft wall
9130.000 SF Lath and plaster
9140.000 SF Lead-lined wallboard
9200.000 SF Ceramic tile
9210.000 SF Stone tile
9220.000 SF Terrazzo
9300.000 SF Acoustical ceilings
9310.000 SF Wood ceilings
9320.000 SF Acoustic wall panels
9400.000 SY Carpet tile
9410.000 SF Sheet vinyl
9420.000 SF Luxury vinyl tile
9430.000 LF Rubber base
9440.000 SF Wood gym floor
9450.000 SF Epoxy flooring
9460.000 SF Urethane cement floor
9500.000 SF Moisture mitigation
9600.000 SF Interior painting
9610.000 SF Exterior painting
9620.000 SF High performance coatings
9630.000 SF Wall covering
9640.000 SF Anti-graffiti coating
-9700.000 SF Vinyl composition tile
# 10 Specialties
10100.000 EA Marker and tack boards
10110.000 EA Toilet partitions
10120.000 EA Toilet accessories
10130.000 EA Lockers
10140.000 EA Signs and wayfinding
10150.000 EA Fire extinguishers and cabinets
10160.000 LF Wall and corner guards
10170.000 SF Operable partitions
10180.000 EA Cubicle curtains and track
10190.000 EA Flagpoles
10200.000 EA Mailboxes
10210.000 EA Bike racks
# 11 Equipment
11100.000 EA Food service equipment
11110.000 EA Bakery ovens and proofers
11120.000 EA Residential appliances
11130.000 EA Laboratory fume hoods
11140.000 EA Vehicle exhaust capture
11150.000 EA Projection screens
11160.000 EA Vault and safe
11170.000 EA Gymnasium equipment
11180.000 EA Telescoping bleachers
11190.000 EA Parking control equipment
11200.000 EA Medical gas booms
11210.000 EA Imaging equipment supports
# 12 Furnishings
12100.000 EA Window shades
12110.000 SF Entrance mats
12120.000 EA Site benches and tables
12130.000 LF Laboratory casework
12140.000 EA Fixed seating
12162420.100 SF Artist-made tile mural
12162420.200 LS Mural lighting allowance
12350053.150 LF Epoxy resin laboratory tops
# 13 Special Construction
13100.000 SF Cold storage rooms
13110.000 LS Freezer underfloor heat
13120.000 SF Radiation shielding
13130.000 EA Pre-engineered building
13140.000 EA Swimming pool repair
13150.000 LF Floating dock and gangway
13160.000 EA Marine piling
# 14 Conveying Systems
14100.000 EA Hydraulic elevator
14110.000 EA Traction elevator
14120.000 EA Elevator modernization
14130.000 EA Wheelchair lift
14140.000 EA Dumbwaiter
14150.000 TN Overhead crane
`;
