import { describe, expect, it } from 'vitest';
import type { Plan, PlannedColumn } from '#shared/domain/plan.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import { markerKeys } from '#shared/domain/sage/markerField.ts';
import type { Approval, SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { SqlFailure } from '../../electron/sage/connection.ts';
import { appendPlan, applied, approval, createPlan, plainJob, take } from './sageCompanyPlans.ts';
import {
  type Adapter,
  adapters,
  companyOver,
  dialect,
  everyChangeOrder,
  got,
  rowCounts,
  sampleFiles,
  withConnection,
} from './sageCompanyRig.ts';

const files = sampleFiles();

const newest = async (company: SageCompany) =>
  String(Math.max(...(await everyChangeOrder(company)).map(({ record }) => Number(record))));

/** The same plan with its proof in the header that it writes. */
function marked(plan: Plan, was?: string): Plan {
  const marker: PlannedColumn = { ...take('usrdf2', 'marker'), ...(was === undefined ? {} : { was }) };
  return {
    ...plan,
    steps: plan.steps.map((step) => (step.table === 'prmchg' ? { ...step, columns: [...step.columns, marker] } : step)),
  };
}

const approved = (key: string, newestRecord: string): Approval => ({
  ...approval(key),
  stores: ['recordFields'],
  newestRecord,
});

async function inSage(adapter: Adapter, file: string, sql: string, ...values: string[]): Promise<void> {
  await withConnection(adapter, file, async (connection) => void (await connection.query(sql, values)));
}

describe.each(adapters)('proofs in the record over $name', (adapter) => {
  const over = (file: string) => companyOver(() => adapter.open(file));

  async function created(file: string) {
    const company = over(file);
    const before = await newest(company);
    const outcome = await company.apply(marked(createPlan()), approved('create', before));
    return { company, before, changeOrder: applied(outcome).changeOrder };
  }

  /** Two more lines, planned when the change order held what is given. */
  const appendTo = (target: ChangeOrder, will = '9.99'): Plan => {
    const next = String(Math.max(0, ...target.budget.map(({ line }) => Number(line))) + 1);
    const plan = marked(appendPlan(target, { was: target.cost, will }), target.userDefined2);
    const previewed = ({ cell, ...column }: PlannedColumn): PlannedColumn => ({
      ...column,
      cell: cell.kind === 'take' && cell.rule === 'line' ? { ...cell, preview: next } : cell,
    });
    return { ...plan, steps: plan.steps.map((step) => ({ ...step, columns: step.columns.map(previewed) })) };
  };

  it('stand in User Def2, are read back with the rest, and leave the table of markers alone', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    expect(markerKeys(changeOrder.userDefined2)).toHaveLength(1);
    const counts = await rowCounts(adapter, file);
    expect(counts[dialect.markerTable]).toBe('0');
    expect((await company.apply(marked(createPlan()), approved('create', before))).outcome).toBe('alreadyApplied');
    expect(await rowCounts(adapter, file)).toEqual(counts);
    expect(got(await company.lookUp(marked(createPlan()), approved('create', before)))).toEqual({
      planHash: null,
      record: changeOrder.record,
      number: changeOrder.number,
    });
    expect(got(await company.lookUp(marked(createPlan()), approved('another', changeOrder.record)))).toBeNull();
  });

  it('keep the key of the creation for ever, and that of the last change', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    const first = applied(await company.apply(appendTo(changeOrder), approved('append', before)));
    const second = await company.apply(appendTo(first.changeOrder), approved('append again', before));
    expect(second.outcome).toBe('applied');
    for (const key of ['create', 'append again']) {
      expect(got(await company.lookUp(marked(createPlan()), approved(key, before)))?.record).toBe(changeOrder.record);
    }
  });

  it('never let a change be written again after a later one took its place', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    const first = appendTo(changeOrder);
    const outcome = await company.apply(first, approved('append', before));
    const later = appendTo(applied(outcome).changeOrder, changeOrder.cost);
    expect((await company.apply(later, approved('later', before))).outcome).toBe('applied');
    const counts = await rowCounts(adapter, file);
    expect(await company.apply(first, approved('append', before))).toMatchObject({
      outcome: 'notApplied',
      failure: { code: 'sage.changed' },
    });
    expect(await company.lookUp(first, approved('append', before))).toMatchObject({
      ok: false,
      failure: { code: 'sage.markerUnsure', next: 'needsPerson' },
    });
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it.each(['', 'our own text'])(
    'need a person when somebody left %j where the key of a creation stood',
    async (text) => {
      const file = files.fresh();
      const { company, before, changeOrder } = await created(file);
      await inSage(
        adapter,
        file,
        'UPDATE prmchg SET usrdf2 = ? WHERE recnum = CAST(? AS INTEGER)',
        text,
        changeOrder.record,
      );
      expect(await company.lookUp(marked(createPlan()), approved('create', before))).toMatchObject({
        ok: false,
        failure: { code: 'sage.markerUnsure', sentence: expect.stringContaining(`change order ${changeOrder.number}`) },
      });
    },
  );

  it.each(['', 'our own text'])('need a person when somebody left %j where the key of a change stood', async (text) => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    const plan = appendTo(changeOrder);
    expect((await company.apply(plan, approved('append', before))).outcome).toBe('applied');
    const put = (value: string) =>
      inSage(
        adapter,
        file,
        'UPDATE prmchg SET usrdf2 = ? WHERE recnum = CAST(? AS INTEGER)',
        value,
        changeOrder.record,
      );
    await put(text);
    expect(await company.lookUp(plan, approved('append', before))).toMatchObject({
      ok: false,
      failure: { code: 'sage.markerUnsure' },
    });
    // Put back exactly what stood there before the change: the lines still tell.
    await put(changeOrder.userDefined2);
    await inSage(
      adapter,
      file,
      'UPDATE prmchg SET cstamt = ? WHERE recnum = CAST(? AS INTEGER)',
      changeOrder.cost,
      changeOrder.record,
    );
    expect(await company.lookUp(plan, approved('append', before))).toMatchObject({ ok: false });
  });

  it('say for certain that a change was not written while the change order is what it was', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    expect(got(await company.lookUp(appendTo(changeOrder), approved('append', before)))).toBeNull();
  });

  it('take keys that differ in case only for different ones, as SQL Server would not', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    await inSage(
      adapter,
      file,
      'UPDATE prmchg SET usrdf2 = ? WHERE recnum = CAST(? AS INTEGER)',
      changeOrder.userDefined2.replace(/[a-zA-Z]/g, (letter, at: number) => (at < 3 ? letter : swapped(letter))),
      changeOrder.record,
    );
    expect(got(await company.lookUp(marked(createPlan()), approved('create', before)))).toBeNull();
  });

  it('are found in a change order that somebody moved to another job', async () => {
    const file = files.fresh();
    const { company, before, changeOrder } = await created(file);
    await inSage(
      adapter,
      file,
      'UPDATE prmchg SET jobnum = 2404 WHERE recnum = CAST(? AS INTEGER)',
      changeOrder.record,
    );
    expect(changeOrder.job).toBe(plainJob);
    expect(got(await company.lookUp(marked(createPlan()), approved('create', before)))?.record).toBe(
      changeOrder.record,
    );
  });

  it('are looked for in every store that was used: the table first, then the records', async () => {
    const file = files.fresh();
    const company = over(file);
    const before = await newest(company);
    const both = (key: string): Approval => ({
      ...approval(key),
      stores: ['sampleFile', 'recordFields'],
      newestRecord: before,
    });
    expect((await company.apply(createPlan(), both('in the table'))).outcome).toBe('applied');
    expect((await company.apply(marked(createPlan()), both('in the record'))).outcome).toBe('applied');
    const counts = await rowCounts(adapter, file);
    for (const [plan, key] of [
      [createPlan(), 'in the table'],
      [marked(createPlan()), 'in the record'],
    ] as const) {
      expect(got(await company.lookUp(plan, both(key)))).not.toBeNull();
      expect((await company.apply(plan, both(key))).outcome).toBe('alreadyApplied');
    }
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it('are found in every store that the database has, also in one of which a restored queue knows nothing', async () => {
    const file = files.fresh();
    const company = over(file);
    const before = await newest(company);
    const knowing = (stores: Approval['stores'], key: string) => ({ ...approval(key), stores, newestRecord: before });
    expect((await company.apply(createPlan(), knowing(['sampleFile'], 'in the table'))).outcome).toBe('applied');
    const inRecord = knowing(['recordFields'], 'in the record');
    expect((await company.apply(marked(createPlan()), inRecord)).outcome).toBe('applied');
    const counts = await rowCounts(adapter, file);
    for (const [plan, search] of [
      [marked(createPlan()), knowing(['recordFields'], 'in the table')],
      [createPlan(), knowing(['sampleFile'], 'in the record')],
      [createPlan(), knowing([], 'in the table')],
      [createPlan(), knowing([], 'in the record')],
    ] as const) {
      expect(got(await company.lookUp(plan, search))).not.toBeNull();
      expect((await company.apply(plan, search)).outcome).toBe('alreadyApplied');
    }
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });
});

const swapped = (letter: string) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase());

/** A company whose companion database is gone, or answers so; whoever asks first whether it is there is told that it is not. */
function withoutTable(
  file: string,
  answer = new SqlFailure('query', '42S02', 208, "Invalid object name 'PlumblineCompanion.dbo.push_marker'."),
): SageCompany {
  const [adapter] = adapters;
  if (adapter === undefined) throw new Error('No adapter');
  return companyOver(async () => {
    const connection = await adapter.open(file);
    return {
      ...connection,
      query: async (sql, parameters) => {
        if (sql === dialect.catalog.markersThere) return [];
        if (!sql.includes('push_marker') || sql.startsWith('DELETE')) return connection.query(sql, parameters);
        throw answer;
      },
    };
  });
}

it('a table of markers that was used and is not there is said to be the companion database, and nothing is written', async () => {
  const file = files.fresh();
  const [adapter] = adapters;
  if (adapter === undefined) throw new Error('No adapter');
  const company = withoutTable(file);
  const counts = await rowCounts(adapter, file);
  const failure = { code: 'sage.markerStore', next: 'needsPerson' };
  expect(await company.apply(createPlan(), approval('key'))).toMatchObject({ outcome: 'notApplied', failure });
  expect(await company.lookUp(createPlan(), approval('key'))).toMatchObject({ ok: false, failure });
  expect(await rowCounts(adapter, file)).toEqual(counts);
});

it.each([
  [207, '42S22', "Invalid column name 'company'.", 'sage.markerStore', 'needsPerson'],
  [
    926,
    '42000',
    "Database 'PlumblineCompanion' cannot be opened. It has been marked SUSPECT.",
    'sage.markerStoreClosed',
    'retry',
  ],
  [
    942,
    '42000',
    "Database 'PlumblineCompanion' cannot be opened because it is offline.",
    'sage.markerStoreClosed',
    'retry',
  ],
] as const)(
  'error %i of the companion database is not said to be the company’s',
  async (native, state, words, code, next) => {
    const company = withoutTable(files.fresh(), new SqlFailure('query', state, native, words));
    const outcome = await company.apply(createPlan(), approval('key'));
    expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { code, next } });
    expect('failure' in outcome && outcome.failure.sentence).toContain('companion database');
  },
);

it('a company that never had a companion database writes and finds its proofs in the records', async () => {
  const company = withoutTable(files.fresh());
  const before = await newest(company);
  expect((await company.apply(marked(createPlan()), approved('key', before))).outcome).toBe('applied');
  expect(got(await company.lookUp(marked(createPlan()), approved('key', before)))).not.toBeNull();
});
