import type { PurchaseOrder, PurchaseOrderLine } from '#shared/domain/sage/documentFacts.ts';
import type { Document } from './documents.ts';
import { changedAt, type Listing } from './listings.ts';

const headers: Listing<Omit<PurchaseOrder, 'lines'>> = {
  table: 'pchord',
  control: 'pchttl',
  columns: [
    ...['recnum', 'ordnum', 'orddte', 'vndnum', 'jobnum', 'phsnum', 'dscrpt', 'status', 'lckedt'],
    ...['subttl', 'slstax', 'pchttl', 'rcvdte', 'cancel', 'pchbal', 'insdte', 'upddte'],
  ],
  fact: (row) => ({
    record: row.text('recnum'),
    number: row.text('ordnum'),
    date: row.textOrNull('orddte'),
    vendor: row.reference('vndnum'),
    job: row.reference('jobnum'),
    phase: row.phase('phsnum'),
    description: row.text('dscrpt'),
    status: row.text('status'),
    locked: row.flag('lckedt'),
    subtotal: row.money('subttl'),
    tax: row.money('slstax'),
    total: row.money('pchttl'),
    received: row.money('rcvdte'),
    canceled: row.money('cancel'),
    balance: row.money('pchbal'),
    updated: changedAt(row),
  }),
};

const lines: Listing<PurchaseOrderLine> = {
  table: 'pcorln',
  control: 'extttl',
  columns: [
    ...['recnum', 'linnum', 'prtdsc', 'untdsc', 'linqty', 'linprc', 'extttl', 'rcvdte', 'cancel', 'cstcde', 'csttyp'],
  ],
  fact: (row) => ({
    line: row.text('linnum'),
    description: row.text('prtdsc'),
    unit: row.text('untdsc'),
    quantity: row.decimal('linqty', 4),
    price: row.decimal('linprc', 4),
    extended: row.money('extttl'),
    received: row.decimal('rcvdte', 4),
    canceled: row.decimal('cancel', 4),
    costCode: row.costCode('cstcde'),
    costType: row.reference('csttyp'),
  }),
};

export const purchaseOrders: Document<Omit<PurchaseOrder, 'lines'>, { readonly lines: PurchaseOrderLine }> = {
  headers,
  grids: { lines },
};
