import { describe, expect, it } from 'vitest';
import { budgetLine, changeOrder, link, primeLine, subBudgetLine } from './company.ts';
import { cor } from './cors.ts';
import { given, planned, refused } from './given.ts';
import { changes, stepOf } from './reading.ts';

const voided = cor({ status: 'rejected', voidAmount: '950.00' });
const other = cor({ id: 'cor-13', number: '13' });

function voiding(target = changeOrder(), links = [link(target)], change: Parameters<typeof given>[0] = {}) {
  return given({
    cors: [voided],
    draft: { target: { mode: 'void', record: '3001', status: '5' } },
    ...change,
    facts: { changeOrders: [target], links, ...change.facts },
  });
}

/** COR 12 and COR 13 in one change order. */
const shared = changeOrder({
  requested: '1700.00',
  approved: '1650.00',
  cost: '1060.00',
  prime: [primeLine(), primeLine({ line: '2', description: 'COR 13', requested: '700.00', approved: '700.00' })],
  budget: [budgetLine(), budgetLine({ line: '2', description: 'Lights', amount: '300.00' })],
});
const both = [link(shared, { lines: ['1'] }), link(shared, { lines: ['2'], of: other })];

describe('the plan that voids a COR which has its change order to itself', () => {
  it('sets the header’s status and leaves every amount as the record of what was asked', () => {
    const plan = planned(voiding());
    expect(plan.kind).toBe('changeOrder.void');
    expect(plan.steps).toHaveLength(1);
    expect(changes(stepOf(plan, 'header'))).toEqual({ status: '1 → 5' });
    expect(plan.title).toBe('Change order 7 of job 2402 to 5-Void (COR 12)');
  });

  it('sets the status of subcontract lines as well, never of plain budget lines', () => {
    const target = changeOrder({ budget: [budgetLine(), subBudgetLine({ line: '2', status: '2' })] });
    const input = voiding(target, [link(target)], { draft: { target: { mode: 'void', record: '3001', status: '6' } } });
    const plan = planned(input);
    expect(changes(stepOf(plan, 'header'))).toEqual({ status: '1 → 6' });
    expect(changes(stepOf(plan, 'budget.line2'))).toEqual({ chgsts: '2 → 6' });
    expect(plan.steps).toHaveLength(2);
  });

  it('says what happens to contract and budget', () => {
    expect(planned(voiding()).warnings).toEqual([
      'The contract goes down by 950.00 and the budget goes down by 760.00, because the change order was 1-Approved.',
    ]);
    const credit = changeOrder({ approved: '-950.00', budget: [budgetLine({ amount: '-760.00' })] });
    expect(planned(voiding(credit)).warnings).toEqual([
      'The contract goes up by 950.00 and the budget goes up by 760.00, because the change order was 1-Approved.',
    ]);
    const open = changeOrder({ status: '2' });
    expect(planned(voiding(open)).warnings).toEqual([
      'Contract and budget do not change: the change order was not 1-Approved.',
    ]);
  });

  it('counts lines that an earlier update or void left at zero as nobody’s', () => {
    const target = changeOrder({
      prime: [primeLine(), primeLine({ line: '2', description: 'Taken out', requested: '0.00', approved: '0.00' })],
      budget: [budgetLine(), budgetLine({ line: '2', hours: '0.00', amount: '0.00' })],
    });
    const gone = { ...other, status: 'rejected' as const };
    const links = [link(target, { lines: ['1'] }), link(target, { lines: ['2'], of: gone })];
    expect(changes(stepOf(planned(voiding(target, links)), 'header'))).toEqual({ status: '1 → 5' });
  });
});

describe('a line left at zero by an earlier update', () => {
  it('gets the status too when it is a subcontract line: Sage asks for every line of a void change order', () => {
    const left = subBudgetLine({ line: '2', amount: '0.00' });
    const target = changeOrder({ budget: [budgetLine(), left] });
    const plan = planned(voiding(target, [link(target, { lines: ['1'] })]));
    expect(stepOf(plan, 'budget.line2')).toMatchObject({ corId: null });
    expect(changes(stepOf(plan, 'budget.line2'))).toEqual({ chgsts: '1 → 5' });
    expect(plan.steps.map(({ table }) => table)).not.toContain('subcon');
  });
});

describe('the plan that voids one COR of a shared change order', () => {
  it('sets that COR’s lines to zero and takes them out of the totals; the status stays', () => {
    const plan = planned(voiding(shared, both));
    expect(changes(stepOf(plan, 'header'))).toEqual({
      reqamt: '1700.00 → 700.00',
      appamt: '1650.00 → 700.00',
      cstamt: '1060.00 → 300.00',
    });
    expect(changes(stepOf(plan, 'prime.line1'))).toEqual({ reqprc: '1000.00 → 0.00', aprprc: '950.00 → 0.00' });
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ chghrs: '12.50 → 0.00', bdgprc: '760.00 → 0.00' });
    expect(plan.steps).toHaveLength(3);
    expect(plan.title).toBe('COR 12 out of change order 7 of job 2402');
  });

  it('says who shares it and what happens to contract and budget', () => {
    expect(planned(voiding(shared, both)).warnings).toEqual([
      'Other CORs or lines share this change order (COR 13): only the lines of this COR become zero.',
      'The contract goes down by 950.00 and the budget goes down by 760.00, because the change order was 1-Approved.',
    ]);
  });

  it('does not void the header under a COR that shares it without lines of its own', () => {
    const target = changeOrder();
    const links = [link(target), link(target, { lines: [], of: other })];
    expect(changes(stepOf(planned(voiding(target, links)), 'header'))).not.toHaveProperty('status');
  });

  it('does not void the header over a line that a person typed in Sage', () => {
    const plan = planned(voiding(shared, [link(shared, { lines: ['1'] })]));
    expect(changes(stepOf(plan, 'header'))).not.toHaveProperty('status');
  });

  it('voids the whole change order when all its CORs are voided together', () => {
    const input = voiding(shared, both, {
      cors: [voided, { ...other, status: 'rejected' }],
      draft: { corIds: ['cor-12', 'cor-13'], target: { mode: 'void', record: '3001', status: '5' } },
    });
    expect(changes(stepOf(planned(input), 'header'))).toEqual({ status: '1 → 5' });
  });
});

describe('a void', () => {
  it('says so when the COR is not void in Clearstory', () => {
    expect(planned(voiding(changeOrder(), [link(changeOrder())], { cors: [cor()] })).warnings).toContain(
      'COR 12 is Approved CO Issued in Clearstory, not Void.',
    );
  });

  it.each([
    [
      { status: '5' },
      'Change order 7 is 5-Void already: there is nothing to void. Unlink its CORs if they are done with.',
    ],
    [
      { status: '6' },
      'Change order 7 is 6-Rejected already: there is nothing to void. Unlink its CORs if they are done with.',
    ],
    [{ locked: true }, 'Change order 7 is locked (Lock Edit): unlock it in Sage 6-4-1 first, then void it.'],
    [
      { invoiced: '2026-11-19' },
      'Change order 7 was invoiced on 2026-11-19: enter a reversing change order in Sage 6-4-1 instead, then unlink its CORs.',
    ],
  ])('is refused for %o with what can be done instead', (change, sentence) => {
    expect(refused(voiding(changeOrder(change)))).toEqual([{ field: 'target', value: '7', sentence }]);
  });

  it('is refused for a COR that is not in the change order: it must not void somebody else’s', () => {
    const empty = changeOrder({ prime: [], budget: [] });
    expect(refused(voiding(empty, []))[0]).toMatchObject({ field: 'corIds.0', value: '12' });
    const elsewhere = link(changeOrder({ record: '3002', number: '8' }));
    expect(refused(voiding(changeOrder(), [elsewhere]))[0]?.sentence).toContain('is in change order 8');
  });

  it('has nothing to do where the COR’s lines are zero in a shared change order', () => {
    const zeroed = {
      ...shared,
      prime: [primeLine({ requested: '0.00', approved: '0.00' }), ...shared.prime.slice(1)],
      budget: [budgetLine({ hours: '0.00', amount: '0.00' }), ...shared.budget.slice(1)],
    };
    expect(refused(voiding(zeroed, both))[0]?.sentence).toContain('unlink them instead');
  });
});
