import { describe, expect, it } from 'vitest';
import { mapCodes } from '#shared/domain/procore/codes.ts';
import {
  codesUnmet,
  codeUpdate,
  leafCodes,
  mappingUnmet,
  pairRemovalRefusal,
} from '#shared/domain/procore/rules/costCodes.ts';
import { procoreCode } from './codesGiven.ts';

const typed = (pairs: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(pairs).map(([code, types]) => [code, new Set(types)]));

describe('cost codes of a project', () => {
  it('R-020 that the job lacks are to be written; another type of a known code is told; nothing is taken away', () => {
    const update = codeUpdate(
      typed({ '12.100': ['2', '4'], '12.200': ['2'] }),
      typed({ '12.100': ['2'], '13.000': ['1'] }),
      new Set(['12.100', '13.000']),
    );
    expect(update).toEqual({ codes: ['12.200'], pairs: [{ code: '12.100', type: '4' }] });
  });

  it('R-020 wait for the job and for a type of each code', () => {
    const fine = mapCodes(['12-100'], []);
    expect(codesUnmet(true, fine, [])).toEqual([]);
    expect(codesUnmet(false, fine, ['12-100']).map(({ field }) => field)).toEqual(['project', 'costTypes']);
  });

  it('R-022 that can never be codes of Sage are named', () => {
    expect(mappingUnmet(mapCodes(['01-10-100', '12-100'], []))).toMatchObject([
      { rule: 'R-022', field: 'code:01-10-100', value: '01-10-100' },
    ]);
  });

  it('R-095 that Sage would write otherwise are named, with what they would be', () => {
    expect(mappingUnmet(mapCodes(['01-100'], []))).toMatchObject([
      { rule: 'R-095', value: '01-100', sentence: expect.stringContaining('is 1.100 in Sage') },
    ]);
  });

  it('R-023 a pair is removed only where nothing uses it and Sage does not have it', () => {
    const pair = { code: '12.100', type: '2' };
    expect(pairRemovalRefusal(pair, [], false)).toBeNull();
    expect(pairRemovalRefusal(pair, ['commitment SC-001'], true)).toMatch(/used by commitment SC-001/);
    expect(pairRemovalRefusal(pair, [], true)).toMatch(/money in Sage/);
  });

  it('are those that have no others below them', () => {
    const codes = [procoreCode('12', { id: 'h' }), procoreCode('12-100', { parent: 'h' })];
    expect(leafCodes(codes).map(({ fullCode }) => fullCode)).toEqual(['12-100']);
  });
});
