import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalCostCode, compareCostCodes, displayCostCode, sameCostCode } from '#shared/domain/costCode.ts';
import { formatScaled } from '#shared/domain/decimal.ts';

const code = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map((value) => formatScaled(value, 3));

describe('cost codes', () => {
  it.each([
    ['100', '100.000', '100'],
    ['100.000', '100.000', '100'],
    ['12162420.100', '12162420.100', '12162420.100'],
    ['12162420.1', '12162420.100', '12162420.100'],
    ['.5', '0.500', '0.500'],
    ['0100', '100.000', '100'],
    ['0', '0.000', '0'],
    ['1000', '1000.000', '1000'],
    ['999999999999.999', '999999999999.999', '999999999999.999'],
  ])('keeps %s under the key %s and shows it as %s', (text, key, shown) => {
    expect(canonicalCostCode(text)).toBe(key);
    expect(displayCostCode(text)).toBe(shown);
    expect(displayCostCode(key)).toBe(shown);
  });

  it.each(['', '-1', '-0', '+1', '1.0001', '1000000000000', '1e3', '01-100', '1,000', ' 1', 'abc'])(
    'does not make %j a cost code, and leaves its text alone',
    (text) => {
      expect(canonicalCostCode(text)).toBeNull();
      expect(displayCostCode(text)).toBe(text);
      expect(sameCostCode(text, text)).toBe(true);
      expect(sameCostCode(text, '1')).toBe(false);
    },
  );

  it('sees one code in two spellings, and two codes in one digit of difference', () => {
    expect(sameCostCode('100', '100.000')).toBe(true);
    expect(sameCostCode('12162420.1', '12162420.100')).toBe(true);
    expect(sameCostCode('12162420.100', '12162420.010')).toBe(false);
    expect(sameCostCode('999999999999.998', '999999999999.999')).toBe(false);
  });

  it('lists codes by number and other text last', () => {
    expect(['b', '1000', '20', 'a', '100.100', '100'].sort(compareCostCodes)).toEqual([
      '20',
      '100',
      '100.100',
      '1000',
      'a',
      'b',
    ]);
    expect(compareCostCodes('a', 'a')).toBe(0);
    expect(compareCostCodes('100', '100.000')).toBe(0);
  });

  it('never loses a digit between what is stored and what is shown', () => {
    fc.assert(
      fc.property(code, (key) => canonicalCostCode(key) === key && canonicalCostCode(displayCostCode(key)) === key),
      { numRuns: 50_000 },
    );
  });
});
