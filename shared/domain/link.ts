import { z } from 'zod';
import { corSchema } from './cor.ts';
import { budgetDraftSchema, primeDraftSchema } from './draft.ts';
import { budgetLineSchema, changeOrderSchema, primeLineSchema } from './sage/facts.ts';

/**
 * A lasting pair: one COR ↔ its rows in one Sage change order. Several CORs may share a change order.
 * `pushed` is what both sides looked like when they last agreed; every later difference is measured against it.
 */
export const linkSchema = z.object({
  corId: z.string(),
  job: z.string(),
  phase: z.string(),
  record: z.string(),
  number: z.string(),
  pushed: z.object({
    cor: corSchema,
    header: changeOrderSchema.omit({ prime: true, budget: true, updated: true }),
    prime: z.array(primeLineSchema).readonly(),
    budget: z.array(budgetLineSchema).readonly(),
  }),
  /** The allocation a person chose, to start the next push of the same COR from. */
  allocation: z.object({
    prime: z.array(primeDraftSchema).readonly(),
    budget: z.array(budgetDraftSchema).readonly(),
  }),
  /** The label that Clearstory carries for this link; null when none was put there. */
  label: z.string().nullable(),
  transferId: z.string(),
  pushedAt: z.string(),
  pushedBy: z.string(),
});
export type Link = z.infer<typeof linkSchema>;

/** One field that is no longer what was pushed. `side` says who changed it. */
export const differenceSchema = z.object({
  side: z.enum(['cor', 'sage']),
  /** Stable name of the field, e.g. `header.status`, `prime.1.approved`, `cor.title`. */
  field: z.string(),
  label: z.string(),
  pushed: z.string(),
  now: z.string(),
});
export type Difference = z.infer<typeof differenceSchema>;

export const totalsSchema = z.object({ requested: z.string(), effective: z.string() });

/** What the *Sage* column of the Change Order Log says. Computed from link, COR and Sage; only cached for sorting. */
export const sageStates = [
  'notMapped',
  'notInSage',
  'draft',
  'waiting',
  'awaitingEntry',
  'failed',
  'inSync',
  'changedSincePush',
  'changedInSage',
  'conflict',
  'voidPending',
  'locked',
  'orphaned',
  'external',
] as const;
export type SageState = (typeof sageStates)[number];

export const linkHealthSchema = z.object({
  state: z.enum(['inSync', 'changedSincePush', 'changedInSage', 'conflict', 'voidPending', 'locked', 'orphaned']),
  /** Why, in one sentence. */
  sentence: z.string(),
  differences: z.array(differenceSchema).readonly(),
  previous: totalsSchema,
  current: totalsSchema,
});
export type LinkHealth = z.infer<typeof linkHealthSchema>;
