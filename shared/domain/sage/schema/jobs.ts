import type { Table } from '../columns.ts';
import { jobStatuses } from '../enumerations.ts';
import { audit, date, decimal, flag, integer, money, notes, parentRowId, recnum, rowId, text } from './column.ts';

export const actrec: Table = {
  name: 'actrec',
  screen: '3-5',
  title: 'Jobs',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Job#', { required: true }),
    text(75, 'jobnme', 'Job Name', { required: true }),
    text(30, 'shtnme', 'Short Name', { required: true }),
    integer('status', 'Status', { required: true, values: jobStatuses }),
    recnum('clnnum', 'Client', { references: 'reccln' }),
    recnum('jobtyp', 'Job Type'),
    recnum('lgract', 'Income Account', { references: 'lgract' }),
    text(50, 'contct', 'Contact'),
    text(50, 'addrs1', 'Address 1'),
    text(50, 'addrs2', 'Address 2'),
    text(50, 'ctynme', 'City'),
    text(2, 'state_', 'State'),
    text(10, 'zipcde', 'Zip'),
    text(14, 'phnnum', 'Phone'),
    decimal(5, 2, 'retain', 'Retention Rate'),
    // The original contract: Sage never changes it; approved change orders are added in reports.
    money('cntrct', 'Contract Amount'),
    date('ctcdte', 'Contract Date'),
    date('sttdte', 'Start Date'),
    date('cmpdte', 'Completion Date'),
    text(30, 'connum', 'Contract#'),
    text(30, 'pchord', 'Client PO#'),
    flag('inactv', 'Inactive'),
    text(50, 'usrdf1', 'User Def1'),
    text(50, 'usrdf2', 'User Def2'),
    notes(),
    ...audit(),
  ],
};

export const jobphs: Table = {
  name: 'jobphs',
  screen: '3-5',
  title: 'Phases',
  key: ['recnum', 'phsnum'],
  columns: [
    rowId(),
    parentRowId('actrec', 'high'),
    recnum('recnum', 'Job#', { required: true, references: 'actrec' }),
    recnum('phsnum', 'Phase#', { required: true }),
    text(50, 'phsnme', 'Phase Name'),
    money('bllamt', 'Billing Amount', { confidence: 'med' }),
    notes('med'),
  ],
};

/** Only newer versions have this list; older ones have the six fixed words. Confidence med. */
export const jobsts: Table = {
  name: 'jobsts',
  screen: '3-5',
  title: 'Job Statuses',
  key: ['recnum'],
  columns: [
    rowId(),
    integer('recnum', 'Status#', { required: true, confidence: 'med' }),
    text(50, 'stsnme', 'Status', { confidence: 'med' }),
  ],
};
