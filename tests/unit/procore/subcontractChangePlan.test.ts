import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatScaled } from '#shared/domain/decimal.ts';
import { sumMoney } from '#shared/domain/money.ts';
import { planSubcontractChange, type SubcontractChangeInput } from '#shared/domain/plans/subcontractChange.ts';
import type { ProcoreChangeLine } from '#shared/domain/procore/records.ts';
import { tableUse } from '#shared/domain/sage/uses.ts';
import { changeOrder as sageChangeOrder, subcontract } from '../planner/company.ts';
import { changes, stepOf, values } from '../planner/reading.ts';
import { changeLine, changeOrder, coding, commitment, sending } from './commitments.ts';
import { cautionsOf, planning, planOf, refusalsOf, sageFacts } from './planning.ts';

/** Subcontract 850 has line 1 (16100, type 4) and line 2 (3300, type 4), which are lines 177 and 178 of commitment 41. */
const concrete = coding({ fullCode: '03-300' });

function given(lines: readonly ProcoreChangeLine[] = [changeLine()], change: Partial<SubcontractChangeInput> = {}) {
  const grandTotal = sumMoney(lines.map(({ amount }) => amount));
  return {
    planning: planning({ item: { id: 'p:9001', number: '001', snapshotHash: 'hash' } }),
    change: changeOrder({ lines, grandTotal }),
    parent: commitment(),
    choices: { number: '001', title: 'Added panel', date: '2026-03-01', changeOrder: '', status: '1' },
    sending: sending(),
    facts: sageFacts(),
    lines: new Map([
      ['177', '1'],
      ['178', '2'],
    ]),
    numbers: { inSage: [], waiting: [] },
    subcontract: subcontract(),
    changeOrders: [sageChangeOrder()],
    markers: 'table',
    ...change,
  } satisfies SubcontractChangeInput;
}

const plan = (...args: Parameters<typeof given>) => planOf(planSubcontractChange(given(...args)));
const refusals = (...args: Parameters<typeof given>) => refusalsOf(planSubcontractChange(given(...args)));

describe('a change of a subcontract from a commitment change order', () => {
  it('R-059 is a change order with a budget and sub line; the original amount of the subcontract stays', () => {
    const made = plan();
    expect(made).toMatchObject({
      kind: 'subcontractChange.create',
      target: { job: '2402', phase: '0', table: 'prmchg', record: null, number: null },
      title: 'Change 001 of subcontract 850 of job 2402: Added panel',
      controls: {
        lines: 1,
        sums: [
          { label: 'Change of the subcontract', amount: '12000.00' },
          { label: 'New Contract', amount: '18500.00' },
        ],
      },
    });
    expect(made.steps.map(({ table, op }) => `${op} ${table}`)).toEqual([
      'insert prmchg',
      'insert sbcgln',
      'update sbcnln',
      'update subcon',
    ]);
    expect(values(stepOf(made, 'header'))).toMatchObject({
      chgnum: '<changeNumber>',
      jobnum: '2402',
      phsnum: null,
      dscrpt: 'Added panel',
      chgdte: '2026-03-01',
      aprdte: '2026-03-01',
      status: '1',
      reqamt: '0.00',
      appamt: '0.00',
      cstamt: '12000.00',
      usrdf1: '850 / 001',
      usrdf2: 'Procore 9001',
      ntetxt: 'Panel B',
    });
    expect(values(stepOf(made, 'budget.0'))).toMatchObject({
      dscrpt: 'Added panel',
      bdgprc: '12000.00',
      vndnum: '501',
      vndctc: '9001',
      ctclin: '1',
      chgnum: '001',
      chgsts: '1',
      cstcde: '16100.000',
      csttyp: '4',
    });
    expect(changes(stepOf(made, 'subcontract.9001.line1'))).toEqual({
      change: '500.00 → 12500.00',
      cntrct: '5500.00 → 17500.00',
      remain: '5400.00 → 17400.00',
    });
    expect(changes(stepOf(made, 'subcontract.9001.totals'))).toEqual({
      chgttl: '500.00 → 12500.00',
      ctcttl: '6500.00 → 18500.00',
      balttl: '6300.00 → 18300.00',
    });
  });

  it('writes no prime line and exactly the columns that are declared as written', () => {
    for (const step of plan([changeLine({ commitmentLine: null })]).steps.filter(({ op }) => op === 'insert')) {
      const insert = tableUse(step.table)?.insert;
      const written = step.columns.map(({ column }) => column);
      expect(insert?.kinds).toContain('subcontractChange.create');
      expect((insert?.always ?? []).filter((column) => !written.includes(column))).toEqual([]);
      const known = [...(insert?.always ?? []), ...(insert?.sometimes ?? [])];
      expect(written.filter((column) => !known.includes(column))).toEqual([]);
      expect(step.table).not.toBe('pmcgln');
    }
  });

  it('R-058 several lines against one line of the subcontract become one with their sum, and the plan says so', () => {
    const lines = [
      changeLine({ amount: '100.10' }),
      changeLine({ id: '189', position: 2, amount: '-50.05', description: 'Credit' }),
      changeLine({ id: '190', position: 3, amount: '7.00', commitmentLine: '178', coding: concrete }),
    ];
    const made = plan(lines);
    const written = made.steps.filter(({ table }) => table === 'sbcgln').map((step) => values(step));
    expect(written.map(({ ctclin, bdgprc }) => [ctclin, bdgprc])).toEqual([
      ['1', '50.05'],
      ['2', '7.00'],
    ]);
    expect(made.warnings[0]).toBe('Lines 1 and 2 change line 1 of subcontract 850: written as one line of 50.05.');
  });

  it('R-058 the sum of the lines written is the total of the change order, whatever lines it has', () => {
    const one = fc.record({
      cents: fc.bigInt({ min: -9_999_999n, max: 9_999_999n }),
      on: fc.constantFrom('177', '178', '400', null),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 25 }), (all) => {
        const lines = all.map(({ cents, on }, index) =>
          changeLine({
            id: String(1000 + index),
            position: index + 1,
            amount: formatScaled(cents, 2),
            commitmentLine: on,
            coding: on === '178' ? concrete : coding(),
          }),
        );
        const total = sumMoney(lines.map(({ amount }) => amount));
        const made = plan(lines);
        const steps = made.steps.filter(({ table }) => table === 'sbcgln').map((step) => values(step));
        expect(sumMoney(steps.map(({ bdgprc }) => bdgprc ?? ''))).toBe(total);
        const existing = steps.map(({ ctclin }) => ctclin ?? '').filter((line) => /^\d+$/.test(line));
        expect(new Set(existing).size).toBe(existing.length);
        const totals = made.steps.find(({ id }) => id === 'subcontract.9001.totals');
        const after = totals === undefined ? '6500.00' : values(totals).ctcttl;
        expect(after).toBe(sumMoney(['6500.00', total]));
        const fresh = made.steps.filter(({ table, op }) => table === 'sbcnln' && op === 'insert');
        const own = all.filter(({ on }) => on === null).length + (all.some(({ on }) => on === '400') ? 1 : 0);
        expect(fresh).toHaveLength(own);
      }),
    );
  });

  it('R-059 a line on no line of the subcontract makes a new one, of which nothing is original contract', () => {
    const made = plan([changeLine({ commitmentLine: null })]);
    expect(values(stepOf(made, 'newSubcontractLine.0'))).toMatchObject({
      recnum: '9001',
      amount: '0.00',
      change: '12000.00',
      cntrct: '12000.00',
      remain: '12000.00',
    });
    expect(values(stepOf(made, 'budget.0')).ctclin).toBe('<newSubcontractLine.0.linnum>');
    const preview = stepOf(made, 'newSubcontractLine.0').columns.find(({ column }) => column === 'linnum')?.cell;
    expect(preview).toMatchObject({ kind: 'take', preview: '3' });
  });

  it('is refused where the record in Sage is by now another job’s or vendor’s: its number was given out again', () => {
    for (const change of [{ job: '2405' }, { vendor: '777' }]) {
      const [refusal] = refusals(undefined, { subcontract: subcontract(change) });
      expect(refusal).toMatchObject({ field: 'commitment' });
      expect(refusal?.sentence).toContain(Object.values(change)[0]);
    }
  });

  it('looks again under the lock whether the lines that it changes still have their code and type', () => {
    expect(plan().checks).toContainEqual(
      expect.objectContaining({
        table: 'sbcnln',
        where: { recnum: '9001', linnum: '1' },
        expect: 'one',
        columns: { cstcde: ['16100.000'], csttyp: ['4'] },
      }),
    );
  });

  it('R-061 is refused while the subcontract is locked, closed or gone, and looked at again under the lock', () => {
    const sentence = (change: Parameters<typeof subcontract>[0]) =>
      refusals(undefined, { subcontract: subcontract(change) }).map((refusal) => refusal.sentence);
    expect(sentence({ locked: true })).toContain(
      'Subcontract 850 is locked (Lock Edit): unlock it in Sage 6-7-1, then try again.',
    );
    expect(sentence({ status: '6' })).toEqual([
      'Subcontract 850 is 6-Closed in Sage: reopen it in 6-7-1, then try again.',
    ]);
    expect(refusals(undefined, { subcontract: null })[0]?.sentence).toContain('no longer in Sage (6-7-1)');
    const checks = plan().checks.filter(({ table }) => table === 'subcon');
    expect(checks.flatMap(({ columns }) => Object.keys(columns))).toEqual([
      'status',
      'vndnum',
      'jobnum',
      'phsnum',
      'lckedt',
    ]);
  });

  it('R-057 a line of the subcontract that is gone, or of another code, is refused', () => {
    expect(refusals([changeLine({ commitmentLine: '178' })])).toMatchObject([
      { field: 'lines.188', sentence: expect.stringContaining('line 2 of subcontract 850') },
    ]);
    expect(refusals(undefined, { lines: new Map([['177', '9']]) })).toMatchObject([
      { field: 'lines.188', value: '9', sentence: expect.stringContaining('no longer in Sage') },
    ]);
  });

  it('R-028 a change number that the subcontract has already is refused, and looked for again under the lock', () => {
    const inSage = [{ number: '001', by: 'a change of subcontract 850 in Sage' }];
    expect(refusals(undefined, { numbers: { inSage, waiting: [] } })).toMatchObject([{ field: 'number' }]);
    expect(plan().checks).toContainEqual(
      expect.objectContaining({ table: 'sbcgln', where: { vndctc: '9001', chgnum: '001' }, expect: 'none' }),
    );
  });

  it('R-026 a long title is shortened to thirty characters only when that is confirmed', () => {
    const title = 'Added panel B and its feeder on the third floor';
    const short = 'Added panel B and its feeder o';
    const input = given(undefined, { choices: { ...given().choices, title: short } });
    const planned = planSubcontractChange({ ...input, change: { ...input.change, title } });
    expect(cautionsOf(planned)).toEqual([
      `Title '${title}' has 47 characters and is shortened to '${short}' (at most 30).`,
    ]);
  });

  it('says what happens to the budget: an approved change order moves it, an open one does not', () => {
    expect(plan().warnings).toEqual([
      "The budget of job 2402 goes up by 12,000.00 as well: Sage counts the lines of an approved change order (6-4-1) in the budget. Choose 2-Open where budget changes come from Procore's budget.",
    ]);
    const open = plan(undefined, { choices: { ...given().choices, status: '2' } });
    expect(values(stepOf(open, 'header'))).toMatchObject({ status: '2', aprdte: null });
    expect(values(stepOf(open, 'budget.0')).chgsts).toBe('1');
    expect(open.warnings[0]).toContain('the budget of job 2402 stays');
  });

  it('takes the next Change# of the job, or the one that was typed where it is free', () => {
    const typed = (changeNumber: string) => ({ choices: { ...given().choices, changeOrder: changeNumber } });
    expect(values(stepOf(plan(undefined, typed('CCO-1')), 'header')).chgnum).toBe('CCO-1');
    expect(refusals(undefined, typed('7'))).toMatchObject([{ field: 'changeOrder', value: '7' }]);
    const letters = { changeOrders: [sageChangeOrder({ number: 'COR5' })] };
    expect(refusals(undefined, letters)).toMatchObject([{ field: 'changeOrder', value: '' }]);
  });

  it('keeps the proof in the change order where proofs are kept in the records', () => {
    expect(values(stepOf(plan(undefined, { markers: 'recordFields' }), 'header')).usrdf2).toBe('<marker>');
  });

  it('is of the phase of its subcontract', () => {
    const north = changeLine({ coding: coding({ subJob: 'sj1' }) });
    expect(refusals([north])).toMatchObject([{ field: 'lines.188', value: '1' }]);
    const made = plan([north], { subcontract: subcontract({ phase: '1' }) });
    expect(made.target.phase).toBe('1');
    expect(values(stepOf(made, 'header')).phsnum).toBe('1');
  });
});
