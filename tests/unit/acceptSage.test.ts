import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptSage } from '#shared/domain/acceptSage.ts';
import { corDifferences, linkHealth } from '#shared/domain/linkHealth.ts';
import { sageDifferences } from '#shared/domain/sageDifferences.ts';
import { budgetLine, changeOrder, link, primeLine, subBudgetLine } from './planner/company.ts';
import { cor } from './planner/cors.ts';
import { budget, givenUpdate, prime, refused, subBudget } from './planner/given.ts';

const pushed = changeOrder({
  prime: [primeLine(), primeLine({ line: '2', description: 'Extra' })],
  budget: [budgetLine(), subBudgetLine({ line: '2' })],
});
const linked = link(pushed, {
  allocation: {
    prime: [prime({ line: '1' }), prime({ id: 'p2', line: '2', description: 'Extra' })],
    budget: [budget({ line: '1', shareMode: 'percent', share: '100' }), subBudget({ id: 'b2', line: '2' })],
  },
});

/** Change order 7 after somebody worked on it in Sage. */
const edited = changeOrder({
  number: '7A',
  status: '2',
  approvedOn: null,
  requested: '1250.00',
  prime: [primeLine({ requested: '1250.00', costCode: '16100.000', costType: '2' })],
  budget: [
    budgetLine({ amount: '800.00', hours: '10.00', costType: '1' }),
    subBudgetLine({ line: '2', status: '2', changeNumber: '850-9', amount: '150.00' }),
  ],
});
const every = sageDifferences(linked, edited).map(({ field }) => field);

describe('accepting what Sage says', () => {
  it('removes exactly the chosen differences, whichever they are', () => {
    expect(every.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.subarray(every), (chosen) => {
        const left = sageDifferences(acceptSage(linked, edited, chosen), edited).map(({ field }) => field);
        expect(left).toEqual(every.filter((field) => !chosen.includes(field)));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves both sides in step when everything is accepted', () => {
    expect(linkHealth(acceptSage(linked, edited, every), cor(), edited).state).toBe('inSync');
  });

  it('changes nothing else: neither what it was given nor fields that were not named', () => {
    const before = structuredClone(linked);
    expect(acceptSage(linked, edited, [])).toEqual(before);
    acceptSage(linked, edited, every);
    expect(linked).toEqual(before);
    expect(acceptSage(linked, edited, ['header.reason', 'prime.99.approved'])).toEqual(before);
  });

  it('follows the change order’s new number only when that was accepted', () => {
    expect(acceptSage(linked, edited, ['header.number']).number).toBe('7A');
    expect(acceptSage(linked, edited, ['header.status']).number).toBe('7');
  });

  it('forgets a line that was deleted in Sage, in the allocation as well', () => {
    const { pushed: now, allocation } = acceptSage(linked, edited, ['prime.2']);
    expect([now.prime.map(({ line }) => line), allocation.prime.map(({ line }) => line)]).toEqual([['1'], ['1']]);
    expect(acceptSage(linked, edited, ['prime.1.requested']).allocation.prime).toHaveLength(2);
  });

  it('keeps accepted values in the allocation, so that the next update does not take them back', () => {
    const { allocation } = acceptSage(linked, edited, every);
    expect(allocation.prime).toEqual([
      prime({ line: '1', requested: '1250.00', costCode: '16100.000', costType: '2' }),
    ]);
    expect(allocation.budget[0]).toMatchObject({
      shareMode: 'amount',
      share: '800.00',
      multiplier: '1',
      hours: '10.00',
      costType: '1',
      subcontract: null,
    });
    expect(allocation.budget[1]).toMatchObject({
      share: '150.00',
      subcontract: { vendor: '501', subcontract: '9001', line: '1', changeNumber: '850-9', status: '2' },
    });
    const accepted = acceptSage(linked, edited, every);
    const again = givenUpdate(edited, {
      draft: {
        header: {
          ...givenUpdate(edited).draft.header,
          status: '2',
          approvedOn: '',
        },
        prime: accepted.allocation.prime,
        budget: accepted.allocation.budget,
      },
      facts: { links: [accepted] },
    });
    expect(refused(again)[0]?.sentence).toContain('Nothing differs');
  });

  it('turns a line that lost or changed its subcontract in Sage into what it is there', () => {
    const plain = changeOrder({ budget: [budgetLine(), budgetLine({ line: '2', amount: '200.00' })] });
    const fields = ['vendor', 'subcontract', 'subcontractLine', 'changeNumber', 'status'].map(
      (name) => `budget.2.${name}`,
    );
    expect(acceptSage(linked, plain, fields).allocation.budget[1]?.subcontract).toBeNull();
    const other = changeOrder({ budget: [subBudgetLine({ subcontractLine: '2' }), budgetLine({ line: '2' })] });
    const now = acceptSage(linked, other, ['budget.1.vendor', 'budget.1.subcontract', 'budget.1.subcontractLine']);
    expect(now.allocation.budget[0]?.subcontract).toMatchObject({ vendor: '501', subcontract: '9001', line: '2' });
  });

  it('counts a change of the COR as seen where Sage’s value stands', () => {
    const now = cor({ title: 'Another title', approvedCoIssuedAmount: '900.00' });
    const seen = acceptSage(linked, pushed, ['cor.title'], now);
    expect(corDifferences(seen.pushed.cor, now).map(({ field }) => field)).toEqual(['cor.approvedCoIssuedAmount']);
    expect(acceptSage(linked, pushed, ['cor.title']).pushed.cor).toEqual(cor());
    const all = acceptSage(linked, pushed, ['cor.title', 'cor.approvedCoIssuedAmount'], now);
    expect(linkHealth(all, now, pushed).state).toBe('inSync');
  });
});
