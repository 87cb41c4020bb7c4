import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import {
  absMoney,
  addMoney,
  compareMoney,
  formatMoney,
  isNegative,
  isZero,
  moneyFromJson,
  multiplyMoney,
  negateMoney,
  parseMoney,
  subtractMoney,
  sumMoney,
  zero,
} from '#shared/domain/money.ts';

const runs = { numRuns: 100_000 };
const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((cents) => formatScaled(cents, 2));

describe('reading amounts', () => {
  it.each([
    ['1250.5', '1250.50'],
    ['.5', '0.50'],
    ['-.99', '-0.99'],
    ['12.', '12.00'],
    ['+1', '1.00'],
    ['0', '0.00'],
    ['-0.00', '0.00'],
    ['(0.00)', '0.00'],
    ['$1,234.50', '1234.50'],
    ['  $ 1,234,567.89 ', '1234567.89'],
    ['\u00a01,234.50\u00a0', '1234.50'],
    ['(1,234.50)', '-1234.50'],
    ['($ 99)', '-99.00'],
    ['$(99.00)', '-99.00'],
    ['( 99 )', '-99.00'],
    ['-$5', '-5.00'],
    ['$-5', '-5.00'],
    ['\u22125.25', '-5.25'],
    ['1.5000', '1.50'],
    ['-1234567890.12', '-1234567890.12'],
  ])('takes %j as %s', (text, money) => {
    expect(parseMoney(text)).toBe(money);
  });

  it.each([
    '',
    ' ',
    '$',
    '()',
    '-',
    '.',
    '1.005',
    '0.001',
    '1,23',
    '12,34.50',
    '1234,567',
    '1,234,56',
    ',123',
    '0,123',
    '0,50',
    '1.234,56',
    '1,2345',
    '1,234.5,0',
    '--5',
    '-$-5',
    '(-5)',
    '(+5)',
    '((5))',
    '(5',
    '5)',
    '5-',
    '5 USD',
    '€5',
    '$$5',
    '1e3',
    '1 234',
    '12 34',
    'abc',
    'NaN',
    'Infinity',
    '٣',
  ])('does not guess at %j', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  it('reads back whatever it prints', () => {
    fc.assert(
      fc.property(amount, (money) => parseMoney(formatMoney(money)) === money && parseMoney(money) === money),
      runs,
    );
  });
});

describe('amounts in JSON', () => {
  it.each([
    [1250.5, '1250.50'],
    [0, '0.00'],
    [-0, '0.00'],
    [-0.99, '-0.99'],
    [1.1, '1.10'],
    [9999999999999.99, '9999999999999.99'],
    ['1250.5', '1250.50'],
    ['-1234567890.12', '-1234567890.12'],
    ['99999999999999999999.99', '99999999999999999999.99'],
  ])('takes %j as %s', (value, money) => {
    expect(moneyFromJson(value)).toBe(money);
  });

  it.each([
    1.005,
    0.1 + 0.2,
    1e21,
    1e-7,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10000000000000.01,
    Number('90071992547409.93'),
    '1e3',
    '',
    null,
    undefined,
    true,
    {},
    [],
    [5],
    5n,
  ])('refuses %s rather than round or guess', (value) => {
    expect(moneyFromJson(value)).toBeNull();
  });

  it('keeps every cent of a number on its way through JSON', () => {
    const sent = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }).map((cents) => formatScaled(cents, 2));
    fc.assert(
      fc.property(sent, (money) => moneyFromJson(JSON.parse(money)) === money),
      runs,
    );
  });
});

describe('calculating with amounts', () => {
  it('adds and subtracts to the cent', () => {
    expect(addMoney('0.10', '0.20')).toBe('0.30');
    expect(addMoney()).toBe(zero);
    expect(sumMoney([])).toBe('0.00');
    expect(sumMoney(Array.from({ length: 1000 }, () => '0.01'))).toBe('10.00');
    expect(subtractMoney('100.00', '100.01')).toBe('-0.01');
    expect(addMoney('-9999999999.99', '9999999999.99')).toBe('0.00');
  });

  it('turns, strips and tests signs without ever making a negative zero', () => {
    expect(negateMoney('0.00')).toBe('0.00');
    expect(negateMoney('-0.00')).toBe('0.00');
    expect(negateMoney('5.25')).toBe('-5.25');
    expect(absMoney('-5.25')).toBe('5.25');
    expect([isZero('0.00'), isZero('-0.00'), isZero('0.01')]).toEqual([true, true, false]);
    expect([isNegative('-0.01'), isNegative('-0.00'), isNegative('0.01')]).toEqual([true, false, false]);
  });

  it('orders by value, not by text', () => {
    expect(['10.00', '-1.00', '9.00', '-10.00', '0.00'].sort(compareMoney)).toEqual([
      '-10.00',
      '-1.00',
      '0.00',
      '9.00',
      '10.00',
    ]);
    expect(compareMoney('-0.00', '0.00')).toBe(0);
  });

  it('undoes an addition exactly', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        (a, b) => subtractMoney(addMoney(a, b), b) === a && addMoney(a, negateMoney(a)) === zero,
      ),
      { numRuns: 20_000 },
    );
  });

  it('multiplies a share by a multiplier and rounds once, half away from zero', () => {
    expect(multiplyMoney('100.00', '0.87')).toBe('87.00');
    expect(multiplyMoney('1.00', '1.005')).toBe('1.01');
    expect(multiplyMoney('-1.00', '1.005')).toBe('-1.01');
    expect(multiplyMoney('1000000.00', '.01')).toBe('10000.00');
    expect(multiplyMoney('0.01', '0.5')).toBe('0.01');
    expect(multiplyMoney('0.01', '0.499999')).toBe('0.00');
    expect(multiplyMoney('-0.01', '0.4')).toBe('0.00');
    expect(() => multiplyMoney('1.00', '10%')).toThrow('Not a decimal');
  });

  it('mirrors positives for negatives', () => {
    const factor = fc.bigInt({ min: 0n, max: 10n ** 7n }).map((value) => formatScaled(value, 5));
    fc.assert(
      fc.property(amount, factor, (a, f) => multiplyMoney(negateMoney(a), f) === negateMoney(multiplyMoney(a, f))),
      { numRuns: 20_000 },
    );
  });

  it.each(['', '5', '5.0', '5.000', '1,234.50', '$5.00', '.50', '+1.00', 'NaN', ' 1.00', '1.00\n'])(
    'treats %j inside the program as a bug, never as zero',
    (text) => {
      expect(() => addMoney(text)).toThrow('Not money');
      expect(() => subtractMoney('1.00', text)).toThrow('Not money');
      expect(() => compareMoney(text, '1.00')).toThrow('Not money');
      expect(() => negateMoney(text)).toThrow('Not money');
      expect(() => absMoney(text)).toThrow('Not money');
      expect(() => isZero(text)).toThrow('Not money');
      expect(() => isNegative(text)).toThrow('Not money');
      expect(() => formatMoney(text)).toThrow('Not money');
      expect(() => multiplyMoney(text, '1')).toThrow('Not money');
    },
  );
});

describe('printing amounts', () => {
  it.each([
    ['1234.50', '1,234.50'],
    ['-1234.50', '(1,234.50)'],
    ['0.00', '0.00'],
    ['-0.00', '0.00'],
    ['-0.99', '(0.99)'],
    ['999.99', '999.99'],
    ['1000.00', '1,000.00'],
    ['-1234567890.12', '(1,234,567,890.12)'],
  ])('prints %s as %s', (money, printed) => {
    expect(formatMoney(money)).toBe(printed);
  });
});
