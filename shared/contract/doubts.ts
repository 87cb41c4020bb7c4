import { z } from 'zod';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { nothing } from './channel.ts';
import { comparedEntrySchema, seenEntrySchema } from './handEntry.ts';

/** Pushes of which only a person can tell whether they are in Sage; `id` is the transfer's. */
export const doubtChannels = {
  /** What may be it, field by field; with a record number that change order alone. Sage is read first where it was not since. */
  'doubt.compare': {
    request: z.object({ id: z.string(), record: z.string().max(30).nullable() }),
    response: z.object({
      candidates: z.array(comparedEntrySchema).readonly(),
      /** The other change orders of the job that belong to no COR; the newest 100. */
      others: z
        .array(z.object({ record: z.string(), number: z.string(), description: z.string() }))
        .max(100)
        .readonly(),
      /** Why Sage could not be read just now; what is shown is from before. */
      unread: failureSchema.nullable(),
    }),
  },
  /** It is this change order: link it as it stands in Sage. */
  'doubt.isIt': { request: seenEntrySchema, response: nothing },
  /** It was not written. `seen` names every candidate that was shown, as it was shown. */
  'doubt.notWritten': {
    request: z.object({
      id: z.string(),
      to: z.enum(['queue', 'draft']),
      seen: z.array(z.string().max(100)).max(10).readonly(),
    }),
    response: nothing,
  },
} as const;
