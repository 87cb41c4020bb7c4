import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextChangeNumber } from '#shared/domain/changeNumber.ts';

describe('the next change order number', () => {
  it.each([
    [[], '1'],
    [['  '], '1'],
    [['7'], '8'],
    [['1', '2', '3'], '4'],
    [['9', '10'], '11'],
    [['10', '9'], '11'],
    [['220-1'], '220-2'],
    [['220-9', '220-10'], '220-11'],
    [['220-2', '850-1'], '850-2'],
    [['1-2-3'], '1-2-4'],
    [['12', '220-1'], '220-2'],
    [['220-1', '12'], '13'],
    [['COR4', '3'], '4'],
    [[' 7 '], '8'],
    [['99999999999999999999'], '100000000000000000000'],
  ])('after %j is %s', (used, next) => {
    expect(nextChangeNumber(used)).toBe(next);
  });

  it.each([[['COR5']], [['1', '2', 'AAA5']], [['12345-46/60']], [['A']], [['220-']], [['-1']], [['1.5']]])(
    'is for a person to type after %j',
    (used) => {
      expect(nextChangeNumber(used)).toBeNull();
    },
  );

  it('is never one that is in use already', () => {
    const number = fc.oneof(
      fc.bigInt({ min: 1n, max: 10n ** 12n }).map(String),
      fc.stringMatching(/^\d{1,4}-\d{1,4}$/),
    );
    fc.assert(
      fc.property(fc.array(number), (used) => {
        const next = nextChangeNumber(used);
        expect(next).not.toBeNull();
        expect(used).not.toContain(next);
      }),
      { numRuns: 10_000 },
    );
  });
});
