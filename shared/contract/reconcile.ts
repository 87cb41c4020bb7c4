import { z } from 'zod';
import { levels, measures } from '#shared/domain/procore/reconcile.ts';

const measure = z.enum(measures);

/** Sums of a job, of a cost code and type or a vendor in it; a difference; or what is on one side only and need not be on the other. */
export const reconcileRowSchema = z.object({
  id: z.string(),
  /** Procore's project and Sage's job. */
  project: z.string(),
  job: z.string(),
  level: z.enum(levels),
  measure,
  /** The document; empty in sums. */
  name: z.string(),
  /** Empty where the row is of none. */
  code: z.string(),
  type: z.string(),
  vendor: z.string(),
  /** Null: nothing there, and nothing asked for. */
  procore: z.string().nullable(),
  sage: z.string().nullable(),
  /** Procore less Sage; null for what is on one side only. */
  difference: z.string().nullable(),
  /** Why both sides differ, or why one has nothing; empty in sums. */
  reason: z.string(),
});

export const reconcileChannels = {
  /** Both sides added up, from what was read last. */
  'procore.reconcile': {
    request: z.object({
      /** A Procore project's id; empty: all that are linked with a job. */
      project: z.string(),
      level: z.enum([...levels, 'all']),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    response: z.object({
      rows: z.array(reconcileRowSchema).max(200).readonly(),
      total: z.number().int(),
      /** Of everything that was asked for, whatever the level. */
      sums: z.array(z.object({ measure, procore: z.string(), sage: z.string(), difference: z.string() })).readonly(),
      /** Projects that are linked with a job. */
      jobs: z.number().int(),
      differences: z.number().int(),
      /** All differences together without their signs, so that none hides another: `0.00` when everything is equal. */
      difference: z.string(),
    }),
  },
} as const;
