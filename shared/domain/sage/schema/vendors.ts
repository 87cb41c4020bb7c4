import type { Table } from '../columns.ts';
import { payableInvoiceStatuses } from '../enumerations.ts';
import { audit, decimal, flag, integer, notes, recnum, rowId, text } from './column.ts';

export const vndtyp: Table = {
  name: 'vndtyp',
  screen: '4-4',
  title: 'Vendor Types',
  key: ['recnum'],
  columns: [rowId(), recnum('recnum', 'Vendor Type#', { required: true }), text(50, 'typnme', 'Vendor Type'), notes()],
};

/** Tax ids and bank numbers are left out on purpose: Plumbline never reads them. */
export const actpay: Table = {
  name: 'actpay',
  screen: '4-4',
  title: 'Vendors',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Vendor#', { required: true }),
    text(75, 'vndnme', 'Vendor Name', { required: true }),
    text(30, 'shtnme', 'Short Name', { required: true }),
    recnum('vndtyp', 'Vendor Type', { references: 'vndtyp' }),
    text(50, 'ownnme', 'Owner'),
    text(50, 'addrs1', 'Address 1'),
    text(50, 'addrs2', 'Address 2'),
    text(50, 'ctynme', 'City'),
    text(2, 'state_', 'State'),
    text(10, 'zipcde', 'Zip'),
    text(14, 'phnnum', 'Phone'),
    text(14, 'cllphn', 'Cell Phone'),
    text(75, 'e_mail', 'E-mail'),
    text(50, 'contct', 'Contact'),
    decimal(5, 2, 'dscrte', 'Discount Rate'),
    // Terms are text: 30DY after so many days, 10TH on that day of the month, 01MO after so many months.
    text(6, 'dscdte', 'Discount Terms'),
    text(6, 'duedte', 'Due Terms'),
    // What is proposed on this vendor's invoices.
    recnum('lgrdft', 'Default Account', { references: 'lgract' }),
    decimal(15, 3, 'cdedft', 'Default Cost Code', { nullable: true, references: 'cstcde' }),
    integer('typdft', 'Default Cost Type', { nullable: true, references: 'csttyp' }),
    integer('stsdft', 'Default Invoice Status', { values: payableInvoiceStatuses }),
    // Checked: this vendor may send two invoices of one number.
    flag('dupchk', 'Allow Duplicate Invoice#', { confidence: 'high' }),
    flag('inactv', 'Inactive'),
    notes(),
    ...audit(),
  ],
};
