import { z } from 'zod';
import { alarmSettingsSchema } from '#shared/domain/alarms/settings.ts';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import { nothing } from './channel.ts';

const sent = z.object({ at: z.string(), failure: failureSchema.nullable() }).nullable();

/** What is asked of the installation about how it makes itself heard. */
export const alarmChannels = {
  'alarms.get': {
    request: nothing,
    response: z.object({
      settings: alarmSettingsSchema,
      /** What screens cannot change, by `alarms.webhook.url` and so on. */
      locks: z.array(settingLockSchema).readonly(),
      /** Secrets are write-only: a screen learns only whether one is stored. */
      webhookKeyStored: z.boolean(),
      mailPasswordStored: z.boolean(),
      /** Whether this system has an event log that Plumbline writes to. */
      hasEventLog: z.boolean(),
      /** How the last message on each way went, since Plumbline was started. */
      last: z.object({ webhook: sent, email: sent, heartbeat: sent }),
    }),
  },
  'alarms.save': {
    request: z.strictObject({
      settings: alarmSettingsSchema,
      /** Null keeps the one that is stored. */
      webhookKey: z.string().min(1).max(200).nullable(),
      mailPassword: z.string().min(1).max(200).nullable(),
    }),
    response: nothing,
  },
  /** Sends a message that says it is a test, with what is saved. */
  'alarms.test': { request: z.object({ way: z.enum(['webhook', 'email', 'heartbeat']) }), response: nothing },
} as const;
