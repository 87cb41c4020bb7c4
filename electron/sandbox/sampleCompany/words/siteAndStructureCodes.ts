/** Cost codes of divisions 1–6: `# division name`, then `code unit description`; a leading `-` marks an inactive code. */
export const siteAndStructureCodes = `
# 1 General Requirements
1010.000 MO Project manager
1015.000 MO Superintendent
1020.000 MO Project engineer
1025.000 MO Safety coordinator
1030.000 MO Field office trailer
1035.000 MO Temporary power
1040.000 MO Temporary water
1045.000 MO Temporary toilets
1050.000 LF Temporary fencing
1055.000 EA Project signs
1060.000 LS Building permit
1065.000 LS Plan review fees
1070.000 LS Builder's risk insurance
1075.000 LS Performance and payment bond
1080.000 HR Surveying and layout
1085.000 EA Testing and inspection
1090.000 LD Dumpsters and hauling
1095.000 HR Daily cleanup
1100.000 LS Final cleaning
1105.000 MO Small tools and consumables
1110.000 MO Site vehicles and fuel
1115.000 NT Travel and lodging
1120.000 LS Winter protection
1125.000 LS Dust and infection control
1130.000 LS Mobilization
1135.000 LS Closeout and as-builts
1140.000 LS Warranty reserve
1145.000 LS Contingency
-1150.000 LS Blueprinting (use 1135)
-1155.000 MO Pager service
# 2 Sitework
2010.000 AC Clearing and grubbing
2020.000 CY Mass excavation
2025.000 CY Structural excavation
2030.000 CY Structural backfill
2035.000 TN Imported gravel base
2040.000 CY Export and disposal
2045.000 SF Erosion control
2050.000 LS Dewatering
2055.000 SF Shoring and lagging
2060.000 LF Driven piles
2065.000 LF Auger cast piles
2070.000 EA Stone columns
2110.000 LS Selective demolition
2115.000 LS Building demolition
2120.000 SF Sawcut and remove slab
2125.000 SF Hazardous material abatement
2210.000 LF Storm drainage
2215.000 EA Catch basins and manholes
2220.000 LF Sanitary sewer
2225.000 LF Water main and fire line
2230.000 EA Hydrants and vaults
2235.000 LF Dry utility trench
2310.000 TN Asphalt paving
2315.000 LF Extruded curb
2320.000 SF Site concrete walks
2325.000 LF Curb and gutter
2330.000 LF Pavement striping
2335.000 EA Site signs and bollards
2340.000 LF Chain link fence
2345.000 SF Segmental retaining wall
2410.000 SF Irrigation
2415.000 SF Planting and topsoil
2420.000 SF Hydroseed
2425.000 EA Street trees
# 3 Concrete
3100.000 SF Concrete formwork
3110.000 SF Slab edge forms
3120.000 SF Shored deck forms
3200.000 LB Reinforcing steel
3210.000 SF Welded wire fabric
3220.000 LB Post-tensioning
3300.000 CY Cast-in-place concrete
3300.100 CY Footings
3300.200 CY Foundation walls
3300.300 CY Slab on grade
3300.400 CY Elevated decks
3300.500 CY Columns and shear walls
3300.600 CY Equipment pads
3310.000 HR Concrete pumping
3320.000 SF Finish and cure
3330.000 SF Vapor barrier
3340.000 LF Sawcut joints and fill
3350.000 SF Polished concrete
3400.000 SF Precast panels
3410.000 EA Precast stairs
3420.000 SF Precast double tees
3500.000 SF Gypsum underlayment
3600.000 CF Non-shrink grout
3700.000 SF Shotcrete seismic overlay
3710.000 EA Epoxy dowels
3720.000 SF Carbon fiber wrap
-3800.000 CY Job-site batching
# 4 Masonry
4100.000 SF Concrete masonry units
4110.000 SF Brick veneer
4120.000 SF Cast stone
4130.000 SF Stone veneer
4140.000 LF Masonry lintels
4150.000 SF Masonry cleaning and sealing
4160.000 SF Tuckpointing
4170.000 SF Terra cotta repair
4180.000 EA Masonry anchors and ties
-4190.000 SF Glass block
# 5 Metals
5100.000 TN Structural steel
5110.000 TN Steel erection
5120.000 SF Metal deck
5130.000 TN Open web joists
5140.000 EA Steel moment frames
5150.000 EA Buckling restrained braces
5200.000 EA Steel stairs
5210.000 LF Guardrails and handrails
5220.000 LF Ladders and catwalks
5230.000 LB Miscellaneous metals
5240.000 EA Embeds and anchor bolts
5250.000 SF Architectural grating
5260.000 LF Expansion joint covers
5300.000 LB Cold-formed trusses
# 6 Wood and Plastics
6100.000 BF Rough carpentry
6110.000 SF Wall framing
6120.000 SF Roof framing and sheathing
6130.000 EA Wood trusses
6140.000 LF Glued laminated beams
6150.000 LF Backing and blocking
6160.000 SF Cross laminated timber
6200.000 LF Finish carpentry
6210.000 LF Base and casing
6220.000 SF Wood paneling
6400.000 LF Casework
6410.000 LF Plastic laminate counters
6420.000 SF Solid surface counters
6430.000 EA Reception desk
6440.000 LF Library shelving
6500.000 LF Plastic lumber
-6600.000 LF Job-built cabinets
`;
