import { z } from 'zod';
import { companyIdSchema } from '#shared/domain/company.ts';
import { nothing } from './channel.ts';

/** What may be granted on SQL Server: reading only, change orders besides, or everything that comes from Procore besides. */
export const grantedRights = ['no', 'yes', 'procore'] as const;
export type GrantedRights = (typeof grantedRights)[number];

const name = z.string().trim().max(128);

export const firstRunChannels = {
  /** From now on it does not open by itself any more. */
  'firstRun.end': { request: z.strictObject({ how: z.enum(['finished', 'dismissed']) }), response: nothing },
  /** What IT is asked for, with the scripts filled in: for a company that is known here, or for a connection that is being entered. */
  'firstRun.forIt': {
    request: z.strictObject({
      about: z.union([
        z.strictObject({ company: companyIdSchema }),
        z.strictObject({ server: z.string().trim().max(200), database: name, user: name.nullable() }),
      ]),
      /** Who is to get the rights; null: who logs in now. */
      login: name.nullable(),
      rights: z.enum(grantedRights),
    }),
    response: z.object({
      server: z.string(),
      database: z.string(),
      login: z.string(),
      /** The computer that Plumbline runs on, and its user there. */
      computer: z.string(),
      user: z.string(),
      version: z.string(),
      /** Where Sage approves an application by name. */
      approval: z.string(),
      scripts: z.array(z.object({ name: z.string(), text: z.string() })).readonly(),
    }),
  },
} as const;
