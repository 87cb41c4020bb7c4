import { z } from 'zod';
import { failureSchema } from '#shared/domain/failureSchema.ts';

/** One request of the screens to the engine: both directions are checked, whatever carries them. */
export type Channel = { readonly request: z.ZodType; readonly response: z.ZodType };

export const nothing = z.object({});

/** What travels back: refusals are data, because carriers keep only the message of a thrown error. */
export const envelope = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), failure: failureSchema }),
  ]);
