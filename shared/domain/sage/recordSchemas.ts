import type { z } from 'zod';
import { budgetSchema, ledgerAccountSchema, payableInvoiceSchema, purchaseOrderSchema } from './documentFacts.ts';
import {
  changeOrderSchema,
  costCodeSchema,
  jobSchema,
  listItemSchema,
  phaseSchema,
  type SageKind,
  subcontractSchema,
  vendorSchema,
} from './facts.ts';

/** What a record of each kind looks like, wherever it is stored or handed over. */
export const recordSchemas = {
  job: jobSchema,
  phase: phaseSchema,
  costCode: costCodeSchema,
  costType: listItemSchema,
  changeOrderType: listItemSchema,
  vendor: vendorSchema,
  changeOrder: changeOrderSchema,
  vendorType: listItemSchema,
  ledgerAccount: ledgerAccountSchema,
  budget: budgetSchema,
  subcontract: subcontractSchema,
  purchaseOrder: purchaseOrderSchema,
  payableInvoice: payableInvoiceSchema,
} as const satisfies { readonly [K in SageKind]: z.ZodType };
