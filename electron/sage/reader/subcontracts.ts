import type { Subcontract, SubcontractLine } from '#shared/domain/sage/facts.ts';
import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { fieldsOf } from './fields.ts';
import type { Listing } from './listings.ts';
import { everyRow } from './rows.ts';
import { qualified } from './source.ts';

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
    'cntttl',
    'chgttl',
    'ctcttl',
    'balttl',
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
    original: row.money('cntttl'),
    changes: row.money('chgttl'),
    total: row.money('ctcttl'),
    balance: row.money('balttl'),
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
    costType: row.textOrNull('csttyp'),
    amount: row.money('amount'),
    change: row.money('change'),
    contract: row.money('cntrct'),
    billed: row.money('billed'),
    remaining: row.money('remain'),
  }),
};

/** All subcontracts of a job with their lines, by record number. */
export async function readSubcontracts(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
): Promise<readonly Subcontract[]> {
  const place = dialect.parameter(columnOf(sageTables.subcon, 'jobnum'));
  const jobnum = dialect.name('jobnum');
  const recnum = dialect.name('recnum');
  const headerRows = await everyRow(connection, dialect, {
    ...headers,
    where: { sql: `${qualified(dialect, 'jobnum')} = ${place}`, parameters: [job] },
  });
  const lineRows = await everyRow(connection, dialect, {
    ...lines,
    through: `JOIN ${dialect.table('subcon')} h ON h.${recnum} = ${qualified(dialect, 'recnum')}`,
    where: { sql: `h.${jobnum} = ${place}`, parameters: [job] },
  });
  const all = lineRows.map((row) => fieldsOf(lines.table, row));
  const linesOf = Map.groupBy(all, (row) => row.text('recnum'));
  return headerRows.map((row) => {
    const subcontract = headers.fact(fieldsOf(headers.table, row));
    return { ...subcontract, lines: (linesOf.get(subcontract.record) ?? []).map(lines.fact) };
  });
}
