import type { z } from 'zod';
import { canonicalCostCode } from '#shared/domain/costCode.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import { recordSchemas } from '#shared/domain/sage/recordSchemas.ts';
import type { SageRecords } from '../engine/ports/sageCompany.ts';
import { naturalKey } from './searchText.ts';

/** How records of one kind are stored and found. */
type KindOf<T> = {
  /** Unique within the kind and the company. */
  readonly key: (record: T) => string;
  /** The job that it belongs to; empty for what belongs to the whole company. */
  readonly parent: (record: T) => string;
  /** What a search looks at. */
  readonly words: (record: T) => readonly (string | null)[];
};

const kinds: { readonly [K in SageKind]: KindOf<SageRecords[K]> } = {
  job: {
    key: (job) => job.number,
    parent: () => '',
    words: (job) => [job.number, job.name, job.shortName, job.clientNumber, job.clientName],
  },
  phase: {
    key: (phase) => `${phase.job}/${phase.number}`,
    parent: (phase) => phase.job,
    words: (phase) => [phase.number, phase.name],
  },
  costCode: {
    key: (code) => code.code,
    parent: () => '',
    words: (code) => [code.code, code.name, code.division, code.divisionName],
  },
  costType: {
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  changeOrderType: {
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  vendor: {
    key: (vendor) => vendor.number,
    parent: () => '',
    words: (vendor) => [vendor.number, vendor.name, vendor.shortName],
  },
  changeOrder: {
    key: (order) => order.record,
    parent: (order) => order.job,
    words: (order) => [order.number, order.description, order.reason, order.clientPo],
  },
  vendorType: {
    key: (item) => item.number,
    parent: () => '',
    words: (item) => [item.number, item.name],
  },
  ledgerAccount: {
    key: (account) => account.number,
    parent: () => '',
    words: (account) => [account.number, account.name],
  },
  budget: {
    key: (budget) => budget.job,
    parent: (budget) => budget.job,
    words: (budget) => [budget.job],
  },
  subcontract: {
    key: (subcontract) => subcontract.record,
    parent: (subcontract) => subcontract.job,
    words: (subcontract) => [subcontract.number, subcontract.description],
  },
  purchaseOrder: {
    key: (order) => order.record,
    parent: (order) => order.job ?? '',
    words: (order) => [order.number, order.description],
  },
  payableInvoice: {
    key: (invoice) => invoice.record,
    parent: (invoice) => invoice.job ?? '',
    words: (invoice) => [invoice.number, invoice.description, invoice.subcontract, invoice.purchaseOrder],
  },
};

/** What a stored record of this kind looks like. */
export function schemaOf<K extends SageKind>(kind: K): z.ZodType<SageRecords[K]> {
  const schemas: { readonly [S in SageKind]: z.ZodType<SageRecords[S]> } = recordSchemas;
  return schemas[kind];
}

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
