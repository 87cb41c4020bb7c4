import { z } from 'zod';
import { namedSumSchema, planSchema } from '#shared/domain/plan.ts';
import { nothing } from './channel.ts';

const differenceSchema = z.object({ place: z.string(), label: z.string(), planned: z.string(), typed: z.string() });

/** A change order of Sage's beside a plan; at most 100 differences. */
export const comparedEntrySchema = z.object({
  record: z.string(),
  number: z.string(),
  description: z.string(),
  /** Names this version of it. */
  hash: z.string(),
  differences: z.array(differenceSchema).max(100).readonly(),
  more: z.number().int(),
});

/** A change order as a screen showed it. */
export const seenEntrySchema = z.object({ id: z.string(), record: z.string().max(30), hash: z.string().max(100) });

/** Change orders that a person types into Sage; `id` is the transfer's. */
export const handEntryChannels = {
  /** What stands on the page besides the rows, which come with `plans.steps`. */
  'entry.page': {
    request: z.object({ id: z.string() }),
    response: z.object({
      title: z.string(),
      company: z.string(),
      job: z.string(),
      jobName: z.string(),
      /** Empty where it is of an item of Procore. */
      corNumbers: z.array(z.string()).readonly(),
      /** What it is in Sage: `change order`, and what its number is called there: `Change#`. */
      record: z.string(),
      numberLabel: z.string(),
      /** Null when the number that Sage proposes is taken. */
      number: z.string().nullable(),
      target: planSchema.shape.target,
      /** Totals of the lines. */
      sums: z.array(namedSumSchema).readonly(),
      steps: z.number().int(),
      approvedBy: z.string().nullable(),
      approvedAt: z.string().nullable(),
      /** How Sage's screen shows the numbers of its lists: column → number → words. */
      lists: z.record(z.string(), z.record(z.string(), z.string())),
    }),
  },
  /** What was found in Sage and is not equal in every field. */
  'entry.found': {
    request: z.object({ id: z.string() }),
    response: z.object({ candidates: z.array(comparedEntrySchema).readonly() }),
  },
  /** It is what was typed: link it with Sage's values. */
  'entry.accept': { request: seenEntrySchema, response: nothing },
  /** It is not, or not yet right: keep waiting. */
  'entry.passOver': { request: seenEntrySchema, response: nothing },
} as const;
