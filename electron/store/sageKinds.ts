import type { z } from 'zod';
import { canonicalCostCode } from '#shared/domain/costCode.ts';
import {
  budgetSchema,
  ledgerAccountSchema,
  payableInvoiceSchema,
  purchaseOrderSchema,
} from '#shared/domain/sage/documentFacts.ts';
import {
  changeOrderSchema,
  costCodeSchema,
  jobSchema,
  listItemSchema,
  phaseSchema,
  type SageKind,
  subcontractSchema,
  vendorSchema,
} from '#shared/domain/sage/facts.ts';
import type { SageRecords } from '../engine/ports/sageCompany.ts';
import { naturalKey } from './searchText.ts';

/** How records of one kind are stored and found. */
type KindOf<T> = {
  readonly schema: z.ZodType<T>;
  /** Unique within the kind and the company. */
  readonly key: (record: T) => string;
  /** The job that it belongs to; empty for what belongs to the whole company. */
  readonly parent: (record: T) => string;
  /** What a search looks at. */
  readonly words: (record: T) => readonly (string | null)[];
};

const kinds: { readonly [K in SageKind]: KindOf<SageRecords[K]> } = {
  job: {
    schema: jobSchema,
    key: (job) => job.number,
    parent: () => '',
    words: (job) => [job.number, job.name, job.shortName, job.clientNumber, job.clientName],
  },
  phase: {
    schema: phaseSchema,
    key: (phase) => `${phase.job}/${phase.number}`,
    parent: (phase) => phase.job,
    words: (phase) => [phase.number, phase.name],
  },
  costCode: {
    schema: costCodeSchema,
    key: (code) => code.code,
    parent: () => '',
    words: (code) => [code.code, code.name, code.division, code.divisionName],
  },
  costType: {
    schema: listItemSchema,
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  changeOrderType: {
    schema: listItemSchema,
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  vendor: {
    schema: vendorSchema,
    key: (vendor) => vendor.number,
    parent: () => '',
    words: (vendor) => [vendor.number, vendor.name, vendor.shortName],
  },
  changeOrder: {
    schema: changeOrderSchema,
    key: (order) => order.record,
    parent: (order) => order.job,
    words: (order) => [order.number, order.description, order.reason, order.clientPo],
  },
  vendorType: {
    schema: listItemSchema,
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  ledgerAccount: {
    schema: ledgerAccountSchema,
    key: (account) => account.number,
    parent: () => '',
    words: (account) => [account.number, account.name],
  },
  budget: {
    schema: budgetSchema,
    key: (budget) => budget.job,
    parent: (budget) => budget.job,
    words: (budget) => [budget.job],
  },
  subcontract: {
    schema: subcontractSchema,
    key: (subcontract) => subcontract.record,
    parent: (subcontract) => subcontract.job,
    words: (subcontract) => [subcontract.number, subcontract.description],
  },
  purchaseOrder: {
    schema: purchaseOrderSchema,
    key: (order) => order.record,
    parent: (order) => order.job ?? '',
    words: (order) => [order.number, order.description],
  },
  payableInvoice: {
    schema: payableInvoiceSchema,
    key: (invoice) => invoice.record,
    parent: (invoice) => invoice.job ?? '',
    words: (invoice) => [invoice.number, invoice.description, invoice.subcontract, invoice.purchaseOrder],
  },
};

/** The rules of one kind. */
export function sageKind<K extends SageKind>(kind: K): KindOf<SageRecords[K]> {
  return kinds[kind];
}

/** The key of a record: job and vendor number, cost code, `job/phase`, job of a budget, record number of a document. */
export function keyOf<K extends SageKind>(kind: K, record: SageRecords[K]): string {
  return sageKind(kind).key(record);
}

/** Keys in the order in which people expect them: by number; cost codes by their three decimals, as Sage lists them. */
export function sortOf(kind: SageKind, key: string): string {
  return naturalKey(kind === 'costCode' ? (canonicalCostCode(key) ?? key) : key);
}
