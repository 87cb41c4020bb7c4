import type { Table } from '../columns.ts';
import { flag, notes, recnum, rowId, text } from './column.ts';

export const reccln: Table = {
  name: 'reccln',
  screen: '3-6',
  title: 'Receivable Clients',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Client#', { required: true }),
    text(75, 'clnnme', 'Client Name', { required: true }),
    text(30, 'shtnme', 'Short Name', { required: true }),
    // Points to the client status list `clnsts`, which Plumbline does not read.
    recnum('status', 'Status', { required: true }),
    text(50, 'contct', 'Contact 1'),
    text(50, 'addrs1', 'Address 1'),
    text(50, 'addrs2', 'Address 2'),
    text(50, 'ctynme', 'City'),
    text(2, 'state_', 'State'),
    text(10, 'zipcde', 'Zip'),
    text(14, 'phnnum', 'Phone 1'),
    text(75, 'e_mail', 'E-mail 1'),
    flag('inactv', 'Inactive'),
    notes(),
  ],
};
