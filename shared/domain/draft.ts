import { z } from 'zod';

/** What a person has chosen in the *+ Add to Sage 100* wizard so far. It may be incomplete; only the planner judges it. */

export const primeDraftSchema = z.object({
  id: z.string(),
  corId: z.string(),
  description: z.string(),
  requested: z.string(),
  approved: z.string(),
  costCode: z.string(),
  costType: z.string(),
  /** Set when the line is in Sage already: its line number. Its description is then frozen. */
  line: z.string().nullable(),
});
export type PrimeDraft = z.infer<typeof primeDraftSchema>;

/** Vendor, subcontract, line, change# and status act as one unit in Sage: all of them (but the line) or none. */
export const subcontractChangeSchema = z.object({
  vendor: z.string(),
  /** Record number of the subcontract. */
  subcontract: z.string(),
  /** Empty: Sage's program creates a new subcontract line. */
  line: z.string(),
  changeNumber: z.string(),
  status: z.string(),
});

export const budgetDraftSchema = z.object({
  id: z.string(),
  corId: z.string(),
  description: z.string(),
  costCode: z.string(),
  costType: z.string(),
  shareMode: z.enum(['amount', 'percent']),
  /** Money, or percent of the COR's amount. */
  share: z.string(),
  /** Price → cost factor; 1 keeps the amount. */
  multiplier: z.string(),
  hours: z.string(),
  units: z.string(),
  subcontract: subcontractChangeSchema.nullable(),
  line: z.string().nullable(),
});
export type BudgetDraft = z.infer<typeof budgetDraftSchema>;

export const headerDraftSchema = z.object({
  /** `next`: the next number of the job and phase, taken under the lock. */
  numbering: z.enum(['next', 'typed']),
  number: z.string(),
  date: z.string(),
  description: z.string(),
  status: z.string(),
  type: z.string(),
  phase: z.string(),
  clientPo: z.string(),
  reason: z.string(),
  delayRequested: z.string(),
  delayApproved: z.string(),
  submitted: z.string(),
  approvedOn: z.string(),
  notes: z.string(),
});
export type HeaderDraft = z.infer<typeof headerDraftSchema>;

export const draftSchema = z.object({
  job: z.string(),
  corIds: z.array(z.string()).min(1).readonly(),
  /** `update`: the CORs are in this change order already and have changed since. */
  target: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('new') }),
    z.object({ mode: z.literal('existing'), record: z.string() }),
    z.object({ mode: z.literal('update'), record: z.string() }),
    z.object({ mode: z.literal('void'), record: z.string(), status: z.enum(['5', '6']) }),
  ]),
  header: headerDraftSchema,
  /** The limits keep a draft below what one message between screen and engine may weigh (256 kB). */
  prime: z.array(primeDraftSchema).max(200).readonly(),
  budget: z.array(budgetDraftSchema).max(500).readonly(),
});
export type Draft = z.infer<typeof draftSchema>;
