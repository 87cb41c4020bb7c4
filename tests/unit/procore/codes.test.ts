import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { formatScaled } from '#shared/domain/decimal.ts';
import { agreedCode, mapCodes, procoreCodes, readProcoreCode } from '#shared/domain/procore/codes.ts';

const sageCode = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map((count) => formatScaled(count, 3));

describe('cost codes of Procore as cost codes of Sage', () => {
  it.each([
    ['12-100', '12.100'],
    ['12/100', '12.100'],
    ['12.100', '12.100'],
    ['16100', '16100.000'],
    ['12162420-100', '12162420.100'],
  ])('R-022 %s is %s, whatever stands between', (fullCode, code) => {
    expect(readProcoreCode(fullCode)).toEqual({ ok: true, code, exact: true });
  });

  it.each(['01-100', '12-1', '12.10', '007'])('R-095 %s is not taken for what Sage would make of it', (fullCode) => {
    expect(readProcoreCode(fullCode)).toMatchObject({ ok: true, exact: false });
    const { pairs, open } = mapCodes([fullCode], []);
    expect(pairs.size).toBe(0);
    expect(open).toMatchObject([{ fullCode }]);
  });

  it('R-095 says what the code would become', () => {
    expect(mapCodes(['01-100'], []).open[0]).toMatchObject({
      proposed: '1.100',
      why: expect.stringContaining('1.100'),
    });
  });

  it.each(['01-10-100', 'A-100', '12-', '12 100', '', '1234567890123', '1-1234', '12--100', '-12'])(
    'R-022 %s cannot be a code of Sage, and nothing is proposed for it',
    (fullCode) => {
      expect(readProcoreCode(fullCode).ok).toBe(false);
      expect(mapCodes([fullCode], []).open).toMatchObject([{ fullCode, proposed: null }]);
    },
  );

  it('R-095 keeps what a person said a code is', () => {
    const said = { [agreedCode('01-100')]: '1.1' };
    expect(mapCodes(['01-100'], [], said).pairs.get('01-100')).toBe('1.100');
    expect(mapCodes(['01-100'], [{}, { [agreedCode('01-100')]: '1.100' }]).open).toEqual([]);
  });

  it('R-095 refuses two codes that would be one in Sage, naming both', () => {
    const { doubled } = mapCodes(['12-100', '12.100', '13-100'], []);
    expect(doubled).toHaveLength(1);
    expect(doubled[0]).toMatch(/12-100 and 12\.100 .* 12\.100 in Sage/);
  });

  it('R-095 finds every code of Sage again that Procore writes as Sage shows it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(sageCode, { maxLength: 30 }), fc.constantFrom('-', '/', '.'), (codes, delimiter) => {
        const written = codes.map((code) => displayCostCode(code).replace('.', delimiter));
        const { pairs, open, doubled } = mapCodes(written, []);
        expect({ open, doubled }).toEqual({ open: [], doubled: [] });
        expect(codes.map((code) => procoreCodes(pairs).get(code))).toEqual(written);
        expect(written.map((code) => pairs.get(code))).toEqual(codes);
      }),
    );
  });
});
