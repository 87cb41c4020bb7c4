import type { Table } from '../columns.ts';
import { payableInvoiceStatuses, payableInvoiceTypes } from '../enumerations.ts';
import { audit, date, decimal, flag, integer, money, notes, parentRowId, recnum, rowId, text } from './column.ts';

export const acpinv: Table = {
  name: 'acpinv',
  screen: '4-2',
  title: 'Payable Invoice',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Record#', { required: true }),
    text(20, 'invnum', 'Invoice#', { required: true }),
    recnum('vndnum', 'Vendor', { required: true, references: 'actpay' }),
    recnum('jobnum', 'Job', { references: 'actrec' }),
    recnum('phsnum', 'Phase', { references: 'jobphs' }),
    // The two document numbers are text, not record numbers.
    text(20, 'pchord', 'PO#'),
    text(20, 'ctcnum', 'Subcontract#'),
    text(50, 'dscrpt', 'Description', { required: true }),
    date('invdte', 'Invoice Date', { required: true }),
    date('duedte', 'Due Date', { required: true }),
    date('dscdte', 'Discount Date', { required: true }),
    integer('status', 'Status', { required: true, values: payableInvoiceStatuses }),
    integer('invtyp', 'Type', { required: true, values: payableInvoiceTypes }),
    text(20, 'refnum', 'Reference#'),
    text(50, 'usrdf1', 'User Def1'),
    text(50, 'usrdf2', 'User Def2'),
    // What is kept back from the payment; Procore's manual calls the same field Retainage Held.
    money('retain', 'Retention'),
    // Of this one only the name is public: never written.
    money('hldamt', 'Held Amount'),
    money('dscavl', 'Discount Available'),
    money('freigh', 'Freight'),
    money('invttl', 'Invoice Total'),
    money('ttlpad', 'Total Paid'),
    money('invbal', 'Balance'),
    money('invnet', 'Net Due'),
    money('subttl', 'Subtotal'),
    money('slstax', 'Sales Tax'),
    integer('actper', 'Period'),
    integer('postyr', 'Posting Year'),
    recnum('lgrrec', 'Ledger Record#', { references: 'lgrtrn' }),
    date('entdte', 'Entered Date'),
    flag('hotlst', 'Hot List'),
    text(50, 'usrnme', 'User Name'),
    notes(),
    ...audit(),
  ],
};

/** Lines carry no cost code: coding goes to job cost records. The table is certain, its columns are med. */
export const apivln: Table = {
  name: 'apivln',
  screen: '4-2',
  title: 'Payable Invoice Details',
  key: ['recnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('acpinv', 'high'),
    recnum('recnum', 'Record#', { required: true, references: 'acpinv' }),
    integer('linnum', 'Line', { required: true, confidence: 'med' }),
    recnum('prtnum', 'Part#', { confidence: 'med' }),
    text(50, 'prtdsc', 'Part Description', { confidence: 'med' }),
    text(10, 'untdsc', 'Unit', { confidence: 'med' }),
    decimal(12, 4, 'linqty', 'Quantity', { confidence: 'med' }),
    decimal(12, 4, 'linprc', 'Price', { confidence: 'med' }),
    money('extttl', 'Extended', { confidence: 'med' }),
    recnum('actnum', 'Account', { references: 'lgract', confidence: 'med' }),
    recnum('subact', 'Subaccount', { confidence: 'med' }),
    // Perhaps the line of the subcontract: a stable text of 32 letters.
    text(32, 'linref', 'Subcontract Line Reference#', { nullable: true, confidence: 'low' }),
    text(50, 'usrdf1', 'User Defined', { confidence: 'med' }),
  ],
};
