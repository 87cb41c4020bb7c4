import type { Plan, Refusal } from '../../plan.ts';
import type { ProcoreInvoice } from '../../procore/records.ts';
import type { InvoiceFacts } from '../../procore/rules/invoice.ts';
import type { LedgerAccount, PayableInvoice, PurchaseOrder } from '../../sage/documentFacts.ts';
import type { Job, Subcontract, Vendor } from '../../sage/facts.ts';
import type { Caution } from '../commitment/input.ts';
import type { ItemPlanning } from '../itemPlan.ts';

/** What the approver typed, with proposals from `proposedInvoice`. Dates are YYYY-MM-DD. */
export type InvoiceChoices = {
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly description: string;
  /** Posting period, 0–12, and year. */
  readonly period: string;
  readonly year: string;
};

/** The record in Sage that the invoice bills, as it is now. */
export type BilledCommitment =
  | { readonly type: 'subcontract'; readonly record: Subcontract }
  | { readonly type: 'purchaseOrder'; readonly record: PurchaseOrder };

/** All that the plan of a payable invoice depends on. */
export type PayableInvoiceInput = {
  readonly planning: ItemPlanning;
  readonly invoice: ProcoreInvoice;
  readonly choices: InvoiceChoices;
  readonly sending: InvoiceFacts;
  readonly commitment: BilledCommitment;
  /** Line of the commitment in Sage that each item bills, by the item's id (`sageLineOf`). */
  readonly lineOf: ReadonlyMap<string, string>;
  readonly facts: {
    readonly job: Job | null;
    readonly vendor: Vendor | null;
    /** The whole chart of accounts (1-7). */
    readonly accounts: readonly LedgerAccount[];
    /** Payable invoices of the vendor that are in Sage. */
    readonly invoices: readonly PayableInvoice[];
    /** Record numbers of those of them that are linked with an invoice of Procore. */
    readonly linked: ReadonlySet<string>;
  };
  /** Ledger accounts of the settings; empty: none is set. */
  readonly posting: { readonly cost: string; readonly payables: string; readonly retention: string };
};

export type PlannedInvoice =
  | { readonly ok: true; readonly plan: Plan; readonly cautions: readonly Caution[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };
