import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  fitsDecimal,
  formatScaled,
  isDecimal,
  multiplyDecimals,
  parseScaled,
  roundScaled,
  sameDecimal,
} from '#shared/domain/decimal.ts';

const runs = { numRuns: 100_000 };

/** Any decimal(p<=38, s<=p), as digits and scale; half of them as wide as the column allows. */
const column = fc
  .tuple(
    fc.integer({ min: 1, max: 38 }),
    fc.nat(38),
    fc.bigInt({ min: 0n, max: 10n ** 38n - 1n }),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([precision, s, digits, wide, negative]) => {
    const limit = 10n ** BigInt(precision);
    const magnitude = wide ? limit - 1n - (digits % 10n) * (limit / 10n) : digits % limit;
    return { precision, scale: s % (precision + 1), value: negative ? -magnitude : magnitude };
  });

/** Digits put together as text only, so that the expected value owes nothing to the code under test. */
const spelled = fc.tuple(
  fc.constantFrom('', '-', '+'),
  fc.stringMatching(/^\d{0,20}$/),
  fc.stringMatching(/^\d{0,10}$/),
  fc.nat(12),
);

describe('reading and writing decimals', () => {
  it('gives back every decimal(p<=38,s) digit for digit, full-width negatives included', () => {
    fc.assert(
      fc.property(column, ({ precision, scale, value }) => {
        const text = formatScaled(value, scale);
        return parseScaled(text, scale) === value && fitsDecimal(text, precision, scale) && isDecimal(text);
      }),
      runs,
    );
  });

  it('reads any spelling that SQL Server or a person uses, and writes the canonical one', () => {
    fc.assert(
      fc.property(spelled, ([sign, whole, fraction, extraZeros]) => {
        fc.pre(whole !== '' || fraction !== '');
        const text = `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
        const scale = fraction.length + extraZeros;
        const figure = `${whole.replace(/^0+/, '') || '0'}${scale === 0 ? '' : `.${fraction.padEnd(scale, '0')}`}`;
        const expected = sign === '-' && /[1-9]/.test(figure) ? `-${figure}` : figure;
        const value = parseScaled(text, scale);
        return value !== null && formatScaled(value, scale) === expected;
      }),
      runs,
    );
  });

  it.each([
    ['.5', 2, '0.50'],
    ['-.99', 2, '-0.99'],
    ['1234.5', 2, '1234.50'],
    ['+1', 2, '1.00'],
    ['7.', 2, '7.00'],
    ['-0', 2, '0.00'],
    ['-.00', 2, '0.00'],
    ['007', 0, '7'],
    ['1.5000', 2, '1.50'],
    ['12162420.100', 3, '12162420.100'],
    ['-1234567890.12', 2, '-1234567890.12'],
    ['-214748.3648', 4, '-214748.3648'],
    ['-10.22', 2, '-10.22'],
    ['-123.45', 2, '-123.45'],
  ])('reads %s at scale %i as %s', (text, scale, canonical) => {
    expect(formatScaled(parseScaled(text, scale) ?? 0n, scale)).toBe(canonical);
  });

  it.each([
    '',
    ' ',
    '.',
    '-',
    '+',
    '-.',
    '1e3',
    '1E-7',
    '1,000',
    '1 000',
    ' 1',
    '1 ',
    '1\n',
    '1.2.3',
    '--1',
    '0x10',
    '١',
    '１',
    'NaN',
    'Infinity',
    '$1',
    '(1)',
    '−1',
  ])('does not take %j for a decimal', (text) => {
    expect(parseScaled(text, 2)).toBeNull();
    expect(isDecimal(text)).toBe(false);
    expect(fitsDecimal(text, 12, 2)).toBe(false);
    expect(multiplyDecimals(text, '1', 2)).toBeNull();
    expect(multiplyDecimals('1', text, 2)).toBeNull();
    expect(() => compareDecimals(text, '1')).toThrow('Not a decimal');
    expect(() => compareDecimals('1', text)).toThrow('Not a decimal');
  });

  it('refuses digits that the scale would lose, but not zeros', () => {
    expect(parseScaled('1.005', 2)).toBeNull();
    expect(parseScaled('-1.001', 2)).toBeNull();
    expect(parseScaled('1.100000000', 1)).toBe(11n);
  });

  it('knows what fits a column', () => {
    expect(fitsDecimal('9999999999.99', 12, 2)).toBe(true);
    expect(fitsDecimal('-9999999999.99', 12, 2)).toBe(true);
    expect(fitsDecimal('10000000000.00', 12, 2)).toBe(false);
    expect(fitsDecimal('-10000000000', 12, 2)).toBe(false);
    expect(fitsDecimal('0.001', 12, 2)).toBe(false);
  });
});

describe('rounding', () => {
  it.each([
    ['1.005', '1.01'],
    ['-1.005', '-1.01'],
    ['1.004999999', '1.00'],
    ['-1.004999999', '-1.00'],
    ['2.675', '2.68'],
    ['0.005', '0.01'],
    ['-0.004', '0.00'],
    ['9.995', '10.00'],
  ])('takes %s to %s: half away from zero, negatives as positives', (text, rounded) => {
    expect(multiplyDecimals(text, '1', 2)).toBe(rounded);
  });

  it('keeps the value when decimals are added', () => {
    expect(roundScaled(-15n, 1, 4)).toBe(-15_000n);
    expect(roundScaled(15n, 1, 1)).toBe(15n);
    expect(roundScaled(15n, 1, 0)).toBe(2n);
    expect(roundScaled(-14n, 1, 0)).toBe(-1n);
  });
});

describe('multiplying', () => {
  it('has none of the noise of binary numbers', () => {
    expect(multiplyDecimals('1000000', '0.01', 2)).toBe('10000.00');
    expect(multiplyDecimals('0.1', '0.2', 2)).toBe('0.02');
    expect(multiplyDecimals('-.5', '.5', 4)).toBe('-0.2500');
  });

  it('is the nearest value to the exact product, the one farther from zero at a tie', () => {
    const factor = fc.record({
      value: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      scale: fc.nat(8),
    });
    fc.assert(
      fc.property(factor, factor, fc.nat(6), (a, b, resultScale) => {
        const text = multiplyDecimals(formatScaled(a.value, a.scale), formatScaled(b.value, b.scale), resultScale);
        const result = BigInt((text ?? '').replace('.', ''));
        // Everything in units of 10^-(both scales + result scale): no division, so no rounding of the check itself.
        const exact = a.value * b.value * 10n ** BigInt(resultScale);
        const unit = 10n ** BigInt(a.scale + b.scale);
        const off = result * unit - exact;
        const twice = 2n * (off < 0n ? -off : off);
        return twice < unit || (twice === unit && off > 0n === exact > 0n);
      }),
      runs,
    );
  });
});

describe('comparing', () => {
  it('goes by value, whatever the scale', () => {
    expect(sameDecimal('100', '100.000')).toBe(true);
    expect(sameDecimal('-.5', '-0.50')).toBe(true);
    expect(sameDecimal('0', '-0.00')).toBe(true);
    expect(compareDecimals('2', '10')).toBe(-1);
    expect(compareDecimals('-2', '-10')).toBe(1);
    expect(compareDecimals('99999999999999999.01', '99999999999999999.001')).toBe(1);
  });

  it('agrees with the difference of the scaled values', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.nat(6),
        (a, b, scale) => {
          const expected = a === b ? 0 : a < b ? -1 : 1;
          return (
            compareDecimals(formatScaled(a, scale), `${formatScaled(b, scale)}${scale > 0 ? '00' : ''}`) === expected
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
