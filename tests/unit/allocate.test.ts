import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateByWeights } from '#shared/domain/allocate.ts';
import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import { negateMoney, sumMoney } from '#shared/domain/money.ts';

const runs = { numRuns: 100_000 };
const total = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((cents) => formatScaled(cents, 2));
const weight = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 6n }), fc.nat(4))
  .map(([value, scale]) => formatScaled(value, scale));

describe('allocating by weights', () => {
  it.each([
    ['987654.32', ['1', '1', '1'], ['329218.11', '329218.11', '329218.10']],
    ['100.03', ['1', '1', '1'], ['33.35', '33.34', '33.34']],
    ['-100.03', ['1', '1', '1'], ['-33.35', '-33.34', '-33.34']],
    ['0.01', ['1', '1', '1'], ['0.01', '0.00', '0.00']],
    ['0.01', ['1', '2', '2'], ['0.00', '0.01', '0.00']],
    ['-0.01', ['1', '1'], ['-0.01', '0.00']],
    ['0.00', ['1', '2'], ['0.00', '0.00']],
    ['100.00', ['0', '1', '0'], ['0.00', '100.00', '0.00']],
    ['100.00', ['.5', '1.50'], ['25.00', '75.00']],
    ['10.00', ['33.333', '66.667'], ['3.33', '6.67']],
    ['5.00', ['7'], ['5.00']],
  ])('splits %s by %j into %j', (whole, weights, parts) => {
    expect(allocateByWeights(whole, weights)).toEqual(parts);
  });

  it('has no answer without a positive weight, or with one that is negative or no number', () => {
    expect(allocateByWeights('5.00', [])).toBeNull();
    expect(allocateByWeights('5.00', ['0', '0.00'])).toBeNull();
    expect(allocateByWeights('5.00', ['1', '-1'])).toBeNull();
    expect(allocateByWeights('5.00', ['1', '1e2'])).toBeNull();
    expect(allocateByWeights('5.00', ['1', ''])).toBeNull();
    expect(() => allocateByWeights('five', ['1'])).toThrow('Not money');
  });

  it('splits 987,654.32 into 1,000 equal parts that add up to the cent', () => {
    const parts =
      allocateByWeights(
        '987654.32',
        Array.from({ length: 1000 }, () => '1'),
      ) ?? [];
    expect(sumMoney(parts)).toBe('987654.32');
    expect(new Set(parts)).toEqual(new Set(['987.66', '987.65']));
  });

  it('gives one cent among 1,000 lines to exactly one of them, the first of the heaviest', () => {
    const parts =
      allocateByWeights(
        '-0.01',
        Array.from({ length: 1000 }, (_, line) => (line >= 500 ? '2' : '1')),
      ) ?? [];
    expect(parts.filter((part) => part !== '0.00')).toEqual(['-0.01']);
    expect(parts.indexOf('-0.01')).toBe(500);
  });

  it('always adds up to the whole, and never strays a cent or more from the exact share', () => {
    fc.assert(
      fc.property(total, fc.array(weight, { minLength: 1, maxLength: 6 }), (whole, weights) => {
        const counts = weights.map((text) => parseScaled(text, 4) ?? 0n);
        const sum = counts.reduce((a, b) => a + b, 0n);
        const parts = allocateByWeights(whole, weights);
        if (sum === 0n) return parts === null;
        if (parts === null || sumMoney(parts) !== whole) return false;
        const cents = parseScaled(whole, 2) ?? 0n;
        return parts.every((part, line) => {
          const off = (parseScaled(part, 2) ?? 0n) * sum - cents * (counts[line] ?? 0n);
          return off < sum && off > -sum;
        });
      }),
      runs,
    );
  });

  it('adds up for a thousand lines of any weights, and splits a credit like its charge', () => {
    fc.assert(
      fc.property(total, fc.array(weight, { minLength: 1000, maxLength: 1000 }), (whole, weights) => {
        const parts = allocateByWeights(whole, ['1', ...weights]) ?? [];
        const credit = allocateByWeights(negateMoney(whole), ['1', ...weights]) ?? [];
        return sumMoney(parts) === whole && credit.every((part, line) => part === negateMoney(parts[line] ?? ''));
      }),
      { numRuns: 100 },
    );
  });
});
