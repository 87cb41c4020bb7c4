import type { BudgetLine, ChangeOrder, PrimeLine } from '#shared/domain/sage/facts.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { ReadQuery } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import type { Statement } from '../dialect/statements.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { changedAt, type Listing } from './listings.ts';
import { changedSince, type KeyedPage, readPage } from './page.ts';
import { everyRow, provedRowsAfter, type ReadRows, rowsAfter } from './rows.ts';
import { qualified } from './source.ts';

/** Each brings its lines along, so fewer to the page than of flat records. */
const headersPerPage = 200;

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
    type: row.textOrNull('chgtyp'),
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
    costType: row.textOrNull('csttyp'),
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
    costType: row.textOrNull('csttyp'),
    vendor: row.textOrNull('vndnum'),
    subcontract: row.textOrNull('vndctc'),
    subcontractLine: row.textOrNull('ctclin'),
    changeNumber: row.text('chgnum'),
    status: row.textOrNull('chgsts'),
    date: row.textOrNull('chgdte'),
  }),
};

/** One page of change orders with both grids. Lines count as rows read. */
export async function readChangeOrders(
  connection: SqlConnection,
  dialect: Dialect,
  query: ReadQuery,
): Promise<KeyedPage<ChangeOrder>> {
  const page = await readPage(connection, dialect, headers, query, headersPerPage);
  return withLines(connection, dialect, page, query.changedFrom);
}

/**
 * Null when Sage has no change order with this record number. Read as it comes: a plan's rows are compared one by one besides, and
 * its transaction asks no more than it must.
 */
export async function readChangeOrder(
  connection: SqlConnection,
  dialect: Dialect,
  record: string,
): Promise<ChangeOrder | null> {
  const column = columnOf(sageTables.prmchg, 'recnum');
  const where = { sql: `${qualified(dialect, 'recnum')} = ${dialect.parameter(column)}`, parameters: [record] };
  const all = { changedFrom: null, after: null };
  const page = await readPage(connection, dialect, { ...headers, where }, all, 1, rowsAfter);
  const { records } = await withLines(connection, dialect, page, null, rowsAfter);
  return records[0] ?? null;
}

async function withLines(
  connection: SqlConnection,
  dialect: Dialect,
  page: KeyedPage<Header>,
  changedFrom: string | null,
  read: ReadRows = provedRowsAfter,
): Promise<KeyedPage<ChangeOrder>> {
  const first = page.records[0];
  const last = page.records.at(-1);
  if (first === undefined || last === undefined) return { ...page, records: [] };
  const where = linesOf(dialect, first.record, last.record, changedFrom);
  const through = changedFrom === null ? {} : { through: headerJoin(dialect) };
  const prime = await everyRow(connection, dialect, { ...primeLines, ...through, where }, read);
  const budget = await everyRow(connection, dialect, { ...budgetLines, ...through, where }, read);
  const primeOf = byRecord(primeLines, prime);
  const budgetOf = byRecord(budgetLines, budget);
  return {
    records: page.records.map((header) => ({
      ...header,
      prime: primeOf.get(header.record) ?? [],
      budget: budgetOf.get(header.record) ?? [],
    })),
    keys: page.keys,
    rowsRead: page.rowsRead + prime.length + budget.length,
    next: page.next,
  };
}

/** Two parameters, however many headers: the headers of a page are neighbours. */
function linesOf(dialect: Dialect, first: string, last: string, changedFrom: string | null): Statement {
  const place = dialect.parameter(columnOf(sageTables.prmchg, 'recnum'));
  const between = `${qualified(dialect, 'recnum')} BETWEEN ${place} AND ${place}`;
  if (changedFrom === null) return { sql: between, parameters: [first, last] };
  const changed = changedSince(dialect, 'prmchg', changedFrom, 'h');
  return { sql: `${between} AND ${changed.sql}`, parameters: [first, last, ...changed.parameters] };
}

function headerJoin(dialect: Dialect): string {
  const recnum = dialect.name('recnum');
  return `JOIN ${dialect.table('prmchg')} h ON h.${recnum} = ${qualified(dialect, 'recnum')}`;
}

function byRecord<T>(listing: Listing<T>, rows: readonly SqlRow[]): ReadonlyMap<string, readonly T[]> {
  const lines = new Map<string, T[]>();
  for (const row of rows) {
    const fields = fieldsOf(listing.table, row);
    const record = fields.text('recnum');
    const line = listing.fact(fields);
    const list = lines.get(record);
    if (list === undefined) lines.set(record, [line]);
    else list.push(line);
  }
  return lines;
}
