import { z } from 'zod';
import { mappingDefaultsSchema, standardDefaults } from './mapping.ts';
import { procoreSettingsSchema, standardProcoreSettings } from './procore/procoreSettings.ts';
import { writeModeSchema } from './writeMode.ts';

const minutes = z.number().int().min(1).max(1440);

/** Everything a person or IT can set for one company. No secrets here: those live in the secret store. */
export const settingsSchema = z.object({
  schedule: z.object({
    /** Approved change orders into Sage. */
    pushMinutes: minutes,
    /** Sage and Clearstory read anew. */
    pullMinutes: minutes,
  }),
  /** Null: running. Otherwise both timers rest until this instant (ISO UTC). */
  pausedUntil: z.string().nullable(),
  /** IANA name; Sage dates are dates in this zone. */
  timeZone: z.string(),
  clearstory: z.object({ baseUrl: z.string() }),
  /** Stored settings from before Procore have none. */
  procore: procoreSettingsSchema.default(standardProcoreSettings),
  writeBack: z.object({
    /** Put labels such as `Sage CO 12` on pushed CORs. */
    labels: z.boolean(),
    /** Put the Sage job number on mapped projects that have none. */
    jobNumber: z.boolean(),
  }),
  /** How approved change orders get into Sage. */
  writing: z.object({
    /** Null: nobody has chosen, so a sample company is written to and a real one is not. */
    mode: writeModeSchema.nullable(),
    /** Where the proofs of what was written are kept: in a table beside Sage's own, or in the records themselves. */
    markers: z.enum(['table', 'recordFields']),
    /** Who chose last, and when (ISO UTC); null while nobody has. Set by the engine. */
    by: z.string().nullable(),
    at: z.string().nullable(),
  }),
  defaults: mappingDefaultsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const standardSettings: Settings = {
  schedule: { pushMinutes: 5, pullMinutes: 30 },
  pausedUntil: null,
  timeZone: 'America/Los_Angeles',
  clearstory: { baseUrl: 'https://web-api.clearstory.build' },
  procore: standardProcoreSettings,
  writeBack: { labels: false, jobNumber: false },
  writing: { mode: null, markers: 'table', by: null, at: null },
  defaults: standardDefaults,
};
