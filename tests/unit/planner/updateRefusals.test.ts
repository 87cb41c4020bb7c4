import { describe, expect, it } from 'vitest';
import { budgetLine, changeOrder, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, givenUpdate, prime, refused } from './given.ts';

const other = cor({ id: 'cor-13', number: '13' });

describe('an update that would touch what is not its own', () => {
  it('is refused when the COR is no longer linked', () => {
    expect(refused(givenUpdate(changeOrder(), { facts: { links: [] } }))).toContainEqual({
      field: 'corIds.0',
      value: '12',
      sentence: 'COR 12 is not linked to change order 7 any more: discard this draft and add the COR anew.',
    });
  });

  it('is refused when the COR is linked to another change order, whose line numbers mean other lines here', () => {
    const elsewhere = changeOrder({ record: '3002', number: '8' });
    const facts = { changeOrders: [changeOrder(), elsewhere], links: [link(elsewhere)] };
    expect(refused(givenUpdate(changeOrder(), { facts }))).toContainEqual({
      field: 'corIds.0',
      value: '12',
      sentence: 'COR 12 is in change order 8, not in change order 7: discard this draft and open the update again.',
    });
  });

  it('is refused for a line that was deleted in Sage, because its money would be lost without a word', () => {
    const gone = changeOrder({ prime: [], budget: [] });
    const input = givenUpdate(gone, { facts: { links: [link(changeOrder())] } });
    expect(refused(input).map(({ field }) => field)).toEqual(['prime.0.description', 'budget.0.description']);
    expect(refused(input)[0]?.sentence).toBe(
      'Prime line 1 of change order 7 was deleted in Sage: remove it here, and add a new line if it should be there again.',
    );
  });

  it('is refused for a line that another COR wrote', () => {
    const shared = changeOrder({
      prime: [primeLine(), primeLine({ line: '2', description: 'COR 13' })],
      budget: [budgetLine(), budgetLine({ line: '2', description: 'Lights' })],
    });
    const links = [link(shared, { lines: ['1'] }), link(shared, { lines: ['2'], of: other })];
    const draft = { prime: [prime({ line: '2' })], budget: [budget({ line: '2' })] };
    expect(refused(givenUpdate(shared, { draft, facts: { links } })).map(({ sentence }) => sentence)).toEqual([
      'Prime line 2 of change order 7 was not written for COR 12: remove it here, then add a new line.',
      'Budget line 2 of change order 7 was not written for COR 12: remove it here, then add a new line.',
    ]);
  });

  it('is refused when one line of Sage stands twice in the draft', () => {
    const draft = { prime: [prime({ line: '1' }), prime({ id: 'p2', line: '1' })] };
    expect(refused(givenUpdate(changeOrder(), { draft }))).toContainEqual(
      expect.objectContaining({ field: 'prime.1.description', sentence: expect.stringContaining('stands here twice') }),
    );
  });

  it('is refused when nothing of the COR would be left, since that is a void', () => {
    const draft = { prime: [], budget: [] };
    expect(refused(givenUpdate(changeOrder(), { draft }))).toContainEqual(
      expect.objectContaining({ field: 'prime', sentence: expect.stringContaining('There is nothing to write') }),
    );
  });

  it.each([
    ['locked', { locked: true }, 'is locked (Lock Edit): unlock it in Sage 6-4-1 first, then push the update.'],
    ['invoiced', { invoiced: '2026-11-19' }, 'add only the difference to a new change order.'],
    ['void', { status: '5' }, 'is 5-Void: unlink its CORs, then add them to a new change order.'],
    ['rejected', { status: '6' }, 'is 6-Rejected: unlink its CORs, then add them to a new change order.'],
  ])('is refused when the change order is %s, with a way out that works', (_, change, words) => {
    const [refusal] = refused(givenUpdate(changeOrder(change)));
    expect(refusal).toMatchObject({ field: 'target', value: '7', sentence: expect.stringContaining(words) });
  });

  it('is refused when the change order has gone', () => {
    const input = givenUpdate(changeOrder(), { facts: { changeOrders: [] } });
    expect(refused(input)[0]).toMatchObject({
      field: 'target',
      sentence: expect.stringContaining('no longer in Sage'),
    });
  });

  it('is refused when the change order is of another job', () => {
    const input = givenUpdate(changeOrder({ job: '2405' }));
    expect(refused(input)).toContainEqual({
      field: 'target',
      value: '7',
      sentence: 'Change order 7 belongs to job 2405, not to job 2402: choose one of job 2402.',
    });
  });

  it('is refused where nothing is updated: a line that says it is in Sage needs an update', () => {
    const draft = { prime: [prime({ line: '1' })], budget: [budget({ line: '1' })] };
    expect(refused(given({ draft })).map(({ field }) => field)).toEqual([
      'prime.0.description',
      'budget.0.description',
    ]);
  });
});
