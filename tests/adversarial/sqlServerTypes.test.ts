import { describe, expect, it } from 'vitest';
import { SqlFailure } from '../../electron/sage/connection.ts';
import { resultOf } from '../mockDriver/script.ts';
import { columnOf, type SqlServerType, sqlServerTypeNames } from '../mockDriver/sqlServerTypes.ts';
import { openFenced } from './driverRig.ts';

/** Values at the ends of each type, as the driver spells them; binary ones in hexadecimal. */
const values: Readonly<Record<SqlServerType, readonly string[]>> = {
  'decimal(12,2)': ['9999999999.99', '-9999999999.99'],
  'decimal(15,3)': ['999999999999.999', '-999999999999.999'],
  'decimal(38,4)': [`${'9'.repeat(34)}.9999`, `-${'9'.repeat(34)}.9999`],
  'numeric(5,2)': ['999.99', '-999.99'],
  money: ['922337203685477.5807', '-922337203685477.5808'],
  smallmoney: ['214748.3647', '-214748.3648'],
  float: ['1.7976931348623157E+308', '-2.2250738585072014E-308'],
  real: ['3.4028235E+38', '-1.1754944E-38'],
  bigint: ['9223372036854775807', '-9223372036854775808'],
  int: ['2147483647', '-2147483648', '0'],
  smallint: ['32767', '-32768', '0'],
  tinyint: ['255', '0'],
  bit: ['1', '0'],
  datetime: ['1753-01-01 00:00:00.000', '9999-12-31 23:59:59.997'],
  smalldatetime: ['1900-01-01 00:00:00', '2079-06-06 23:59:00'],
  'datetime2(7)': ['0001-01-01 00:00:00.0000000', '9999-12-31 23:59:59.9999999'],
  'datetimeoffset(7)': ['0001-01-01 00:00:00.0000000 +00:00', '9999-12-31 23:59:59.9999999 -14:00'],
  date: ['0001-01-01', '9999-12-31'],
  'time(7)': ['00:00:00.0000000', '23:59:59.9999999'],
  'char(10)': ['plain     ', '          '],
  'varchar(50)': ['', 'x'.repeat(50), ' leading and trailing '],
  'varchar(max)': ['', 'x'.repeat(40_000)],
  text: ['', 'x'.repeat(40_000)],
  'nchar(10)': ['日本        ', '          '],
  'nvarchar(50)': ['', '日'.repeat(50), '😀'.repeat(25), ' leading and trailing '],
  'nvarchar(4000)': ['', '日'.repeat(4000)],
  'nvarchar(max)': ['', '日'.repeat(40_000)],
  ntext: ['', '日'.repeat(40_000)],
  uniqueidentifier: ['6F9619FF-8B86-D011-B42D-00C04FC964FF'],
  'binary(8)': ['00000000000007d1'],
  'varbinary(50)': ['00ff', ''],
  'varbinary(max)': ['ab'.repeat(20_000)],
  image: ['ab'.repeat(20_000)],
  xml: ['<a/>'],
  sql_variant: ['1'],
};

/** The types whose columns may be selected bare. All others are converted to one of these in SQL, or refused. */
const exact: readonly SqlServerType[] = [
  ...(['int', 'smallint', 'tinyint', 'char(10)', 'varchar(50)'] as const),
  ...(['nchar(10)', 'nvarchar(50)', 'nvarchar(4000)'] as const),
];

describe('a column selected bare is exact, or it is refused', () => {
  it.each(sqlServerTypeNames)('%s', async (type) => {
    const fenced = await openFenced();
    const sent = [...values[type], null];
    const script = resultOf(
      [columnOf('value', type)],
      sent.map((value) => [value]),
    );
    const answer = await fenced.query(script).catch((error: unknown) => error);
    if (!exact.includes(type)) {
      expect(answer).toBeInstanceOf(SqlFailure);
      expect(answer).toMatchObject({
        state: 'fence',
        message: expect.stringMatching(/^Column 'value' came as .*select it as text$/),
      });
      return;
    }
    expect(answer).toEqual(
      sent.map((value) => ({ value: value !== null && type.endsWith('int') ? Number(value) : value })),
    );
  });
});
