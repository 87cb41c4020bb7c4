import { z } from 'zod';
import { missingProofSchema, restoredSchema, unknownProofSchema } from '#shared/domain/proofs.ts';
import { nothing } from './channel.ts';

const reason = z.string().min(1).max(200);

/** What the proofs in Sage and the receipts here disagree about, and what people say of it. */
export const proofChannels = {
  'proofs.list': {
    request: nothing,
    response: z.object({
      /** The restore that has not been compared with Sage yet. */
      restored: restoredSchema.nullable(),
      comparedAt: z.string().nullable(),
      unknown: z
        .array(
          unknownProofSchema.omit({ subjects: true }).extend({
            /** The CORs or items that it is of, by number; ids where they are not known here. */
            names: z.array(z.string()).readonly(),
            /** For a proof that does not say whose it is: the CORs of the job that are in no change order. */
            choices: z.array(z.object({ corId: z.string(), number: z.string(), title: z.string() })).readonly(),
          }),
        )
        .max(200)
        .readonly(),
      missing: z.array(missingProofSchema).max(200).readonly(),
      /** How many there are of both, shown or not. */
      counts: z.object({ unknown: z.number().int(), missing: z.number().int() }),
    }),
  },
  /** Compares everything now. */
  'proofs.compare': { request: nothing, response: nothing },
  /** Puts it beside what is in Sage; the transfer in which that is decided. `corIds`: where the proof does not say whose it is. */
  'proofs.adopt': {
    request: z.object({ key: z.string().max(200), corIds: z.array(z.string().max(100)).max(50).readonly() }),
    response: z.object({ id: z.string() }),
  },
  /** It stays in Sage as it is. */
  'proofs.leave': { request: z.object({ key: z.string().max(200), reason }), response: nothing },
  /** Its proof is gone: it is in Sage all the same, or has to be pushed again. */
  'proofs.decide': {
    request: z.object({ transferId: z.string().max(200), word: z.enum(['keep', 'pushAgain']), reason }),
    response: nothing,
  },
} as const;
