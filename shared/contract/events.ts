import { z } from 'zod';

/** What the engine tells the screens by itself: only that something changed; the screens ask for what they show. */
export const topics = ['status', 'projects', 'cors', 'transfers', 'history', 'settings', 'procore'] as const;

export const changedEventSchema = z.object({
  topics: z.array(z.enum(topics)).readonly(),
  /** Progress of one transfer: its id and new state name. */
  transfer: z.object({ id: z.string(), state: z.string() }).nullable(),
});
export type ChangedEvent = z.infer<typeof changedEventSchema>;
export type Topic = (typeof topics)[number];
