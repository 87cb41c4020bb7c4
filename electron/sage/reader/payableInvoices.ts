import type { PayableInvoice, PayableInvoiceLine } from '#shared/domain/sage/documentFacts.ts';
import type { Document } from './documents.ts';
import { changedAt, type Listing } from './listings.ts';

const headers: Listing<Omit<PayableInvoice, 'lines'>> = {
  table: 'acpinv',
  control: 'invttl',
  columns: [
    ...['recnum', 'invnum', 'vndnum', 'jobnum', 'phsnum', 'pchord', 'ctcnum', 'dscrpt', 'invdte', 'duedte', 'status'],
    ...['invtyp', 'retain', 'invttl', 'ttlpad', 'invbal', 'invnet', 'slstax', 'insdte', 'upddte'],
  ],
  fact: (row) => ({
    record: row.text('recnum'),
    number: row.text('invnum'),
    vendor: row.text('vndnum'),
    job: row.reference('jobnum'),
    phase: row.phase('phsnum'),
    purchaseOrder: row.text('pchord'),
    subcontract: row.text('ctcnum'),
    description: row.text('dscrpt'),
    date: row.textOrNull('invdte'),
    due: row.textOrNull('duedte'),
    status: row.text('status'),
    type: row.text('invtyp'),
    retainage: row.money('retain'),
    total: row.money('invttl'),
    paid: row.money('ttlpad'),
    balance: row.money('invbal'),
    net: row.money('invnet'),
    tax: row.money('slstax'),
    updated: changedAt(row),
  }),
};

const lines: Listing<PayableInvoiceLine> = {
  table: 'apivln',
  control: 'extttl',
  columns: ['recnum', 'linnum', 'prtdsc', 'linqty', 'linprc', 'extttl', 'actnum'],
  fact: (row) => ({
    line: row.text('linnum'),
    description: row.text('prtdsc'),
    quantity: row.decimal('linqty', 4),
    price: row.decimal('linprc', 4),
    amount: row.money('extttl'),
    account: row.reference('actnum'),
  }),
};

export const payableInvoices: Document<Omit<PayableInvoice, 'lines'>, { readonly lines: PayableInvoiceLine }> = {
  headers,
  grids: { lines },
};
