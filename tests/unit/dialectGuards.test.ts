import { describe, expect, it } from 'vitest';
import { createSageCompany } from '../../electron/sage/company.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { inRuns } from '../contracts/inRuns.ts';
import { approval, createPlan } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyName, countingIds } from '../contracts/sageCompanyRig.ts';
import { recordingServer } from './dialectServer.ts';

const dialect = createMssqlDialect();

function companyOn(open: () => Promise<SqlConnection>) {
  return inRuns(createSageCompany({ open, dialect, random: countingIds(), server: 'OFFICE', companyId, companyName }));
}

describe('what a locking hint alone would not keep out', () => {
  it('commits nothing when the transaction that took the lock is no longer the one that is open', async () => {
    const server = recordingServer();
    const open = async (): Promise<SqlConnection> => {
      const connection = await server.open();
      const query: SqlConnection['query'] = async (sql, parameters) => {
        const rows = await connection.query(sql, parameters);
        // Not the one of the run: the job's.
        return sql.includes('APPLOCK_MODE') && !sql.includes('Plumbline/writing') ? [{ held: 'NoLock' }] : rows;
      };
      return { ...connection, query };
    };
    expect(await companyOn(open).apply(createPlan(), approval('key'))).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.transactionEnded', next: 'needsPerson', detail: 'APPLOCK_MODE answered NoLock' },
    });
    expect(server.sent.slice(-3).map(({ sql }) => sql)).toEqual(['rollback', 'close', 'close']);
  });

  it('commits nothing when somebody else took the same record number, and tries again', async () => {
    const server = recordingServer({ prmchg: [{ recnum: '42', chgnum: '1' }] });
    expect(await companyOn(server.open).apply(createPlan(), approval('key'))).toMatchObject({
      outcome: 'notApplied',
      failure: {
        code: 'sage.numberTaken',
        next: 'retry',
        sentence: 'Change Order (6-4-1), Record# 42 was taken by somebody else at the same moment. Nothing was saved.',
      },
    });
    expect(server.sent.slice(-3).map(({ sql }) => sql)).toEqual(['rollback', 'close', 'close']);
  });
});
