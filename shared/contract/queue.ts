import { z } from 'zod';
import { receiptSchema } from '#shared/domain/plan.ts';
import { itemKeySchema } from '#shared/domain/procore/item.ts';
import { attemptSchema, historyEntrySchema, historyQuerySchema, transferQuerySchema } from '#shared/domain/records.ts';
import { transferStateSchema } from '#shared/domain/transfer.ts';
import { nothing } from './channel.ts';

const act = z.object({ id: z.string() });

/** A transfer in the words of the Queue screen. `null` in a refusal field: the act is allowed. */
export const transferViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  job: z.string(),
  jobName: z.string(),
  /** Empty where it is not of CORs. */
  corNumbers: z.array(z.string()).readonly(),
  /** The item of Procore that it is of; null: it is of CORs. */
  item: itemKeySchema.nullable(),
  /** What it makes or changes in Sage, e.g. `change order`, and the screen where people see that, e.g. `6-4-1`. */
  record: z.string(),
  screen: z.string(),
  mode: z.enum(['new', 'existing', 'update', 'void']),
  state: transferStateSchema,
  /** It is not written as long as a person does not clear up what `why` says. */
  held: z.boolean(),
  /** Why it waits, and what happens next and when. */
  why: z.string(),
  next: z.string(),
  /** Null where nothing of it is money: a vendor, a job. */
  total: z.string().nullable(),
  lines: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  refusals: z.object({
    retry: z.string().nullable(),
    withdraw: z.string().nullable(),
    drop: z.string().nullable(),
    fix: z.string().nullable(),
    giveUp: z.string().nullable(),
  }),
});
export type TransferView = z.infer<typeof transferViewSchema>;

export const queueChannels = {
  'queue.list': {
    request: transferQuerySchema,
    response: z.object({
      rows: z.array(transferViewSchema).max(200).readonly(),
      total: z.number().int(),
      counts: z.record(z.string(), z.number().int()),
    }),
  },
  'queue.get': {
    request: act,
    response: z.object({
      transfer: transferViewSchema,
      attempts: z.array(attemptSchema).readonly(),
      history: z.array(historyEntrySchema).max(100).readonly(),
    }),
  },
  /** The receipt in windows: `rows` counts all written rows. */
  'queue.receipt': {
    request: z.object({ id: z.string(), offset: z.number().int().min(0), limit: z.number().int().min(1).max(50) }),
    response: z.object({ receipt: receiptSchema.nullable(), rows: z.number().int() }),
  },
  'queue.retry': { request: act, response: nothing },
  'queue.withdraw': { request: act, response: nothing },
  'queue.drop': { request: z.object({ id: z.string(), reason: z.string().min(1).max(200) }), response: nothing },
  /** Gives up a doubt about a company that nobody can ask any more; refused while anybody answers there. */
  'queue.giveUp': {
    request: z.object({
      id: z.string(),
      reason: z.string().min(1).max(200),
      confirmation: z.string().max(100),
      to: z.enum(['needsAttention', 'dropped']),
    }),
    response: nothing,
  },
  /** Reopens a failed transfer as a draft in the wizard. */
  'queue.fix': { request: act, response: nothing },
  'history.list': {
    request: historyQuerySchema,
    response: z.object({ rows: z.array(historyEntrySchema).max(200).readonly(), total: z.number().int() }),
  },
} as const;
