import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, sum } from '../../../electron/clouds/procore/wire/amounts.ts';
import { exactDecimal, instantOrNull, percent } from '../../../electron/clouds/procore/wire/values.ts';

test('amounts of any scale become two decimals where that loses nothing, and stay exact where it would', () => {
  const read = ['250.0', '50000', '0.0000', '-0.5', '12.3450', 7, '1e3', '1,000.00', '', null].map(exactDecimal);
  expect(read).toEqual(['250.00', '50000.00', '0.00', '-0.50', '12.345', '7.00', null, null, null, null]);
});

test('an amount keeps its value whatever zeros stand around it', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(4), (cents, zeros) => {
      const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
      const text = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(exactDecimal(`${text}${'0'.repeat(zeros)}`)).toBe(text);
    }),
  );
});

test('a percentage is read with and without its sign', () => {
  expect(['23.66%', '10.0 %', '10', null].map((value) => percent.parse(value))).toEqual([
    '23.66',
    '10.00',
    '10.00',
    '0.00',
  ]);
});

test('instants with an offset become UTC, and nonsense none', () => {
  expect(
    ['2026-03-01T09:00:00-07:00', '2026-03-01T09:00:00Z', 'soon', null].map((value) => instantOrNull.parse(value)),
  ).toEqual(['2026-03-01T16:00:00.000Z', '2026-03-01T09:00:00.000Z', null, null]);
});

test('sums and differences of amounts are exact', () => {
  expect([
    sum('0.10', '0.20'),
    difference('31000.00', '27900.00'),
    difference('1.00', '-2.50'),
    sum('0.1234', '0'),
  ]).toEqual(['0.30', '3100.00', '3.50', '0.1234']);
});
