import { z } from 'zod';
import { unreadableSchema } from '#shared/domain/records.ts';
import { catalogSchema, markerStoreSchema } from '#shared/domain/sage/catalog.ts';
import { listItemSchema } from '#shared/domain/sage/facts.ts';
import { selfCheckIds } from '#shared/domain/selfChecks.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import { settingsSchema } from '#shared/domain/settings.ts';
import { writeDecisionSchema } from '#shared/domain/writeMode.ts';
import { nothing } from './channel.ts';

export const checkResultSchema = z.object({
  /** Stable, like its number: what scripts and support go by. */
  id: z.enum(selfCheckIds),
  number: z.number().int(),
  title: z.string(),
  /** `notTried`: an earlier check failed. */
  result: z.enum(['ok', 'warn', 'fail', 'notTried']),
  sentence: z.string(),
  remedy: z.string(),
  /** How long it took, where that was measured. */
  ms: z.number().int().nonnegative().optional(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const settingsChannels = {
  'settings.get': {
    request: nothing,
    response: z.object({
      settings: settingsSchema,
      /** What of them the organisation's policy or the configuration file sets: it is shown, and cannot be changed. */
      locks: z.array(settingLockSchema).readonly(),
      changeOrderTypes: z.array(listItemSchema).readonly(),
      costTypes: z.array(listItemSchema).readonly(),
      vendorTypes: z.array(listItemSchema).readonly(),
      sage: z.object({
        company: z.string(),
        server: z.string(),
        kind: z.enum(['sample', 'live']),
        /** How its tables differ from what Plumbline expects, as last read; null before the first look. */
        catalog: catalogSchema
          .pick({ fingerprint: true, readAt: true, serverVersion: true, differences: true })
          .nullable(),
      }),
      /** Secrets are write-only: a screen learns only whether one is stored. */
      clearstoryKeyStored: z.boolean(),
      procoreKeyStored: z.boolean(),
      /** Whether a person has logged in, where settings ask for it. */
      procoreLoggedIn: z.boolean(),
      /** What happens with approved change orders, and why it is not what was chosen. */
      writing: z.object({
        decision: writeDecisionSchema,
        /** The table of markers that this company's database has beside it. */
        markerTable: markerStoreSchema,
        inspectedAt: z.string().nullable(),
      }),
    }),
  },
  'settings.save': { request: z.object({ settings: settingsSchema }), response: nothing },
  'settings.setClearstoryKey': {
    request: z.object({ keyId: z.string().min(1).max(200), secret: z.string().min(1).max(500) }),
    response: nothing,
  },
  'settings.test': {
    request: z.object({ side: z.enum(['sage', 'clearstory', 'procore']) }),
    response: z.object({ checks: z.array(checkResultSchema).readonly() }),
  },
  'diagnostics.run': { request: nothing, response: z.object({ checks: z.array(checkResultSchema).readonly() }) },
  'diagnostics.unreadable': {
    request: nothing,
    response: z.object({ items: z.array(unreadableSchema).max(50).readonly() }),
  },
} as const;
