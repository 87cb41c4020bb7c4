import { z } from 'zod';
import { itemKeySchema } from './item.ts';

/** What a person said about an item that is not synced; taken back by removing it. */
export const decisionSchema = z.object({
  item: itemKeySchema,
  decision: z.enum(['archived', 'rejected', 'retrieved', 'posted']),
  /** Empty where none is asked for. */
  reason: z.string(),
  by: z.string(),
  /** Instant, ISO UTC. */
  at: z.string(),
});
export type Decision = z.infer<typeof decisionSchema>;
