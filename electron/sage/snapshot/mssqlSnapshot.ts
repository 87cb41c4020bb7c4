import { comparedText, type SnapshotColumn, type SnapshotTable } from '#shared/domain/certification/snapshot.ts';
import { rowsAlias } from '../reader/source.ts';
import { aliasOf, type SnapshotSql } from './snapshotSql.ts';

/** The INFORMATION_SCHEMA's names are nvarchar(128); cast, so that no driver takes them for long values. */
const text = (expression: string, alias: string) => `CAST(${expression} AS nvarchar(128)) AS [${alias}]`;

const ownSchema = 'dbo';

export const mssqlSnapshot: SnapshotSql = {
  columns: [
    `SELECT ${text('c.TABLE_SCHEMA', 'schema_name')}, ${text('c.TABLE_NAME', 'table_name')},`,
    `${text('c.COLUMN_NAME', 'column_name')}, ${text('c.DATA_TYPE', 'type_name')}`,
    'FROM INFORMATION_SCHEMA.COLUMNS c JOIN INFORMATION_SCHEMA.TABLES t',
    'ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME',
    "WHERE t.TABLE_TYPE = 'BASE TABLE'",
    'ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION',
  ].join(' '),
  keys: [
    `SELECT ${text('k.TABLE_SCHEMA', 'schema_name')}, ${text('k.TABLE_NAME', 'table_name')},`,
    `${text('k.COLUMN_NAME', 'column_name')}`,
    'FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS c',
    'ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME',
    "WHERE c.CONSTRAINT_TYPE = 'PRIMARY KEY'",
    'ORDER BY k.TABLE_SCHEMA, k.TABLE_NAME, k.ORDINAL_POSITION',
  ].join(' '),
  // The name is read as an identifier, in which a dot or a bracket would part it. Members of db_datareader hold it. A table that is denied all the same, and seen, fails when it is read.
  seesAll: `SELECT CONVERT(varchar(11), HAS_PERMS_BY_NAME(QUOTENAME(DB_NAME()), N'DATABASE', N'SELECT')) AS [all]`,
  kindOf: (type) => kinds[type.toLowerCase()] ?? null,
  page: (table, offset, limit) => {
    const values = table.columns.map((column, index) => `${asText(column)} AS [${aliasOf(index)}]`);
    // Without a key any order will do, as long as it is the same on every page.
    const order = table.key.length > 0 ? table.key.map(bracketed) : sortable(table);
    return [
      `SELECT ${values.join(', ')}`,
      `FROM ${bracketed(table.schema)}.${bracketed(bareName(table))}`,
      `ORDER BY ${order.join(', ')} OFFSET ${offset} ROWS FETCH NEXT ${limit} ROWS ONLY`,
    ].join(' ');
  },
  count: (table) =>
    `SELECT CONVERT(varchar(20), COUNT_BIG(*)) AS [${rowsAlias}] FROM ${bracketed(table.schema)}.${bracketed(bareName(table))}`,
  ownSchema,
};

/** What has no text that means something (images, binaries, row versions) is left out of snapshots, and named in certificates. */
const kinds: Readonly<Record<string, SnapshotColumn['kind']>> = {
  uniqueidentifier: 'rowId',
  ...Object.fromEntries(['bigint', 'int', 'smallint', 'tinyint', 'bit'].map((type) => [type, 'whole'])),
  ...Object.fromEntries(['decimal', 'numeric', 'money', 'smallmoney'].map((type) => [type, 'decimal'])),
  date: 'date',
  ...Object.fromEntries(['datetime', 'datetime2', 'smalldatetime', 'datetimeoffset'].map((type) => [type, 'moment'])),
  ...Object.fromEntries(['nvarchar', 'varchar', 'nchar', 'char', 'ntext', 'text'].map((type) => [type, 'text'])),
  ...Object.fromEntries(['float', 'real', 'time', 'xml'].map((type) => [type, 'other'])),
};

function asText({ name, type }: SnapshotColumn): string {
  const value = bracketed(name);
  switch (type.toLowerCase()) {
    case 'uniqueidentifier':
      return `CONVERT(varchar(36), LOWER(CONVERT(varchar(36), ${value})))`;
    case 'money':
    case 'smallmoney':
      // Style 2 gives all four decimals; the usual style rounds to two.
      return `CONVERT(varchar(41), ${value}, 2)`;
    case 'float':
    case 'real':
      return `CONVERT(varchar(41), ${value}, 2)`;
    case 'date':
      return `CONVERT(varchar(10), ${value}, 23)`;
    case 'datetime':
    case 'smalldatetime':
    case 'datetime2':
    case 'datetimeoffset':
      return `CONVERT(varchar(40), ${value}, 121)`;
    case 'ntext':
    case 'text':
    case 'xml':
      return `CAST(CAST(${value} AS nvarchar(max)) AS nvarchar(${comparedText}))`;
    case 'nvarchar':
    case 'varchar':
    case 'nchar':
    case 'char':
      return `CAST(${value} AS nvarchar(${comparedText}))`;
    default:
      return `CONVERT(varchar(41), ${value})`;
  }
}

/** ORDER BY takes no text, ntext or xml. */
function sortable({ columns }: SnapshotTable): readonly string[] {
  const simple = columns.filter(({ type }) => !['text', 'ntext', 'xml'].includes(type.toLowerCase()));
  return simple.length > 0 ? simple.map(({ name }) => bracketed(name)) : ['(SELECT NULL)'];
}

function bareName({ name, schema }: SnapshotTable): string {
  return schema === ownSchema ? name : name.slice(schema.length + 1);
}

function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}
