import { describe, expect, it } from 'vitest';
import { countRecords, givenOut } from './countedRecords.ts';
import { applied, approval, createPlan, madeNow } from './sageCompanyPlans.ts';
import { adapters, afterInsert, companyOver, got, rowCounts, sampleFiles, withConnection } from './sageCompanyRig.ts';

const files = sampleFiles();

describe.each(adapters)('record numbers over $name', (adapter) => {
  const over = (file: string) => companyOver(() => adapter.open(file));
  /** A company whose database numbers new change orders. */
  const counting = async () => {
    const file = files.fresh();
    await countRecords(adapter, file);
    return file;
  };

  it('that the database gives are read back, and lines and receipt carry them', async () => {
    const file = await counting();
    const company = over(file);
    const plan = await madeNow(company, givenOut(createPlan({ amounts: ['1.00', '2.00'] }), 'default'));
    const outcome = await company.apply(plan, approval('a'));
    const { receipt, changeOrder } = applied(outcome);
    expect(Number(receipt.record)).toBeGreaterThan(700_000);
    const [header, ...lines] = receipt.rows;
    expect(header?.columns.map(({ column }) => column)).toEqual(plan.steps[0]?.columns.map(({ column }) => column));
    expect(header?.columns).toContainEqual({ column: 'recnum', planned: receipt.record, readBack: receipt.record });
    expect(new Set(lines.map(({ key }) => key.recnum))).toEqual(new Set([receipt.record]));
    expect(changeOrder.prime.map(({ requested }) => requested)).toEqual(['1.00', '2.00']);
    expect(got(await company.changeOrder(receipt.record))).toEqual(changeOrder);
  });

  it('are never guessed when the new row cannot be found by its row id', async () => {
    const file = await counting();
    const trigger = afterInsert('prmchg', "UPDATE prmchg SET _idnum = '00000000-0000-4000-8000-000000000777' WHERE");
    await withConnection(adapter, file, (connection) => connection.query(trigger));
    const counts = await rowCounts(adapter, file);
    const company = over(file);
    const plan = await madeNow(company, givenOut(createPlan(), 'default'));
    const outcome = await company.apply(plan, approval('a'));
    expect(outcome).toMatchObject({
      outcome: 'notApplied',
      failure: {
        code: 'sage.readBack',
        next: 'needsPerson',
        sentence: 'Sage did not keep a new record of Change Order (6-4-1) as it was written. Nothing was saved.',
      },
    });
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it('are refused by the database, and nothing is written, where a plan leaves them to one that does not count', async () => {
    const file = files.fresh();
    const counts = await rowCounts(adapter, file);
    const outcome = await over(file).apply(givenOut(createPlan(), 'identity', 'line'), approval('a'));
    expect(outcome).toMatchObject({ outcome: 'notApplied', failure: { code: 'sage.data', next: 'needsPerson' } });
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });
});
