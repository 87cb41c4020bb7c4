import { describe, expect, it } from 'vitest';
import { readableDetail } from '../../../renderer/screens/history/readableDetail.ts';

describe('what a history entry keeps beside its sentence', () => {
  it('shows before and after as the fields that differ, in words', () => {
    const detail = JSON.stringify({
      before: { job: '2401', defaults: { phase: '0', template: [] } },
      after: { job: '2401', defaults: { phase: '1', template: [{ costCode: '1310.000' }] } },
    });
    expect(readableDetail(detail)).toEqual({
      shape: 'change',
      changes: [
        { name: 'Defaults, phase', before: '0', after: '1' },
        { name: 'Defaults, template 1, cost code', before: '', after: '1310.000' },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  });

  it('shows a first value as a change from nothing', () => {
    expect(readableDetail('{"before":null,"after":{"job":"2401"}}')).toEqual({
      shape: 'change',
      changes: [{ name: 'Job', before: '', after: '2401' }],
    });
  });

  it('lists the fields of other objects and drops the word for control totals', () => {
    expect(readableDetail('{"controls":{"lines":4,"requested":"1.00"},"warnings":["a","b"]}')).toEqual({
      shape: 'facts',
      facts: [
        { name: 'Lines', value: '4' },
        { name: 'Requested', value: '1.00' },
        { name: 'Warnings', value: 'a, b' },
      ],
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
