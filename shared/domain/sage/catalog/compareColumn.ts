import { formatScaled, parseScaled } from '../../decimal.ts';
import type { CatalogDifference } from '../catalog.ts';
import type { Column, Table } from '../columns.ts';
import { defaultValue, physicalType, typeText } from '../physical.ts';
import type { TableUse } from '../uses/tableUse.ts';
import { allocatedColumns } from './allocations.ts';
import { type Compared, demandsValue, harm, isAlwaysGiven, isUsed, isWritten } from './compared.ts';
import { compareSize, type SizeFinding } from './compareSize.ts';
import { difference } from './difference.ts';
import type { FoundColumn } from './found.ts';

/** Everything about one described column that is other than described. In: undefined when the table has no such column. */
export function compareColumn(
  table: Table,
  use: TableUse,
  column: Column,
  found: FoundColumn | undefined,
): SizeFinding {
  const compared = { table, use, column };
  if (found === undefined) return { differences: [missing(compared)], limit: null };
  const { differences, limit } = compareSize(compared, found);
  const others = [compareNullability, compareDefault, compareIdentity, compareComputed];
  return { differences: [...differences, ...others.flatMap((compare) => compare(compared, found) ?? [])], limit };
}

function missing(compared: Compared): CatalogDifference {
  const expected = typeText(physicalType(compared.column));
  const effect = harm(isUsed(compared));
  return difference({ ...compared, aspect: 'missing', expected, found: 'nothing', what: 'is not there', effect });
}

function compareNullability(compared: Compared, found: FoundColumn): CatalogDifference | null {
  const { nullable } = compared.column;
  if (nullable === found.nullable) return null;
  const words = (empty: boolean) => (empty ? 'may be empty (NULL)' : 'must have a value (NOT NULL)');
  // Plans leave a field that is described as optional empty, in new rows and in updates.
  const written = isWritten(compared);
  const hinders = nullable && (written || (!isAlwaysGiven(compared) && demandsValue(found)));
  return difference({
    ...compared,
    aspect: 'nullability',
    expected: words(nullable),
    found: words(found.nullable),
    what: words(found.nullable),
    effect: harm(hinders),
    concern: written ? 'write' : 'insert',
  });
}

function compareDefault(compared: Compared, found: FoundColumn): CatalogDifference | null {
  const { table, column } = compared;
  const described = defaultValue(column, table.key);
  const present = found.default === null || /^null$/i.test(found.default) ? null : found.default;
  if (sameDefault(column, described, present)) return null;
  const words = (value: string | null) => (value === null ? 'no default' : value === '' ? 'empty text' : value);
  return difference({
    ...compared,
    aspect: 'default',
    expected: words(described),
    found: words(present),
    what: present === null ? 'has no default value' : `gets ${words(present)} where nothing is given`,
    // A new row would lack a value, or hold one that nobody planned.
    effect: harm(!isAlwaysGiven(compared) && (present !== null || demandsValue({ ...found, default: null }))),
    concern: 'insert',
  });
}

function sameDefault(column: Column, described: string | null, present: string | null): boolean {
  if (described === present) return true;
  if (described === null || present === null || column.type === 'text' || column.type === 'gridFlag') return false;
  const scale = column.type === 'decimal' ? column.scale : 0;
  const value = parseScaled(present, scale);
  return value !== null && formatScaled(value, scale) === described;
}

function compareIdentity(compared: Compared, found: FoundColumn): CatalogDifference | null {
  if (!found.identity) return null;
  // Numbers that the database gives by itself are left to it; any other column is one that plans must be able to fill.
  const allocated = allocatedColumns(compared.table, compared.use).includes(compared.column.name);
  return difference({
    ...compared,
    aspect: 'identity',
    expected: 'given with the row',
    found: 'numbered by the database',
    what: 'is numbered by the database itself',
    effect: harm(isWritten(compared) && !allocated),
    concern: 'write',
  });
}

function compareComputed(compared: Compared, found: FoundColumn): CatalogDifference | null {
  if (!found.computed) return null;
  return difference({
    ...compared,
    aspect: 'computed',
    expected: 'a stored value',
    found: 'computed by the database',
    what: 'is computed by the database and cannot be written',
    effect: harm(isWritten(compared)),
    concern: 'write',
  });
}
