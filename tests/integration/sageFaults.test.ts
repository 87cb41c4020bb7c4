import { describe, expect, it } from 'vitest';
import { type SqlConnection, SqlFailure } from '../../electron/sage/connection.ts';
import { takeLock } from '../../electron/sage/executor/lock.ts';
import { approval, createPlan } from '../contracts/sageCompanyPlans.ts';
import {
  adapters,
  companyOver,
  dialect,
  everyChangeOrder,
  got,
  onServer,
  rowCounts,
  sampleFiles,
  withConnection,
} from '../contracts/sageCompanyRig.ts';

const files = sampleFiles();
const plan = createPlan({ amounts: ['10.00', '20.00'] });

/** A connection that breaks off at its n-th statement, as when a cable is pulled or the process dies. */
function breakingAt(connection: SqlConnection, statement: number): SqlConnection {
  let statements = 0;
  return {
    ...connection,
    query: async (sql, parameters) => {
      statements += 1;
      if (statements === statement) await connection.close();
      return connection.query(sql, parameters);
    },
  };
}

describe.each(adapters)('trouble over $name', (adapter) => {
  it('leaves nothing behind, whichever statement the connection breaks at', async () => {
    const file = files.fresh();
    const counts = await rowCounts(adapter, file);
    let statement = 0;
    for (;;) {
      statement += 1;
      const at = statement;
      const outcome = await companyOver(async () => breakingAt(await adapter.open(file), at)).apply(
        plan,
        approval('a'),
      );
      if (outcome.outcome === 'applied') break;
      expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { next: 'retry', code: 'sage.unreachable' } });
      expect(await rowCounts(adapter, file)).toEqual(counts);
    }
    // Five rows to write: fewer statements than this would mean that the loop ended too early.
    expect(statement).toBeGreaterThan(15);
    expect(got(await companyOver(() => adapter.open(file)).lookUp(plan, approval('a')))).not.toBeNull();
  });

  it('is in doubt when the commit fails after it took effect, and finds the marker afterwards', async () => {
    const file = files.fresh();
    const open = async (): Promise<SqlConnection> => {
      const connection = await adapter.open(file);
      const commit = async () => {
        await connection.commit();
        throw new SqlFailure('commit', '08S01', 0, 'Communication link failure');
      };
      return { ...connection, commit };
    };
    const outcome = await companyOver(open).apply(plan, approval('a'));
    expect(outcome).toMatchObject({ outcome: 'inDoubt', failure: { code: 'sage.inDoubt', next: 'retry' } });
    const company = companyOver(() => adapter.open(file));
    expect(got(await company.lookUp(plan, approval('a')))).toEqual({
      planHash: 'hash of the plan',
      record: expect.any(String),
      number: '9',
    });
    const counts = await rowCounts(adapter, file);
    expect((await company.apply(plan, approval('a'))).outcome).toBe('alreadyApplied');
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it('is in doubt when the commit fails without effect, and finds no marker afterwards', async () => {
    const file = files.fresh();
    const counts = await rowCounts(adapter, file);
    const open = async (): Promise<SqlConnection> => {
      const connection = await adapter.open(file);
      const commit = async () => {
        await connection.close();
        await connection.commit();
      };
      return { ...connection, commit };
    };
    expect((await companyOver(open).apply(plan, approval('a'))).outcome).toBe('inDoubt');
    expect(await rowCounts(adapter, file)).toEqual(counts);
    const company = companyOver(() => adapter.open(file));
    expect(got(await company.lookUp(plan, approval('a')))).toBeNull();
    expect((await company.apply(plan, approval('a'))).outcome).toBe('applied');
  });

  it('asks to be tried again while another session holds the lock, and answers no look-up before that one is over', async () => {
    const file = files.fresh();
    const counts = await rowCounts(adapter, file);
    const company = companyOver(() => adapter.open(file));
    await withConnection(adapter, file, async (other) => {
      await other.begin();
      got(await takeLock(other, dialect, plan));
      const outcome = await company.apply(plan, approval('a'));
      expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { next: 'retry', code: 'sage.locked' } });
      expect(await company.lookUp(plan, approval('a'))).toMatchObject({ ok: false, failure: { code: 'sage.locked' } });
      await other.rollback();
    });
    expect(await rowCounts(adapter, file)).toEqual(counts);
    expect((await company.apply(plan, approval('a'))).outcome).toBe('applied');
  });

  it('writes once when two installations push the same transfer at the same moment', async () => {
    const file = files.fresh();
    const before = await everyChangeOrder(companyOver(() => adapter.open(file)));
    const install = () => companyOver(() => adapter.open(file));
    const outcomes = await Promise.all([install().apply(plan, approval('a')), install().apply(plan, approval('a'))]);
    const words = outcomes.map((one) => (one.outcome === 'notApplied' ? one.failure.code : one.outcome)).sort();
    // The other one either waited for the lock or gave up waiting: both are sorted beside it.
    expect([
      ['alreadyApplied', 'applied'],
      ['applied', 'sage.locked'],
    ]).toContainEqual(words);
    expect(await everyChangeOrder(install())).toHaveLength(before.length + 1);
  });

  it('does one thing at a time, however much is asked of it at once, and closes every connection', async () => {
    const file = files.fresh();
    let open = 0;
    let most = 0;
    const company = companyOver(async () => {
      const connection = await adapter.open(file);
      open += 1;
      most = Math.max(most, open);
      const close = async () => {
        open -= 1;
        await connection.close();
      };
      return { ...connection, close };
    });
    const keys = Array.from({ length: 8 }, (_, index) => `transfer-${index}`);
    const work = keys.map((key) => company.apply(plan, approval(key)));
    const [reading, looking, failing] = await Promise.all([
      company.read('changeOrder', { changedFrom: null, after: null }),
      company.lookUp(plan, approval('transfer-7')),
      company.changeOrder('77777'),
    ]);
    const numbers = (await Promise.all(work)).map((one) => (one.outcome === 'applied' ? one.receipt.number : one));
    expect(numbers).toEqual(['9', '10', '11', '12', '13', '14', '15', '16']);
    expect([reading.ok, looking.ok, failing.ok]).toEqual([true, true, true]);
    await company.close();
    expect({ open, most }).toEqual({ open: 0, most: 1 });
  });

  it.skipIf(onServer)('lets no fraction out, and nothing that is neither text nor number', async () => {
    await withConnection(adapter, files.fresh(), async (connection) => {
      await expect(connection.query('SELECT 0.1 AS amount')).rejects.toThrow("Column 'amount' came as");
      await connection.query('CREATE TABLE piece (content BLOB)');
      await connection.query("INSERT INTO piece VALUES (x'00ff')");
      await expect(connection.query('SELECT content FROM piece')).rejects.toThrow("Column 'content' came as");
      const [row] = await connection.query("SELECT CAST(? AS TEXT) AS amount, '' AS empty, NULL AS missing", ['-0.10']);
      expect(row).toEqual({ amount: '-0.10', empty: '', missing: null });
    });
  });
});
