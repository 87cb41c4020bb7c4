import { describe, expect, it } from 'vitest';
import { budgetLine, changeOrder, link, subBudgetLine, subcontract } from './company.ts';
import { cor } from './cors.ts';
import { given, givenUpdate, planned, refused, sub, subBudget } from './given.ts';
import { changes, stepOf } from './reading.ts';

const target = changeOrder({ cost: '200.00', budget: [subBudgetLine()] });
const bound = (change: Parameters<typeof subBudget>[0] = {}) => subBudget({ line: '1', ...change });
const updating = (...budget: ReturnType<typeof subBudget>[]) => givenUpdate(target, { draft: { budget } });
const voiding = (order = target, change: Parameters<typeof given>[0] = {}) =>
  given({
    cors: [cor({ status: 'rejected' })],
    draft: { target: { mode: 'void', record: '3001', status: '5' } },
    facts: { changeOrders: [order], links: [link(order)], ...change.facts },
  });

describe('an update of a subcontract change', () => {
  it('moves the subcontract by the difference only', () => {
    const plan = planned(updating(bound({ share: '350.00' })));
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ bdgprc: '200.00 → 350.00' });
    expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toEqual({
      change: '500.00 → 650.00',
      cntrct: '5500.00 → 5650.00',
      remain: '5400.00 → 5550.00',
    });
    expect(changes(stepOf(plan, 'subcontract.9001.totals'))).toMatchObject({ chgttl: '500.00 → 650.00' });
  });

  it('takes the whole amount back when it is no longer approved, and puts it in when it becomes so', () => {
    const back = planned(updating(bound({ subcontract: sub({ status: '2' }) })));
    expect(changes(stepOf(back, 'budget.line1'))).toEqual({ chgsts: '1 → 2' });
    expect(changes(stepOf(back, 'subcontract.9001.line1'))).toMatchObject({ change: '500.00 → 300.00' });
    const open = changeOrder({ cost: '200.00', budget: [subBudgetLine({ status: '2' })] });
    const approved = planned(givenUpdate(open, { draft: { budget: [bound()] } }));
    expect(changes(stepOf(approved, 'subcontract.9001.line1'))).toMatchObject({ change: '500.00 → 700.00' });
  });

  it('takes the amount back when the line is taken out of the draft', () => {
    const plan = planned(updating());
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ bdgprc: '200.00 → 0.00' });
    expect(changes(stepOf(plan, 'subcontract.9001.totals'))).toMatchObject({ chgttl: '500.00 → 300.00' });
  });

  it('leaves the subcontract alone when only something else changes', () => {
    const plan = planned(updating(bound({ hours: '4' })));
    expect(plan.steps.map(({ id }) => id)).toEqual(['budget.line1']);
  });

  it('writes a new change number of the subcontract', () => {
    const plan = planned(updating(bound({ subcontract: sub({ changeNumber: '850-2' }) })));
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ chgnum: '850-1 → 850-2' });
  });

  it('knows the line that Sage has for a change which created its own', () => {
    const plan = planned(updating(bound({ share: '300.00', subcontract: sub({ line: '' }) })));
    expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toMatchObject({ change: '500.00 → 600.00' });
    expect(plan.steps.filter(({ op }) => op === 'insert')).toEqual([]);
  });

  it('adds a new line of the COR for the same subcontract line to the one in Sage, whichever stands first', () => {
    const more = subBudget({ id: 'b2', description: 'More', share: '55.55' });
    for (const lines of [
      [bound(), more],
      [more, bound()],
    ]) {
      const plan = planned(updating(...lines));
      expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ bdgprc: '200.00 → 255.55' });
      expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toMatchObject({ change: '500.00 → 555.55' });
      expect(plan.steps.filter(({ op }) => op === 'insert')).toEqual([]);
    }
  });

  it.each([
    ['another line', sub({ line: '2' })],
    ['another subcontract', sub({ subcontract: '9002', line: '1' })],
    ['another vendor', sub({ vendor: '502' })],
    ['no subcontract', null],
  ])('is refused for %s: the money would go where the line in Sage does not point', (_, unit) => {
    const second = subcontract({ record: '9002', number: '851' });
    const input = givenUpdate(target, {
      draft: { budget: [bound({ subcontract: unit })] },
      facts: { subcontracts: [subcontract(), second] },
    });
    expect(refused(input)).toContainEqual({
      field: 'budget.0.subcontract',
      value: '',
      sentence:
        'Budget line 1 changes line 1 of subcontract 850 in Sage, and that stays: remove it here, which takes its amount back, then add a new line.',
    });
  });

  it('is refused for a plain line that is to become a subcontract change', () => {
    const plain = changeOrder({ budget: [budgetLine({ costType: '4' })] });
    expect(refused(givenUpdate(plain, { draft: { budget: [bound()] } }))).toContainEqual({
      field: 'budget.0.subcontract',
      value: '',
      sentence:
        'Budget line 1 is a plain budget line in Sage, and that stays: remove it here, which takes its amount back, then add a new line.',
    });
  });

  it('does not ask for a closed or locked subcontract to be reopened when its line stays as it is', () => {
    for (const change of [{ status: '6' }, { locked: true }]) {
      const input = givenUpdate(changeOrder({ status: '2', approvedOn: null, budget: [subBudgetLine()] }), {
        draft: { budget: [bound()] },
        facts: { subcontracts: [subcontract(change)] },
      });
      expect(changes(stepOf(planned(input), 'header'))).toMatchObject({ status: '2 → 1' });
      const moved = { ...input, draft: { ...input.draft, budget: [bound({ share: '1.00' })] } };
      expect(refused(moved)[0]?.field).toBe('budget.0.subcontract.subcontract');
    }
  });

  it('refuses to change a line twice in one change order, wherever the first change came from', () => {
    const other = cor({ id: 'cor-13', number: '13' });
    const append = given({
      cors: [other],
      draft: {
        corIds: ['cor-13'],
        target: { mode: 'existing', record: '3001' },
        prime: [],
        budget: [subBudget({ corId: 'cor-13' })],
      },
      facts: { changeOrders: [target], links: [link(target)] },
    });
    expect(refused(append)).toEqual([
      {
        field: 'budget.0.subcontract.line',
        value: '1',
        sentence:
          'Line 1 of change order 7 changes line 1 of subcontract 850 already: use another change order for this one.',
      },
    ]);
  });
});

describe('what a subcontract gives back', () => {
  it('is exactly what the approved line had put in, when the change order is voided', () => {
    const plan = planned(voiding());
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ chgsts: '1 → 5' });
    expect(changes(stepOf(plan, 'subcontract.9001.line1'))).toEqual({
      change: '500.00 → 300.00',
      cntrct: '5500.00 → 5300.00',
      remain: '5400.00 → 5200.00',
    });
  });

  it('is nothing for a line that was never approved', () => {
    const open = changeOrder({ budget: [subBudgetLine({ status: '2' })] });
    expect(planned(voiding(open)).steps.map(({ table }) => table)).toEqual(['prmchg', 'sbcgln']);
  });

  it.each([
    ['the subcontract is gone', { subcontracts: [] }, target],
    ['the line is gone', { subcontracts: [subcontract({ lines: [] })] }, target],
    ['the change names no line', {}, changeOrder({ budget: [subBudgetLine({ subcontractLine: null })] })],
  ])('is refused, not forgotten, when %s', (_, facts, order) => {
    for (const input of [voiding(order, { facts }), givenUpdate(order, { draft: { budget: [] }, facts })]) {
      expect(refused(input)).toEqual([
        {
          field: 'target',
          value: '7',
          sentence: expect.stringMatching(/^Budget line 1 would move .*(850|9001) by \(200\.00\), but .* then sync\.$/),
        },
      ]);
    }
  });

  it('is refused while the subcontract is locked', () => {
    const input = voiding(target, { facts: { subcontracts: [subcontract({ locked: true })] } });
    expect(refused(input)).toEqual([
      {
        field: 'target',
        value: '7',
        sentence: 'Subcontract 850 is locked (Lock Edit), and its totals would change: unlock it in Sage 6-7-1 first.',
      },
    ]);
  });
});
