import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, margin, priceOf } from '#shared/domain/allocation.ts';
import { formatScaled, multiplyDecimals } from '#shared/domain/decimal.ts';
import { addMoney, compareMoney, negateMoney, sumMoney, zero } from '#shared/domain/money.ts';

const runs = { numRuns: 100_000 };
const money = fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }).map((cents) => formatScaled(cents, 2));
const factor = fc
  .tuple(fc.bigInt({ min: 0n, max: 30_000n }), fc.integer({ min: 0, max: 4 }))
  .map(([value, scale]) => formatScaled(value, scale));

type Line = Parameters<typeof allocate>[1][number];
const amount = (share: string, multiplier = '1'): Line => ({ id: share, shareMode: 'amount', share, multiplier });
const percent = (share: string, multiplier = '1'): Line => ({ id: share, shareMode: 'percent', share, multiplier });

describe('allocating the price of a COR to budget lines', () => {
  it('multiplies an amount once and rounds half a cent away from zero, both ways', () => {
    const { lines, budget, left } = allocate('100.05', [amount('100.05', '0.5'), amount('-100.05', '0.5')]);
    expect(lines.map((line) => line.amount)).toEqual(['50.03', '-50.03']);
    expect([budget, left]).toEqual(['0.00', '100.05']);
  });

  it('gives the odd cents of percentages to the largest remainders, so that 100 % leaves nothing', () => {
    const thirds = allocate('100.00', [percent('33.33'), percent('33.33'), percent('33.34 %')]);
    expect(thirds.lines.map((line) => line.share)).toEqual(['33.33', '33.33', '33.34']);
    const odd = allocate('0.05', [percent('50'), percent('50')]);
    expect(odd.lines.map((line) => line.share)).toEqual(['0.03', '0.02']);
    expect([thirds.left, odd.left]).toEqual([zero, zero]);
  });

  it('rounds a single percentage as a calculator would', () => {
    expect(allocate('100.05', [percent('12.5')]).lines[0]?.share).toBe('12.51');
    expect(allocate('-100.05', [percent('12.5')]).lines[0]?.share).toBe('-12.51');
  });

  it('mixes amounts and percentages of the whole price', () => {
    const { lines, shares, left } = allocate('1000.00', [percent('40'), amount('$600.00'), percent('0')]);
    expect(lines.map((line) => line.share)).toEqual(['400.00', '600.00', '0.00']);
    expect([shares, left]).toEqual(['1000.00', zero]);
  });

  it('shows too much as a rest of the opposite sign', () => {
    expect(allocate('100.00', [percent('60'), percent('50')]).left).toBe('-10.00');
    expect(allocate('-100.00', [amount('-120')]).left).toBe('20.00');
  });

  it.each([
    ['no share', amount(''), 'Enter this line’s share'],
    ['a share that is no amount', amount('12,34'), 'is not an amount'],
    ['no percentage', percent(' '), 'in percent'],
    ['a negative percentage', percent('-5'), 'cannot be below zero'],
    ['a percentage in words', percent('half'), 'is not a percentage'],
  ])('leaves the line out and says why: %s', (_, line, why) => {
    const { lines, shares, left } = allocate('100.00', [line, amount('25.00')]);
    expect(lines[0]).toMatchObject({
      share: null,
      amount: null,
      problemIn: 'share',
      problem: expect.stringContaining(why),
    });
    expect([shares, left]).toEqual(['25.00', '75.00']);
  });

  it.each([
    ['', 'Enter the multiplier'],
    ['1,5', 'is not a multiplier'],
    ['1e3', 'is not a multiplier'],
    ['-1', 'cannot be below zero'],
  ])('has a share but no amount with the multiplier %j', (multiplier, why) => {
    const { lines, budget } = allocate('100.00', [percent('100', multiplier)]);
    expect(lines[0]).toMatchObject({
      share: '100.00',
      amount: null,
      problemIn: 'multiplier',
      problem: expect.stringContaining(why),
    });
    expect(budget).toBe(zero);
  });

  it('leaves everything without lines, and nothing of nothing', () => {
    expect(allocate('5.00', [])).toEqual({ lines: [], shares: zero, budget: zero, left: '5.00' });
    expect(allocate(zero, [percent('60'), percent('40')])).toMatchObject({ shares: zero, left: zero });
  });

  it('always accounts for the whole price, and 100 % takes exactly all of it', () => {
    const hundredths = fc.array(fc.bigInt({ min: 0n, max: 2500n }), { maxLength: 4 });
    fc.assert(
      fc.property(money, hundredths, fc.boolean(), (base, parts, complete) => {
        const used = parts.reduce((sum, part) => sum + part, 0n);
        const all = complete ? [...parts, 10_000n - used] : parts;
        const { lines, shares, left } = allocate(
          base,
          all.map((part) => percent(formatScaled(part, 2))),
        );
        if (addMoney(shares, left) !== base || lines.some((line) => line.problem !== null)) return false;
        return !complete || (shares === base && left === zero);
      }),
      runs,
    );
  });

  it('gives the exact product rounded once, and treats a credit like its charge', () => {
    fc.assert(
      fc.property(money, factor, (share, multiplier) => {
        const [line, credit] = allocate(zero, [
          amount(share, multiplier),
          amount(negateMoney(share), multiplier),
        ]).lines;
        if (line?.amount == null || credit?.amount == null) return false;
        const exact = multiplyDecimals(share, multiplier, 8) ?? '';
        const rounded = multiplyDecimals(exact, '1', 2);
        return line.amount === rounded && credit.amount === negateMoney(line.amount);
      }),
      runs,
    );
  });

  it('adds up lines of every kind to its own totals', () => {
    const line = fc.oneof(
      fc.tuple(money, factor).map(([m, f]) => amount(m, f)),
      factor.map((f) => percent(f, f)),
    );
    fc.assert(
      fc.property(money, fc.array(line, { maxLength: 5 }), (base, lines) => {
        const done = allocate(base, lines);
        const shares = sumMoney(done.lines.map((one) => one.share ?? zero));
        return done.shares === shares && done.budget === sumMoney(done.lines.map((one) => one.amount ?? zero));
      }),
      { numRuns: 20_000 },
    );
  });
});

describe('the price of a COR', () => {
  const line = { id: 'a', corId: '7', description: '', costCode: '', costType: '', line: null };
  const prime = [
    { ...line, requested: '$1,000.00', approved: '900' },
    { ...line, requested: '(50.00)', approved: '' },
    { ...line, corId: '8', requested: '7.00', approved: '7.00' },
  ];

  it('is what was approved once the change order is approved, and what was requested before', () => {
    expect(priceOf('7', prime, '1')).toBe('900.00');
    expect(priceOf('7', prime, '2')).toBe('950.00');
    expect(priceOf('9', prime, '2')).toBe(zero);
  });
});

describe('margin', () => {
  it.each([
    ['100.00', '80.00', '20.00', '20.0'],
    ['100.00', '120.00', '-20.00', '-20.0'],
    ['-100.00', '-80.00', '-20.00', '20.0'],
    ['-100.00', '-120.00', '20.00', '-20.0'],
    ['3.00', '2.00', '1.00', '33.3'],
    ['3.00', '1.00', '2.00', '66.7'],
    ['2000.00', '1999.00', '1.00', '0.1'],
    ['2000.01', '1999.01', '1.00', '0.0'],
    ['0.00', '10.00', '-10.00', null],
  ])('of %s less %s is %s, %s %%', (prime, budget, difference, inPercent) => {
    expect(margin(prime, budget)).toEqual({ amount: difference, percent: inPercent });
  });

  it('never strays more than a twentieth of a percent', () => {
    fc.assert(
      fc.property(money, money, (prime, budget) => {
        const { amount: earned, percent: inPercent } = margin(prime, budget);
        if (inPercent === null) return prime === zero;
        const back = multiplyDecimals(prime, inPercent, 3) ?? '';
        const off = multiplyDecimals(addMoney(multiplyDecimals(back, '0.01', 2) ?? zero, negateMoney(earned)), '1', 2);
        const allowed = multiplyDecimals(prime, '0.0005', 2) ?? zero;
        const magnitude = (text: string) => text.replace('-', '');
        return compareMoney(magnitude(off ?? ''), addMoney(magnitude(allowed), '0.02')) <= 0;
      }),
      runs,
    );
  });
});
