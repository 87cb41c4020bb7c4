import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, detailLimit, historyDetail } from '#shared/domain/historyDetail.ts';

describe('details of History', () => {
  it('name only what changed, with old and new', () => {
    const before = { schedule: { push: 5, pull: 30 }, labels: false, template: [{ code: '3300' }] };
    const after = { schedule: { push: 10, pull: 30 }, labels: true, template: [] };
    expect(changesBetween(before, after)).toEqual({
      'schedule.push': '5 → 10',
      labels: 'false → true',
      template: '[{"code":"3300"}] → []',
    });
  });

  it('show everything of a new record', () => {
    expect(changesBetween(null, { job: '2402' })).toEqual({ job: ' → 2402' });
  });

  it('stay within their limit whatever is kept, as JSON that can be read, and count what was left out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 60 }), fc.string({ maxLength: 900 })), (facts) => {
        const text = historyDetail(facts);
        expect(text.length).toBeLessThanOrEqual(detailLimit);
        if (text !== '')
          expect(Object.keys(JSON.parse(text)).length).toBeLessThanOrEqual(Object.keys(facts).length + 1);
      }),
    );
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`field${index}`, 'was → is']));
    expect(JSON.parse(historyDetail(many)).more).toMatch(/^\d+$/);
  });
});
