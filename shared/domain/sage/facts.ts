/** Sage records as Plumbline reads them: text for money, codes, ids and dates; trimmed; `phase` is '0' for none. */

export type Job = {
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  /** 1 Bid, 2 Refused, 3 Contract, 4 Current, 5 Complete, 6 Closed. */
  readonly status: string;
  readonly inactive: boolean;
  readonly clientNumber: string | null;
  readonly clientName: string;
  readonly contract: string;
  readonly address: { readonly street: string; readonly city: string; readonly state: string; readonly zip: string };
  readonly updated: string;
};

export type Phase = { readonly job: string; readonly number: string; readonly name: string };

export type CostCode = {
  readonly code: string;
  readonly name: string;
  readonly division: string;
  readonly divisionName: string;
  readonly unit: string;
  readonly inactive: boolean;
};

/** A number with a name: cost types 1–9, change order types, vendor types, job statuses. */
export type ListItem = { readonly number: string; readonly name: string };

export type Vendor = {
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly inactive: boolean;
};

export type Client = { readonly number: string; readonly name: string };

export type SubcontractLine = {
  readonly line: string;
  readonly description: string;
  readonly costCode: string | null;
  readonly costType: string | null;
  readonly amount: string;
  readonly change: string;
  readonly contract: string;
  readonly billed: string;
  readonly remaining: string;
};

export type Subcontract = {
  readonly record: string;
  readonly number: string;
  readonly vendor: string;
  readonly job: string;
  readonly phase: string;
  readonly description: string;
  readonly status: string;
  readonly locked: boolean;
  readonly original: string;
  readonly changes: string;
  readonly total: string;
  readonly balance: string;
  readonly lines: readonly SubcontractLine[];
};

export type PrimeLine = {
  readonly line: string;
  readonly description: string;
  readonly requested: string;
  readonly approved: string;
  readonly costCode: string | null;
  readonly costType: string | null;
};

export type BudgetLine = {
  readonly line: string;
  readonly description: string;
  readonly hours: string;
  readonly units: string;
  readonly amount: string;
  readonly costCode: string | null;
  readonly costType: string | null;
  readonly vendor: string | null;
  readonly subcontract: string | null;
  readonly subcontractLine: string | null;
  readonly changeNumber: string;
  readonly status: string | null;
  readonly date: string | null;
};

/** The header of a 6-4-1 change order, without its lines. */
export type ChangeOrderHeader = {
  readonly record: string;
  readonly number: string;
  readonly date: string | null;
  readonly job: string;
  readonly phase: string;
  readonly description: string;
  readonly reason: string;
  readonly clientPo: string;
  readonly userDefined1: string;
  readonly userDefined2: string;
  readonly submitted: string | null;
  readonly approvedOn: string | null;
  readonly invoiced: string | null;
  readonly delayRequested: string;
  readonly delayApproved: string;
  readonly type: string | null;
  readonly status: string;
  readonly requested: string;
  readonly approved: string;
  readonly cost: string;
  readonly locked: boolean;
  readonly notes: string;
  readonly updated: string;
};

export type ChangeOrder = ChangeOrderHeader & {
  readonly prime: readonly PrimeLine[];
  readonly budget: readonly BudgetLine[];
};

/** Budgeted amount of one cost code of a job and phase, per cost type '1'…'9' (6-2 keeps them as nine columns). */
export type BudgetRow = {
  readonly phase: string;
  readonly costCode: string;
  readonly byCostType: Readonly<Record<string, string>>;
};
