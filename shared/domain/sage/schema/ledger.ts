import type { Table } from '../columns.ts';
import { ledgerAccountTypes, ledgerSides, ledgerTransactionStatuses, subaccountUses } from '../enumerations.ts';
import { audit, date, flag, integer, money, notes, parentRowId, recnum, rowId, text } from './column.ts';

/** The chart of accounts. Numbers are the company's own, up to ten digits. */
export const lgract: Table = {
  name: 'lgract',
  screen: '1-7',
  title: 'Ledger Accounts',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Account#', { required: true }),
    text(30, 'shtnme', 'Short Name'),
    text(50, 'lngnme', 'Long Name'),
    integer('acttyp', 'Account Type', { values: ledgerAccountTypes }),
    integer('subact', 'Subaccounts', { values: subaccountUses }),
    // An account of direct cost may stand for one cost type: what is booked on it is cost of that type.
    integer('csttyp', 'Cost Type', { nullable: true, references: 'csttyp' }),
    integer('dbtcrd', 'Debit/Credit', { values: ledgerSides }),
    flag('inactv', 'Inactive', { confidence: 'high' }),
    notes(),
  ],
};

/**
 * Ledger transactions. The two tables are certain; of their columns only what is said of payable invoices and job costs, which carry
 * the same names, is public. Everything else is inference: nothing is written here without a certificate that shows it.
 */
export const lgrtrn: Table = {
  name: 'lgrtrn',
  screen: '1-3',
  title: 'Ledger Transactions',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Record#', { required: true }),
    text(20, 'trnnum', 'Transaction#', { confidence: 'low' }),
    date('trndte', 'Transaction Date', { confidence: 'low' }),
    text(50, 'dscrpt', 'Description', { confidence: 'low' }),
    recnum('vndnum', 'Vendor', { references: 'actpay' }),
    integer('status', 'Status', { values: ledgerTransactionStatuses, confidence: 'low' }),
    recnum('srcnum', 'Source', { confidence: 'low' }),
    integer('actprd', 'Period', { confidence: 'low' }),
    integer('postyr', 'Posting Year', { confidence: 'low' }),
    date('entdte', 'Entered Date', { confidence: 'low' }),
    text(50, 'usrnme', 'User Name', { confidence: 'low' }),
    notes('low'),
    ...audit(),
  ],
};

export const lgtnln: Table = {
  name: 'lgtnln',
  screen: '1-3',
  title: 'Ledger Transaction Details',
  key: ['recnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('lgrtrn', 'low'),
    recnum('recnum', 'Record#', { required: true, references: 'lgrtrn', confidence: 'low' }),
    integer('linnum', 'Line', { required: true, confidence: 'low' }),
    recnum('lgract', 'Account', { references: 'lgract', confidence: 'low' }),
    recnum('subact', 'Subaccount', { confidence: 'low' }),
    text(50, 'dscrpt', 'Description', { confidence: 'low' }),
    money('dbtamt', 'Debit', { confidence: 'low' }),
    money('crdamt', 'Credit', { confidence: 'low' }),
  ],
};
