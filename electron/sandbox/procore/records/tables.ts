import { z } from 'zod';
import * as billing from './billing.ts';
import * as directory from './directory.ts';
import * as money from './money.ts';

/** Every kind of record that the practice Procore keeps. */
export const tables = {
  projects: directory.project,
  vendors: directory.vendor,
  codeLists: directory.codeList,
  standardCodes: directory.standardCode,
  costCodes: directory.costCode,
  lineItemTypes: directory.lineItemType,
  subJobs: directory.subJob,
  wbsCodes: directory.wbsCode,
  taxCodes: directory.taxCode,
  uoms: directory.uom,
  budgetLines: money.budgetLine,
  budgetChanges: money.budgetChange,
  budgetModifications: money.budgetModification,
  commitments: money.commitment,
  contractLines: money.contractLine,
  detailLines: money.detailLine,
  changeOrders: money.changeOrder,
  changeOrderLines: money.changeOrderLine,
  primeContracts: money.primeContract,
  billingPeriods: billing.billingPeriod,
  requisitions: billing.requisition,
  payments: billing.payment,
  directCosts: billing.directCost,
} as const;

export type TableName = keyof typeof tables;
export type Tables = { [T in TableName]: z.output<(typeof tables)[T]> };
/** A record before its defaults are filled in. */
export type Drafts = { [T in TableName]: z.input<(typeof tables)[T]> };
export const tableNames = Object.keys(tables) as readonly TableName[]; // the keys of the object above

export type Project = Tables['projects'];
export type Vendor = Tables['vendors'];
export type CostCode = Tables['costCodes'];
export type BudgetChange = Tables['budgetChanges'];
export type Commitment = Tables['commitments'];
export type ContractLine = Tables['contractLines'];
export type ChangeOrder = Tables['changeOrders'];
export type ChangeOrderLine = Tables['changeOrderLines'];
export type Requisition = Tables['requisitions'];
export type Company = z.output<typeof billing.company>;

export const stateSchema = z.object({
  format: z.literal(1),
  company: billing.company,
  records: z.object(
    Object.fromEntries(Object.entries(tables).map(([name, schema]) => [name, z.array(schema)])) as {
      [T in TableName]: z.ZodArray<(typeof tables)[T]>;
    },
  ),
  /** The next id to hand out, shared by all kinds of record. */
  nextId: z.number().int(),
});
export type SandboxState = z.output<typeof stateSchema>;
