import { describe, expect, it } from 'vitest';
import { changeOrderPlanKinds, type PlannedColumn } from '#shared/domain/plan.ts';
import { alterTable } from '../contracts/alterTable.ts';
import { approval, createPlan, madeNow, planOf, step, text } from '../contracts/sageCompanyPlans.ts';
import {
  adapters,
  companyOver,
  embedded,
  everyChangeOrder,
  got,
  rowCounts,
  sampleFiles,
  withConnection,
} from '../contracts/sageCompanyRig.ts';

const files = sampleFiles();
const at = '2026-11-30T10:00:00.000Z';

describe.each(adapters)('a company whose tables were changed, over $name', (adapter) => {
  const company = (file: string) => companyOver(() => adapter.open(file));
  const run = (file: string, sql: string) => withConnection(adapter, file, (connection) => connection.query(sql));
  const catalogOf = async (file: string) => got(await company(file).inspect('sampleFile', at)).catalog;

  it('with a narrower column has a tighter limit', async () => {
    const file = files.fresh();
    alterTable(file, 'prmchg', '"dscrpt" VARCHAR(50)', '"dscrpt" VARCHAR(30)');
    const { differences, limits } = await catalogOf(file);
    expect(differences).toMatchObject([{ table: 'prmchg', column: 'dscrpt', aspect: 'length', effect: 'narrows' }]);
    expect(limits).toEqual({ 'prmchg.dscrpt': { length: 30 } });
  });

  it('with a narrower column for the name of whoever pushed keeps as much of it as fits', async () => {
    const file = files.fresh();
    alterTable(file, 'prmchg', '"usrnme" VARCHAR(50)', '"usrnme" VARCHAR(7)');
    alterTable(file, 'prmchg', 'CHECK (length("usrnme") <= 50)', 'CHECK (length("usrnme") <= 7)');
    const open = company(file);
    const plan = await madeNow(open, createPlan());
    const cut = (column: PlannedColumn): PlannedColumn =>
      column.column === 'usrnme' && column.cell.kind === 'take'
        ? { ...column, cell: { ...column.cell, longest: 7 } }
        : column;
    const steps = plan.steps.map((one) => ({ ...one, columns: one.columns.map(cut) }));
    expect((await open.apply(plan, approval('first'))).outcome).toBe('notApplied');
    expect(await open.apply({ ...plan, steps }, approval('second'))).toMatchObject({
      outcome: 'applied',
      receipt: {
        rows: [
          { columns: expect.arrayContaining([{ column: 'usrnme', planned: 'Zoë Ång', readBack: 'Zoë Ång' }]) },
          {},
          {},
        ],
      },
    });
  });

  it('with smaller amounts has a tighter limit', async () => {
    const file = files.fresh();
    alterTable(file, 'pmcgln', '"reqprc" VARCHAR(14)', '"reqprc" VARCHAR(11)');
    expect((await catalogOf(file)).limits).toEqual({ 'pmcgln.reqprc': { precision: 9, scale: 2 } });
  });

  it('with more decimals than described is read to the cent, its pages proved by the value of their sums', async () => {
    const file = files.fresh();
    const before = await everyChangeOrder(company(file));
    alterTable(file, 'prmchg', `CHECK ("appamt" GLOB '*[0-9].[0-9][0-9]')`, '');
    alterTable(file, 'sbcgln', `CHECK ("bdgprc" GLOB '*[0-9].[0-9][0-9]')`, '');
    await run(file, "UPDATE prmchg SET appamt = appamt || '00'");
    // Every other one, so that values of different decimals are added up.
    await run(file, "UPDATE sbcgln SET bdgprc = bdgprc || '0' WHERE linnum % 2 = 1");
    expect(await everyChangeOrder(company(file))).toEqual(before);
  });

  it('with a wider column is read and gets new rows; a longer text in it is not replaced, because nobody saw its end', async () => {
    const file = files.fresh();
    alterTable(file, 'prmchg', '"dscrpt" VARCHAR(50)', '"dscrpt" VARCHAR(80)');
    alterTable(file, 'prmchg', 'CHECK (length("dscrpt") <= 50)', '');
    const open = company(file);
    const plan = (record: string, was: string) =>
      madeNow(
        open,
        planOf({
          target: { job: '2402', phase: '0', record, number: '1' },
          steps: [step('header', 'update', 'prmchg', { recnum: record }, { ...text('dscrpt', 'Corrected'), was })],
        }),
      );
    const longer = 'x'.repeat(51);
    const rows = await run(file, 'SELECT CAST(recnum AS TEXT) AS record FROM prmchg ORDER BY recnum LIMIT 2');
    const [first, second] = rows.map(({ record }) => String(record));
    await run(file, `UPDATE prmchg SET dscrpt = '${longer}' WHERE recnum = ${first}`);
    await run(file, `UPDATE prmchg SET dscrpt = '${'y'.repeat(50)}  ' WHERE recnum = ${second}`);
    expect(await open.apply(await plan(first ?? '', longer), approval('first'))).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.tooLong', next: 'needsPerson', sentence: expect.stringContaining('Description') },
    });
    const kept = await open.apply(await plan(second ?? '', 'y'.repeat(50)), approval('second'));
    expect(kept.outcome).toBe('applied');
    expect((await open.apply(await madeNow(open, createPlan()), approval('third'))).outcome).toBe('applied');
  });

  it('with rows that lack a part of their key is not read past them, because the next page would pass over some', async () => {
    const file = files.fresh();
    alterTable(file, 'bdglin', '"phsnum" BIGINT NOT NULL', '"phsnum" BIGINT NULL');
    const columns = '"_idnum", "_idref", "recnum", "phsnum", "linnum", "cstcde", "ttlbdg"';
    const values = `lower(hex(randomblob(16))), (SELECT "_idnum" FROM budget WHERE recnum = 2402), 2402, NULL, n, '15180.000', '1.00'`;
    const numbers = 'WITH RECURSIVE numbers(n) AS (SELECT 1001 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2500)';
    await run(file, `INSERT INTO bdglin (${columns}) ${numbers} SELECT ${values} FROM numbers`);
    expect(await company(file).read('budget', { changedFrom: null, after: null })).toMatchObject({
      ok: false,
      failure: { code: 'sage.data', detail: expect.stringContaining('bdglin.phsnum is empty (NULL)') },
    });
  });

  it('with zeros where nothing is meant has no vendors, cost types or statuses of that number', async () => {
    const file = files.fresh();
    await withConnection(embedded, file, async (connection) => {
      await connection.query('PRAGMA foreign_keys = OFF');
      await connection.query('UPDATE prmchg SET chgtyp = 0 WHERE recnum = 1008');
      await connection.query('UPDATE pmcgln SET csttyp = 0 WHERE recnum = 1008');
      const zeros = 'csttyp = 0, vndnum = 0, vndctc = 0, ctclin = 0, chgsts = 0';
      await connection.query(`UPDATE sbcgln SET ${zeros} WHERE recnum = 1008`);
    });
    const order = got(await company(file).changeOrder('1008'));
    expect(order).toMatchObject({ type: null });
    for (const line of order?.prime ?? []) expect(line).toMatchObject({ costType: null });
    const budget = { costType: null, vendor: null, subcontract: null, subcontractLine: null, status: null };
    for (const line of order?.budget ?? []) expect(line).toMatchObject(budget);
    expect(order?.budget.length).toBeGreaterThan(0);
  });

  it('without a column is not written to', async () => {
    const file = files.fresh();
    await run(file, 'ALTER TABLE prmchg RENAME COLUMN entdte TO entered_on');
    expect((await catalogOf(file)).differences).toMatchObject([
      {
        column: 'entdte',
        aspect: 'missing',
        effect: 'blocks',
        kinds: [...changeOrderPlanKinds, 'subcontractChange.create'],
      },
    ]);
  });

  it('with a column more that must be filled gets no new rows', async () => {
    const file = files.fresh();
    alterTable(file, 'sbcgln', '"usrdf1" VARCHAR(50)', '"region" INTEGER NOT NULL, "usrdf1" VARCHAR(50)');
    const [first] = (await catalogOf(file)).differences;
    expect(first).toMatchObject({ column: 'region', aspect: 'extraRequired', effect: 'blocks' });
    expect(first?.kinds).not.toContain('changeOrder.void');
  });

  it('with a trigger is told of by the name of the trigger', async () => {
    const file = files.fresh();
    await run(file, 'CREATE TRIGGER history AFTER UPDATE ON prmchg BEGIN SELECT 1; END');
    const { differences } = await catalogOf(file);
    expect(differences).toMatchObject([{ table: 'prmchg', aspect: 'trigger', effect: 'note' }]);
    expect(differences[0]?.found).toContain('history');
  });

  it('without a reference, with another default, and with a number of its own is told of each', async () => {
    const file = files.fresh();
    alterTable(file, 'sbcgln', ' REFERENCES "actpay" ("recnum")', ' REFERENCES "actrec" ("recnum")');
    alterTable(
      file,
      'prmchg',
      `"ovhamt" VARCHAR(14) NOT NULL DEFAULT '0.00'`,
      `"ovhamt" VARCHAR(14) NOT NULL DEFAULT '1.00'`,
    );
    alterTable(
      file,
      'prmchg',
      '"recnum" BIGINT NOT NULL',
      '"recnum" BIGINT NOT NULL DEFAULT (700001 + abs(random() % 1000))',
    );
    const { differences, allocations } = await catalogOf(file);
    expect(new Set(differences.map(({ table, column, aspect }) => `${table}.${column} ${aspect}`))).toEqual(
      new Set(['prmchg.recnum default', 'prmchg.ovhamt default', 'sbcgln.vndnum foreignKey']),
    );
    expect(allocations['prmchg.recnum']).toBe('default');
  });

  it('without the table of markers can keep no proofs, and says so instead of failing', async () => {
    const file = files.fresh();
    await run(file, 'DROP TABLE plumbline_push_marker');
    const { marker } = got(await company(file).inspect('sampleFile', at));
    expect(marker.problem).toContain('plumbline_push_marker');
  });

  it('since a plan was made refuses it, in the run that would write, and takes it when it was made anew', async () => {
    const file = files.fresh();
    const open = company(file);
    const before = await madeNow(open, createPlan());
    expect((await open.apply(before, approval('first'))).outcome).toBe('applied');
    const counts = await rowCounts(adapter, file);
    await run(file, 'CREATE TRIGGER history AFTER UPDATE ON prmchg BEGIN SELECT 1; END');
    expect(await open.apply(before, approval('second'))).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.schemaChanged', next: 'needsPerson' },
    });
    expect(await rowCounts(adapter, file)).toEqual(counts);
    expect((await open.apply(before, approval('first'))).outcome).toBe('alreadyApplied');
    const anew = await madeNow(open, createPlan());
    const applied = await open.apply(anew, approval('second'));
    expect(applied).toMatchObject({ outcome: 'applied', receipt: { fingerprint: anew.fingerprint } });
  });
});
