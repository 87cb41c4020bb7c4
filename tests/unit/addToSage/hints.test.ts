import { describe, expect, it } from 'vitest';
import { fieldWords, stepHash, stepOf, valueAt } from '../../../renderer/screens/addToSage/draft/fieldPath.ts';
import { budgetHints, headerHints, noHints, primeHints } from '../../../renderer/screens/addToSage/draft/hints.ts';
import { indexRefusals } from '../../../renderer/screens/addToSage/draft/refusalIndex.ts';
import { budgetLine, primeLine, someDraft } from './someDraft.ts';

describe('hints beside the fields', () => {
  it('has nothing to say about a complete draft, and always says the same nothing', () => {
    expect(headerHints(someDraft())).toBe(noHints);
    expect(primeHints([primeLine('p1')])[0]).toBe(noHints);
    expect(budgetHints(budgetLine('b1'), null, null)).toBe(noHints);
  });

  it('tells what is missing from what is wrong', () => {
    const { header } = someDraft();
    const hints = headerHints(
      someDraft({ header: { ...header, description: ' ', reason: 'x'.repeat(51), status: '' } }),
    );
    expect(hints).toMatchObject({
      description: { kind: 'missing' },
      status: { kind: 'missing' },
      reason: { kind: 'wrong', words: '1 too many: Sage keeps 50 characters.' },
    });
  });

  it('wants every prime description to differ, whatever its case', () => {
    const hints = primeHints([primeLine('p1', { description: 'Rebar' }), primeLine('p2', { description: ' REBAR' })]);
    expect(hints[0]).toBe(noHints);
    expect(hints[1]).toMatchObject({ description: { kind: 'wrong', words: expect.stringContaining('line 1') } });
  });

  it('wants both cost code and cost type on a prime line, or neither', () => {
    expect(primeHints([primeLine('p1', { costCode: '3200.000' })])[0]).toMatchObject({ costType: { kind: 'missing' } });
    expect(primeHints([primeLine('p1', { requested: '12,5', approved: '' })])[0]).toMatchObject({
      requested: { kind: 'wrong' },
      approved: { kind: 'missing' },
    });
  });

  it('names what a budget line and its subcontract change lack', () => {
    const subcontract = { vendor: '512', subcontract: '', line: '', changeNumber: '', status: '2' };
    const line = budgetLine('b1', { costCode: '', costType: '', multiplier: 'x', hours: '1.234', subcontract });
    expect(Object.keys(budgetHints(line, null, null)).sort()).toEqual([
      'costCode',
      'costType',
      'hours',
      'multiplier',
      'subcontract.changeNumber',
      'subcontract.subcontract',
    ]);
  });
});

describe('the way from a refusal to its field', () => {
  it.each([
    ['header.description', 1, 'Description'],
    ['target', 1, 'Change order'],
    ['prime.0.approved', 2, 'Prime line 1, Approved'],
    ['budget.2.costCode', 3, 'Budget line 3, Sage 100 Cost Code'],
    ['budget.0.subcontract.vendor', 3, 'Budget line 1, Vendor'],
    ['corIds.1', 1, 'Change order request 2'],
  ])('%s is in step %i and called %s', (field, step, words) => {
    expect([stepOf(field), fieldWords(field)]).toEqual([step, words]);
  });

  it('is an address that survives a reload', () => {
    expect(stepHash('t/1', 3, 'budget.2.costCode')).toBe('#/add/t%2F1/3?field=budget.2.costCode');
  });

  it('reads the value at a path, and nothing where there is none', () => {
    const draft = someDraft({ budget: [budgetLine('b1')] });
    expect(valueAt(draft, 'budget.0.costCode')).toBe('3200.000');
    expect(valueAt(draft, 'budget.7.costCode')).toBeNull();
    expect(valueAt(draft, 'budget.0.toString')).toBeNull();
  });

  it('forgets a refusal as soon as its field or line has changed', () => {
    const judged = someDraft({ budget: [budgetLine('b1'), budgetLine('b2')] });
    const refusals = [
      { field: 'header.reason', value: '', sentence: 'No reason.' },
      { field: 'budget.1.costCode', value: '3200.000', sentence: 'No such code.' },
    ];
    const index = indexRefusals(refusals, judged);
    expect(index.ofField('header.reason', judged)).toBe('No reason.');
    expect(index.ofLine('budget', 1, judged)).toEqual({ costCode: 'No such code.' });
    const edited = {
      ...judged,
      header: { ...judged.header, reason: 'Owner' },
      budget: [budgetLine('b1'), budgetLine('b2', { costCode: '3100.000' })],
    };
    expect(index.ofField('header.reason', edited)).toBeNull();
    expect(index.ofLine('budget', 1, edited)).toBeNull();
  });
});
