import { z } from 'zod';

/** A change order request, as Plumbline keeps it: what Clearstory sent, with money as text and absent fields as null. */
export const corStatuses = [
  'draft',
  'in_review',
  'approved_to_proceed',
  'approved_co_issued',
  'rejected',
  'placeholder',
] as const;
export type CorStatus = (typeof corStatuses)[number];

const money = z.string().regex(/^-?\d+\.\d{2}$/);
const textOrNull = z.string().nullable();

export const corSchema = z.object({
  id: z.string(),
  uuid: z.string(),
  number: z.string(),
  version: z.string(),
  /** Where it came from: `sent` to a customer, or `received` from a subcontractor. */
  inbox: z.enum(['sent', 'received']),
  entryMethod: textOrNull,
  status: z.enum(corStatuses),
  stage: textOrNull,
  title: z.string(),
  /** Rich text already turned into plain text. */
  description: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  jobNumber: textOrNull,
  customerJobNumber: textOrNull,
  customerReferenceNumber: textOrNull,
  customerCoNumber: textOrNull,
  contractId: textOrNull,
  customerName: textOrNull,
  contractorName: textOrNull,
  requestedAmount: money,
  inReviewAmount: money,
  approvedToProceedAmount: money,
  approvedCoIssuedAmount: money,
  voidAmount: money,
  /** Instants, ISO 8601 UTC. */
  dateSubmitted: textOrNull,
  coIssueDate: textOrNull,
  approvedToProceedDate: textOrNull,
  voidDate: textOrNull,
  daysInReview: z.number().int().nullable(),
  totalHours: textOrNull,
  tagNumbers: z.array(z.string()),
  labels: z.array(z.string()),
  /** Links made by Clearstory's own integrations: provider and name. Present only in details. */
  integrations: z.array(z.object({ provider: z.string(), name: z.string(), value: z.string() })),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type Cor = z.infer<typeof corSchema>;
