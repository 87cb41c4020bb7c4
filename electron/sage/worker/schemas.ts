import { z } from 'zod';
import { companyIdSchema } from '#shared/domain/company.ts';
import { failureSchema } from '#shared/domain/failureSchema.ts';
import { receiptSchema } from '#shared/domain/plan.ts';
import { markerStoreSchema } from '#shared/domain/sage/catalog.ts';
import { changeOrderSchema } from '#shared/domain/sage/facts.ts';

/** What crosses between engine and worker, as the port `SageCompany` has it. */

export const readQuerySchema = z.object({ changedFrom: z.string().nullable(), after: z.string().nullable() });

export const pageOf = <T extends z.ZodType>(record: T) =>
  z.object({ records: z.array(record), rowsRead: z.number(), next: z.string().nullable() });

export const markerSearchSchema = z.object({
  operationKey: z.string(),
  stores: z.array(markerStoreSchema).readonly(),
  newestRecord: z.string(),
});

export const approvalSchema = markerSearchSchema.extend({
  company: companyIdSchema,
  planHash: z.string(),
  installation: z.string(),
  person: z.string(),
  at: z.string(),
  officeTime: z.string(),
});

export const markerSchema = z.object({ planHash: z.string().nullable(), record: z.string(), number: z.string() });

export const tableProofSchema = z.object({
  key: z.string(),
  planHash: z.string(),
  record: z.string(),
  number: z.string(),
  at: z.string(),
  person: z.string(),
  installation: z.string(),
  kind: z.string(),
  businessKey: z.string(),
  subjects: z.array(z.string()).readonly(),
  title: z.string(),
  own: z.boolean(),
});

export const fieldProofSchema = z.object({
  record: z.string(),
  number: z.string(),
  job: z.string(),
  description: z.string(),
  created: z.string(),
  changed: z.string(),
});

export const proofPageOf = <T extends z.ZodType>(proof: T) =>
  z.object({ proofs: z.array(proof).readonly(), next: z.string().nullable() });

export const outcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('applied'), receipt: receiptSchema, changeOrder: changeOrderSchema.nullable() }),
  z.object({
    outcome: z.literal('alreadyApplied'),
    marker: markerSchema,
    changeOrder: changeOrderSchema.nullable(),
  }),
  z.object({ outcome: z.literal('notApplied'), failure: failureSchema }),
  z.object({ outcome: z.literal('inDoubt'), failure: failureSchema }),
]);

export const snapshotPageSchema = z.object({
  rows: z.array(z.record(z.string(), z.string().nullable())),
  next: z.number().int().nullable(),
});
