import type { Column } from './columns.ts';
import { isTableName, sageTables } from './schema/tables.ts';

/** A column's type as SQL Server names it; sizes that the type has not are null. Lengths are characters, not bytes. */
export type PhysicalType = {
  readonly type: string;
  readonly length: number | 'max' | null;
  readonly precision: number | null;
  readonly scale: number | null;
};

const unsized = (type: string): PhysicalType => ({ type, length: null, precision: null, scale: null });
const nvarchar = (length: number | 'max'): PhysicalType => ({ ...unsized('nvarchar'), length });

/** The type that a column is described with. Sage's own DDL is not public: the catalog probe compares. */
export function physicalType(column: Column): PhysicalType {
  switch (column.type) {
    case 'rowId':
      return unsized('uniqueidentifier');
    case 'recnum':
      return unsized('bigint');
    case 'integer':
    case 'flag':
      return unsized('int');
    case 'decimal':
      return { ...unsized('decimal'), precision: column.precision, scale: column.scale };
    case 'text':
      return nvarchar(column.length);
    case 'date':
      return unsized('date');
    case 'timestamp':
      return unsized('datetime');
    case 'gridFlag':
      return nvarchar(1);
  }
}

/** As it stands in a statement: `decimal(12,2)`, `datetime2(3)`. */
export function typeText({ type, length, precision, scale }: PhysicalType): string {
  if (length !== null) return `${type}(${length})`;
  if (precision !== null) return `${type}(${precision},${scale ?? 0})`;
  return scale === null ? type : `${type}(${scale})`;
}

/** What Sage stores in a column that is not given; null where there is no such value. */
export function defaultValue(column: Column, key: readonly string[]): string | null {
  if (column.nullable || key.includes(column.name)) return null;
  switch (column.type) {
    case 'text':
      return '';
    case 'gridFlag':
      return 'N';
    case 'decimal':
      return column.scale === 0 ? '0' : `0.${'0'.repeat(column.scale)}`;
    case 'integer':
    case 'flag':
      return column.references === undefined ? '0' : null;
    default:
      return null;
  }
}

/**
 * Where a reference leads: a child points to its parent twice, `_idref` to `_idnum` and `recnum` to `recnum`. Null for none, and for
 * columns that need a second column to find their row (a phase, a subcontract line): "no phase" may be 0, which has no row.
 */
export function referenceOf(column: Column): { readonly table: string; readonly column: string } | null {
  if (column.references === undefined || !isTableName(column.references)) return null;
  const target = sageTables[column.references];
  const key = column.type === 'rowId' ? '_idnum' : target.key.length === 1 ? target.key[0] : undefined;
  return key === undefined ? null : { table: target.name, column: key };
}
