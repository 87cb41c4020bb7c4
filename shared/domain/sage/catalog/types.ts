import type { ColumnLimit } from '../catalog.ts';
import type { Column } from '../columns.ts';
import { type PhysicalType, physicalType } from '../physical.ts';

/**
 * What another type than the described one means. `alike`: every value that Plumbline reads or writes survives. `narrower`: so do
 * those within the limit. `unwritable`: what is read does, but what is written would be read back in another form, and every write is
 * compared character for character. `other`: values would come out changed, or not at all.
 */
export type TypeVerdict =
  | { readonly verdict: 'same' | 'alike' | 'unwritable' | 'other' }
  | { readonly verdict: 'narrower'; readonly limit: ColumnLimit };

const alike = { verdict: 'alike' } as const;
const unwritable = { verdict: 'unwritable' } as const;
const other = { verdict: 'other' } as const;

/** Times are written and read with so many digits of a second. */
const millisecondDigits = 3;

/** Whole-number types and what they hold. */
const wholeRanges: Readonly<Record<string, readonly [number, number]>> = {
  tinyint: [0, 255],
  smallint: [-32_768, 32_767],
  int: [-2_147_483_648, 2_147_483_647],
};

/** In: the description and the type that was found. Sizes are judged apart. */
export function judgeType(column: Column, found: PhysicalType): TypeVerdict {
  const described = physicalType(column);
  if (found.type === described.type) return { verdict: 'same' };
  switch (column.type) {
    case 'rowId':
      return other;
    case 'recnum':
      // Record numbers come from Sage itself and fit its own column; as text they look the same.
      return found.type === 'int' || isWholeDecimal(found) ? alike : other;
    case 'integer':
    case 'flag':
      return judgeWhole(column, found);
    case 'decimal':
      // money comes back with four decimals, other than it was written; float and real are never exact.
      return found.type === 'numeric' ? alike : other;
    case 'text':
    case 'gridFlag':
      // Outside its code page a character becomes a question mark: every write is read back, so that one is refused.
      if (found.type === 'varchar') return alike;
      // Filled up with blanks, but for a single character.
      if (found.type === 'nchar' || found.type === 'char') return found.length === 1 ? alike : unwritable;
      return other;
    case 'date':
      return ['datetime', 'datetime2', 'smalldatetime'].includes(found.type) ? alike : other;
    case 'timestamp':
      // smalldatetime keeps no seconds: what is read back would differ from what was written.
      if (found.type !== 'datetime2') return other;
      return (found.scale ?? 0) >= millisecondDigits ? alike : unwritable;
  }
}

function judgeWhole(column: Column, found: PhysicalType): TypeVerdict {
  if (found.type === 'bigint' || (found.type === 'bit' && column.type === 'flag')) return alike;
  const range = wholeRanges[found.type];
  if (range === undefined) return other;
  // A list such as 1-Approved … 6-Rejected fits the smallest of them, and so do record numbers of Sage's own short lists.
  const few = column.type === 'flag' || column.values !== undefined || column.references !== undefined;
  return few ? alike : { verdict: 'narrower', limit: { least: range[0], most: range[1] } };
}

function isWholeDecimal({ type, scale }: PhysicalType): boolean {
  return (type === 'decimal' || type === 'numeric') && scale === 0;
}
