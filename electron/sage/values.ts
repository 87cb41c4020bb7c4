import { isDate } from '#shared/domain/dates.ts';
import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Column } from '#shared/domain/sage/columns.ts';

/** Notes are read up to here: what is longer could not be read back and compared. */
const longestText = 4000;
/** What a bigint holds, less than one digit short. */
const longestNumber = 18;

/** The text that Sage will hold for a planned value, or the words for what is wrong with it: `it is not a date`. */
export function storedForm(column: Column, text: string | null): Result<string | null, string> {
  if (text === null) return column.nullable ? succeed(null) : fail('Sage needs a value here');
  switch (column.type) {
    case 'decimal':
      return storedDecimal(column.precision, column.scale, text);
    case 'recnum':
    case 'integer':
    case 'flag':
      if (!/^-?\d+$/.test(text) || text.length > longestNumber) return fail('it is not a whole number');
      return succeed(BigInt(text).toString());
    case 'date':
      return isDate(text) ? succeed(text) : fail('it is not a date (YYYY-MM-DD)');
    case 'timestamp':
      if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/.test(text)) return fail('it is not a date and time');
      return succeed(text);
    case 'rowId':
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? succeed(text) : fail('it is not a row id');
    case 'gridFlag':
      return text === 'Y' || text === 'N' ? succeed(text) : fail('it is neither Y nor N');
    case 'text': {
      // ODBC ends text at a NUL, and half a pair of surrogates is no character: neither would arrive as it is.
      if (text.includes('\0') || !text.isWellFormed()) return fail('it holds a character that cannot be sent to Sage');
      const limit = column.length === 'max' ? longestText : column.length;
      return text.length <= limit ? succeed(text) : fail(`it has ${text.length} characters and Sage takes ${limit}`);
    }
  }
}

function storedDecimal(precision: number, scale: number, text: string): Result<string, string> {
  const value = parseScaled(text, scale);
  if (value === null) return fail(`it is not a number with at most ${scale} decimals`);
  const limit = 10n ** BigInt(precision);
  if (value >= limit || value <= -limit) return fail(`Sage takes ${precision - scale} digits before the point`);
  return succeed(formatScaled(value, scale));
}

/**
 * True when two values of a column mean the same to Sage's users: decimals by value, text without its padding, an empty field and
 * NULL, phase 0 and no phase (Sage: "Phase 0-None is merely a place holder"), and 0 and nothing wherever another record or an entry of a
 * list is meant, none of which is numbered 0.
 */
export function sameValue(column: Column, a: string | null, b: string | null): boolean {
  return meaning(column, a) === meaning(column, b);
}

function meaning(column: Column, value: string | null): string | null {
  if (value === null) return emptyValue(column);
  const text = value.trim();
  switch (column.type) {
    case 'decimal': {
      const scaled = parseScaled(text, column.scale);
      return scaled === null ? text : formatScaled(scaled, column.scale);
    }
    case 'recnum':
    case 'integer':
    case 'flag': {
      const number = /^-?\d+$/.test(text) ? BigInt(text).toString() : text;
      return number === '0' && zeroIsNone(column) ? null : number;
    }
    case 'rowId':
      return text.toLowerCase();
    default:
      return text === '' ? emptyValue(column) : text;
  }
}

/** What stands in a column where nothing was entered. */
function emptyValue(column: Column): string | null {
  switch (column.type) {
    case 'text':
      return '';
    case 'gridFlag':
      return 'N';
    case 'decimal':
      return column.nullable ? null : formatScaled(0n, column.scale);
    case 'integer':
    case 'flag':
      return column.nullable ? null : '0';
    default:
      return null;
  }
}

function zeroIsNone(column: Column): boolean {
  return isPhase(column) || (column.nullable && (column.references !== undefined || column.values !== undefined));
}

/** The one reference by which rows are looked for that may have none: 0 and NULL both mean that (confidence med). */
export function isPhase(column: Column): boolean {
  return column.name === 'phsnum';
}
