import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled, multiplyDecimals } from '#shared/domain/decimal.ts';
import { sumMoney } from '#shared/domain/money.ts';
import { planPurchaseOrder } from '#shared/domain/plans/purchaseOrder.ts';
import { tableUse } from '#shared/domain/sage/uses.ts';
import { stepOf, values } from '../planner/reading.ts';
import { line, order } from './commitments.ts';
import { cautionsOf, given, planOf, refusalsOf } from './planning.ts';

const plan = (...args: Parameters<typeof given>) => planOf(planPurchaseOrder(given(...args)));
const refusals = (...args: Parameters<typeof given>) => refusalsOf(planPurchaseOrder(given(...args)));

describe('a purchase order from a commitment', () => {
  it('R-051 becomes a record of 6-6-1 with quantities, prices and totals', () => {
    const made = plan(order());
    expect(made).toMatchObject({
      kind: 'purchaseOrder.create',
      target: { table: 'pchord', record: null, number: 'PO-007' },
      controls: { lines: 2, sums: [{ label: 'Subtotal', amount: '24500.00' }, { amount: '24500.00' }] },
    });
    expect(values(stepOf(made, 'header'))).toMatchObject({
      ordnum: 'PO-007',
      orddte: '2026-02-10',
      vndnum: '501',
      jobnum: '2402',
      dscrpt: 'Switchgear',
      status: '1',
      schdte: '2026-05-01',
      rcvdte: '0.00',
      subttl: '24500.00',
      slstax: '0.00',
      pchttl: '24500.00',
      pchbal: '24500.00',
    });
    expect(values(stepOf(made, 'lines.201'))).toMatchObject({
      prtdsc: 'Switch',
      untdsc: 'EA',
      linqty: '20.0000',
      linprc: '1200.0000',
      rcvdte: '0.0000',
      cancel: '0.0000',
      extttl: '24000.00',
      cstcde: '16100.000',
      csttyp: '1',
    });
  });

  it('a lump sum is one of its amount', () => {
    const made = plan(order());
    expect(values(stepOf(made, 'lines.202'))).toMatchObject({
      untdsc: 'LS',
      linqty: '1.0000',
      linprc: '500.0000',
      extttl: '500.00',
    });
    const lump = order({ byUnits: false });
    expect(values(stepOf(plan(lump), 'lines.201'))).toMatchObject({ linqty: '1.0000', linprc: '24000.0000' });
  });

  it('writes exactly the columns that are declared as written', () => {
    for (const { table, columns } of plan(order()).steps) {
      const always = tableUse(table)?.insert?.always ?? [];
      expect([...columns.map(({ column }) => column)].sort()).toEqual([...always].sort());
    }
  });

  it('R-026 a unit of more than six characters is shortened only when that is confirmed', () => {
    const square = line({ amount: '100.00', quantity: '10', unitCost: '10', unit: 'SQ YARDS' });
    const planned = planPurchaseOrder(given(order({ lines: [square], grandTotal: '100.00' })));
    expect(cautionsOf(planned)).toEqual(["Units have at most 6 characters: 'SQ YARDS' becomes 'SQ YAR'."]);
    expect(values(stepOf(planOf(planned), 'lines.177')).untdsc).toBe('SQ YAR');
  });

  it('is refused when quantity times price is not the amount to the cent', () => {
    const third = line({ amount: '99.99', quantity: '3', unitCost: '33.3333', unit: 'EA' });
    expect(refusals(order({ lines: [third], grandTotal: '99.99' }))).toEqual([
      {
        field: 'lines.177',
        value: '99.99',
        sentence:
          "Line 1 (Rough-in) is 3 × 33.3333 = 100.00, but Procore's amount is 99.99: change quantity or unit cost in Procore so that they agree.",
      },
    ]);
  });

  it('is refused when a quantity or price has more decimals than Sage keeps', () => {
    const fine = line({ amount: '1.00', quantity: '10', unitCost: '0.10001', unit: 'EA' });
    expect(refusals(order({ lines: [fine], grandTotal: '1.00' }))).toMatchObject([
      { value: '0.10001', sentence: expect.stringContaining('Sage keeps four decimals') },
    ]);
  });

  it('R-028 a number that Sage has already is looked for again under the lock', () => {
    const check = plan(order()).checks.find(({ table }) => table === 'pchord');
    expect(check).toMatchObject({ where: { ordnum: 'PO-007' }, expect: 'none' });
  });

  it('every extension is its amount to the cent, and the totals are their sum', () => {
    const scaled = (most: bigint, scale: number) =>
      fc.bigInt({ min: 1n, max: most }).map((value) => formatScaled(value, scale));
    const priced = fc.tuple(scaled(99_999_999n, 4), scaled(99_999_999n, 4), fc.boolean());
    fc.assert(
      fc.property(fc.array(priced, { minLength: 1, maxLength: 12 }), (all) => {
        const lines = all.map(([quantity, unitCost, lump], index) => {
          const amount = multiplyDecimals(quantity, unitCost, 2) ?? '';
          const own = { id: String(index), position: index + 1, amount };
          return line(lump ? { ...own, quantity: '0.0' } : { ...own, quantity, unitCost, unit: 'EA' });
        });
        const total = sumMoney(lines.map(({ amount }) => amount));
        const made = plan(order({ lines, grandTotal: total }));
        for (const step of made.steps.filter(({ table }) => table === 'pcorln')) {
          const { linqty, linprc, extttl } = values(step);
          expect(multiplyDecimals(linqty ?? '', linprc ?? '', 2)).toBe(extttl);
        }
        expect(values(stepOf(made, 'header'))).toMatchObject({ subttl: total, pchttl: total, pchbal: total });
      }),
    );
  });
});
