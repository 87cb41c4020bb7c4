import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ReadPage } from '../../electron/engine/ports/sageCompany.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import { companyId, companyName, countingIds, got, sqliteFiles } from '../contracts/sageCompanyRig.ts';

const files = sqliteFiles();

describe('the pages of one run', () => {
  it('share one connection, which is closed after the last page', async () => {
    const { company, connections, timers } = watchedCompany();
    let after: string | null = null;
    let pages = 0;
    do {
      const page: ReadPage<unknown> = got(await company.read('vendor', { changedFrom: null, after }));
      after = page.next;
      pages += 1;
    } while (after !== null);
    expect(pages).toBe(3);
    expect(connections).toEqual({ opened: 1, closed: 1 });
    expect(timers.size).toBe(0);
  });

  it('leave no connection to a run that begins anew, nor to any other call', async () => {
    const { company, connections } = watchedCompany();
    got(await company.read('vendor', { changedFrom: null, after: null }));
    expect(connections).toEqual({ opened: 1, closed: 0 });
    const { next } = got(await company.read('vendor', { changedFrom: null, after: null }));
    expect(connections).toEqual({ opened: 2, closed: 1 });
    got(await company.reasonsUsed());
    expect(connections).toEqual({ opened: 3, closed: 3 });
    got(await company.read('vendor', { changedFrom: null, after: next }));
    expect(connections).toEqual({ opened: 4, closed: 3 });
    await company.test();
    expect(connections).toEqual({ opened: 5, closed: 5 });
  });

  it('give their connection back when nobody asks on for a while, and when the company is closed', async () => {
    const { company, connections, timers } = watchedCompany();
    const { next } = got(await company.read('vendor', { changedFrom: null, after: null }));
    expect([...timers.values()]).toEqual([5_000]);
    for (const callback of timers.keys()) callback();
    await company.reasonsUsed();
    expect(connections).toEqual({ opened: 2, closed: 2 });
    got(await company.read('vendor', { changedFrom: null, after: next }));
    await company.close();
    expect(connections).toEqual({ opened: 3, closed: 3 });
  });

  it('never use a connection again that failed', async () => {
    const { company, connections, fail } = watchedCompany();
    const { next } = got(await company.read('vendor', { changedFrom: null, after: null }));
    fail();
    expect((await company.read('vendor', { changedFrom: null, after: next })).ok).toBe(false);
    expect(connections).toEqual({ opened: 1, closed: 1 });
    expect(got(await company.read('vendor', { changedFrom: null, after: next })).rowsRead).toBe(1_000);
    expect(connections.opened).toBe(2);
  });
});

/** A company of a few thousand vendors that counts its connections; `fail`: the next statement of the open one finds it lost. */
function watchedCompany() {
  const file = files.fresh();
  const database = new Database(file);
  database.exec(`
    INSERT INTO actpay (_idnum, recnum, vndnme, shtnme, inactv)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2200)
    SELECT 'run' || i, 500000 + i, 'Vendor ' || i, 'V' || i, 0 FROM n`);
  database.close();
  const connections = { opened: 0, closed: 0 };
  const timers = new Map<() => void, number>();
  let lose: () => Promise<void> = async () => {};
  const open = async (): Promise<SqlConnection> => {
    const connection = await openSqlite({ file });
    connections.opened += 1;
    lose = connection.close;
    return {
      ...connection,
      close: async () => {
        connections.closed += 1;
        await connection.close();
      },
    };
  };
  const company = createSageCompany({
    open,
    dialect: createSqliteDialect(),
    random: countingIds(),
    server: 'the test server',
    companyId,
    companyName,
    after: (delayMs, callback) => {
      timers.set(callback, delayMs);
      return () => timers.delete(callback);
    },
  });
  return { company, connections, timers, fail: () => void lose() };
}
