import { z } from 'zod';

/**
 * Procore's records as Plumbline reads them: ids, money and quantities are text exactly as Procore wrote them (money reduced to two
 * decimals where that loses nothing), dates are YYYY-MM-DD, instants ISO UTC, rich text is plain text.
 */

const text = z.string();
const textOrNull = z.string().nullable();
/** Decimal text, e.g. `-1234567890.12`. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** The one slot that an accounting connector has on a record. A filled one that is not ours makes the record read-only. */
export const originSchema = z.object({ id: textOrNull, code: textOrNull, data: textOrNull });
export type Origin = z.infer<typeof originSchema>;
export const noOrigin: Origin = { id: null, code: null, data: null };

export const addressSchema = z.object({ street: text, city: text, state: text, zip: text });

export const procoreProjectSchema = z.object({
  id: text,
  name: text,
  /** Shown to people; often the job number. */
  number: text,
  active: z.boolean(),
  address: addressSchema,
  startDate: textOrNull,
  completionDate: textOrNull,
  value: decimal.nullable(),
  /** Which cost code list its codes were copied from. Known, like the next, only after the project itself was read. */
  costCodeList: textOrNull,
  /** Another connector owns it. */
  erpIntegrated: z.boolean(),
  origin: originSchema,
  updatedAt: text,
});
export type ProcoreProject = z.infer<typeof procoreProjectSchema>;

export const procoreSubJobSchema = z.object({ id: text, project: text, code: text, name: text, origin: originSchema });
export type ProcoreSubJob = z.infer<typeof procoreSubJobSchema>;

export const procoreCostTypeSchema = z.object({ id: text, code: text, name: text, origin: originSchema });
/** Procore's line item type: Labor (L), Material (M) … */
export type ProcoreCostType = z.infer<typeof procoreCostTypeSchema>;

/** One code of the company's list (`project` null) or of a project. */
export const procoreCostCodeSchema = z.object({
  id: text,
  project: textOrNull,
  /** Company codes: the list that they are on. */
  list: textOrNull,
  /** The whole code with its delimiters, e.g. `01-100`; never a number. */
  fullCode: text,
  /** The last segment, the only part that Procore lets one write. */
  code: text,
  name: text,
  parent: textOrNull,
  subJob: textOrNull,
  /** Ids of the cost types that the project uses it with; empty on company codes. */
  costTypes: list(text),
  origin: originSchema,
});
export type ProcoreCostCode = z.infer<typeof procoreCostCodeSchema>;

export const procoreVendorSchema = z.object({
  id: text,
  name: text,
  abbreviation: text,
  address: addressSchema,
  phone: text,
  email: text,
  active: z.boolean(),
  origin: originSchema,
  /** Another connector says that it synced it. */
  syncedToErp: z.boolean(),
  updatedAt: text,
});
export type ProcoreVendor = z.infer<typeof procoreVendorSchema>;

/** Cost coding of a line: ids of Procore and what people read. Null where the line has none. */
export const codingSchema = z.object({
  wbsCode: textOrNull,
  costCode: textOrNull,
  fullCode: textOrNull,
  costType: textOrNull,
  costTypeCode: textOrNull,
  subJob: textOrNull,
});
export type Coding = z.infer<typeof codingSchema>;

export const procoreBudgetRowSchema = z.object({
  /** Null: Procore shows costs there, but nothing was budgeted. */
  id: textOrNull,
  coding: codingSchema,
  original: decimal,
  /** Approved budget changes, or modifications where the company still has those. */
  changes: decimal,
  quantity: decimal.nullable(),
  unit: textOrNull,
});
export type ProcoreBudgetRow = z.infer<typeof procoreBudgetRowSchema>;

/** The whole budget of a project: Procore has no change time for it, so it is read whole and compared by hash. */
export const procoreBudgetSchema = z.object({
  project: text,
  locked: z.boolean(),
  /** Whether unlocking would destroy something: modifications exist. */
  modifications: z.boolean(),
  rows: list(procoreBudgetRowSchema),
});
export type ProcoreBudget = z.infer<typeof procoreBudgetSchema>;

export const procoreCommitmentLineSchema = z.object({
  id: text,
  position: z.number().int(),
  description: text,
  amount: decimal,
  quantity: decimal,
  unitCost: decimal,
  unit: textOrNull,
  coding: codingSchema,
  taxCode: textOrNull,
  origin: originSchema,
});
export type ProcoreCommitmentLine = z.infer<typeof procoreCommitmentLineSchema>;

export const procoreCommitmentSchema = z.object({
  id: text,
  project: text,
  type: z.enum(['subcontract', 'purchaseOrder']),
  number: text,
  title: text,
  description: text,
  /** Procore's word, e.g. `Approved`. */
  status: text,
  vendor: textOrNull,
  vendorName: text,
  byUnits: z.boolean(),
  retainagePercent: decimal,
  contractDate: textOrNull,
  startDate: textOrNull,
  completionDate: textOrNull,
  deliveryDate: textOrNull,
  grandTotal: decimal,
  approvedChanges: decimal,
  currency: text,
  deleted: z.boolean(),
  lines: list(procoreCommitmentLineSchema),
  origin: originSchema,
  createdAt: text,
  updatedAt: text,
});
export type ProcoreCommitment = z.infer<typeof procoreCommitmentSchema>;

export const procoreChangeLineSchema = z.object({
  id: text,
  position: z.number().int(),
  description: text,
  amount: decimal,
  quantity: decimal,
  unitCost: decimal,
  unit: textOrNull,
  coding: codingSchema,
  /** The commitment line that it changes; null: a new one. */
  commitmentLine: textOrNull,
  taxCode: textOrNull,
});
export type ProcoreChangeLine = z.infer<typeof procoreChangeLineSchema>;

/** A commitment change order. Its origin lives on the package behind it. */
export const procoreChangeSchema = z.object({
  id: text,
  project: text,
  commitment: text,
  package: textOrNull,
  number: text,
  revision: text,
  title: text,
  description: text,
  /** Procore's word, e.g. `approved`. */
  status: text,
  grandTotal: decimal,
  currency: text,
  lines: list(procoreChangeLineSchema),
  origin: originSchema,
  reviewedAt: textOrNull,
  createdAt: text,
  updatedAt: text,
});
export type ProcoreChange = z.infer<typeof procoreChangeSchema>;

export const procoreInvoiceItemSchema = z.object({
  id: text,
  type: z.enum(['contractItem', 'contractDetailItem', 'changeOrderItem']),
  /** The commitment line billed (for a change order item the line that the change is on); null where Procore does not say. */
  commitmentLine: textOrNull,
  /** The package of the change order billed. */
  package: textOrNull,
  description: text,
  coding: codingSchema,
  scheduled: decimal,
  workThisPeriod: decimal,
  /** Stored materials now, and moved out of storage into work completed this period. */
  materialsStored: decimal,
  materialsMoved: decimal,
  /** Materials stored at the end of the period before. */
  materialsStoredBefore: decimal,
  retainageHeld: decimal,
  retainageReleased: decimal,
  gross: decimal,
  net: decimal,
  taxed: z.boolean(),
});
export type ProcoreInvoiceItem = z.infer<typeof procoreInvoiceItemSchema>;

export const procoreInvoiceSchema = z.object({
  id: text,
  project: text,
  commitment: text,
  commitmentType: z.enum(['subcontract', 'purchaseOrder']),
  /** Counts the invoices of its commitment. */
  number: text,
  invoiceNumber: text,
  status: text,
  billingDate: textOrNull,
  periodStart: textOrNull,
  periodEnd: textOrNull,
  periodOpen: z.boolean(),
  final: z.boolean(),
  /** What is to be paid now: net of retainage. */
  paymentDue: decimal,
  taxThisPeriod: decimal,
  currency: text,
  items: list(procoreInvoiceItemSchema),
  origin: originSchema,
  createdAt: text,
  updatedAt: text,
});
export type ProcoreInvoice = z.infer<typeof procoreInvoiceSchema>;

/** What Plumbline keeps of Procore between pulls, by kind. */
export const procoreRecordSchemas = {
  project: procoreProjectSchema,
  subJob: procoreSubJobSchema,
  costType: procoreCostTypeSchema,
  costCode: procoreCostCodeSchema,
  vendor: procoreVendorSchema,
  budget: procoreBudgetSchema,
  commitment: procoreCommitmentSchema,
  change: procoreChangeSchema,
  invoice: procoreInvoiceSchema,
} as const;
export type ProcoreRecordKind = keyof typeof procoreRecordSchemas;
export type ProcoreRecords = { readonly [K in ProcoreRecordKind]: z.infer<(typeof procoreRecordSchemas)[K]> };
export const procoreRecordKinds = Object.keys(procoreRecordSchemas) as readonly ProcoreRecordKind[];
