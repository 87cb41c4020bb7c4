/** Cost codes of building systems: `# division name`, then `code unit description`; a leading `-` marks an inactive code. */
export const systemsCodes = `
# 15 Mechanical
15100.000 LF Underground plumbing
15110.000 LF Waste and vent piping
15120.000 LF Domestic water piping
15130.000 EA Plumbing fixtures
15140.000 EA Water heaters
15150.000 LF Natural gas piping
15160.000 LF Medical gas piping
15170.000 LF Compressed air piping
15180.000 EA Roof and floor drains
15190.000 EA Backflow preventers
15200.000 LF Pipe insulation
15210.000 EA Grease interceptor
15300.000 SF Wet sprinkler system
15310.000 SF Dry sprinkler system
15320.000 EA Fire pump
15330.000 EA Standpipes
15340.000 EA Kitchen hood suppression
15400.000 EA Boilers
15410.000 EA Chillers
15420.000 EA Pumps
15430.000 LF Hydronic piping
15440.000 EA Rooftop units
15450.000 EA Split systems
15460.000 EA Heat pumps
15470.000 EA Fan coil units
15480.000 EA Exhaust fans
15490.000 EA Laboratory air valves
15500.000 LB Ductwork
15510.000 SF Duct insulation
15520.000 EA Diffusers and grilles
15530.000 EA Fire and smoke dampers
15600.000 TR Ammonia refrigeration plant
15610.000 LF Ammonia piping
15620.000 EA Evaporators
15630.000 EA Refrigerated cases
15700.000 PT Building controls
15710.000 PT Control points relocation
15800.000 LS Test, adjust and balance
15810.000 LS Commissioning support
-15900.000 LF Steam piping
# 16 Electrical (before 2024)
16100.000 LF Conduit and wire
16110.000 EA Panelboards
16120.000 EA Light fixtures
16130.000 EA Devices and plates
16140.000 EA Motor connections
16200.000 EA Switchgear
16300.000 EA Transformers
-16400.000 EA Fluorescent relamping
-16500.000 LS Knob and tube removal
# 21 Fire Suppression
21.100 EA Sprinkler head relocation
21.130 SF Pre-action sprinkler system
21.220 LB Clean agent suppression
# 22 Plumbing Service
22.110 EA Fixture replacement
22.130 LF Drain line jetting
22.400 EA Emergency shower and eyewash
# 23 HVAC Service
23.050 EA Equipment start-up
23.090 PT Controls programming
23.340 EA Fan replacement
23.810 EA Packaged unit replacement
# 26 Electrical
26.050 LF Raceway
26.051 LF Branch wire
26.052 EA Boxes and devices
26.053 LF Cable tray
26.090 EA Power metering
26.120 EA Medium voltage transformers
26.220 EA Dry type transformers
26.240 EA Panelboards and switchboards
26.241 EA Motor control centers
26.270 EA Wiring devices
26.290 EA Variable frequency drives
26.320 KW Standby generator
26.330 KW Uninterruptible power supply
26.360 EA Automatic transfer switch
26.410 LS Lightning protection
26.430 EA Surge protection
26.510 EA Interior lighting
26.511 EA Lighting controls
26.520 EA Emergency and exit lighting
26.560 EA Exterior lighting
26.570 EA Vehicle charging stations
26.999 LS Electrical demolition
# 27 Communications
27.100 EA Data outlets
27.110 EA Equipment room fittings
27.130 LF Backbone cabling
27.150 LF Horizontal cabling
27.410 EA Audio-visual systems
27.510 EA Intercom and paging
27.520 EA Nurse call
# 28 Electronic Safety and Security
28.130 EA Access control
28.160 EA Intrusion detection
28.230 EA Video surveillance
28.310 EA Fire alarm devices
28.311 EA Fire alarm panel
28.312 LS Fire alarm testing
# 31 Marine and Waterway
31.620 LF Steel sheet piling
31.630 EA Timber pile repair
31.660 CY Underwater grouting
31.680 EA Rock anchors
31.700 SF Fish-friendly grating
`;
