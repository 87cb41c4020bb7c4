import { z } from 'zod';

/** Sage records as Plumbline reads them: text for money, codes, ids and dates; trimmed; `phase` is '0' for none. */

const text = z.string();
const textOrNull = z.string().nullable();
/** Decimal text exactly as the database converted it, e.g. `-1234567890.12`. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const rows = <T extends z.ZodType>(row: T) => z.array(row).readonly();
const address = z.object({ street: text, city: text, state: text, zip: text });

export const jobSchema = z.object({
  number: text,
  name: text,
  shortName: text,
  /** 1 Bid, 2 Refused, 3 Contract, 4 Current, 5 Complete, 6 Closed. */
  status: text,
  inactive: z.boolean(),
  clientNumber: textOrNull,
  clientName: text,
  contract: decimal,
  address,
  phone: text,
  startDate: textOrNull,
  completionDate: textOrNull,
  updated: text,
});
export type Job = z.infer<typeof jobSchema>;

export const phaseSchema = z.object({ job: text, number: text, name: text });
export type Phase = z.infer<typeof phaseSchema>;

export const costCodeSchema = z.object({
  code: text,
  name: text,
  division: text,
  divisionName: text,
  unit: text,
  inactive: z.boolean(),
});
export type CostCode = z.infer<typeof costCodeSchema>;

/** A number with a name: cost types 1–9, change order types, vendor types. */
export const listItemSchema = z.object({ number: text, name: text });
export type ListItem = z.infer<typeof listItemSchema>;

export const vendorSchema = z.object({
  number: text,
  name: text,
  shortName: text,
  /** The word that people know; the bare number where the list of types has none. */
  type: text,
  typeNumber: textOrNull,
  inactive: z.boolean(),
  address,
  phone: text,
  email: text,
  /** Proposed on the vendor's invoices; null where nothing is. */
  defaultAccount: textOrNull,
  defaultCostCode: textOrNull,
  defaultCostType: textOrNull,
  /** When invoices are due, in Sage's own words: `30DY`, `10TH`, `01MO`; empty for none. */
  dueTerms: text,
  /** Two invoices of this vendor may bear one number. */
  allowsDuplicates: z.boolean(),
  updated: text,
});
export type Vendor = z.infer<typeof vendorSchema>;

export const subcontractLineSchema = z.object({
  line: text,
  description: text,
  costCode: textOrNull,
  costType: textOrNull,
  amount: decimal,
  change: decimal,
  contract: decimal,
  billed: decimal,
  remaining: decimal,
});
export type SubcontractLine = z.infer<typeof subcontractLineSchema>;

/** A subcontract (6-7-1) with its lines. `record` is what change order lines point to; `number` is what people say. */
export const subcontractSchema = z.object({
  record: text,
  number: text,
  vendor: text,
  job: text,
  phase: text,
  description: text,
  /** 1 Bid, 2 Refused, 3 Contract, 4 Current, 5 Complete, 6 Closed. */
  status: text,
  locked: z.boolean(),
  date: textOrNull,
  /** Percent that is kept back from payments. */
  retainagePercent: decimal,
  original: decimal,
  changes: decimal,
  total: decimal,
  invoiced: decimal,
  balance: decimal,
  updated: text,
  lines: rows(subcontractLineSchema),
});
export type Subcontract = z.infer<typeof subcontractSchema>;

export const primeLineSchema = z.object({
  line: text,
  description: text,
  requested: decimal,
  approved: decimal,
  costCode: textOrNull,
  costType: textOrNull,
});
export type PrimeLine = z.infer<typeof primeLineSchema>;

export const budgetLineSchema = z.object({
  line: text,
  description: text,
  hours: decimal,
  units: decimal,
  amount: decimal,
  costCode: textOrNull,
  costType: textOrNull,
  vendor: textOrNull,
  /** Record number of the subcontract, not its number. */
  subcontract: textOrNull,
  subcontractLine: textOrNull,
  /** The subcontract's own change number, not the header's. */
  changeNumber: text,
  status: textOrNull,
  date: textOrNull,
});
export type BudgetLine = z.infer<typeof budgetLineSchema>;

export const changeOrderSchema = z.object({
  record: text,
  number: text,
  date: textOrNull,
  job: text,
  phase: text,
  description: text,
  reason: text,
  clientPo: text,
  userDefined1: text,
  userDefined2: text,
  submitted: textOrNull,
  approvedOn: textOrNull,
  invoiced: textOrNull,
  delayRequested: text,
  delayApproved: text,
  type: textOrNull,
  /** 1 Approved, 2 Open, 3 Review, 4 Disputed, 5 Void, 6 Rejected. */
  status: text,
  requested: decimal,
  approved: decimal,
  cost: decimal,
  locked: z.boolean(),
  notes: text,
  updated: text,
  prime: rows(primeLineSchema),
  budget: rows(budgetLineSchema),
});
/** A 6-4-1 change order with both grids. */
export type ChangeOrder = z.infer<typeof changeOrderSchema>;

/** Kinds of Sage record that Plumbline keeps a copy of between pulls. */
export const sageKinds = [
  'job',
  'phase',
  'costCode',
  'costType',
  'changeOrderType',
  'vendor',
  'changeOrder',
  'vendorType',
  'ledgerAccount',
  'budget',
  'subcontract',
  'purchaseOrder',
  'payableInvoice',
] as const;
export type SageKind = (typeof sageKinds)[number];
