import type { Column, Table } from '#shared/domain/sage/columns.ts';
import { defaultValue, physicalType, referenceOf, typeText } from '#shared/domain/sage/physical.ts';
import { sageTables } from '#shared/domain/sage/schema/tables.ts';

/**
 * CREATE statements for the sample company, in both dialects. A real company database is never altered. Keys and references are
 * those that the table descriptions state; Sage's own DDL is not public.
 */

export type DatabaseKind = 'mssql' | 'sqlite';

/** Notes are read through a cast to this many characters in both dialects. */
const longTextLength = 4000;

/** The name in the dialect's quotes, tables with their schema: `dbo.[prmchg]` or `"prmchg"`. */
export function quotedTable(dialect: DatabaseKind, table: string): string {
  return dialect === 'mssql' ? `dbo.${quoted(dialect, table)}` : quoted(dialect, table);
}

/** A column or constraint name in the dialect's quotes. */
export function quoted(dialect: DatabaseKind, name: string): string {
  return dialect === 'mssql' ? `[${name}]` : `"${name}"`;
}

/** The physical type of a column, e.g. `decimal(12,2)` on SQL Server. */
export function sqlType(dialect: DatabaseKind, column: Column): string {
  return dialect === 'mssql' ? typeText(physicalType(column)) : sqliteType(column);
}

/** A column declared DECIMAL would get NUMERIC affinity and turn '100.10' into 100.1: everything exact is declared as text. */
function sqliteType(column: Column): string {
  switch (column.type) {
    case 'rowId':
      return 'VARCHAR(36)';
    case 'recnum':
      // Same affinity as INTEGER, which the ODBC driver would cut to 32 bits without an error.
      return 'BIGINT';
    case 'integer':
    case 'flag':
      return 'INTEGER';
    case 'decimal':
      return `VARCHAR(${column.precision + 2})`; // sign and point
    case 'text':
      return `VARCHAR(${column.length === 'max' ? longTextLength : column.length})`;
    case 'date':
      return 'VARCHAR(10)';
    case 'timestamp':
      return 'VARCHAR(23)';
    case 'gridFlag':
      return 'VARCHAR(1)';
  }
}

/**
 * SQLite enforces neither lengths nor scales. These checks make it refuse what SQL Server would refuse or silently reformat,
 * so that a plan that works here also works there.
 */
function sqliteCheck(column: Column): string {
  const name = quoted('sqlite', column.name);
  if (column.type === 'text') return ` CHECK (length(${name}) <= ${sqliteTextLimit(column.length)})`;
  if (column.type !== 'decimal') return '';
  const digits = '[0-9]'.repeat(column.scale);
  return ` CHECK (${name} GLOB '*[0-9]${column.scale === 0 ? '' : `.${digits}`}')`;
}

function sqliteTextLimit(length: number | 'max'): number {
  return length === 'max' ? longTextLength : length;
}

function columnClause(dialect: DatabaseKind, table: Table, column: Column): string {
  const value = defaultValue(column, table.key);
  const fallback = value === null ? '' : ` DEFAULT '${value}'`;
  const nullness = column.nullable ? 'NULL' : 'NOT NULL';
  const check = dialect === 'sqlite' ? sqliteCheck(column) : '';
  return `${quoted(dialect, column.name)} ${sqlType(dialect, column)} ${nullness}${fallback}${check}`;
}

function referenceClause(dialect: DatabaseKind, table: Table, column: Column): string | null {
  const target = referenceOf(column);
  if (target === null) return null;
  const name = quoted(dialect, `fk_${table.name}_${column.name.replace(/^_/, '')}`);
  const to = `${quotedTable(dialect, target.table)} (${quoted(dialect, target.column)})`;
  return `CONSTRAINT ${name} FOREIGN KEY (${quoted(dialect, column.name)}) REFERENCES ${to}`;
}

function createTable(dialect: DatabaseKind, table: Table): string {
  const constraint = (prefix: string) => `CONSTRAINT ${quoted(dialect, `${prefix}_${table.name}`)}`;
  const key = table.key.map((name) => quoted(dialect, name)).join(', ');
  const clauses = [
    ...table.columns.map((column) => columnClause(dialect, table, column)),
    `${constraint('pk')} PRIMARY KEY (${quoted(dialect, '_idnum')})`,
    `${constraint('uq')} UNIQUE (${key})`,
    ...table.columns.flatMap((column) => referenceClause(dialect, table, column) ?? []),
  ];
  return `CREATE TABLE ${quotedTable(dialect, table.name)} (\n  ${clauses.join(',\n  ')}\n)`;
}

/** Polls run along `upddte`, look-ups along job and vendor numbers, and undo checks children by their parent's row id. */
function createIndexes(dialect: DatabaseKind, table: Table): readonly string[] {
  const indexed = table.columns.filter(
    ({ name, type, references }) =>
      name === 'upddte' ||
      (references !== undefined && name !== table.key[0] && (type === 'recnum' || type === 'rowId')),
  );
  return indexed.map(({ name }) => {
    const index = quoted(dialect, `ix_${table.name}_${name.replace(/^_/, '')}`);
    return `CREATE INDEX ${index} ON ${quotedTable(dialect, table.name)} (${quoted(dialect, name)})`;
  });
}

/** One statement per string, parents before children; safe to run one call each. In: tables in dependency order. */
export function createTableStatements(
  dialect: DatabaseKind,
  tables: readonly Table[] = Object.values(sageTables),
): readonly string[] {
  return tables.flatMap((table) => [createTable(dialect, table), ...createIndexes(dialect, table)]);
}
