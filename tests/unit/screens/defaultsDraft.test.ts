import { describe, expect, test } from 'vitest';
import { standardDefaults } from '#shared/domain/mapping.ts';
import {
  defaultsOfDraft,
  defaultsProblems,
  draftOfDefaults,
  percentTotal,
} from '../../../renderer/components/mappingDefaults/defaultsDraft.ts';

const row = { description: '', costCode: '1000.000', costType: '2', percent: '60', multiplier: '0.85' };
const withRows = (...rows: readonly Partial<typeof row>[]) =>
  draftOfDefaults({ ...standardDefaults, template: rows.map((change) => ({ ...row, ...change })) });

describe('the defaults of a mapping while they are edited', () => {
  test('come back unchanged when nothing is edited', () => {
    const defaults = { ...standardDefaults, template: [row], primeCostCode: '12162420.100' };
    expect(defaultsOfDraft(draftOfDefaults(defaults))).toEqual(defaults);
  });

  test('codes are saved in Sage’s one spelling', () => {
    expect(defaultsOfDraft(withRows({ costCode: ' 12162420.1 ' })).template[0]?.costCode).toBe('12162420.100');
  });

  test('percents are added exactly', () => {
    const thirds = withRows({ percent: '33.33' }, { percent: '33.33' }, { percent: '33.34' });
    expect(percentTotal(thirds.template)).toEqual({ text: '100', whole: true });
    expect(percentTotal(withRows({ percent: '0.1' }, { percent: '0.2' }).template)).toEqual({
      text: '0.3',
      whole: false,
    });
    expect(percentTotal(withRows({ percent: 'half' }).template)).toBeNull();
  });

  test('each wrong field says what is wrong with it', () => {
    const draft = withRows({
      costCode: 'abc',
      costType: '',
      percent: '101',
      multiplier: '0',
      description: 'x'.repeat(51),
    });
    const [problems] = [...defaultsProblems(draft).template.values()];
    expect(Object.keys(problems ?? {}).sort()).toEqual([
      'costCode',
      'costType',
      'description',
      'multiplier',
      'percent',
    ]);
    expect(defaultsProblems(withRows({})).template.size).toBe(0);
  });
});
