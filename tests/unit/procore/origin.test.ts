import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { foreignOwner, originIdOf, originKey } from '#shared/domain/procore/origin.ts';

const acme = companyIdOf('acme');
const other = companyIdOf('other');
const origin = (id: string | null) => ({ id, code: null, data: null });

describe('the origin id of a record', () => {
  it('says the record of Sage again', () => {
    const id = originIdOf(acme, 'costCode', '2402', '12.100');
    expect(originKey(id, acme, 'costCode')).toEqual(['2402', '12.100']);
  });

  it('R-093 is of one company, and not taken for one of another', () => {
    const id = originIdOf(other, 'vendor', '512');
    expect(originKey(id, acme, 'vendor')).toBeNull();
    expect(foreignOwner('Company Harbor', origin(id), acme)).toContain("Sage company 'other'");
    expect(foreignOwner('Company Harbor', origin(id), other)).toBeNull();
  });

  it.each([null, ''])('leaves a record without one (%s) free', (id) => {
    expect(foreignOwner('Company Harbor', origin(id), acme)).toBeNull();
  });

  it('of another connector makes the record read-only, with the reason', () => {
    expect(foreignOwner('Company Harbor', origin('VIS-12'), acme)).toMatch(/Company Harbor .*'VIS-12' of another/);
  });
});
