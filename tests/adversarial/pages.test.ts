import { describe, expect, it } from 'vitest';
import type { Result } from '#shared/domain/failure.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import type { SqlConnection, SqlRow } from '../../electron/sage/connection.ts';
import { createPlan, planOf, step, text } from '../contracts/sageCompanyPlans.ts';
import { companyOver, got, odbc, sampleFiles } from '../contracts/sageCompanyRig.ts';

const files = sampleFiles();

/** Stands in for a binding that spoils results: only those that hold this column, and only so many times. */
function spoiling(
  column: string,
  spoil: (rows: readonly SqlRow[]) => readonly SqlRow[],
  times = Number.POSITIVE_INFINITY,
) {
  let left = times;
  return (connection: SqlConnection): SqlConnection => ({
    ...connection,
    query: async (sql, parameters) => {
      const rows = await connection.query(sql, parameters);
      // A page, not its totals.
      if (rows[0]?.[column] === undefined || rows[0].rows !== undefined || left <= 0) return rows;
      left -= 1;
      return spoil(rows);
    },
  });
}

const search = { operationKey: 'key', stores: ['recordFields'], newestRecord: '0' } as const;
const typed = planOf({
  target: { job: '2402', phase: '0', record: '1008', number: '1' },
  steps: [step('header', 'update', 'prmchg', { recnum: '1008' }, text('dscrpt', 'As somebody typed it'))],
});

async function snapshotOf(company: SageCompany): Promise<Result<unknown>> {
  const table = got(await company.snapshotTables()).find(({ name }) => name === 'actrec');
  if (table === undefined) throw new Error('No jobs');
  return company.snapshotRows(table, 0);
}

const readings: readonly [string, string, (company: SageCompany) => Promise<Result<unknown>>][] = [
  ['a job', 'jobnme', (company) => company.read('job', { changedFrom: null, after: null })],
  ['a change order', 'chgnum', (company) => company.read('changeOrder', { changedFrom: null, after: null })],
  ['a prime line', 'aprprc', (company) => company.read('changeOrder', { changedFrom: null, after: null })],
  ['a budget line', 'bdgprc', (company) => company.read('changeOrder', { changedFrom: null, after: null })],
  ['a change order by its record', 'chgnum', (company) => company.changeOrder('1008')],
  ['a prime line of one change order', 'aprprc', (company) => company.changeOrder('1008')],
  ['a budget line of one change order', 'bdgprc', (company) => company.changeOrder('1008')],
  ['a vendor', 'vndnme', (company) => company.read('vendor', { changedFrom: null, after: null })],
  ['a subcontract', 'ctcttl', (company) => company.subcontractsOf('2402')],
  ['a subcontract line', 'billed', (company) => company.subcontractsOf('2402')],
  ['a proof in a record field', 'usrdf2', (company) => company.lookUp(createPlan(), search)],
  ['a record that a person may have typed', 'dscrpt', (company) => company.typedRecords(typed, null)],
  ['a snapshot', 'c0', snapshotOf],
  ['a budgeted cost code', 'cstcde', (company) => company.budgetedCodes('2402')],
];

describe.each(readings)('a page from which %s vanished on the way', (_, column, read) => {
  const spoilt: readonly [string, (rows: readonly SqlRow[]) => readonly SqlRow[]][] = [
    ['in the middle', (rows) => rows.toSpliced(Math.floor(rows.length / 2), 1)],
    ['at the end', (rows) => rows.slice(0, -1)],
    ['with all others', () => []],
  ];
  it.each(spoilt)('is refused: %s', async (_words, spoil) => {
    const file = files.fresh();
    const company = companyOver(async () => spoiling(column, spoil)(await odbc.open(file)));
    expect(await read(company)).toMatchObject({ ok: false, failure: { code: 'sage.rowsMissing', next: 'retry' } });
  });
});

describe('a page in which an amount lost its last digit on the way', () => {
  it.each([
    ['appamt', 'chgnum'],
    ['aprprc', 'aprprc'],
    ['bdgprc', 'bdgprc'],
  ])('is refused: %s', async (amount, column) => {
    const file = files.fresh();
    const cut = (rows: readonly SqlRow[]) =>
      rows.map((row, index) => (index === 1 ? { ...row, [amount]: `${String(row[amount]).slice(0, -1)}9` } : row));
    const company = companyOver(async () => spoiling(column, cut)(await odbc.open(file)));
    const answer = await company.read('changeOrder', { changedFrom: null, after: null });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'sage.rowsMissing' } });
  });
});

describe('a page that somebody changed between its rows and its totals', () => {
  it.each<[string, (rows: readonly SqlRow[]) => readonly SqlRow[]]>([
    ['a row less', (rows) => rows.slice(1)],
    ['a row less, and another that is no number', (rows) => rows.slice(1).map((row) => ({ ...row, appamt: '?' }))],
  ])('is read again, and is whole: %s', async (_words, change) => {
    const file = files.fresh();
    const once = spoiling('chgnum', change, 1);
    const all = got(await companyOver(() => odbc.open(file)).read('changeOrder', { changedFrom: null, after: null }));
    const company = companyOver(async () => once(await odbc.open(file)));
    expect(got(await company.read('changeOrder', { changedFrom: null, after: null }))).toEqual(all);
  });
});
