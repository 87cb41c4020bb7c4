import type { ConnectionStep, ConnectionStepName } from '#shared/domain/connectionTest.ts';
import { columnOf, sageTables, type TableName } from '#shared/domain/sage/schema/tables.ts';
import { type SqlConnection, SqlFailure } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { kindOf } from '../failures/kind.ts';
import type { FailureWords } from '../failures/words.ts';
import { failureOf } from '../failures.ts';
import { notTried } from './notTried.ts';

/** What is read at every pull; the guide for IT lists the same tables under the rights. */
const tablesRead: readonly TableName[] = [
  ...(['actrec', 'jobphs', 'reccln', 'cstcde', 'cstdiv', 'csttyp', 'actpay', 'vndtyp'] as const),
  ...(['prmchg', 'pmcgln', 'sbcgln', 'chgtyp', 'subcon', 'sbcnln', 'bdglin'] as const),
];

/** The last two steps: the key of one row of each table. What columns there are is the catalog probe's matter. Throws nothing. */
export async function readableTables(
  connection: SqlConnection,
  dialect: Dialect,
  words: FailureWords,
  monotonicMs: (() => number) | null,
): Promise<readonly ConnectionStep[]> {
  const started = monotonicMs?.() ?? null;
  const missing: TableName[] = [];
  const denied: TableName[] = [];
  const step = (name: ConnectionStepName, failure: Told | null, sentence: string): ConnectionStep => {
    const ms =
      name === 'tables' && started !== null && monotonicMs !== null ? Math.round(monotonicMs() - started) : null;
    if (failure === null) return { step: name, result: 'ok', sentence, remedy: '', ms, code: null };
    return { step: name, result: 'fail', ms, ...failure };
  };
  for (const name of tablesRead) {
    try {
      await connection.query(firstRow(dialect, name));
    } catch (error) {
      const kind = error instanceof SqlFailure ? kindOf(error) : 'bug';
      if (kind === 'schema') missing.push(name);
      else if (kind === 'rights') denied.push(name);
      else return [step('tables', told(failureOf(error, words)), ''), notTried('read')];
    }
  }
  const undescribed = await parametersFailure(connection, dialect, words);
  if (undescribed !== null) return [step('tables', undescribed, ''), notTried('read')];
  const all = `All ${tablesRead.length} tables that Plumbline reads`;
  return [
    step('tables', missing.length === 0 ? null : missingTables(missing, words), `${all} are there.`),
    step('read', denied.length === 0 ? null : deniedTables(denied, words), 'The login may read all of them.'),
  ];
}

/** Most statements have parameters, which not every driver can describe. Null: this one can, or there is no right to try it with. */
async function parametersFailure(
  connection: SqlConnection,
  dialect: Dialect,
  words: FailureWords,
): Promise<Told | null> {
  const recnum = columnOf(sageTables.actrec, 'recnum');
  const sql = dialect.select({
    columns: [aliased(dialect, dialect.read(recnum), recnum.name)],
    from: dialect.table('actrec'),
    where: dialect.equals(recnum),
  });
  try {
    await connection.query(sql, ['0']);
    return null;
  } catch (error) {
    const kind = error instanceof SqlFailure ? kindOf(error) : 'bug';
    if (kind === 'schema' || kind === 'rights') return null;
    const failure = told(failureOf(error, words));
    if (kind !== 'unknown') return failure;
    return {
      ...failure,
      sentence: `The ODBC driver cannot tell ${words.server} what is looked for: a statement with a placeholder failed, and nothing could be found or written.`,
      remedy: 'Have Microsoft’s 64-bit “ODBC Driver 18 for SQL Server” installed on this computer, and choose it.',
      code: 'sage.driverParameters',
    };
  }
}

type Told = Pick<ConnectionStep, 'sentence' | 'remedy' | 'code' | 'detail'>;

function told({ sentence, remedy = '', code, detail }: ReturnType<typeof failureOf>): Told {
  return { sentence, remedy, code, ...(detail === undefined ? {} : { detail }) };
}

function missingTables(names: readonly TableName[], { company }: FailureWords): Told {
  return {
    sentence: `Company ${company} lacks these tables, or the columns by which they are read: ${names.join(', ')}.`,
    remedy: 'Check that this is a Sage 100 Contractor company of a supported version, and that it is the right one.',
    code: 'sage.schema',
  };
}

function deniedTables(names: readonly TableName[], { company }: FailureWords): Told {
  return {
    sentence: `The login may not read these tables of company ${company}: ${names.join(', ')}.`,
    remedy: 'Have the login granted SELECT on them; the guide for IT lists the rights under “Rights in Sage”.',
    code: 'sage.rights',
  };
}

function firstRow(dialect: Dialect, name: TableName): string {
  const table = sageTables[name];
  const columns = table.key.map((column) => aliased(dialect, dialect.read(columnOf(table, column)), column));
  return dialect.select({ columns, from: dialect.table(name), limit: 1 });
}
