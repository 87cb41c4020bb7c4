import { z } from 'zod';
import { backupSettingsSchema } from '#shared/domain/backups.ts';
import { companyIdSchema } from '#shared/domain/company.ts';
import { settingLockSchema } from '#shared/domain/settingLocks.ts';
import { nothing } from './channel.ts';

export const backupReasons = ['daily', 'asked', 'beforeRestore'] as const;

/** One backup of a company's data, as its list shows it. */
export const backupSchema = z.object({
  /** Its file's name, which is also what it is asked for by. */
  name: z.string(),
  /** Instant, ISO UTC. */
  at: z.string(),
  reason: z.enum(backupReasons),
  /** The computer that made it; empty: it does not say. Several may share a folder. */
  computer: z.string().default(''),
  bytes: z.number().int(),
  /** Rows by table, and transfers by state. */
  counts: z.looseObject({ transfers: z.number().int(), links: z.number().int() }).catchall(z.number().int()),
});
export type Backup = z.infer<typeof backupSchema>;

const id = companyIdSchema;

/** Asked of the installation and not of the company, whose data may be damaged. */
export const backupChannels = {
  'backups.list': {
    request: z.object({ id }),
    response: z.object({
      /** Where they are now. */
      folder: z.string(),
      settings: backupSettingsSchema,
      locks: z.array(settingLockSchema).readonly(),
      /** Newest first. */
      backups: z.array(backupSchema).max(400).readonly(),
      /** Names of files there that lack the small file that says what they hold; they can be restored by name. */
      undescribed: z.array(z.string()).max(50).readonly(),
      /** Why the last backup could not be made; null when it was made. */
      trouble: z.object({ at: z.string(), sentence: z.string() }).nullable(),
    }),
  },
  'backups.now': { request: z.object({ id }), response: z.object({ backup: backupSchema }) },
  /** What would be lost: the pushes after that moment, by name; null where the present data cannot be read. */
  'backups.preview': {
    request: z.object({ id, name: z.string().max(200) }),
    response: z.object({
      backup: backupSchema,
      lost: z
        .array(z.object({ title: z.string(), at: z.string() }))
        .max(200)
        .nullable(),
    }),
  },
  /** `confirmation`: the company's name, typed. Out: the file that keeps what was there before. */
  'backups.restore': {
    request: z.object({ id, name: z.string().max(200), confirmation: z.string().max(100) }),
    response: z.object({ keptFile: z.string() }),
  },
  /** For all companies of the installation. Those that were made before stay where they are. */
  'backups.save': { request: z.object({ settings: backupSettingsSchema }), response: nothing },
} as const;
