import type { Table } from '../columns.ts';
import { subcontractStatuses } from '../enumerations.ts';
import {
  audit,
  costCode,
  costType,
  date,
  decimal,
  flag,
  gridFlag,
  integer,
  money,
  notes,
  parentRowId,
  recnum,
  rowId,
  text,
} from './column.ts';

export const sbctyp: Table = {
  name: 'sbctyp',
  screen: '6-7-1',
  title: 'Subcontract Types',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Subcontract Type#', { required: true, confidence: 'med' }),
    // Not typnme, as every other list of types has it.
    text(50, 'dscrpt', 'Subcontract Type', { confidence: 'med' }),
  ],
};

export const subcon: Table = {
  name: 'subcon',
  screen: '6-7-1',
  title: 'Subcontract',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Record#', { required: true }),
    text(20, 'ctcnum', 'Subcontract#'),
    recnum('vndnum', 'Vendor', { required: true, references: 'actpay' }),
    recnum('jobnum', 'Job', { required: true, references: 'actrec' }),
    recnum('phsnum', 'Phase', { references: 'jobphs', confidence: 'med' }),
    text(50, 'dscrpt', 'Description', { required: true, confidence: 'med' }),
    recnum('divnum', 'Division', { references: 'cstdiv', confidence: 'med' }),
    recnum('contyp', 'Subcontract Type', { references: 'sbctyp', confidence: 'med' }),
    text(50, 'usrdf1', 'User Def1', { confidence: 'med' }),
    text(50, 'usrdf2', 'User Def2', { confidence: 'med' }),
    integer('status', 'Status', { required: true, values: subcontractStatuses }),
    decimal(12, 2, 'rtnrte', 'Retention Rate', { confidence: 'med' }),
    date('condte', 'Contract Date', { required: true }),
    date('appdte', 'Approved', { confidence: 'med' }),
    date('strdte', 'Start Date'),
    date('findte', 'Finish Date'),
    flag('hotlst', 'Hot List', { confidence: 'high' }),
    flag('paysts', 'Hold Pay'),
    flag('lckedt', 'Lock Edit'),
    date('entdte', 'Entered Date', { confidence: 'med' }),
    text(50, 'usrnme', 'User Name', { confidence: 'med' }),
    // Stored totals: 6-4-1 raises chgttl and ctcttl, invoices raise invttl and lower balttl.
    money('cntttl', 'Original Contract', { confidence: 'med' }),
    money('chgttl', 'Changes', { confidence: 'med' }),
    money('ctcttl', 'New Contract', { confidence: 'med' }),
    money('taxttl', 'Tax', { confidence: 'med' }),
    money('invttl', 'Invoiced', { confidence: 'med' }),
    money('balttl', 'Balance', { confidence: 'med' }),
    notes('med'),
    ...audit(),
  ],
};

/** The only Sage table whose real SQL types are public. */
export const sbcnln: Table = {
  name: 'sbcnln',
  screen: '6-7-1',
  title: 'Subcontract Details',
  key: ['recnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('subcon'),
    recnum('recnum', 'Record#', { required: true, references: 'subcon' }),
    integer('linnum', 'Line', { required: true }),
    text(50, 'dscrpt', 'Description', { required: true }),
    costCode(),
    costType(),
    money('amount', 'Original Contract'),
    // Kept up by approved lines of 6-4-1; `amount` stays what was signed.
    money('change', 'Changes'),
    money('cntrct', 'New Contract'),
    money('billed', 'Invoiced'),
    money('remain', 'Remaining'),
    gridFlag('gstsbj', 'GST', { confidence: 'high' }),
    gridFlag('pstsbj', 'PST', { confidence: 'high' }),
    gridFlag('hstsbj', 'HST', { confidence: 'high' }),
    text(50, 'usrdf1', 'User Defined'),
    text(32, 'linref', 'Line Reference#', { nullable: true }),
    notes(),
  ],
};
