import type { ScriptedColumn } from './script.ts';

/**
 * How Microsoft's driver describes each type of SQL Server: the number of its SQL type in sql.h or msodbcsql.h, its size and its
 * digits. From the driver's documentation (confidence med: nothing here was seen on a server); max types have size 0.
 */
type Described = Omit<ScriptedColumn, 'name'>;

export const sqlServerTypes = {
  'decimal(12,2)': { type: 3, size: 12, digits: 2 },
  'decimal(15,3)': { type: 3, size: 15, digits: 3 },
  'decimal(38,4)': { type: 3, size: 38, digits: 4 },
  'numeric(5,2)': { type: 2, size: 5, digits: 2 },
  money: { type: 3, size: 19, digits: 4 },
  smallmoney: { type: 3, size: 10, digits: 4 },
  float: { type: 6, size: 53 },
  real: { type: 7, size: 24 },
  bigint: { type: -5, size: 19 },
  int: { type: 4, size: 10 },
  smallint: { type: 5, size: 5 },
  tinyint: { type: -6, size: 3 },
  bit: { type: -7, size: 1 },
  datetime: { type: 93, size: 23, digits: 3 },
  smalldatetime: { type: 93, size: 16 },
  'datetime2(7)': { type: 93, size: 27, digits: 7 },
  'datetimeoffset(7)': { type: -155, size: 34, digits: 7 },
  date: { type: 91, size: 10 },
  'time(7)': { type: -154, size: 16, digits: 7 },
  'char(10)': { type: 1, size: 10 },
  'varchar(50)': { type: 12, size: 50 },
  'varchar(max)': { type: 12, size: 0 },
  text: { type: -1, size: 2_147_483_647 },
  'nchar(10)': { type: -8, size: 10 },
  'nvarchar(50)': { type: -9, size: 50 },
  'nvarchar(4000)': { type: -9, size: 4000 },
  'nvarchar(max)': { type: -9, size: 0 },
  ntext: { type: -10, size: 1_073_741_823 },
  uniqueidentifier: { type: -11, size: 36 },
  'binary(8)': { type: -2, size: 8 },
  'varbinary(50)': { type: -3, size: 50 },
  'varbinary(max)': { type: -3, size: 0 },
  image: { type: -4, size: 2_147_483_647 },
  xml: { type: -152, size: 0 },
  sql_variant: { type: -150, size: 8000 },
} as const satisfies Readonly<Record<string, Described>>;

export type SqlServerType = keyof typeof sqlServerTypes;

export const sqlServerTypeNames = Object.keys(sqlServerTypes) as readonly SqlServerType[];

/** A column of that type. */
export function columnOf(name: string, type: SqlServerType): ScriptedColumn {
  return { name, ...sqlServerTypes[type] };
}
