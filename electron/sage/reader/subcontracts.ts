import type { Subcontract, SubcontractLine } from '#shared/domain/sage/facts.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { type Document, readDocumentsWhere } from './documents.ts';
import { changedAt, type Listing } from './listings.ts';

const headers: Listing<Omit<Subcontract, 'lines'>> = {
  table: 'subcon',
  control: 'ctcttl',
  columns: [
    'recnum',
    'ctcnum',
    'vndnum',
    'jobnum',
    'phsnum',
    'dscrpt',
    'status',
    'lckedt',
    'condte',
    'rtnrte',
    'cntttl',
    'chgttl',
    'ctcttl',
    'invttl',
    'balttl',
    'insdte',
    'upddte',
  ],
  fact: (row) => ({
    record: row.text('recnum'),
    number: row.text('ctcnum'),
    vendor: row.text('vndnum'),
    job: row.text('jobnum'),
    phase: row.phase('phsnum'),
    description: row.text('dscrpt'),
    status: row.text('status'),
    locked: row.flag('lckedt'),
    date: row.textOrNull('condte'),
    retainagePercent: row.money('rtnrte'),
    original: row.money('cntttl'),
    changes: row.money('chgttl'),
    total: row.money('ctcttl'),
    invoiced: row.money('invttl'),
    balance: row.money('balttl'),
    updated: changedAt(row),
  }),
};

const lines: Listing<SubcontractLine> = {
  table: 'sbcnln',
  control: 'cntrct',
  columns: ['recnum', 'linnum', 'dscrpt', 'cstcde', 'csttyp', 'amount', 'change', 'cntrct', 'billed', 'remain'],
  fact: (row) => ({
    line: row.text('linnum'),
    description: row.text('dscrpt'),
    costCode: row.costCode('cstcde'),
    costType: row.reference('csttyp'),
    amount: row.money('amount'),
    change: row.money('change'),
    contract: row.money('cntrct'),
    billed: row.money('billed'),
    remaining: row.money('remain'),
  }),
};

export const subcontracts: Document<Omit<Subcontract, 'lines'>, { readonly lines: SubcontractLine }> = {
  headers,
  grids: { lines },
};

/** All subcontracts of a job with their lines, by record number. */
export function readSubcontracts(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
): Promise<readonly Subcontract[]> {
  return readDocumentsWhere(connection, dialect, subcontracts, 'jobnum', job);
}
