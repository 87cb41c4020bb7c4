import { columnOf, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { SqlConnection } from '../connection.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { fieldsOf } from './fields.ts';
import { everyFact } from './rows.ts';
import { qualified } from './source.ts';

const mostReasons = 50;

/** Reasons of change orders, most frequent first, each once. */
export async function readReasons(connection: SqlConnection, dialect: Dialect): Promise<readonly string[]> {
  const reason = columnOf(sageTables.prmchg, 'reason');
  const column = dialect.name(reason.name);
  const sql = dialect.select({
    columns: [aliased(dialect, dialect.read(reason), reason.name)],
    from: dialect.table('prmchg'),
    where: `${column} <> ''`,
    groupBy: column,
    orderBy: `COUNT(*) DESC, ${column}`,
    limit: mostReasons,
  });
  const rows = await connection.query(sql);
  const reasons = rows.map((row) => fieldsOf('prmchg', row).text(reason.name));
  return [...new Set(reasons)].filter((words) => words !== '');
}

/** The cost codes of a job's budget (6-2), each phase and code once. */
export async function readBudgetedCodes(
  connection: SqlConnection,
  dialect: Dialect,
  job: string,
): Promise<readonly { readonly phase: string; readonly code: string }[]> {
  const place = dialect.parameter(columnOf(sageTables.bdglin, 'recnum'));
  const source = {
    table: 'bdglin',
    columns: [...sageTables.bdglin.key, 'cstcde'],
    where: { sql: `${qualified(dialect, 'recnum')} = ${place}`, parameters: [job] },
  } as const;
  const lines = await everyFact(connection, dialect, source, (row) => {
    const fields = fieldsOf('bdglin', row);
    return { phase: fields.phase('phsnum'), code: fields.costCode('cstcde') };
  });
  const codes = new Map<string, { readonly phase: string; readonly code: string }>();
  for (const { phase, code } of lines) {
    if (code !== null) codes.set(`${phase}/${code}`, { phase, code });
  }
  return [...codes.values()];
}
