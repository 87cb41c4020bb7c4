import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { ReadQuery, SageRecords } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { budgets } from './budgets.ts';
import { changeOrders } from './changeOrders.ts';
import { type Document, readDocument, readDocuments } from './documents.ts';
import {
  changeOrderTypes,
  costCodes,
  costTypes,
  jobs,
  type Listing,
  ledgerAccounts,
  phases,
  vendors,
  vendorTypes,
} from './listings.ts';
import { type KeyedPage, readOne, readPage } from './page.ts';
import { payableInvoices } from './payableInvoices.ts';
import { purchaseOrders } from './purchaseOrders.ts';
import { subcontracts } from './subcontracts.ts';

/** How records of one kind are read: a page of them, or one by its key. */
type KindReader<T> = {
  readonly page: (connection: SqlConnection, dialect: Dialect, query: ReadQuery) => Promise<KeyedPage<T>>;
  readonly one: (connection: SqlConnection, dialect: Dialect, key: string) => Promise<T | null>;
};

const listed = <T>(listing: Listing<T>): KindReader<T> => ({
  page: (connection, dialect, query) => readPage(connection, dialect, listing, query),
  one: (connection, dialect, key) => readOne(connection, dialect, listing, key),
});

const withLines = <H, G>(document: Document<H, G>) => ({
  page: (connection: SqlConnection, dialect: Dialect, query: ReadQuery) =>
    readDocuments(connection, dialect, document, query),
  one: (connection: SqlConnection, dialect: Dialect, key: string) => readDocument(connection, dialect, document, key),
});

export const kindReaders: { readonly [K in SageKind]: KindReader<SageRecords[K]> } = {
  job: listed(jobs),
  phase: listed(phases),
  costCode: listed(costCodes),
  costType: listed(costTypes),
  changeOrderType: listed(changeOrderTypes),
  vendor: listed(vendors),
  changeOrder: withLines(changeOrders),
  vendorType: listed(vendorTypes),
  ledgerAccount: listed(ledgerAccounts),
  budget: withLines(budgets),
  subcontract: withLines(subcontracts),
  purchaseOrder: withLines(purchaseOrders),
  payableInvoice: withLines(payableInvoices),
};
