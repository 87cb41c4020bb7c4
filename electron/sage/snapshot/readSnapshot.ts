import {
  kindOfColumn,
  type RowValues,
  type SnapshotColumn,
  type SnapshotTable,
} from '#shared/domain/certification/snapshot.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { isTableName, sageTables } from '#shared/domain/sage/schema/tables.ts';
import type { SnapshotPage } from '../../engine/ports/sageCompany.ts';
import type { SqlConnection, SqlRow } from '../connection.ts';
import type { DatabaseKind } from '../ddl.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';
import { countIn, missingRows, untilWhole } from '../reader/counted.ts';
import { mssqlSnapshot } from './mssqlSnapshot.ts';
import { aliasOf, type SnapshotSql } from './snapshotSql.ts';
import { sqliteSnapshot } from './sqliteSnapshot.ts';

const sql: Readonly<Record<DatabaseKind, SnapshotSql>> = { mssql: mssqlSnapshot, sqlite: sqliteSnapshot };

/** Rows of a page before its size is looked at. */
const pageRows = 500;
/** A page crosses to the engine in one message, which may weigh 256 kB with everything around it. */
const pageBytes = 200_000;

/**
 * Every table of the database but Plumbline's own markers, in the order of their names, without the columns that have no comparable
 * text.
 */
export async function readSnapshotTables(
  connection: SqlConnection,
  dialect: Dialect,
): Promise<readonly SnapshotTable[]> {
  const { columns, keys, kindOf, ownSchema } = sql[dialect.kind];
  const keyRows = Map.groupBy(await connection.query(keys), tableOf);
  const tables = Map.groupBy(await connection.query(columns), tableOf);
  return [...tables].flatMap(([id, rows]) => {
    const [schema, name] = [at(rows[0], 'schema_name'), at(rows[0], 'table_name')];
    const uncompared: { name: string; type: string }[] = [];
    const described = rows.flatMap((row) => {
      const [column, type] = [at(row, 'column_name'), at(row, 'type_name')];
      const found = kindOf(type);
      if (found !== null)
        return [{ name: column, kind: describedKind(schema === ownSchema, name, column) ?? found, type }];
      uncompared.push({ name: column, type });
      return [];
    });
    const hasRowId = described.some((column) => column.name === '_idnum');
    const key = hasRowId ? ['_idnum'] : (keyRows.get(id) ?? []).map((row) => at(row, 'column_name'));
    const whole = key.every((column) => described.some((one) => one.name === column)) ? key : [];
    if (dialect.name(name) === dialect.markerTable) return [];
    const called = schema === ownSchema ? name : `${schema}.${name}`;
    return [{ name: called, schema, columns: described, uncompared, key: whole }];
  });
}

/**
 * Why a snapshot would not be of the whole database; null when it would. A catalog leaves out without a word what a login has no right
 * on, so what Sage writes there would be compared with nothing.
 */
export async function unseenTables(
  connection: SqlConnection,
  dialect: Dialect,
  companyName: string,
): Promise<Failure | null> {
  const { seesAll } = sql[dialect.kind];
  if (seesAll === null) return null;
  const [row] = await connection.query(seesAll);
  if (at(row, 'all') === '1') return null;
  return {
    next: 'needsPerson',
    code: 'certification.unseen',
    sentence: `The login may not read every table of ${companyName}, so a comparison would miss what Sage writes into those that it does not see. Nothing was compared.`,
    remedy: `Have an administrator make it a member of db_datareader in that database, for the time of the comparison: ALTER ROLE [db_datareader] ADD MEMBER [the login].`,
  };
}

/**
 * The rows of a table from an offset on, as many as one message carries. Counted: a row lost on the way would be one that somebody
 * deleted or added.
 */
export async function readSnapshotRows(
  connection: SqlConnection,
  kind: DatabaseKind,
  table: SnapshotTable,
  offset: number,
): Promise<SnapshotPage> {
  const found = await untilWhole(table.name, async () => {
    const read = await connection.query(sql[kind].page(table, offset, pageRows));
    // Of a full page nothing was lost, and counting a whole table takes its time.
    if (read.length === pageRows) return { read, missing: '' };
    const all = Number(countIn(await connection.query(sql[kind].count(table))));
    return { read, missing: missingRows(read, String(Math.min(pageRows, Math.max(0, all - offset)))) };
  });
  const rows: RowValues[] = [];
  let bytes = 0;
  for (const row of found) {
    const values = Object.fromEntries(table.columns.map(({ name }, index) => [name, textAt(row, aliasOf(index))]));
    bytes += Buffer.byteLength(JSON.stringify(values));
    if (rows.length > 0 && bytes > pageBytes) return { rows, next: offset + rows.length };
    rows.push(values);
  }
  return { rows, next: found.length < pageRows ? null : offset + rows.length };
}

/** Sage's own tables are described: what their values mean is known better than from the type. */
function describedKind(own: boolean, table: string, column: string): SnapshotColumn['kind'] | null {
  if (!own || !isTableName(table)) return null;
  const described = sageTables[table].columns.find(({ name }) => name === column);
  return described === undefined ? null : kindOfColumn[described.type];
}

function tableOf(row: SqlRow): string {
  return JSON.stringify([at(row, 'schema_name'), at(row, 'table_name')]);
}

function at(row: SqlRow | undefined, alias: string): string {
  return (row === undefined ? null : textAt(row, alias)) ?? '';
}
