import { z } from 'zod';
import { itemKeySchema } from './item.ts';

/** A lasting pair of one record in Procore and one in Sage, and of their lines. */
export const procoreLinkSchema = z.object({
  item: itemKeySchema,
  procoreId: z.string(),
  /** Procore's project; null for companies (vendors) and the company's own cost code list. */
  project: z.string().nullable(),
  /** Job, vendor or record number in Sage. */
  sageKey: z.string(),
  /** What people call it in Sage: job number, vendor number, subcontract number … */
  sageNumber: z.string(),
  job: z.string().nullable(),
  originId: z.string(),
  /** Which side it was created in; that side owns a budget for good. */
  owner: z.enum(['procore', 'sage', 'both']),
  lines: z.array(z.object({ procoreId: z.string(), sageLine: z.string() })).readonly(),
  /**
   * What both sides were when they last agreed, by names of the kind's own, as text: amounts, names, code and type pairs. Later
   * differences and what has been sent already are measured against it.
   */
  agreed: z.record(z.string(), z.string()),
  transferId: z.string().nullable(),
  /** Instant, ISO UTC. */
  at: z.string(),
  by: z.string(),
});
export type ProcoreLink = z.infer<typeof procoreLinkSchema>;
