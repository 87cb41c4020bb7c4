import type { Table } from '../columns.ts';
import { audit, flag, notes, recnum, rowId, text } from './column.ts';

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
    text(75, 'e_mail', 'E-mail'),
    text(50, 'contct', 'Contact'),
    flag('inactv', 'Inactive'),
    notes(),
    ...audit(),
  ],
};
