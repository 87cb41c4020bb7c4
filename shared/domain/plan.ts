import { z } from 'zod';
import { companyIdSchema } from './company.ts';

/**
 * A plan is the exact, ordered list of row writes that a transfer will make in Sage. Pure data; hashed; immutable once approved.
 * Whatever cannot be known before the lock is held (record numbers, line numbers, the next change number) is named by a rule
 * and shown with a preview; everything else is literal text.
 */

export const takeRules = ['rowId', 'record', 'line', 'changeNumber', 'timestamp', 'user', 'marker'] as const;
export type TakeRule = (typeof takeRules)[number];

export const cellSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().nullable() }),
  /**
   * Decided by the executor under the lock. `preview` is what it would be now; those of lines also
   * tell later whether their grid has grown since. Record and line numbers say who gives them out, as the
   * catalog of the company's database has it; without that they are the highest + 1. `longest` (characters): names are cut to it,
   * where this company's column is narrower than described.
   */
  z.object({
    kind: z.literal('take'),
    rule: z.enum(takeRules),
    preview: z.string(),
    allocation: z.enum(['identity', 'default', 'highest']).optional(),
    longest: z.number().int().positive().optional(),
  }),
  /** The value that an earlier step's row got. */
  z.object({ kind: z.literal('copy'), step: z.string(), column: z.string() }),
  /** A value of a row that is in Sage already, read under the lock: the row id of a parent. */
  z.object({
    kind: z.literal('read'),
    table: z.string(),
    key: z.record(z.string(), z.string()),
    column: z.string(),
  }),
]);
export type Cell = z.infer<typeof cellSchema>;

export const plannedColumnSchema = z.object({
  column: z.string(),
  cell: cellSchema,
  /** Updates only: the value that must still be there when the lock is held, else nothing is written. */
  was: z.string().nullable().optional(),
  /** `derived`: Sage's own program would fill it in; `why` states the rule and `confidence` how sure we are of it. */
  origin: z.enum(['entered', 'derived', 'taken', 'fixed']),
  why: z.string().optional(),
  confidence: z.enum(['high', 'med', 'low', 'guess']).optional(),
});
export type PlannedColumn = z.infer<typeof plannedColumnSchema>;

export const stepSchema = z.object({
  /** Unique in the plan; what `copy` cells and receipts refer to. */
  id: z.string(),
  op: z.enum(['insert', 'update', 'delete']),
  table: z.string(),
  /** Updates and deletes: column → value of the one row meant. */
  key: z.record(z.string(), z.string()),
  columns: z.array(plannedColumnSchema).readonly(),
  /**
   * The COR that this row belongs to, in other kinds the item; null for the header and for totals. The name is that of the first
   * kinds: approved plans keep it, because their hashes, which are in Sage beside the proofs, are of the plan as it was stored.
   */
  corId: z.string().nullable(),
  title: z.string(),
});
export type Step = z.infer<typeof stepSchema>;

/** A condition read again under the lock. `columns` lists the values that are allowed; a broken check writes nothing. */
export const checkSchema = z.object({
  table: z.string(),
  where: z.record(z.string(), z.string()),
  expect: z.enum(['one', 'none']),
  columns: z.record(z.string(), z.array(z.string().nullable())),
  /** What is wrong when it does not hold, and what to do. */
  sentence: z.string(),
});
export type Check = z.infer<typeof checkSchema>;

/** The kinds that CORs of Clearstory become: change orders of 6-4-1. */
export const changeOrderPlanKinds = [
  'changeOrder.create',
  'changeOrder.append',
  'changeOrder.update',
  'changeOrder.void',
] as const;
export type ChangeOrderPlanKind = (typeof changeOrderPlanKinds)[number];

/** The kinds that items of Procore become. */
export const itemPlanKinds = [
  'vendor.create',
  'job.create',
  'costCodes.update',
  'budget.export',
  'subcontract.create',
  'purchaseOrder.create',
  'subcontractChange.create',
  'purchaseOrderChange.append',
  'payableInvoice.create',
] as const;
export type ItemPlanKind = (typeof itemPlanKinds)[number];

export const planKinds = [...changeOrderPlanKinds, ...itemPlanKinds] as const;
export type PlanKind = (typeof planKinds)[number];

export function isChangeOrderKind(kind: PlanKind): kind is ChangeOrderPlanKind {
  return changeOrderPlanKinds.some((one) => one === kind);
}

/** A sum that whoever approves can check against a document, in the words of its screen. */
export const namedSumSchema = z.object({ label: z.string(), amount: z.string() });
export type NamedSum = z.infer<typeof namedSumSchema>;

/** Change orders keep the names that their sums were first stored and hashed with. */
export const changeOrderControlsSchema = z.object({
  lines: z.number().int(),
  requested: z.string(),
  approved: z.string(),
  budget: z.string(),
});
const controlsSchema = z.union([
  z.object({ lines: z.number().int(), sums: z.array(namedSumSchema).readonly() }),
  changeOrderControlsSchema,
]);

export const planSchema = z.object({
  format: z.literal(1),
  kind: z.enum(planKinds),
  company: companyIdSchema,
  /** Of the catalog that it was planned on: any other schema refuses it. Empty in plans from before this was kept. */
  fingerprint: z.string().default(''),
  /** Transfers of one business key are applied in the order of their approval. */
  businessKey: z.string(),
  target: z.object({
    /** Empty where the record belongs to no job: vendors, cost codes. */
    job: z.string(),
    phase: z.string(),
    /** Its header's table in `sage/schema`. Change orders leave it out, as they did before there were others (see `headerTable`). */
    table: z.string().optional(),
    /** Record number of the header; null when it is created. */
    record: z.string().nullable(),
    /** The number that people know it by; null when the next one is taken at write time. */
    number: z.string().nullable(),
  }),
  /** What was approved, each in its version: CORs, in other kinds items (`corId` is then the item's id; see `Step`). */
  sources: z.array(z.object({ corId: z.string(), number: z.string(), snapshotHash: z.string() })).readonly(),
  checks: z.array(checkSchema).readonly(),
  steps: z.array(stepSchema).readonly(),
  controls: controlsSchema,
  title: z.string(),
  warnings: z.array(z.string()).readonly(),
  undo: z.array(z.string()).readonly(),
});
export type Plan = z.infer<typeof planSchema>;
/** The plan of a change order, as its planner makes it. */
export type ChangeOrderPlan = Plan & { readonly controls: z.infer<typeof changeOrderControlsSchema> };

/** The table of the record that the plan makes or changes. */
export function headerTable({ target }: Pick<Plan, 'target'>): string {
  return target.table ?? 'prmchg';
}

/** The sums of any plan, each with its name. */
export function namedSums({ controls }: Pick<Plan, 'controls'>): readonly NamedSum[] {
  if ('sums' in controls) return controls.sums;
  return [
    { label: 'Requested', amount: controls.requested },
    { label: 'Approved', amount: controls.approved },
    { label: 'Budget', amount: controls.budget },
  ];
}

/** Why something cannot be planned: names the field, the value, the limit and the way out. */
export const refusalSchema = z.object({
  /** Path of the field in the draft, e.g. `budget.2.costCode`; opens it in the wizard. */
  field: z.string(),
  value: z.string(),
  sentence: z.string(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** Proof of one applied plan: each written row as it was read back inside the same transaction. */
export const receiptSchema = z.object({
  operationKey: z.string(),
  planHash: z.string(),
  /** Of the catalog as it was read in the run that wrote. Empty in receipts from before this was kept. */
  fingerprint: z.string().default(''),
  appliedAt: z.string(),
  record: z.string(),
  number: z.string(),
  rows: z
    .array(
      z.object({
        step: z.string(),
        table: z.string(),
        key: z.record(z.string(), z.string()),
        columns: z.array(
          z.object({ column: z.string(), planned: z.string().nullable(), readBack: z.string().nullable() }),
        ),
      }),
    )
    .readonly(),
  differences: z.number().int(),
});
export type Receipt = z.infer<typeof receiptSchema>;
