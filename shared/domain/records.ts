import { z } from 'zod';
import { corSchema } from './cor.ts';
import { draftSchema } from './draft.ts';
import { planSchema, receiptSchema } from './plan.ts';
import { itemKeySchema } from './procore/item.ts';
import { transferStateSchema } from './transfer.ts';

/** What Plumbline remembers and shows of its own doings. Stored as text; these schemas are the only way back in. */

/** A job created in Sage that no project knows yet. */
export const importedJobSchema = z.object({
  job: z.string(),
  /** `creating`: a project may exist already; look it up by job number before creating one. */
  state: z.enum(['waiting', 'creating', 'rejected', 'mapped']),
  reason: z.string(),
  at: z.string(),
  by: z.string(),
});
export type ImportedJob = z.infer<typeof importedJobSchema>;

export const attemptSchema = z.object({ at: z.string(), sentence: z.string(), detail: z.string() });
export type Attempt = z.infer<typeof attemptSchema>;

const transferShape = {
  id: z.string(),
  businessKey: z.string(),
  title: z.string(),
  /** Empty where the record belongs to no job. */
  job: z.string(),
  /** Present from approval on; immutable. */
  plan: planSchema.nullable(),
  planHash: z.string().nullable(),
  /** The highest record number of a change order that was known at approval; absent in what was approved before this was kept. */
  newestRecord: z.string().optional(),
  state: transferStateSchema,
  attempts: z.array(attemptSchema).readonly(),
  receipt: receiptSchema.nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  updatedAt: z.string(),
};

/** CORs of Clearstory on their way into a change order. */
const corTransferSchema = z.object({
  cloud: z.literal('clearstory'),
  ...transferShape,
  corIds: z.array(z.string()).readonly(),
  draft: draftSchema,
  /** The CORs as they were approved, from approval on: whatever happens to them before Sage has been written is a change since the push. */
  approvedCors: z.array(corSchema).readonly().optional(),
});
export type CorTransfer = z.infer<typeof corTransferSchema>;

/** An item of Procore on its way into Sage. A draft is one that was taken back: the board proposes it anew. */
const itemTransferSchema = z.object({
  cloud: z.literal('procore'),
  ...transferShape,
  item: itemKeySchema,
  /** Procore's project; null: company-wide. */
  projectId: z.string().nullable(),
  /** What whoever approved it answered, by the names of the kind's own. */
  choices: z.record(z.string(), z.string()),
  /** What the plan was made of: the kind's own JSON, and its hash, which the plan names too. */
  source: z.object({ snapshot: z.string(), hash: z.string() }),
});
export type ItemTransfer = z.infer<typeof itemTransferSchema>;

/** Stored before there was another cloud: those without a name are of Clearstory. */
const withCloud = (stored: unknown) =>
  typeof stored === 'object' && stored !== null && !('cloud' in stored) ? { ...stored, cloud: 'clearstory' } : stored;

export const transferSchema = z.preprocess(
  withCloud,
  z.discriminatedUnion('cloud', [corTransferSchema, itemTransferSchema]),
);
export type Transfer = CorTransfer | ItemTransfer;

const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) };

export const transferQuerySchema = z.object({ states: z.array(z.string()).readonly(), search: z.string(), ...page });
export type TransferQuery = z.infer<typeof transferQuerySchema>;

export const historyKinds = [
  'mapped',
  'mappingEdited',
  'unmapped',
  'importAccepted',
  'importRejected',
  'importRestored',
  'draftSaved',
  'approved',
  'withdrawn',
  'applied',
  'failed',
  'retried',
  'dropped',
  'corChanged',
  'sageChanged',
  'accepted',
  'unlinked',
  'labelled',
  'settings',
  'writing',
  'typed',
  'doubtDecided',
  'procoreTold',
  'procoreDecided',
  'restored',
  'backedUp',
] as const;

/** A COR that an entry of History is about, by its number of then; null where that was not kept. */
export const namedCorSchema = z.object({ id: z.string(), number: z.string().nullable() });
export type NamedCor = z.infer<typeof namedCorSchema>;

export const historyEntrySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** A person's name, or `Plumbline` for what the timers did. */
  by: z.string(),
  kind: z.enum(historyKinds),
  sentence: z.string(),
  job: z.string().nullable(),
  /** Several where one change order carries several. */
  cors: z.array(namedCorSchema).readonly(),
  changeOrder: z.string().nullable(),
  transferId: z.string().nullable(),
  /** Kind and id of the item of Procore, e.g. `vendor p:77`. */
  item: z.string().optional(),
  /** Before and after, as JSON text; shown folded. */
  detail: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What an entry that is about no single record says of records. */
export const ofNoRecord = {
  job: null,
  cors: [],
  changeOrder: null,
  transferId: null,
} as const satisfies Partial<HistoryEntry>;

/** An entry names up to 50 CORs, and a page of entries travels in one message. */
export const historyPage = 80;

/** Empty text and empty lists mean: any. Dates are YYYY-MM-DD, inclusive. */
export const historyQuerySchema = z.object({
  search: z.string(),
  kinds: z.array(z.string()).readonly(),
  job: z.string(),
  corId: z.string(),
  transferId: z.string(),
  item: z.string().optional(),
  by: z.string(),
  from: z.string(),
  to: z.string(),
  ...page,
  limit: page.limit.max(historyPage),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** The first window of the whole History. */
export const everyEntry: HistoryQuery = {
  search: '',
  kinds: [],
  job: '',
  corId: '',
  transferId: '',
  by: '',
  from: '',
  to: '',
  offset: 0,
  limit: historyPage,
};

/** One run of one side, for the freshness strip. */
export const runSchema = z.object({
  side: z.enum(['sage', 'clearstory', 'procore', 'push']),
  startedAt: z.string(),
  endedAt: z.string(),
  outcome: z.enum(['ok', 'partial', 'failed']),
  sentence: z.string(),
  rowsRead: z.number().int(),
  changed: z.number().int(),
});
export type Run = z.infer<typeof runSchema>;

/** A payload that did not parse: kept for a person, never dropped. */
export const unreadableSchema = z.object({
  source: z.string(),
  key: z.string(),
  reason: z.string(),
  payload: z.string(),
});
export type Unreadable = z.infer<typeof unreadableSchema>;
