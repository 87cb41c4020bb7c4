import { randomUUID } from 'node:crypto';
import odbc, { type BareRow } from 'odbc';

/**
 * A push as somebody would write it by hand who knows exactly what to write: one connection, one transaction with the same lock,
 * checks, numbers, inserts, reading back and marker as the product's, without a plan, an outbox, a receipt or a link.
 */
export type HandWritten = {
  readonly connectionString: string;
  readonly job: string;
  /** One budget line for each. */
  readonly codes: readonly string[];
};

type Values = Readonly<Record<string, string | null>>;

const wholeNumbers = new Set([
  ...['recnum', 'linnum', 'jobnum', 'phsnum', 'status', 'chgtyp', 'delreq', 'dysdly', 'csttyp'],
]);
const place = (column: string) => (wholeNumbers.has(column) ? 'CAST(? AS INTEGER)' : '?');
const asText = (column: string) =>
  wholeNumbers.has(column) ? `CAST("${column}" AS TEXT) AS "${column}"` : `"${column}" AS "${column}"`;

/** Out: how many statements were sent, besides connecting, BEGIN and COMMIT. */
export async function pushByHand({ connectionString, job, codes }: HandWritten): Promise<number> {
  const connection = await odbc.connect({ connectionString });
  let sent = 0;
  const query = (sql: string, values: readonly (string | null)[] = []) => {
    sent += 1;
    return connection.query(sql, values);
  };
  await query('PRAGMA foreign_keys = ON');
  await connection.beginTransaction();
  await query('DELETE FROM "plumbline_push_marker" WHERE 0');
  const operation = randomUUID();
  const select = 'SELECT "plan_hash", "record", "number" FROM "plumbline_push_marker" WHERE "operation_key" = ?';
  expectRows(await query(select, [operation]), 0);
  const open = 'SELECT "recnum", "status", "inactv" FROM "actrec" WHERE "recnum" = CAST(? AS INTEGER)';
  expectRows(await query(open, [job]), 1);
  for (const code of codes) expectRows(await query('SELECT "recnum" FROM "cstcde" WHERE "recnum" = ?', [code]), 1);
  const [newest] = await query('SELECT CAST(MAX("recnum") AS TEXT) AS "highest" FROM "prmchg"');
  const record = String(Number(newest?.highest) + 1);
  const numbers = await query(
    'SELECT CAST("recnum" AS TEXT) AS "recnum", "chgnum" FROM "prmchg" WHERE "jobnum" = CAST(? AS INTEGER) AND ("phsnum" IS NULL OR "phsnum" = 0)',
    [job],
  );
  const number = String(1 + Math.max(0, ...numbers.map(({ chgnum }) => Number(chgnum)).filter(Number.isSafeInteger)));

  const header = headerRow(record, number, job);
  await insert(query, 'prmchg', header);
  await query('SELECT CAST(MAX("linnum") AS TEXT) AS "highest" FROM "pmcgln" WHERE "recnum" = CAST(? AS INTEGER)', [
    record,
  ]);
  const prime = primeRow(record, header._idnum);
  await insert(query, 'pmcgln', prime);
  await query('SELECT CAST(MAX("linnum") AS TEXT) AS "highest" FROM "sbcgln" WHERE "recnum" = CAST(? AS INTEGER)', [
    record,
  ]);
  const budget = codes.map((code, index) => budgetRow(record, header._idnum, index + 1, code));
  for (const row of budget) await insert(query, 'sbcgln', row);

  await readBack(query, 'prmchg', [header], '', [record]);
  const between = 'AND "linnum" BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';
  await readBack(query, 'pmcgln', [prime], between, [record, '1', '1']);
  await readBack(query, 'sbcgln', budget, between, [record, '1', String(budget.length)]);
  const proof = '"operation_key", "plan_hash", "record", "number", "applied_at", "person"';
  await query(`INSERT INTO "plumbline_push_marker" (${proof}) VALUES (?, ?, ?, ?, ?, ?)`, [
    operation,
    'by hand'.padEnd(64, '0'),
    record,
    number,
    new Date().toISOString(),
    'By hand',
  ]);
  await connection.commit();
  await connection.close();
  return sent;
}

type Query = (sql: string, values?: readonly (string | null)[]) => Promise<readonly BareRow[]>;

async function insert(query: Query, table: string, row: Values): Promise<void> {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const sql = `INSERT INTO "${table}" (${names}) VALUES (${columns.map(place).join(', ')})`;
  await query(sql, Object.values(row));
}

async function readBack(
  query: Query,
  table: string,
  rows: readonly Values[],
  condition: string,
  values: readonly string[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map(asText);
  const sql = `SELECT ${columns.join(', ')} FROM "${table}" WHERE "recnum" = CAST(? AS INTEGER) ${condition}`;
  const found = await query(sql, values);
  expectRows(found, rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of Object.entries(row)) {
      if (found[index]?.[column] !== value) throw new Error(`${table}.${column} was read back differently`);
    }
  }
}

function expectRows(rows: readonly BareRow[], count: number): void {
  if (rows.length !== count) throw new Error(`${rows.length} rows instead of ${count}`);
}

const day = '2026-11-20';
const time = '2026-11-20 08:00:00.000';

function headerRow(record: string, number: string, job: string) {
  return {
    _idnum: randomUUID(),
    recnum: record,
    chgnum: number,
    jobnum: job,
    phsnum: null,
    chgdte: day,
    dscrpt: 'COR by hand',
    status: '1',
    chgtyp: null,
    pchord: '',
    reason: '',
    delreq: '0',
    dysdly: '0',
    subdte: day,
    aprdte: day,
    ntetxt: 'COR by hand: written without Plumbline',
    usrdf1: '',
    usrdf2: '',
    reqamt: '20000.00',
    appamt: '20000.00',
    cstamt: '20000.00',
    entdte: day,
    usrnme: 'By hand',
    insdte: time,
    insusr: 'By hand',
    upddte: time,
    updusr: 'By hand',
  };
}

function primeRow(record: string, parent: string): Values {
  return {
    _idnum: randomUUID(),
    _idref: parent,
    recnum: record,
    linnum: '1',
    dscrpt: 'COR by hand',
    reqprc: '20000.00',
    aprprc: '20000.00',
    cstcde: null,
    csttyp: null,
  };
}

function budgetRow(record: string, parent: string, line: number, code: string): Values {
  return {
    _idnum: randomUUID(),
    _idref: parent,
    recnum: record,
    linnum: String(line),
    dscrpt: `Line ${line}`,
    chghrs: '0.00',
    chgunt: '0.0000',
    bdgprc: '1000.00',
    cstcde: code,
    csttyp: '4',
  };
}
