import type { Table } from '../columns.ts';
import { changeOrderStatuses } from '../enumerations.ts';
import {
  audit,
  costCode,
  costType,
  date,
  decimal,
  flag,
  integer,
  money,
  notes,
  parentRowId,
  recnum,
  rowId,
  text,
} from './column.ts';

/** A user list: companies also use it like a status, so no meaning is read into the names. */
export const chgtyp: Table = {
  name: 'chgtyp',
  screen: '6-4-1',
  title: 'Change Order Types',
  key: ['recnum'],
  columns: [rowId(), recnum('recnum', 'CO Type#', { required: true }), text(50, 'typnme', 'CO Type'), notes()],
};

export const prmchg: Table = {
  name: 'prmchg',
  screen: '6-4-1',
  title: 'Change Order',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Record#', { required: true }),
    text(20, 'chgnum', 'Change#', { required: true }),
    date('chgdte', 'Date', { required: true }),
    recnum('jobnum', 'Job', { required: true, references: 'actrec' }),
    // "No phase" is NULL or 0; both occur.
    recnum('phsnum', 'Phase', { references: 'jobphs' }),
    text(50, 'dscrpt', 'Description', { required: true }),
    text(50, 'reason', 'Reason'),
    text(50, 'usrdf1', 'User Def1', { confidence: 'med' }),
    text(50, 'usrdf2', 'User Def2', { confidence: 'med' }),
    // Text, not a link to the table of the same name.
    text(30, 'pchord', 'Client PO#'),
    date('subdte', 'Submitted'),
    date('aprdte', 'Approved'),
    date('invdte', 'Invoiced'),
    integer('delreq', 'Delay Requested'),
    integer('dysdly', 'Delay Approved'),
    recnum('chgtyp', 'CO Type', { references: 'chgtyp' }),
    integer('status', 'Status', { required: true, values: changeOrderStatuses }),
    text(50, 'submto', 'Submit to'),
    money('reqamt', 'Requested Amount'),
    money('appamt', 'Approved Amount'),
    money('cstamt', 'Cost Amount'),
    // Stored totals whose formulas are undocumented: read, never computed or written.
    money('ovhamt', 'Overhead Amount'),
    money('pftamt', 'Profit Amount'),
    money('mrgamt', 'Gross Margin Amount'),
    money('reqpft', 'Requested Profit'),
    money('reqmrg', 'Requested Gross Margin'),
    money('estamt', 'Estimated Total'),
    money('estovh', 'Estimated O/H'),
    date('entdte', 'Entered Date'),
    text(50, 'usrnme', 'User Name', { confidence: 'med' }),
    text('max', 'chgscp', 'Scope'),
    flag('hotlst', 'Hot List'),
    flag('lckedt', 'Lock Edit'),
    flag('upgrde', 'Upgrade'),
    integer('actper', 'Period'),
    integer('postyr', 'Posting Year'),
    notes('med'),
    ...audit(),
  ],
};

/** What the client is charged. The lines have no status of their own. */
export const pmcgln: Table = {
  name: 'pmcgln',
  screen: '6-4-1',
  title: 'Prime Change Details',
  key: ['recnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('prmchg'),
    recnum('recnum', 'Record#', { required: true, references: 'prmchg', confidence: 'med' }),
    integer('linnum', 'Line', { required: true, confidence: 'med' }),
    text(50, 'dscrpt', 'Description', { required: true }),
    money('estamt', 'Estimated', { confidence: 'med' }),
    // Percent, not a factor.
    decimal(12, 2, 'ovhmrk', 'O/H Rate', { confidence: 'med' }),
    decimal(12, 2, 'pftmrk', 'Profit Rate', { confidence: 'med' }),
    money('reqprc', 'Requested', { confidence: 'med' }),
    money('aprprc', 'Approved', { required: true, confidence: 'med' }),
    costCode('med'),
    costType('med'),
    text(50, 'usrdf1', 'User Defined', { confidence: 'med' }),
    notes('med'),
  ],
};

/**
 * Budget changes and subcontract changes in one grid. Vendor, Subcontract, Subcontract Line, Change# and Status act as a unit:
 * if any is given, all but the Subcontract Line are required.
 */
export const sbcgln: Table = {
  name: 'sbcgln',
  screen: '6-4-1',
  title: 'Budget and Sub Change Details',
  key: ['recnum', 'linnum'],
  columns: [
    rowId(),
    parentRowId('prmchg'),
    recnum('recnum', 'Record#', { required: true, references: 'prmchg' }),
    integer('linnum', 'Line', { required: true }),
    text(50, 'dscrpt', 'Description'),
    decimal(12, 2, 'chghrs', 'Budget Hours'),
    decimal(12, 4, 'chgunt', 'Budget Units'),
    money('bdgprc', 'Budget Amount'),
    recnum('vndnum', 'Vendor', { references: 'actpay' }),
    // The subcontract's record number, not its Subcontract#.
    recnum('vndctc', 'Subcontract', { references: 'subcon' }),
    integer('ctclin', 'Subcontract Line', { nullable: true, references: 'sbcnln' }),
    // The subcontract's own series, not the header's Change#.
    text(20, 'chgnum', 'Change#'),
    integer('chgsts', 'Status', { nullable: true, values: changeOrderStatuses }),
    date('chgdte', 'Date'),
    costCode(),
    costType(),
    text(50, 'usrdf1', 'User Defined', { confidence: 'med' }),
    notes('med'),
  ],
};
