import { SqlFailure, type SqlParameter, type SqlRow } from '../connection.ts';
import type { DatabaseKind } from '../ddl.ts';
import { statementParts } from './statementParts.ts';

/**
 * What may pass between Plumbline and the ODBC binding (odbc 2.6.0). Whatever is not listed here is refused, in production too:
 * the binding spoils values without an error, and a refused statement is seen on its first day.
 */

/** A column as the binding describes it: the number of its SQL type in sql.h, its name there, and its size (0: no limit). */
type ResultColumn = {
  readonly name: string;
  readonly dataType: number;
  readonly dataTypeName: string;
  readonly columnSize: number;
};

/** What the binding answers: the values of each row in the order of the columns, which stand there where there is a result. */
type Result = readonly (readonly unknown[])[] & { readonly columns?: readonly ResultColumn[] };

/**
 * Result types that the binding hands over exactly, as tests/adversarial shows for each. Not among them:
 * - DECIMAL, NUMERIC, REAL go through atof, and a negative that fills its column loses its last digit before; FLOAT and DOUBLE are
 *   binary; BIGINT comes as a BigInt (which is not JSON) in a buffer that is never freed.
 * - BIT comes as the text '0', which is true.
 * - DATE, TIME, TIMESTAMP and GUID come as text in the driver's own spelling, which another driver or a regional setting changes.
 * - Binary values come as buffers; one that ends just at the buffer's end makes the binding drop the rest of the result unseen.
 * - The long types, and the max types (size 0), are read in parts into a buffer of their own for each single value.
 * - Types that it does not know, such as XML and DATETIMEOFFSET.
 */
const exactTypes = new Set([
  ...['SQL_CHAR', 'SQL_VARCHAR', 'SQL_WCHAR', 'SQL_WVARCHAR'],
  ...['SQL_TINYINT', 'SQL_SMALLINT', 'SQL_INTEGER'],
]);

/** The SQLite driver calls every text of more than 255 characters long, and speaks UTF-8. */
const longTypes = new Set(['SQL_LONGVARCHAR']);

/** Text that a Windows driver hands over in the code page of the computer, which the binding takes for UTF-8. */
const narrowTypes = new Set(['SQL_CHAR', 'SQL_VARCHAR']);

/** The rows of a result, after its columns were checked. */
export function fencedRows(result: Result, dialect: DatabaseKind): readonly SqlRow[] {
  const columns = result.columns ?? [];
  const names = new Set<string>();
  for (const column of columns) {
    if (!isExact(column) && !(dialect === 'sqlite' && longTypes.has(column.dataTypeName))) {
      throw refusal(`Column '${column.name}' came as ${typeWords(column)}; select it as text`);
    }
    // Two columns of one name would be one in the row.
    if (names.has(column.name)) throw refusal(`The result has two columns '${column.name}'`);
    names.add(column.name);
  }
  const rows = namedRows(result, [...names]);
  if (dialect === 'mssql') checkNarrowText(rows, columns);
  return rows;
}

/** Named here: the binding would make the text of every name anew for every value. */
function namedRows(result: Result, names: readonly string[]): readonly SqlRow[] {
  return result.map((values) => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) row[names[index] as string] = values[index];
    return row as SqlRow;
  });
}

function isExact({ dataTypeName, columnSize }: ResultColumn): boolean {
  return exactTypes.has(dataTypeName) && columnSize > 0;
}

function typeWords({ dataTypeName, dataType, columnSize }: ResultColumn): string {
  if (dataTypeName === 'UNKNOWN') return `type ${dataType}`;
  return columnSize > 0 ? dataTypeName : `${dataTypeName} without a longest length`;
}

/** Numbers and dates are the same in every code page; whatever else came narrow may have lost its letters. */
function checkNarrowText(rows: readonly SqlRow[], columns: readonly ResultColumn[]): void {
  const narrow = columns.filter(({ dataTypeName }) => narrowTypes.has(dataTypeName)).map(({ name }) => name);
  for (const row of rows) {
    for (const name of narrow) {
      const value = row[name];
      if (typeof value === 'string' && !isAscii(value))
        throw refusal(`Column '${name}' holds text; select it as nvarchar`);
    }
  }
}

/** How text beyond ASCII is sent: as the digits of its UTF-16, which every driver leaves alone, or as it is. */
export type Letters = 'hexadecimal' | 'utf8';

/**
 * A statement with its parameters as they may be sent. The binding sends numbers as floats, wraps large BigInts, and takes what it
 * does not know for whatever the memory holds; text it ends at the first NUL, and half a surrogate pair it replaces.
 */
export function fencedCall(
  sql: string,
  parameters: readonly SqlParameter[],
  letters: Letters,
): { readonly sql: string; readonly parameters: (string | null)[] } {
  if (isSeveral(sql)) throw refusal('Several statements in one call');
  const values = parameters.map((value: unknown, index) => {
    if (value === null) return null;
    const place = `Parameter ${index + 1}`;
    if (typeof value !== 'string') throw refusal(`${place} is a ${typeof value}; send it as text`);
    if (value.includes('\0') || !value.isWellFormed()) throw refusal(`${place} holds a character that cannot be sent`);
    return value;
  });
  const isPlain = letters === 'utf8' || values.every((value) => value === null || isAscii(value));
  return isPlain ? { sql, parameters: values } : inHexadecimal(sql, values);
}

/**
 * The binding never asks for a second result, so errors after the first one go unseen: one statement to a call. A batch that begins
 * with SET NOCOUNT ON is let through (its only result is that of its last statement, which the caller insists on), and so is CREATE,
 * whose body may have several.
 */
function isSeveral(sql: string): boolean {
  if (!sql.includes(';') || /^\s*(SET NOCOUNT ON\s*;|CREATE\b)/i.test(sql)) return false;
  return /;\s*\S/.test(sql.replace(statementParts, 'x'));
}

/**
 * The binding sends text as UTF-8, and Windows drivers take it for the code page of the computer: "Zoë" would be stored as "ZoÃ«".
 * Text with such letters is therefore sent as the hexadecimal digits of its UTF-16, which the server puts together again.
 */
function inHexadecimal(sql: string, values: readonly (string | null)[]) {
  const parameters: (string | null)[] = [];
  const rewritten = sql.replace(statementParts, (part, length: string | undefined) => {
    if (part !== '?' && length === undefined) return part;
    const value = values[parameters.length] ?? null;
    if (value === null || isAscii(value)) {
      parameters.push(value);
      return part;
    }
    if (length === undefined) throw refusal(`Parameter ${parameters.length + 1} holds text; give it the type nvarchar`);
    parameters.push(Buffer.from(value, 'utf16le').toString('hex'));
    const units = Number(length);
    // Four digits to the unit; varchar ends at 8,000.
    const digits = units <= 2000 ? units * 4 : 'max';
    return `CAST(CONVERT(varbinary(${units * 2}), CAST(? AS varchar(${digits})), 2) AS nvarchar(${units}))`;
  });
  return { sql: rewritten, parameters };
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function refusal(words: string): SqlFailure {
  return new SqlFailure('query', 'fence', null, words);
}
