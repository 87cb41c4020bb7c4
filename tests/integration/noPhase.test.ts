import { describe, expect, it } from 'vitest';
import { approval, createPlan, plainJob } from '../contracts/sageCompanyPlans.ts';
import {
  adapters,
  companyOver,
  everyChangeOrder,
  got,
  sampleFiles,
  withConnection,
} from '../contracts/sageCompanyRig.ts';

const files = sampleFiles();

describe.each(adapters)('"no phase" over $name', (adapter) => {
  /** A company in which "no phase" is stored in one way only. */
  const company = async (stored: string) => {
    const file = files.fresh();
    await withConnection(adapter, file, async (connection) => {
      for (const table of ['prmchg', 'subcon']) {
        await connection.query(`UPDATE ${table} SET phsnum = ${stored} WHERE phsnum IS NULL OR phsnum = 0`);
      }
    });
    return companyOver(() => adapter.open(file));
  };

  it('is read alike, whether Sage stored 0 or nothing', async () => {
    const [zero, none] = [await company('0'), await company('NULL')];
    const phases = (await everyChangeOrder(zero)).map(({ phase }) => phase);
    expect(phases).toContain('0');
    expect(phases).toEqual((await everyChangeOrder(none)).map(({ phase }) => phase));
    expect(got(await zero.subcontractsOf(plainJob))).toEqual(got(await none.subcontractsOf(plainJob)));
  });

  it.each(['0', 'NULL'])('stored as %s has one series of change order numbers', async (stored) => {
    const applied = await (await company(stored)).apply(createPlan(), approval('a'));
    expect(applied).toMatchObject({ outcome: 'applied', receipt: { number: '9' } });
  });

  it.each(['0', 'NULL'])('stored as %s is found by a condition that names phase 0', async (stored) => {
    const where = { jobnum: plainJob, phsnum: '0', chgnum: '1' };
    const check = { table: 'prmchg', where, expect: 'none', columns: {}, sentence: 'Number 1 is taken.' } as const;
    const outcome = await (await company(stored)).apply(createPlan({ checks: [check] }), approval('a'));
    expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { code: 'sage.check' } });
  });
});
