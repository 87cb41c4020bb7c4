import { describe, expect, it } from 'vitest';
import { budgetLine, changeOrder, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, givenUpdate, header, planned, prime } from './given.ts';
import { changes, stepOf, values } from './reading.ts';

const percent = (share: string, change = {}) => budget({ shareMode: 'percent', share, multiplier: '1', ...change });

describe('budget amounts worked out in percent', () => {
  it('take the approved price under 1-Approved and the requested price under every other status', () => {
    const amount = (status: string) => {
      const head = header({ status, approvedOn: '' });
      return values(stepOf(planned(given({ draft: { header: head, budget: [percent('100')] } })), 'budget.0')).bdgprc;
    };
    expect(['1', '2', '3', '4'].map(amount)).toEqual(['950.00', '1000.00', '1000.00', '1000.00']);
  });

  it('keep thirds together to the cent', () => {
    const lines = ['33.3333', '33.3333', '33.3334'].map((share, index) => percent(share, { id: `b${index}` }));
    const draft = { prime: [prime({ approved: '100.00' })], budget: lines };
    const plan = planned(given({ draft }));
    const amounts = [0, 1, 2].map((index) => values(stepOf(plan, `budget.${index}`)).bdgprc);
    expect(amounts).toEqual(['33.33', '33.33', '33.34']);
    expect(plan.controls.budget).toBe('100.00');
  });

  it('give each line its own amount even where two lines carry the same id', () => {
    const plan = planned(
      given({ draft: { budget: [percent('60'), percent('40', { description: 'Panel material' })] } }),
    );
    expect([0, 1].map((index) => values(stepOf(plan, `budget.${index}`)).bdgprc)).toEqual(['570.00', '380.00']);
    expect(values(stepOf(plan, 'header')).cstamt).toBe('950.00');
  });

  it('move with the price when an update approves less than was requested', () => {
    const open = changeOrder({
      status: '2',
      approvedOn: null,
      approved: '0.00',
      cost: '1000.00',
      prime: [primeLine({ approved: '0.00' })],
      budget: [budgetLine({ amount: '1000.00' })],
    });
    const plan = planned(givenUpdate(open, { draft: { budget: [percent('100', { line: '1' })] } }));
    expect(changes(stepOf(plan, 'header'))).toEqual({
      status: '2 → 1',
      aprdte: 'NULL → 2026-11-18',
      appamt: '0.00 → 950.00',
      cstamt: '1000.00 → 950.00',
    });
    expect(changes(stepOf(plan, 'prime.line1'))).toEqual({ aprprc: '0.00 → 950.00' });
    expect(changes(stepOf(plan, 'budget.line1'))).toEqual({ bdgprc: '1000.00 → 950.00' });
  });

  it('are those of each COR by itself', () => {
    const second = cor({ id: 'cor-13', number: '13', approvedCoIssuedAmount: '50.00' });
    const plan = planned(
      given({
        cors: [cor(), second],
        draft: {
          corIds: ['cor-12', 'cor-13'],
          prime: [prime(), prime({ id: 'p2', corId: 'cor-13', description: 'COR 13', approved: '50.00' })],
          budget: [percent('100'), percent('100', { id: 'b2', corId: 'cor-13' })],
        },
      }),
    );
    expect([0, 1].map((index) => values(stepOf(plan, `budget.${index}`)).bdgprc)).toEqual(['950.00', '50.00']);
  });

  it('refuse to add to a change order that was approved since its price was chosen', () => {
    const approved = changeOrder();
    const stale = given({
      draft: {
        target: { mode: 'existing', record: '3001' },
        header: header({ status: '2', approvedOn: '' }),
        prime: [prime({ description: 'COR 13', approved: '0.00', corId: 'cor-13' })],
        budget: [percent('100', { corId: 'cor-13' })],
        corIds: ['cor-13'],
      },
      cors: [cor({ id: 'cor-13', number: '13' })],
      facts: { changeOrders: [approved], links: [link(approved)] },
    });
    expect(() => planned(stale)).toThrow(/is 1-Approved in Sage now.*choose it again/);
  });
});
