import type { Plan } from '#shared/domain/plan.ts';
import type { Column } from '#shared/domain/sage/columns.ts';
import type { AppliedMarker, Approval } from '../../engine/ports/sageCompany.ts';
import type { TableProof } from '../../engine/ports/sageProofs.ts';
import { sampleMarkerTable } from '../catalog/sqlite.ts';
import { type SqlConnection, SqlFailure, type SqlParameter, type SqlRow } from '../connection.ts';
import { sqlType } from '../ddl.ts';
import { aliased, type Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';

/**
 * Markers in a table beside Sage's own: in the companion database, or in the sample company's file. The proof that a plan was
 * applied is one row, written in the same transaction as the plan's own rows, under a key that can exist
 * only once. Markers are for ever: nothing updates or deletes them.
 */
const column = (name: string, length: number): Column => ({
  type: 'text',
  length,
  name,
  label: name,
  nullable: false,
  confidence: 'high',
});
const operationKey = column('operation_key', 200);
const planHash = column('plan_hash', 128);
const record = column('record', 20);
const number = column('number', 20);
const appliedAt = column('applied_at', 30);
const person = column('person', 200);
const columns = [operationKey, planHash, record, number, appliedAt, person];

/**
 * What a proof says of itself besides, for whoever finds it without knowing the push: after a restore, or from another installation.
 * Tables from before this was kept have NULL here.
 */
const nullable = (name: string, length: number): Column => ({ ...column(name, length), nullable: true });
const installation = nullable('installation', 36);
const kind = nullable('kind', 40);
const businessKey = nullable('business_key', 200);
/** Ids of the CORs or items, parted by blanks; as many as fit. */
const subjects = nullable('subjects', 2000);
const title = nullable('title', 400);
const sayings = [installation, kind, businessKey, subjects, title];
/** Whose proof it is, by the name of its database: the companies of one server may share the table. */
export const ownerColumn = nullable('company', 128);
/** In the order in which versions came to have them. */
const added = [sayings, [ownerColumn]];

function clauseOf(dialect: Dialect, one: Column): string {
  return `${dialect.name(one.name)} ${sqlType(dialect.kind, one)} ${one.nullable ? 'NULL' : 'NOT NULL'}`;
}

/** Creates the marker table where it is missing: in the companion database, or in the sample company's own file. */
export function markerStatements(dialect: Dialect): readonly string[] {
  const clauses = [...columns, ...added.flat()].map((one) => clauseOf(dialect, one));
  const body = `(${clauses.join(', ')}, PRIMARY KEY (${dialect.name(operationKey.name)}))`;
  if (dialect.kind === 'sqlite') return [`CREATE TABLE IF NOT EXISTS ${dialect.markerTable} ${body}`];
  const table = `N'${dialect.markerTable}'`;
  return [
    `IF OBJECT_ID(${table}, N'U') IS NULL CREATE TABLE ${dialect.markerTable} ${body}`,
    ...added.map((ones) => {
      const lacking = `COL_LENGTH(${table}, N'${ones[0]?.name ?? ''}') IS NULL`;
      return `IF ${lacking} ALTER TABLE ${dialect.markerTable} ADD ${ones.map((one) => clauseOf(dialect, one)).join(', ')}`;
    }),
  ];
}

/** Brings the table of a sample company that an earlier version made up to date; the companion database's is brought by its script. */
export async function completeSampleTable(connection: SqlConnection, dialect: Dialect): Promise<void> {
  const there = await connection.query(`SELECT "name" FROM pragma_table_info('${sampleMarkerTable}')`);
  const names = new Set(there.map((row) => textAt(row, 'name')));
  if (names.size === 0) return;
  for (const one of added.flat()) {
    if (names.has(one.name)) continue;
    await connection.query(`ALTER TABLE ${dialect.markerTable} ADD COLUMN ${clauseOf(dialect, one)}`);
  }
}

/** Whether there is a table of markers, for a company of which it is not known that it ever used one. */
export async function tableIsThere(connection: SqlConnection, { catalog }: Dialect): Promise<boolean> {
  const [row] = await connection.query(catalog.markersThere);
  return row !== undefined && textAt(row, 'there') !== null;
}

/** Ask under the lock of the job: only then does null mean that no plan of this table was applied under the key. */
export async function findInTable(
  connection: SqlConnection,
  dialect: Dialect,
  key: string,
): Promise<AppliedMarker | null> {
  const sql = dialect.select({
    columns: [planHash, record, number].map((one) => aliased(dialect, dialect.read(one), one.name)),
    from: dialect.markerTable,
    where: `${dialect.name(operationKey.name)} = ${dialect.parameter(operationKey)}`,
  });
  const [row] = await asking(connection, sql, [key]);
  if (row === undefined) return null;
  const at = (one: Column) => textAt(row, one.name) ?? '';
  return { planHash: at(planHash), record: at(record), number: at(number) };
}

/** Throws `SqlFailure` when the key is there already. */
export async function insertIntoTable(
  connection: SqlConnection,
  dialect: Dialect,
  plan: Plan,
  approval: Approval,
  written: { readonly record: string; readonly number: string },
): Promise<void> {
  const all = [...columns, ...sayings];
  const owner = dialect.ownDatabase === null ? [] : [[dialect.name(ownerColumn.name), dialect.ownDatabase] as const];
  const names = [...all.map((one) => dialect.name(one.name)), ...owner.map(([name]) => name)].join(', ');
  const places = [...all.map((one) => dialect.parameter(one)), ...owner.map(([, value]) => value)].join(', ');
  const { operationKey, planHash, person, at } = approval;
  await asking(connection, `INSERT INTO ${dialect.markerTable} (${names}) VALUES (${places})`, [
    operationKey,
    planHash,
    written.record,
    written.number,
    at,
    person.slice(0, 200),
    approval.installation,
    plan.kind,
    plan.businessKey.slice(0, 200),
    subjectsOf(plan),
    plan.title.slice(0, 400),
  ]);
}

/** Whole ids only: half of one would name another record. */
function subjectsOf({ sources }: Plan): string {
  let text = '';
  for (const { corId } of sources) {
    const longer = text === '' ? corId : `${text} ${corId}`;
    if (longer.length > 2000) return text;
    text = longer;
  }
  return text;
}

/** True of the proofs of this company. Those of earlier versions do not say whose they are, and may be of any. */
function isOwn(dialect: Dialect): string | null {
  const { ownDatabase } = dialect;
  const owner = dialect.name(ownerColumn.name);
  return ownDatabase === null ? null : `(${owner} IS NULL OR ${owner} = ${ownDatabase})`;
}

/** How many proofs this company has. Call it only where the table is. */
export async function countTable(connection: SqlConnection, dialect: Dialect): Promise<number> {
  const [count = ''] = dialect.totals([]);
  const own = isOwn(dialect);
  const sql = dialect.select({
    columns: [aliased(dialect, count, 'found')],
    from: dialect.markerTable,
    ...(own === null ? {} : { where: own }),
  });
  const [row] = await asking(connection, sql, []);
  return Number(row === undefined ? Number.NaN : textAt(row, 'found'));
}

/** Proofs in the order of their keys, after the one given: of every company, for a database may have been given another name. */
export async function pageOfTable(
  connection: SqlConnection,
  dialect: Dialect,
  after: string | null,
  limit: number,
): Promise<readonly TableProof[]> {
  const own = isOwn(dialect);
  const told =
    own === null ? [] : [aliased(dialect, `CAST(CASE WHEN ${own} THEN '1' ELSE '0' END AS nvarchar(1))`, 'own')];
  const sql = dialect.select({
    columns: [...[...columns, ...sayings].map((one) => aliased(dialect, dialect.read(one), one.name)), ...told],
    from: dialect.markerTable,
    ...(after === null ? {} : { where: `${dialect.name(operationKey.name)} > ${dialect.parameter(operationKey)}` }),
    orderBy: dialect.name(operationKey.name),
    limit,
  });
  const rows = await asking(connection, sql, after === null ? [] : [after]);
  return rows.map((row) => {
    const at = (one: Column) => textAt(row, one.name) ?? '';
    return {
      key: at(operationKey),
      planHash: at(planHash),
      record: at(record),
      number: at(number),
      at: at(appliedAt),
      person: at(person),
      installation: at(installation),
      kind: at(kind),
      businessKey: at(businessKey),
      subjects: at(subjects)
        .split(' ')
        .filter((id) => id !== ''),
      title: at(title),
      own: own === null || textAt(row, 'own') === '1',
    };
  });
}

/** The state of failures that come from the table of markers, whose database may be missing while the company's answers. */
export const markerState = 'markers';

/** The same while that database is closed and the company's is not. */
export const markersClosedState = 'markersClosed';

/** SQL Server: column, table, right or database missing. A table that an earlier version made lacks columns. */
const missingNumbers = new Set([207, 208, 229, 911, 916, 4060]);
/** SQL Server: not recovered yet, recovering, in use by one, suspect, being restored, offline, cannot be opened. */
const closedNumbers = new Set([921, 922, 924, 926, 927, 942, 945]);

async function asking(
  connection: SqlConnection,
  sql: string,
  parameters: readonly SqlParameter[],
): Promise<readonly SqlRow[]> {
  try {
    return await connection.query(sql, parameters);
  } catch (error) {
    if (!(error instanceof SqlFailure)) throw error;
    const state = stateOf(error.native);
    throw state === null ? error : new SqlFailure(error.phase, state, error.native, error.message, error);
  }
}

function stateOf(native: number | null): string | null {
  if (native === null) return null;
  if (missingNumbers.has(native)) return markerState;
  return closedNumbers.has(native) ? markersClosedState : null;
}
