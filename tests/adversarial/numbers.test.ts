import { describe, expect, it } from 'vitest';
import { resultOf } from '../mockDriver/script.ts';
import { columnOf, type SqlServerType } from '../mockDriver/sqlServerTypes.ts';
import { openBare, openFenced, refusalOf } from './driverRig.ts';

/** Each of these fails when a later version of the binding mends the fault: then the fence may be opened for that type. */
describe('the bare binding spoils numbers, and the fence lets none of them through', () => {
  const faults: readonly [SqlServerType, string, unknown, string][] = [
    ['decimal(12,2)', '1234567890.12', 1234567890.12, 'is a float'],
    ['decimal(38,4)', '90071992547409.9301', 90071992547409.94, 'is another number as a float'],
    ['decimal(12,2)', '-1234567890.12', -1234567890.1, 'loses its last digit'],
    ['numeric(5,2)', '-123.45', -123.4, 'loses its last digit'],
    ['money', '-922337203685477.5808', -922337203685477.6, 'is another number as a float'],
    ['smallmoney', '-214748.3648', -214748.364, 'loses its last digit'],
    ['real', '0.1', 0.1, 'is a float'],
    ['float', '0.1', 0.1, 'is a float'],
    ['bigint', '9223372036854775807', 9223372036854775807n, 'is no JSON'],
    ['bit', '0', '0', 'is true'],
  ];
  it.each(faults)('%s %s arrives as %s: it %s', async (type, sent, arrives) => {
    const script = resultOf([columnOf('value', type)], [[sent]]);
    const bare = await openBare();
    expect((await bare.query(script))[0]?.value).toEqual(arrives);
    const fenced = await openFenced();
    expect(await refusalOf(() => fenced.query(script))).toMatch(/^Column 'value' came as SQL_\w+; select it as text$/);
  });

  it('refuses them in results without a single row as well, so that a wrong SELECT shows on an empty table', async () => {
    const fenced = await openFenced();
    const script = resultOf([columnOf('amount', 'decimal(12,2)')], []);
    expect(await refusalOf(() => fenced.query(script))).toContain("Column 'amount' came as SQL_DECIMAL");
  });
});

describe('the bare binding binds numbers as floats, and the fence binds none', () => {
  it.each([10.1, 12345678901234567890n, 2n ** 70n, Number.NaN, true, undefined, new Date(0), Buffer.from('1')])(
    'refuses %s as a parameter',
    async (value) => {
      const fenced = await openFenced();
      // What a caller could pass that the compiler does not see.
      const parameters = [value] as unknown as readonly string[];
      expect(await refusalOf(() => fenced.query('echo\t?', parameters))).toMatch(
        /^Parameter 1 is a \w+; send it as text$/,
      );
    },
  );

  it('shows the fault: 10.1 leaves as a double, and a large BigInt wraps', async () => {
    const bare = await openBare();
    const [number] = await bare.query('echo\t?', [10.1]);
    expect(number).toMatchObject({ c_type: '8', value: '10.1', bytes: '3333333333332440' });
    const [wrapped] = await bare.query('echo\t?', [12345678901234567890n]);
    expect(wrapped).toMatchObject({ c_type: '-25', value: '-6101065172474983726' });
  });
});
