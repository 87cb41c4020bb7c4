import { z } from 'zod';
import { mappingDefaultsSchema, standardDefaults } from './mapping.ts';

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
  writeBack: z.object({
    /** Put labels such as `Sage CO 12` on pushed CORs. */
    labels: z.boolean(),
    /** Put the Sage job number on mapped projects that have none. */
    jobNumber: z.boolean(),
  }),
  defaults: mappingDefaultsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const standardSettings: Settings = {
  schedule: { pushMinutes: 5, pullMinutes: 30 },
  pausedUntil: null,
  timeZone: 'America/Los_Angeles',
  clearstory: { baseUrl: 'https://web-api.clearstory.build' },
  writeBack: { labels: false, jobNumber: false },
  defaults: standardDefaults,
};
