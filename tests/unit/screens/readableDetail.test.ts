import { describe, expect, it } from 'vitest';
import { changesBetween, historyDetail } from '#shared/domain/historyDetail.ts';
import { readableDetail } from '../../../renderer/screens/history/readableDetail.ts';

describe('what a history entry keeps beside its sentence', () => {
  it('shows what changed with before and after, in words', () => {
    const before = { job: '2401', schedule: { pushMinutes: 5 }, note: 'old' };
    const after = { job: '2401', schedule: { pushMinutes: 10 }, note: '' };
    expect(readableDetail(historyDetail(changesBetween(before, after)))).toEqual({
      shape: 'table',
      facts: [
        { name: 'Schedule, push minutes', before: '5', value: '10' },
        { name: 'Note', before: 'old', value: '' },
      ],
      more: 0,
    });
  });

  it('shows a new record as a change from nothing', () => {
    expect(readableDetail(historyDetail(changesBetween(null, { job: '2401' })))).toEqual({
      shape: 'table',
      facts: [{ name: 'Job', before: '', value: '2401' }],
      more: 0,
    });
  });

  it('lists facts, nested ones too, and drops the word for control totals', () => {
    expect(readableDetail('{"controls":{"lines":4,"approved":"1.00"},"warnings":["a","b"],"more":"3"}')).toEqual({
      shape: 'table',
      facts: [
        { name: 'Lines', before: null, value: '4' },
        { name: 'Approved', before: null, value: '1.00' },
        { name: 'Warnings', before: null, value: 'a, b' },
      ],
      more: 3,
    });
  });

  it.each([
    ['', { shape: 'nothing' }],
    ['HY000 constraint', { shape: 'text', text: 'HY000 constraint' }],
    ['[1,2]', { shape: 'text', text: '[1,2]' }],
  ])('keeps other text as it is: %j', (detail, readable) => {
    expect(readableDetail(detail)).toEqual(readable);
  });
});
