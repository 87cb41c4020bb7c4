import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absMoney, addMoney, type Money, subtractMoney, sumMoney } from '#shared/domain/money.ts';
import {
  type Apart,
  measureSums,
  measures,
  type Pair,
  type ReconcileRow,
  reconcile,
  type Share,
  totalDifference,
} from '#shared/domain/procore/reconcile.ts';

const money = fc.integer({ min: -500_000, max: 500_000 }).map((cents): Money => {
  const size = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
});
const share: fc.Arbitrary<Share> = fc.record({
  measure: fc.constantFrom(...measures),
  coding: fc.option(fc.record({ code: fc.constantFrom('1010.000', '2110.000'), type: fc.constantFrom('1', '4') })),
  vendor: fc.option(fc.constantFrom('512', '514')),
  amount: money,
});
const place = fc.constantFrom({ project: '1', job: '2402' }, { project: '2', job: '2403' });
const documents = fc.array(
  fc
    .tuple(place, fc.constantFrom('Commitment 1', 'Commitment 2', 'Invoice 3'), fc.array(share, { maxLength: 6 }))
    .map(([at, name, shares]) => ({ ...at, name, shares })),
  { maxLength: 6 },
);

const equal = ({ shares, ...rest }: { project: string; job: string; name: string; shares: Share[] }): Pair => ({
  ...rest,
  procore: shares,
  sage: [...shares].reverse(),
  reasons: [],
});
const at = (rows: readonly ReconcileRow[], level: ReconcileRow['level']) => rows.filter((row) => row.level === level);
const sum = (rows: readonly ReconcileRow[], side: 'procore' | 'sage' | 'difference') =>
  sumMoney(rows.map((row) => row[side] ?? '0.00'));

const one: Pair = {
  project: '1',
  job: '2402',
  name: 'Commitment SC-001',
  procore: [{ measure: 'original', coding: { code: '2110.000', type: '4' }, vendor: '512', amount: '100.00' }],
  sage: [{ measure: 'original', coding: { code: '2110.000', type: '4' }, vendor: '512', amount: '99.99' }],
  reasons: ['The original contract in Sage is $99.99; $100.00 was sent.'],
};

describe('the reconciliation', () => {
  it('finds nothing where both sides say the same, however their lines are cut and ordered', () => {
    fc.assert(
      fc.property(documents, (drawn) => {
        const rows = reconcile(drawn.map(equal), []);
        expect(totalDifference(rows)).toBe('0.00');
        expect(at(rows, 'difference')).toEqual([]);
        expect(rows.every(({ difference }) => difference === '0.00')).toBe(true);
      }),
    );
  });

  it('says of each job, coding and vendor what its documents say, and their differences add up to the job’s', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.tuple(fc.nat(), share)), (drawn, moved) => {
        const pairs = drawn.map(equal).map((pair, index) => ({
          ...pair,
          sage: [...pair.sage, ...moved.filter(([n]) => n % drawn.length === index).map(([, extra]) => extra)],
        }));
        const rows = reconcile(pairs, []);
        for (const side of ['procore', 'sage'] as const) {
          const shares = pairs.flatMap((pair) => pair[side]);
          const total = (some: readonly Share[]) => sumMoney(some.map(({ amount }) => amount));
          expect(sum(at(rows, 'job'), side)).toBe(total(shares));
          expect(sum(at(rows, 'coding'), side)).toBe(total(shares.filter(({ coding }) => coding !== null)));
          expect(sum(at(rows, 'vendor'), side)).toBe(total(shares.filter(({ vendor }) => vendor !== null)));
        }
        expect(sum(at(rows, 'difference'), 'difference')).toBe(sum(at(rows, 'job'), 'difference'));
        expect(sumMoney(measureSums(rows).map(({ difference }) => difference))).toBe(
          sum(at(rows, 'job'), 'difference'),
        );
        for (const row of rows) expect(row.difference).toBe(subtractMoney(row.procore ?? '', row.sage ?? ''));
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
    );
  });

  it('names every cent that is moved on one side, with a reason, even where two cancel each other out', () => {
    fc.assert(
      fc.property(documents, share, money, (drawn, extra, amount) => {
        fc.pre(amount !== '0.00');
        const [first, ...rest] = [{ project: '1', job: '2402', name: 'Commitment 9', shares: [extra] }, ...drawn].map(
          equal,
        );
        if (first === undefined) return;
        const other = { ...extra, vendor: 'another', amount: subtractMoney('0.00', amount) };
        const moved = { ...first, sage: [...first.sage, { ...extra, amount }, other] };
        const rows = reconcile([moved, ...rest], []);
        const named = at(rows, 'difference');
        expect(named.map(({ name }) => name)).toEqual(['Commitment 9', 'Commitment 9']);
        expect(named.every(({ reason }) => reason.length > 20)).toBe(true);
        expect(totalDifference(rows)).toBe(addMoney(absMoney(amount), absMoney(amount)));
      }),
    );
  });

  it('puts the known reason on the line of the document', () => {
    const rows = reconcile([one], []);
    expect(at(rows, 'difference')).toMatchObject([
      {
        name: 'Commitment SC-001',
        code: '2110.000',
        type: '4',
        vendor: '512',
        procore: '100.00',
        sage: '99.99',
        difference: '0.01',
        reason: 'The original contract in Sage is $99.99; $100.00 was sent.',
      },
    ]);
  });

  it('tells what is on one side only, and counts it nowhere', () => {
    const apart: Apart = {
      project: '1',
      job: '2402',
      name: 'Commitment SC-003',
      measure: 'original',
      procore: '73900.00',
      sage: null,
      reason: 'Status is Out For Signature.',
    };
    const rows = reconcile([{ ...one, sage: one.procore, reasons: [] }], [apart, apart]);
    expect(at(rows, 'apart')).toHaveLength(2);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(totalDifference(rows)).toBe('0.00');
    expect(sum(at(rows, 'job'), 'procore')).toBe('100.00');
  });
});
