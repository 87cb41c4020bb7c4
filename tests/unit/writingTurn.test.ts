import { describe, expect, it } from 'vitest';
import { createSageCompany } from '../../electron/sage/company.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { createMssqlDialect } from '../../electron/sage/dialect/mssql.ts';
import { approval, createPlan } from '../contracts/sageCompanyPlans.ts';
import { companyId, companyName, countingIds } from '../contracts/sageCompanyRig.ts';
import { recordingServer } from './dialectServer.ts';

/** SQL Server's session locks, as far as the turn to write needs them: one holder, until its connection ends. */
function serverWithOneTurn(atEach: (sql: string) => void = () => undefined) {
  let holder: object | null = null;
  const server = recordingServer();
  const open = async (): Promise<SqlConnection> => {
    const connection = await server.open();
    const me = {};
    const query: SqlConnection['query'] = async (sql, parameters) => {
      const rows = await connection.query(sql, parameters);
      atEach(sql);
      if (sql.includes("APPLOCK_MODE(N'public', N'Plumbline/writing'")) {
        return [{ held: holder === me ? 'Exclusive' : 'NoLock' }];
      }
      if (!sql.includes("'Session'")) return rows;
      if (holder !== null) return [{ granted: '-1' }];
      holder = me;
      return [{ granted: '0' }];
    };
    const close = async () => {
      if (holder === me) holder = null;
      await connection.close();
    };
    return { ...connection, query, close };
  };
  const computer = () =>
    createSageCompany({
      open,
      dialect: createMssqlDialect(),
      random: countingIds(),
      server: 'OFFICE',
      companyId,
      companyName,
    });
  return { computer, sent: server.sent, isTaken: () => holder !== null, lose: () => (holder = null) };
}

const other = { ok: false, failure: { next: 'retry', code: 'sage.otherPlumbline' } };

describe('the turn to write to a company', () => {
  it('belongs to one computer for the whole run, and to the next one afterwards', async () => {
    const { computer } = serverWithOneTurn();
    const [first, second] = [computer(), computer()];
    expect(await first.beginWriting()).toEqual({ ok: true, value: null });
    expect(await second.beginWriting()).toMatchObject(other);
    expect((await first.apply(createPlan(), approval('one'))).outcome).toBe('applied');
    expect(await second.beginWriting()).toMatchObject(other);
    await first.endWriting();
    expect(await second.beginWriting()).toEqual({ ok: true, value: null });
  });

  it.each([
    ['while another has it', true],
    ['also when nobody has it: a process that came after the one that took it has compared nothing', false],
  ])('nothing is begun without it: %s', async (_, isTaken) => {
    const { computer, sent } = serverWithOneTurn();
    if (isTaken) await computer().beginWriting();
    const before = sent.length;
    expect(await computer().apply(createPlan(), approval('two'))).toMatchObject({
      outcome: 'notApplied',
      failure: {
        next: 'retry',
        code: 'sage.turnLost',
        sentence: `The turn to write to ${companyName} was lost, so that nothing was written: Sage is compared again first.`,
      },
    });
    expect(sent.slice(before).map(({ sql }) => sql)).not.toContain('begin');
  });

  it('is asked for before every plan: a session that the server ended gave it up', async () => {
    const { computer, isTaken, lose } = serverWithOneTurn();
    const one = computer();
    await one.beginWriting();
    lose();
    const another = computer();
    await another.beginWriting();
    // Also where the other one has ended already: what it wrote was not there when the run compared.
    await another.close();
    expect(await one.apply(createPlan(), approval('four'))).toMatchObject({
      outcome: 'notApplied',
      failure: { next: 'retry', code: 'sage.turnLost' },
    });
    await one.endWriting();
    await one.beginWriting();
    expect((await one.apply(createPlan(), approval('five'))).outcome).toBe('applied');
    await one.close();
    expect(isTaken()).toBe(false);
  });

  it('is asked for once more when all is written and nothing is saved yet', async () => {
    const server = serverWithOneTurn((sql) => {
      if (sql.startsWith('INSERT INTO dbo.[prmchg]')) server.lose();
    });
    const one = server.computer();
    await one.beginWriting();
    expect(await one.apply(createPlan(), approval('six'))).toMatchObject({
      outcome: 'notApplied',
      failure: { next: 'retry', code: 'sage.turnLost' },
    });
    const words = server.sent.map(({ sql }) => sql);
    expect(words).toContain('rollback');
    expect(words).not.toContain('commit');
  });

  it('is not taken to read', async () => {
    const { computer, isTaken } = serverWithOneTurn();
    const one = computer();
    await computer().beginWriting();
    expect((await one.read('vendor', { changedFrom: null, after: null })).ok).toBe(true);
    expect(isTaken()).toBe(true);
  });
});
