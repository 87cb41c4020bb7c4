/** The numbers that Sage stores and the words that its screens show for them. Keys are the stored numbers as text. */

/** 6-4-1: header `prmchg.status` and line `sbcgln.chgsts`. Confidence high. */
export const changeOrderStatuses = {
  '1': 'Approved',
  '2': 'Open',
  '3': 'Review',
  '4': 'Disputed',
  '5': 'Void',
  '6': 'Rejected',
} as const;
export type ChangeOrderStatus = keyof typeof changeOrderStatuses;

/** 3-5 `actrec.status`. Fixed through v23.1; newer versions keep a user list in `jobsts`. Confidence high. */
export const jobStatuses = {
  '1': 'Bid',
  '2': 'Refused',
  '3': 'Contract',
  '4': 'Current',
  '5': 'Complete',
  '6': 'Closed',
} as const;
export type JobStatus = keyof typeof jobStatuses;

/** 6-7-1 `subcon.status`: the six words of a job; 3 and 4 count as committed cost. Confidence high. */
export const subcontractStatuses = jobStatuses;
export type SubcontractStatus = JobStatus;

/** 6-6-1 `pchord.status`. Confidence high. */
export const purchaseOrderStatuses = {
  '1': 'Open',
  '2': 'Review',
  '3': 'Dispute',
  '4': 'Closed',
  '5': 'Void',
  '6': 'Master',
} as const;
export type PurchaseOrderStatus = keyof typeof purchaseOrderStatuses;

/** 4-2 `acpinv.status`; 4 and 5 are set by Sage itself. Confidence high. */
export const payableInvoiceStatuses = {
  '1': 'Open',
  '2': 'Review',
  '3': 'Dispute',
  '4': 'Paid',
  '5': 'Void',
} as const;
export type PayableInvoiceStatus = keyof typeof payableInvoiceStatuses;

/** 4-2 `acpinv.invtyp`. Confidence high. */
export const payableInvoiceTypes = { '1': 'Contract', '2': 'Memo' } as const;

/** 6-3 `jobcst.status`: only open cost counts. Confidence high. */
export const jobCostStatuses = { '1': 'Open', '2': 'Void' } as const;

/** 6-3 `jobcst.bllsts`. Confidence high. */
export const jobCostBillings = { '1': 'Open', '2': 'Not billable', '3': 'Billed' } as const;

/** 1-7 `lgract.acttyp`. Confidence med; whether 13 is cost or work in progress depends on the company's set-up. */
export const ledgerAccountTypes = {
  '1': 'Cash',
  '2': 'Receivables',
  '3': 'Inventory/WIP',
  '4': 'Other assets',
  '5': 'Fixed assets',
  '6': 'Accumulated depreciation',
  '7': 'Current liabilities',
  '8': 'Long-term liabilities',
  '9': 'Stock',
  '10': 'Distributions',
  '11': 'Operating income',
  '12': 'Other income',
  '13': 'Direct expense',
  '14': 'Direct expense',
  '15': 'Overhead',
  '16': 'Administrative',
  '17': 'Income tax',
} as const;

/** 1-7 `lgract.subact`. Confidence high. */
export const subaccountUses = { '0': 'None', '1': 'Subaccounts', '2': 'Departments' } as const;

/** 1-7 `lgract.dbtcrd`: on which side the account grows. Confidence high. */
export const ledgerSides = { '1': 'Debit', '2': 'Credit' } as const;

/** 1-3 `lgrtrn.status`, by analogy with job costs. Confidence low. */
export const ledgerTransactionStatuses = { '1': 'Open', '2': 'Void' } as const;

/** Cost types 1–5 are Sage's own; 6–9 are named by each company in `csttyp`. There is no tenth. Confidence high. */
export const fixedCostTypes = {
  '1': 'Material',
  '2': 'Labor',
  '3': 'Equipment',
  '4': 'Subcontract',
  '5': 'Other',
} as const;

export const costTypeNumbers = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type CostTypeNumber = (typeof costTypeNumbers)[number];

/** Grid check boxes (`cstcde.inactv`) hold Y or N; header check boxes (`lckedt`) hold 1 or 0. Confidence med. */
export const gridFlagValues = { Y: 'Yes', N: 'No' } as const;

/** `4` → `4-Current`, as Sage's screens write it; a number without a word stays a bare number. */
export function statusWords(values: Readonly<Record<string, string>>, stored: string): string {
  const word = values[stored];
  return word === undefined ? stored : `${stored}-${word}`;
}
