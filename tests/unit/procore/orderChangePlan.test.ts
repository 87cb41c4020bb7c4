import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import { sumMoney } from '#shared/domain/money.ts';
import {
  type OrderChangeInput,
  type OrderInSage,
  planPurchaseOrderChange,
} from '#shared/domain/plans/purchaseOrderChange.ts';
import type { ProcoreChangeLine } from '#shared/domain/procore/records.ts';
import { tableUse } from '#shared/domain/sage/uses.ts';
import { changes, stepOf, values } from '../planner/reading.ts';
import { changeLine, changeOrder, coding, order as commitmentOrder, sending } from './commitments.ts';
import { planning, planOf, refusalsOf, sageFacts } from './planning.ts';

const material = coding({ costType: 't1', costTypeCode: 'M' });

function order(change: Partial<OrderInSage> = {}): OrderInSage {
  const line = { costCode: '16100.000', costType: '1' };
  return {
    record: '44',
    number: 'PO-007',
    job: '2402',
    phase: '0',
    vendor: '501',
    status: '1',
    locked: false,
    subtotal: '24500.00',
    total: '24500.00',
    balance: '24500.00',
    received: '0.00',
    lines: [
      { ...line, line: '1', description: 'Switch' },
      { ...line, line: '2', description: 'Freight' },
    ],
    ...change,
  };
}

const more = (change: Partial<ProcoreChangeLine> = {}) =>
  changeLine({ description: 'Two more', amount: '2400.00', commitmentLine: '201', coding: material, ...change });

function given(lines: readonly ProcoreChangeLine[] = [more()], change: Partial<OrderChangeInput> = {}) {
  return {
    planning: planning({ item: { id: 'p:9002', number: '001', snapshotHash: 'hash' } }),
    change: changeOrder({
      id: '9002',
      commitment: '52',
      lines,
      grandTotal: sumMoney(lines.map(({ amount }) => amount)),
    }),
    parent: commitmentOrder(),
    choices: { number: '001', title: 'More switches', date: '2026-03-01' },
    sending: sending(),
    facts: sageFacts(),
    lines: new Map([
      ['201', '1'],
      ['202', '2'],
    ]),
    numbers: { inSage: [], waiting: [] },
    order: order(),
    ...change,
  } satisfies OrderChangeInput;
}

const plan = (...args: Parameters<typeof given>) => planOf(planPurchaseOrderChange(given(...args)));
const refusals = (...args: Parameters<typeof given>) => refusalsOf(planPurchaseOrderChange(given(...args)));

describe('a change of a purchase order', () => {
  it('R-059 is appended to it as new lines; the lines that are there are not touched', () => {
    const made = plan([more({ quantity: '2', unitCost: '1200.00', unit: 'EA' })]);
    expect(made).toMatchObject({
      kind: 'purchaseOrderChange.append',
      target: { table: 'pchord', record: '44', number: 'PO-007' },
      controls: { sums: [{ amount: '2400.00' }, { label: 'New Total', amount: '26900.00' }] },
    });
    expect(made.steps.map(({ table, op }) => `${op} ${table}`)).toEqual(['insert pcorln', 'update pchord']);
    expect(values(stepOf(made, 'lines.188'))).toMatchObject({
      recnum: '44',
      _idref: '<pchord 44 _idnum>',
      linqty: '2.0000',
      linprc: '1200.0000',
      extttl: '2400.00',
      usrdf1: 'Change 001',
    });
    expect(changes(stepOf(made, 'header'))).toEqual({
      subttl: '24500.00 → 26900.00',
      pchttl: '24500.00 → 26900.00',
      pchbal: '24500.00 → 26900.00',
    });
    const line = stepOf(made, 'lines.188').columns.find(({ column }) => column === 'linnum')?.cell;
    expect(line).toMatchObject({ kind: 'take', preview: '3' });
  });

  it('writes only columns that are declared as written', () => {
    for (const step of plan().steps) {
      const use = tableUse(step.table);
      const written = step.columns.map(({ column }) => column);
      if (step.op === 'insert') {
        expect((use?.insert?.always ?? []).filter((column) => !written.includes(column))).toEqual([]);
        expect(use?.insert?.kinds).toContain('purchaseOrderChange.append');
      } else {
        const update = use?.updates?.find(({ kinds }) => kinds.includes('purchaseOrderChange.append'));
        expect(written.filter((column) => !update?.columns.includes(column))).toEqual([]);
      }
    }
  });

  it('R-058 several lines on one line of the order are one lump sum, and their sums are the total', () => {
    const one = fc.record({
      cents: fc.bigInt({ min: -9_999_999n, max: 9_999_999n }),
      on: fc.constantFrom('201', '202', null),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (all) => {
        const lines = all.map(({ cents, on }, index) =>
          more({ id: String(500 + index), position: index + 1, amount: formatScaled(cents, 2), commitmentLine: on }),
        );
        const total = sumMoney(lines.map(({ amount }) => amount));
        const made = plan(lines);
        const written = made.steps.filter(({ table }) => table === 'pcorln').map((step) => values(step));
        expect(sumMoney(written.map(({ extttl }) => extttl ?? ''))).toBe(total);
        expect(made.controls).toMatchObject({ lines: written.length, sums: [{ amount: total }, {}] });
        const keys = all.map(({ on }, index) => on ?? `own ${index}`);
        expect(written).toHaveLength(new Set(keys).size);
      }),
    );
  });

  it.each([
    [{ locked: true }, 'Purchase order PO-007 is locked (Lock Edit): unlock it in Sage 6-6-1, then try again.'],
    [
      { status: '4' },
      'Purchase order PO-007 is 4-Closed in Sage: set it to 1-Open in 6-6-1 if more is to come, then try again.',
    ],
    [
      { status: '5' },
      'Purchase order PO-007 is 5-Void in Sage: nothing can be added to it, so make the change a purchase order of its own in Procore.',
    ],
  ])('R-061 is refused while the order takes no lines: %j', (change, sentence) => {
    expect(refusals(undefined, { order: order(change) })).toEqual([{ field: 'commitment', value: 'PO-007', sentence }]);
  });

  it('is refused where the record in Sage is by now another job’s or vendor’s: its number was given out again', () => {
    for (const change of [{ job: '2405' }, { vendor: '777' }]) {
      const [refusal] = refusals(undefined, { order: order(change) });
      expect(refusal).toMatchObject({ field: 'commitment' });
      expect(refusal?.sentence).toContain(Object.values(change)[0]);
    }
  });

  it('R-061 is refused when the order is gone, and its state is looked at again under the lock', () => {
    expect(refusals(undefined, { order: null })[0]?.sentence).toContain('no longer in Sage (6-6-1)');
    expect(plan().checks.find(({ table }) => table === 'pchord')).toMatchObject({
      where: { recnum: '44' },
      columns: { lckedt: ['0'], status: ['1', '2', '3'] },
    });
  });

  it('tells whoever receives the rest that there is more now', () => {
    expect(plan(undefined, { order: order({ received: '1200.00' }) }).warnings).toEqual([
      'Of purchase order PO-007 1,200.00 is received already: tell whoever receives the rest.',
    ]);
  });
});
