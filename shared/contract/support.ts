import { z } from 'zod';
import { logLevels } from '#shared/domain/logLevel.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import type { Channel } from './channel.ts';
import { nothing } from './channel.ts';

/** Bytes of a package in one answer: as base64 a third more, and within what one message may hold. */
export const supportPartBytes = 150_000;

export const supportPackageSchema = z.object({
  /** Of this package: the one that was shown is the one that is saved. */
  id: z.string(),
  /** Of the ZIP file. */
  name: z.string(),
  bytes: z.number().int(),
  files: z
    .array(
      z.object({
        name: z.string(),
        bytes: z.number().int(),
        /** What is in it, in one sentence. */
        what: z.string(),
      }),
    )
    .max(200)
    .readonly(),
  leftOut: z.array(z.object({ what: z.string(), why: z.string() })).readonly(),
});
export type SupportPackage = z.infer<typeof supportPackageSchema>;

export const supportChannels = {
  /** Puts together what would be sent. Nothing is sent, and nothing is written to a disk. */
  'support.prepare': { request: nothing, response: supportPackageSchema },
  /** One file of the package as it would be sent; of a long one the end, where the newest lines are. */
  'support.file': {
    request: z.object({ id: z.string(), name: z.string().max(200) }),
    response: z.object({ text: z.string(), cut: z.boolean() }),
  },
  /** The ZIP file piece by piece; `next`: where the next piece begins, null after the last. */
  'support.part': {
    request: z.object({ id: z.string(), offset: z.number().int().min(0) }),
    response: z.object({ base64: z.string(), next: z.number().int().nullable() }),
  },
  'log.get': {
    request: nothing,
    response: z.object({
      level: z.enum(logLevels),
      debugUntil: z.string().nullable(),
      folder: z.string(),
      locks: z.array(settingLockSchema).readonly(),
    }),
  },
  /** `debug` counts for an hour, or until Plumbline ends. */
  'log.set': { request: z.object({ level: z.enum(logLevels) }), response: nothing },
} as const satisfies Record<string, Channel>;
