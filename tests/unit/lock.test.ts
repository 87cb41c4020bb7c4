import { describe, expect, it } from 'vitest';
import { createSageCompany } from '../../electron/sage/company.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { approval, createPlan } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyName, countingIds } from '../contracts/sageCompanyRig.ts';
import { recordingServer } from './dialectServer.ts';

/** A server whose sp_getapplock answers this to whoever asks for a lock of that owner. */
function companyAnswering(owner: 'Session' | 'Transaction', granted: string | null) {
  const server = recordingServer();
  const open = async () => {
    const connection = await server.open();
    const query: typeof connection.query = async (sql, parameters) =>
      sql.includes(`@LockOwner = '${owner}'`) ? [{ granted }] : connection.query(sql, parameters);
    return { ...connection, query };
  };
  const dialect = createMssqlDialect();
  return createSageCompany({ open, dialect, random: countingIds(), server: 'OFFICE', companyId, companyName });
}

describe('a lock that is not given', () => {
  it.each(['-1', '-3'])('is waited for while another has it: %s', async (granted) => {
    const failure = { next: 'retry', code: 'sage.locked', detail: `sp_getapplock answered ${granted}` };
    const company = companyAnswering('Transaction', granted);
    await company.beginWriting();
    expect(await company.apply(createPlan(), approval('one'))).toMatchObject({ outcome: 'notApplied', failure });
    expect(await companyAnswering('Session', granted).beginWriting()).toMatchObject({
      failure: { next: 'retry', code: 'sage.otherPlumbline' },
    });
  });

  it.each(['-2', '-999', null])('needs a person where nobody has it: %s', async (granted) => {
    const failure = {
      next: 'needsPerson',
      code: 'sage.lockRefused',
      detail: `sp_getapplock answered ${granted ?? 'NULL'}`,
    };
    const company = companyAnswering('Transaction', granted);
    await company.beginWriting();
    expect(await company.apply(createPlan(), approval('one'))).toMatchObject({ outcome: 'notApplied', failure });
    expect(await companyAnswering('Session', granted).beginWriting()).toMatchObject({ failure });
  });
});
