import { z } from 'zod';
import { envelope } from '#shared/contract/channel.ts';
import { snapshotTableSchema } from '#shared/domain/certification/snapshot.ts';
import { connectionStepSchema } from '#shared/domain/connectionTest.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import { typedRecordSchema } from '#shared/domain/handEntry/typedRecord.ts';
import { planSchema } from '#shared/domain/plan.ts';
import { inspectionSchema, markerStoreSchema } from '#shared/domain/sage/catalog.ts';
import { changeOrderSchema, type SageKind, sageKinds, subcontractSchema } from '#shared/domain/sage/facts.ts';
import { recordSchemas } from '#shared/domain/sage/recordSchemas.ts';
import { tableNames } from '#shared/domain/sage/schema/tables.ts';
import type { SageCompany } from '../../engine/ports/sageCompany.ts';
import { unanswered } from '../connectionTest/unanswered.ts';
import { doubt } from '../executor/doubt.ts';
import {
  approvalSchema,
  fieldProofSchema,
  markerSchema,
  markerSearchSchema,
  outcomeSchema,
  pageOf,
  proofPageOf,
  readQuerySchema,
  snapshotPageSchema,
  tableProofSchema,
} from './schemas.ts';

/** What can be asked of the ODBC driver without a company. */
export type SageMachine = {
  /** False: the package `odbc`, its native part or the driver manager is not there. */
  readonly odbcInstalled: () => Promise<Result<boolean>>;
  readonly createSample: (request: SampleRequest) => Promise<Result<SampleCounts>>;
};

const sampleRequestSchema = z.object({
  connectionString: z.string(),
  dialect: z.enum(['mssql', 'sqlite']),
  scale: z.number().int().min(1).max(1000),
});
export type SampleRequest = z.infer<typeof sampleRequestSchema>;

const sampleCountsSchema = z.object({
  tables: z.number().int(),
  rows: z.number().int(),
  rowsByTable: z.partialRecord(z.enum(tableNames), z.number().int()),
});
export type SampleCounts = z.infer<typeof sampleCountsSchema>;

/** Everything that a worker can be asked: the company's port, and the machine's driver. */
export type WorkerApi = Omit<SageCompany, 'close'> & SageMachine;
export type Method = keyof WorkerApi;
type Args = { readonly [M in Method]: Parameters<WorkerApi[M]> };
type Answers = { readonly [M in Method]: Awaited<ReturnType<WorkerApi[M]>> };
export type ArgsOf<M extends Method> = Args[M];
export type AnswerOf<M extends Method> = Answers[M];

export type MethodEntry<M extends Method> = {
  readonly args: z.ZodType<ArgsOf<M>>;
  readonly answer: (...args: ArgsOf<M>) => z.ZodType<AnswerOf<M>>;
  /** What the caller gets when the worker did not answer. `sent`: the call had reached it, so that it may have been carried out. */
  readonly unanswered: (failure: Failure, sent: boolean, ...args: ArgsOf<M>) => AnswerOf<M>;
  /** Changes something in the database: it is let end before the worker is. */
  readonly writes: boolean;
};

/** A new method of the port is one entry here: client, server and both checks go by this table. */
export const methods: { readonly [M in Method]: MethodEntry<M> } = {
  test: {
    args: z.tuple([]),
    answer: () => z.array(connectionStepSchema),
    unanswered: (failure) => unanswered(failure),
    writes: false,
  },
  fingerprints: reading(
    z.tuple([z.array(z.enum(sageKinds)).readonly()]),
    z.partialRecord(z.enum(sageKinds), z.string()),
  ),
  read: {
    ...reading(z.tuple([z.enum(sageKinds), readQuerySchema]), z.never()),
    answer: (kind) => pages[kind],
  },
  record: {
    ...reading(z.tuple([z.enum(sageKinds), z.string()]), z.never()),
    answer: (kind) => records[kind],
  },
  changeOrder: reading(z.tuple([z.string()]), changeOrderSchema.nullable()),
  subcontractsOf: reading(z.tuple([z.string()]), z.array(subcontractSchema)),
  budgetedCodes: reading(z.tuple([z.string()]), z.array(z.object({ phase: z.string(), code: z.string() }))),
  inspect: reading(z.tuple([markerStoreSchema, z.string()]), inspectionSchema),
  reasonsUsed: reading(z.tuple([]), z.array(z.string())),
  beginWriting: reading(z.tuple([]), z.null()),
  endWriting: reading(z.tuple([]), z.null()),
  apply: {
    args: z.tuple([planSchema, approvalSchema]),
    answer: () => outcomeSchema,
    // Whether it had come to the commit nobody can tell any more: only the marker can.
    unanswered: (failure, sent, plan) =>
      sent ? { outcome: 'inDoubt', failure: doubt(plan, failure) } : { outcome: 'notApplied', failure },
    writes: true,
  },
  lookUp: reading(z.tuple([planSchema, markerSearchSchema]), markerSchema.nullable()),
  proofSigns: reading(
    z.tuple([z.array(markerStoreSchema).readonly()]),
    z.object({ table: z.number().int().nullable(), fields: z.string() }),
  ),
  tableProofs: reading(z.tuple([z.string().nullable()]), proofPageOf(tableProofSchema)),
  fieldProofs: reading(z.tuple([z.string().nullable()]), proofPageOf(fieldProofSchema)),
  typedRecords: reading(z.tuple([planSchema, z.string().nullable()]), z.array(typedRecordSchema)),
  snapshotTables: reading(z.tuple([]), z.array(snapshotTableSchema)),
  snapshotRows: reading(z.tuple([snapshotTableSchema, z.number().int().min(0)]), snapshotPageSchema),
  odbcInstalled: reading(z.tuple([]), z.boolean()),
  createSample: { ...reading(z.tuple([sampleRequestSchema]), sampleCountsSchema), writes: true },
};

export const methodNames = Object.keys(methods) as readonly Method[];

/** Made once: putting a schema together costs more than checking a page with it. */
const pages = Object.fromEntries(
  sageKinds.map((kind) => [kind, envelope(pageOf(recordSchemas[kind]))]),
) as unknown as Readonly<Record<SageKind, z.ZodType<AnswerOf<'read'>>>>;

const records = Object.fromEntries(
  sageKinds.map((kind) => [kind, envelope(recordSchemas[kind].nullable())]),
) as unknown as Readonly<Record<SageKind, z.ZodType<AnswerOf<'record'>>>>;

/** A method whose answer is a result: without an answer it is a failure, and may be asked again. */
function reading<A extends z.ZodType, V extends z.ZodType>(args: A, value: V) {
  const answer = envelope(value);
  return { args, answer: () => answer, unanswered: (failure: Failure) => fail(failure), writes: false };
}
