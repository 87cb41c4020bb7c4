import type { Table } from '../columns.ts';
import { jobCostBillings, jobCostStatuses } from '../enumerations.ts';
import { audit, date, decimal, integer, money, notes, recnum, rowId, text } from './column.ts';

/**
 * Job costs: one row for each cost code and cost type of a document. What was paid for a subcontract is here, because the lines of a
 * payable invoice carry no cost code. Cost counts with status 1 only. Columns about employees and equipment are left out.
 */
export const jobcst: Table = {
  name: 'jobcst',
  screen: '6-3',
  title: 'Job Costs',
  key: ['recnum'],
  columns: [
    rowId(),
    recnum('recnum', 'Record#', { required: true }),
    recnum('jobnum', 'Job', { required: true, references: 'actrec' }),
    recnum('phsnum', 'Phase', { references: 'jobphs' }),
    text(20, 'trnnum', 'Transaction#', { required: true }),
    text(50, 'dscrpt', 'Description'),
    date('trndte', 'Transaction Date'),
    date('entdte', 'Entered Date'),
    integer('actprd', 'Period'),
    integer('postyr', 'Posting Year'),
    // Points to a list of Sage's own, whose numbers are not public.
    recnum('srcnum', 'Source'),
    integer('status', 'Status', { values: jobCostStatuses }),
    integer('bllsts', 'Billing Status', { values: jobCostBillings }),
    text(20, 'wrkord', 'Work Order#'),
    decimal(15, 3, 'cstcde', 'Cost Code', { required: true, references: 'cstcde' }),
    integer('csttyp', 'Cost Type', { required: true, references: 'csttyp' }),
    recnum('vndnum', 'Vendor', { references: 'actpay' }),
    decimal(7, 2, 'csthrs', 'Hours'),
    money('cstamt', 'Cost Amount'),
    money('blgamt', 'Billing Amount'),
    recnum('lgrrec', 'Ledger Record#', { references: 'lgrtrn' }),
    text(50, 'usrnme', 'User Name'),
    notes(),
    ...audit(),
  ],
};
