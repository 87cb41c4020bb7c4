import type { BudgetLine, ChangeOrder, PrimeLine } from '#shared/domain/sage/facts.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { type Document, readDocument } from './documents.ts';
import type { Fields } from './fields.ts';
import { changedAt, type Listing } from './listings.ts';
import { provedRowsAfter, type ReadRows } from './rows.ts';

type Header = Omit<ChangeOrder, 'prime' | 'budget'>;

const headers: Listing<Header> = {
  table: 'prmchg',
  control: 'appamt',
  columns: [
    'recnum',
    'chgnum',
    'chgdte',
    'jobnum',
    'phsnum',
    'dscrpt',
    'reason',
    'pchord',
    'usrdf1',
    'usrdf2',
    'subdte',
    'aprdte',
    'invdte',
    'delreq',
    'dysdly',
    'chgtyp',
    'status',
    'reqamt',
    'appamt',
    'cstamt',
    'lckedt',
    'ntetxt',
    'insdte',
    'upddte',
  ],
  fact: (row) => ({
    record: row.text('recnum'),
    number: row.text('chgnum'),
    date: row.textOrNull('chgdte'),
    job: row.text('jobnum'),
    phase: row.phase('phsnum'),
    description: row.text('dscrpt'),
    reason: row.text('reason'),
    clientPo: row.text('pchord'),
    userDefined1: row.text('usrdf1'),
    userDefined2: row.text('usrdf2'),
    submitted: row.textOrNull('subdte'),
    approvedOn: row.textOrNull('aprdte'),
    invoiced: row.textOrNull('invdte'),
    delayRequested: row.whole('delreq'),
    delayApproved: row.whole('dysdly'),
    type: row.reference('chgtyp'),
    status: row.text('status'),
    requested: row.money('reqamt'),
    approved: row.money('appamt'),
    cost: row.money('cstamt'),
    locked: row.flag('lckedt'),
    notes: row.text('ntetxt'),
    updated: changedAt(row),
  }),
};

const primeLines: Listing<PrimeLine> = {
  table: 'pmcgln',
  control: 'aprprc',
  columns: ['recnum', 'linnum', 'dscrpt', 'reqprc', 'aprprc', 'cstcde', 'csttyp'],
  fact: (row) => ({
    line: row.text('linnum'),
    description: row.text('dscrpt'),
    requested: row.money('reqprc'),
    approved: row.money('aprprc'),
    costCode: row.costCode('cstcde'),
    costType: row.reference('csttyp'),
  }),
};

const budgetLines: Listing<BudgetLine> = {
  table: 'sbcgln',
  control: 'bdgprc',
  columns: [
    'recnum',
    'linnum',
    'dscrpt',
    'chghrs',
    'chgunt',
    'bdgprc',
    'cstcde',
    'csttyp',
    'vndnum',
    'vndctc',
    'ctclin',
    'chgnum',
    'chgsts',
    'chgdte',
  ],
  fact: (row: Fields) => ({
    line: row.text('linnum'),
    description: row.text('dscrpt'),
    hours: row.decimal('chghrs', 2),
    units: row.decimal('chgunt', 4),
    amount: row.money('bdgprc'),
    costCode: row.costCode('cstcde'),
    costType: row.reference('csttyp'),
    vendor: row.reference('vndnum'),
    subcontract: row.reference('vndctc'),
    subcontractLine: row.reference('ctclin'),
    changeNumber: row.text('chgnum'),
    status: row.reference('chgsts'),
    date: row.textOrNull('chgdte'),
  }),
};

export const changeOrders: Document<Header, { readonly prime: PrimeLine; readonly budget: BudgetLine }> = {
  headers,
  grids: { prime: primeLines, budget: budgetLines },
};

/**
 * Null when Sage has no change order with this record number. `read`: as it comes inside the transaction of a plan, whose rows are
 * compared one by one besides and which asks no more than it must.
 */
export function readChangeOrder(
  connection: SqlConnection,
  dialect: Dialect,
  record: string,
  read: ReadRows = provedRowsAfter,
): Promise<ChangeOrder | null> {
  return readDocument(connection, dialect, changeOrders, record, read);
}
