import { z } from 'zod';
import { hostTestSchema } from '#shared/domain/network/hostTest.ts';
import { networkSettingsSchema } from '#shared/domain/network/settings.ts';
import { releaseNewsSchema } from '#shared/domain/releaseNews.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import { nothing } from './channel.ts';

/** What is asked of the installation about the internet. */
export const networkChannels = {
  'network.get': {
    request: nothing,
    response: z.object({
      settings: networkSettingsSchema,
      /** What screens cannot change, by `network.mode` and so on. */
      locks: z.array(settingLockSchema).readonly(),
      /** The password is write-only: a screen learns only whether one is stored. */
      passwordStored: z.boolean(),
      /** A file with further authorities, which only the configuration can name. */
      caFile: z.string().nullable(),
      /** Whether the desktop’s network stack is there, which PAC files need. */
      hasStack: z.boolean(),
    }),
  },
  'network.save': {
    request: z.strictObject({
      settings: networkSettingsSchema,
      /** Null keeps the one that is stored. */
      password: z.string().min(1).max(200).nullable(),
    }),
    response: nothing,
  },
  /** Tries every host that the open companies use, with what is saved. Changes nothing. */
  'network.test': { request: nothing, response: z.object({ hosts: z.array(hostTestSchema).readonly() }) },
  'release.get': {
    request: nothing,
    response: z.object({
      running: z.string(),
      /** Null: nothing newer is known. */
      newer: releaseNewsSchema.nullable(),
      /** Whether anybody asks at all. */
      on: z.boolean(),
      checkedAt: z.string().nullable(),
    }),
  },
} as const;
