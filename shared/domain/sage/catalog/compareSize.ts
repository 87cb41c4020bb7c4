import type { CatalogDifference, ColumnLimit } from '../catalog.ts';
import { type PhysicalType, physicalType, typeText } from '../physical.ts';
import { type Compared, harm, isUsed, isWritten } from './compared.ts';
import { type Difference, difference } from './difference.ts';
import type { FoundColumn } from './found.ts';
import { judgeType } from './types.ts';

export type SizeFinding = {
  readonly differences: readonly CatalogDifference[];
  /** The tighter limit, where planners must keep one. */
  readonly limit: ColumnLimit | null;
};

/** Notes are read and written up to here: a column that holds more than this is as good as one without an end. */
const longestText = 4000;

/** Texts are read as they are described; the executor measures what it is about to replace. */
const cut = 'longer texts are shown without their end, and Plumbline does not change them';

const none: SizeFinding = { differences: [], limit: null };

type Sized = Compared & Pick<Difference, 'expected' | 'found'>;

/** Type, length and precision of a column. */
export function compareSize(compared: Compared, found: FoundColumn): SizeFinding {
  const described = physicalType(compared.column);
  const sized: Sized = { ...compared, expected: typeText(described), found: typeText(found) };
  const judged = judgeType(compared.column, found);
  const what = `is ${sized.found} instead of ${sized.expected}`;
  switch (judged.verdict) {
    case 'narrower': {
      const so = 'numbers that do not fit are refused before anything is written';
      return narrowed({ ...sized, aspect: 'type', what, so }, judged.limit);
    }
    case 'unwritable':
      return one(difference({ ...sized, aspect: 'type', what, effect: harm(isWritten(compared)), concern: 'write' }));
    case 'other':
      return one(difference({ ...sized, aspect: 'type', what, effect: harm(isUsed(compared)) }));
    case 'alike': {
      const kind = difference({ ...sized, aspect: 'type', what, effect: 'note' });
      const { differences, limit } = compareDigits(sized, described, found);
      return { differences: [kind, ...differences], limit };
    }
    case 'same':
      return compareDigits(sized, described, found);
  }
}

function compareDigits(sized: Sized, described: PhysicalType, found: PhysicalType): SizeFinding {
  if (described.length !== null) return compareLength(sized, described.length, found.length ?? 0);
  if (described.precision === null || found.precision === null) return none;
  return comparePrecision(sized, digitsOf(described), digitsOf(found));
}

function compareLength(sized: Sized, described: number | 'max', found: number | 'max'): SizeFinding {
  if (described === found) return none;
  const words = (length: number | 'max') => (length === 'max' ? 'any number of' : String(length));
  const what = `holds ${words(found)} characters instead of ${words(described)}`;
  const length = found === 'max' ? longestText : found;
  if (length >= (described === 'max' ? longestText : described)) {
    const so = described !== 'max' && isUsed(sized) ? { so: cut } : {};
    return one(difference({ ...sized, aspect: 'length', what, effect: 'note', ...so }));
  }
  return narrowed(
    { ...sized, aspect: 'length', what, so: 'longer texts are refused before anything is written' },
    { length },
  );
}

type Digits = { readonly precision: number; readonly scale: number };

const digitsOf = ({ precision, scale }: PhysicalType): Digits => ({ precision: precision ?? 0, scale: scale ?? 0 });

function comparePrecision(sized: Sized, described: Digits, found: Digits): SizeFinding {
  if (described.precision === found.precision && described.scale === found.scale) return none;
  const words = ({ precision, scale }: Digits) => `${precision - scale} digits before the point and ${scale} after it`;
  const what = `has ${words(found)} instead of ${words(described)}`;
  if (described.scale !== found.scale) {
    // What is written is compared with what is read back, digit for digit: another number of decimals would never be equal.
    const effect = harm(isWritten(sized));
    return one(difference({ ...sized, aspect: 'precision', what, effect, concern: 'write' }));
  }
  if (found.precision > described.precision) {
    return one(difference({ ...sized, aspect: 'precision', what, effect: 'note' }));
  }
  return narrowed(
    { ...sized, aspect: 'precision', what, so: 'larger numbers are refused before anything is written' },
    found,
  );
}

/** Only what is written can be too long; what is read fits as it is. */
function narrowed({ so, ...parts }: Omit<Difference, 'effect'>, limit: ColumnLimit): SizeFinding {
  const { column } = parts;
  const written = typeof column === 'object' && column !== null && isWritten({ ...parts, column });
  if (!written) return one(difference({ ...parts, effect: 'note' }));
  return { differences: [difference({ ...parts, effect: 'narrows', ...(so === undefined ? {} : { so }) })], limit };
}

function one(found: CatalogDifference): SizeFinding {
  return { differences: [found], limit: null };
}
