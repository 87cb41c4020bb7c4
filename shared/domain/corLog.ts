import { z } from 'zod';
import { corStatuses } from './cor.ts';
import { sageStates } from './link.ts';

/** The Change Order Log: CORs of mapped projects, filtered and sorted by the store, shown in windows of at most 200 rows. */

export const corSortColumns = [
  'number',
  'title',
  'project',
  'job',
  'status',
  'stage',
  'requested',
  'approved',
  'customerCoNumber',
  'customerReferenceNumber',
  'daysInReview',
  'updated',
  'sage',
] as const;

/** Empty text and empty lists mean: any. */
export const corLogQuerySchema = z.object({
  search: z.string(),
  projectId: z.string(),
  statuses: z.array(z.enum(corStatuses)).readonly(),
  sageStates: z.array(z.enum(sageStates)).readonly(),
  /** Approved in Clearstory (to proceed, or CO issued) and not in step with a change order in Sage. */
  approvedNotInSage: z.boolean(),
  /** Submitted, YYYY-MM-DD, inclusive. */
  submittedFrom: z.string(),
  submittedTo: z.string(),
  sort: z.object({ column: z.enum(corSortColumns), descending: z.boolean() }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
});
export type CorLogQuery = z.infer<typeof corLogQuerySchema>;

/** The first window of the whole log. */
export const everyCor: CorLogQuery = {
  search: '',
  projectId: '',
  statuses: [],
  sageStates: [],
  approvedNotInSage: false,
  submittedFrom: '',
  submittedTo: '',
  sort: { column: 'number', descending: false },
  offset: 0,
  limit: 200,
};

export const corLogRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  projectId: z.string(),
  projectName: z.string(),
  job: z.string().nullable(),
  inbox: z.enum(['sent', 'received']),
  status: z.enum(corStatuses),
  stage: z.string().nullable(),
  requested: z.string(),
  /** The amount of the bucket that the status stands for. */
  effective: z.string(),
  customerCoNumber: z.string().nullable(),
  customerReferenceNumber: z.string().nullable(),
  daysInReview: z.number().int().nullable(),
  /** YYYY-MM-DD where the office is. */
  submitted: z.string().nullable(),
  updatedAt: z.string(),
  sage: z.enum(sageStates),
  /** Number of the Sage change order, when linked. */
  changeOrder: z.string().nullable(),
});
export type CorLogRow = z.infer<typeof corLogRowSchema>;

export const corLogSchema = z.object({
  rows: z.array(corLogRowSchema).max(200).readonly(),
  total: z.number().int(),
  /** CORs of mapped projects in each Sage state, whatever the filter. */
  counts: z.partialRecord(z.enum(sageStates), z.number().int()),
});
export type CorLog = z.infer<typeof corLogSchema>;
