import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import type { Column, LogicalType } from '#shared/domain/sage/columns.ts';
import { sageTables, tableNames } from '#shared/domain/sage/schema/tables.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { echoOf, resultOf, type ScriptedColumn } from '../mockDriver/script.ts';
import { openFenced } from './driverRig.ts';

/**
 * Every logical type of the table descriptions crosses the real binding both ways, in the type that the T-SQL dialect's expressions
 * give it. What SQL Server makes of the expressions is not shown here: that takes a server.
 */
const dialect = createMssqlDialect();

const column = (logical: LogicalType): Column => ({
  ...logical,
  name: 'value',
  label: 'Value',
  nullable: true,
  confidence: 'high',
});

/** The type of the result that a SELECT expression declares: the outermost varchar(n) or nvarchar(n). */
function declared(expression: string): ScriptedColumn {
  const match = /^(?:LOWER\()?(?:CONVERT\((n?)varchar\((\d+)\),|CAST\(.* AS (n?)varchar\((\d+)\)\)$)/.exec(expression);
  const size = match?.[2] ?? match?.[4];
  if (match === null || size === undefined) throw new Error(`${expression} declares no text type`);
  return { name: 'value', type: (match[1] ?? match[3]) === 'n' ? -9 : 12, size: Number(size) };
}

const nines = (precision: number, scale: number, sign: '' | '-') =>
  `${sign}${formatScaled(10n ** BigInt(precision) - 1n, scale)}`;
const decimal = (precision: number, scale: number): [LogicalType, readonly string[]] => [
  { type: 'decimal', precision, scale },
  [nines(precision, scale, ''), nines(precision, scale, '-'), formatScaled(0n, scale), formatScaled(-1n, scale)],
];
const unicode = ['', '  two, two  ', '日本', 'Zoe\u0308', '\u200fשלום 12', '😀', '“5/8″” – naïve'];
const text = (length: number | 'max'): [LogicalType, readonly string[]] => [
  { type: 'text', length },
  [...unicode, '日'.repeat(length === 'max' ? 4000 : length), '😀'.repeat((length === 'max' ? 4000 : length) / 2)],
];

/** Lowest and highest, full-width negative, empty, and letters of every kind. NULL is added to each. */
const crossings: readonly [LogicalType, readonly string[]][] = [
  [{ type: 'rowId' }, ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']],
  [{ type: 'recnum' }, ['9223372036854775807', '-9223372036854775808', '0']],
  [{ type: 'integer' }, ['2147483647', '-2147483648', '0']],
  decimal(12, 2),
  decimal(12, 4),
  decimal(15, 3),
  decimal(38, 10),
  text(20),
  text(50),
  text('max'),
  [{ type: 'date' }, ['0001-01-01', '9999-12-31']],
  [{ type: 'timestamp' }, ['1753-01-01 00:00:00.000', '9999-12-31 23:59:59.997']],
  [{ type: 'flag' }, ['0', '1']],
  [{ type: 'gridFlag' }, ['Y', 'N']],
];

describe('a value of each logical type', () => {
  it.each(crossings)('%o comes out of a result as it was stored', async (logical, values) => {
    const fenced = await openFenced('CodePage=1252;');
    const sent = [...values, null];
    const script = resultOf(
      [declared(dialect.read(column(logical)))],
      sent.map((value) => [value]),
    );
    expect(await fenced.query(script)).toEqual(sent.map((value) => ({ value })));
  });

  it.each(crossings)(
    '%o goes into a parameter as it is meant, in the code page of any computer',
    async (logical, values) => {
      const fenced = await openFenced('CodePage=1252;');
      for (const value of [...values, null]) {
        const place = dialect.parameter(column(logical));
        const [echo] = await fenced.query(`${echoOf(0)}${place}`, [value]);
        const isPlain = value === null || /^\p{ASCII}*$/u.test(value);
        const understood = isPlain ? echo?.value : Buffer.from(String(echo?.value), 'hex').toString('utf16le');
        expect(understood).toBe(value);
        // SQL_C_CHAR: never as a number.
        expect(echo?.c_type).toBe(value === null ? '99' : '1');
      }
    },
  );

  it('is among those that the table descriptions use, none left out', () => {
    const used = new Set(tableNames.flatMap((name) => sageTables[name].columns.map(({ type }) => type)));
    expect(new Set(crossings.map(([{ type }]) => type))).toEqual(used);
  });
});
