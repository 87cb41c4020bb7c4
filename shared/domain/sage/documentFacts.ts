import { z } from 'zod';
import { costTypeNumbers } from './enumerations.ts';

/** Budgets, purchase orders, payable invoices and the chart of accounts as Plumbline reads them, in the manner of `facts.ts`. */

const text = z.string();
const textOrNull = z.string().nullable();
/** Decimal text exactly as the database converted it, e.g. `-1234567890.12`. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const rows = <T extends z.ZodType>(row: T) => z.array(row).readonly();

export const budgetRowSchema = z.object({
  /** '0': none. */
  phase: text,
  line: text,
  costCode: textOrNull,
  hours: decimal,
  quantity: decimal,
  unit: text,
  /** What is budgeted of each cost type, 1 Material … 9. */
  amounts: z.record(z.enum(costTypeNumbers), decimal),
  /** As Sage keeps it beside the nine amounts. */
  total: decimal,
});
export type BudgetRow = z.infer<typeof budgetRowSchema>;

export const budgetSchema = z.object({ job: text, locked: z.boolean(), rows: rows(budgetRowSchema) });
/** The whole budget (6-2) of a job; approved change orders are not in it. */
export type Budget = z.infer<typeof budgetSchema>;

export const purchaseOrderLineSchema = z.object({
  line: text,
  description: text,
  unit: text,
  quantity: decimal,
  price: decimal,
  extended: decimal,
  /** In units, to date. */
  received: decimal,
  canceled: decimal,
  costCode: textOrNull,
  costType: textOrNull,
});
export type PurchaseOrderLine = z.infer<typeof purchaseOrderLineSchema>;

export const purchaseOrderSchema = z.object({
  record: text,
  number: text,
  date: textOrNull,
  vendor: textOrNull,
  /** Null for an order that belongs to no job. */
  job: textOrNull,
  phase: text,
  description: text,
  /** 1 Open, 2 Review, 3 Dispute, 4 Closed, 5 Void, 6 Master. */
  status: text,
  locked: z.boolean(),
  subtotal: decimal,
  tax: decimal,
  total: decimal,
  /** Amounts: what has come in, what was canceled, what is still open. */
  received: decimal,
  canceled: decimal,
  balance: decimal,
  updated: text,
  lines: rows(purchaseOrderLineSchema),
});
/** A purchase order (6-6-1) with its lines. */
export type PurchaseOrder = z.infer<typeof purchaseOrderSchema>;

export const payableInvoiceLineSchema = z.object({
  line: text,
  description: text,
  quantity: decimal,
  price: decimal,
  amount: decimal,
  account: textOrNull,
});
export type PayableInvoiceLine = z.infer<typeof payableInvoiceLineSchema>;

export const payableInvoiceSchema = z.object({
  record: text,
  number: text,
  vendor: text,
  job: textOrNull,
  phase: text,
  /** Order# and Subcontract# as Sage keeps them here: text, not record numbers. */
  purchaseOrder: text,
  subcontract: text,
  description: text,
  date: textOrNull,
  due: textOrNull,
  /** 1 Open, 2 Review, 3 Dispute, 4 Paid, 5 Void. */
  status: text,
  /** 1 Contract, 2 Memo. */
  type: text,
  retainage: decimal,
  total: decimal,
  paid: decimal,
  balance: decimal,
  net: decimal,
  tax: decimal,
  updated: text,
  lines: rows(payableInvoiceLineSchema),
});
/** A payable invoice (4-2) with its lines; which cost codes it was booked on is in the job costs (6-3). */
export type PayableInvoice = z.infer<typeof payableInvoiceSchema>;

export const ledgerAccountSchema = z.object({
  number: text,
  name: text,
  /** 1 Cash … 17 Income tax. */
  type: text,
  /** The cost type that the account stands for; null for none. */
  costType: textOrNull,
  /** 0 none, 1 subaccounts, 2 departments. */
  subaccounts: text,
  inactive: z.boolean(),
});
/** An account of the ledger (1-7). */
export type LedgerAccount = z.infer<typeof ledgerAccountSchema>;
