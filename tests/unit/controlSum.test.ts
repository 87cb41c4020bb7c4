import { describe, expect, it } from 'vitest';
import { sameSum, sumOf } from '../../electron/sage/reader/controlSum.ts';

const same = (a: readonly (string | null)[], b: readonly (string | null)[]) => {
  const [left, right] = [sumOf(a), sumOf(b)];
  return left !== null && right !== null && sameSum(left, right);
};

describe('the sum that proves a page', () => {
  it.each([
    ['the same decimals', ['12.50', '-0.25', '100.00'], ['112.25']],
    ['four decimals, as in a column of type money', ['12.5000', '-0.2500'], ['12.25']],
    ['a sum with more decimals than the rows', ['12.50'], ['12.5000']],
    ['rows of different decimals', ['1', '2.5', '3.125'], ['6.625']],
    ['numbers without a zero before the point', ['.50', '-.25'], ['0.25']],
    ['NULL as nothing', [null, '1.00', null], ['1.00']],
    ['no rows at all', [], [null]],
    ['more digits than a floating number holds', Array(1000).fill('9999999999.99'), ['9999999999990.00']],
  ])('goes by the value: %s', (_words, rows, sum) => {
    expect(same(rows, sum)).toBe(true);
  });

  it.each([
    ['a digit lost at the end', ['12.5', '0.25'], ['12.84']],
    ['a digit lost before the point', ['2.50'], ['12.50']],
    ['a sign lost', ['12.50'], ['-12.50']],
    ['a fraction of a cent', ['12.5001'], ['12.50']],
  ])('tells %s', (_words, rows, sum) => {
    expect(same(rows, sum)).toBe(false);
  });

  it.each(['', '-', '.', '1.2.3', '1e5', '1.250000000000000e+001', '12,50', ' 1'])(
    'is none with %j among them',
    (text) => {
      expect(sumOf(['1.00', text])).toBeNull();
    },
  );
});
