import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ApplyOutcome } from '../../electron/engine/ports/sageCompany.ts';
import {
  appendPlan,
  approval,
  createPlan,
  letteredJob,
  madeNow,
  plainJob,
  planOf,
  step,
  take,
  text,
} from './sageCompanyPlans.ts';
import { adapters, afterInsert, companyOver, got, rowCounts, sampleFiles, withConnection } from './sageCompanyRig.ts';

const files = sampleFiles();

function refused(outcome: ApplyOutcome): { readonly next: string; readonly code: string; readonly sentence: string } {
  if (outcome.outcome !== 'notApplied') throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
  const { next, code, sentence } = outcome.failure;
  return { next, code, sentence };
}

describe.each(adapters)('refusing a plan over $name', (adapter) => {
  /** Applies the plan and makes sure that no table has a row more or less. */
  const refusal = async (plan: Plan, prepare: readonly string[] = []) => {
    const file = files.fresh();
    await withConnection(adapter, file, async (connection) => {
      for (const statement of prepare) await connection.query(statement);
    });
    const counts = await rowCounts(adapter, file);
    const company = companyOver(() => adapter.open(file));
    const found = refused(await company.apply(await madeNow(company, plan), approval('transfer-1')));
    expect(await rowCounts(adapter, file)).toEqual(counts);
    return found;
  };
  const order = async (record: string) => {
    const found = got(await companyOver(() => adapter.open(files.fresh())).changeOrder(record));
    if (found === null) throw new Error(`The sample company has no record ${record}`);
    return found;
  };
  const twoBudgetLines = createPlan({ amounts: ['1.00', '2.00'] });
  const last = twoBudgetLines.steps.at(-1);
  const withLast = (...columns: NonNullable<typeof last>['columns']): Plan => ({
    ...twoBudgetLines,
    steps: [
      ...twoBudgetLines.steps.slice(0, -1),
      ...(last === undefined ? [] : [{ ...last, columns: [...last.columns, ...columns] }]),
    ],
  });

  it('names what a broken condition found', async () => {
    const sentence = 'Job 2303 was closed in Sage meanwhile: reopen it in 3-5.';
    const check = {
      table: 'actrec',
      where: { recnum: '2303' },
      expect: 'one' as const,
      columns: { status: ['3', '4'] },
      sentence,
    };
    expect(await refusal(createPlan({ job: '2303', checks: [check] }))).toEqual({
      next: 'needsPerson',
      code: 'sage.check',
      sentence: `${sentence} Found: Status 6-Closed. Nothing was saved.`,
    });
  });

  it.each([
    ['the record is gone', { table: 'actrec', where: { recnum: '9999' }, expect: 'one', columns: {} }, 'nothing'],
    [
      'the number is taken, padded or in the other case',
      { table: 'prmchg', where: { jobnum: letteredJob, phsnum: '0', chgnum: 'cor1' }, expect: 'none', columns: {} },
      'Record# 1020',
    ],
    [
      'a row without phase counts as phase 0',
      { table: 'prmchg', where: { jobnum: plainJob, phsnum: '0', chgnum: '3' }, expect: 'none', columns: {} },
      'Record# 1008',
    ],
    [
      'an open one is among those that must be void',
      { table: 'prmchg', where: { jobnum: plainJob, chgnum: '5' }, expect: 'none', columns: { status: ['5'] } },
      'Status 1-Approved',
    ],
    [
      'a date is set that must be empty',
      { table: 'prmchg', where: { recnum: '1006' }, expect: 'one', columns: { invdte: [null] } },
      'Invoiced 2026-03-20',
    ],
  ] as const)('stops when %s', async (_, check, found) => {
    const { where, columns, ...rest } = check;
    const full = {
      ...rest,
      where: { ...where },
      columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, [...values]])),
      sentence: 'It changed.',
    };
    expect((await refusal(createPlan({ checks: [full] }))).sentence).toContain(`Found: ${found}`);
  });

  it('stops when a value changed since the preview, naming the field, what it was and what it is', async () => {
    const target = await order('1008');
    expect(await refusal(appendPlan(target, { was: '1.00', will: '2.00' }))).toEqual({
      next: 'needsPerson',
      code: 'sage.changed',
      sentence: `Sage changed since the preview: Change Order (6-4-1), Cost Amount was 1.00 and is now ${target.cost}. Nothing was saved.`,
    });
  });

  it('stops when the row to update is gone', async () => {
    const target = await order('1008');
    const plan = appendPlan({ ...target, record: '77777' }, { was: '0', will: '1' });
    expect((await refusal(plan)).sentence).toBe(
      'Change Order (6-4-1), Record# 77777 is no longer in Sage. Nothing was saved.',
    );
  });

  it('suggests no number after letters, and says that one must be typed', async () => {
    expect(await refusal(createPlan({ job: letteredJob }))).toMatchObject({
      code: 'sage.changeNumber',
      next: 'needsPerson',
    });
    expect((await refusal(createPlan({ job: letteredJob }))).sentence).toContain("job 2404 is 'COR7'");
  });

  it.each([
    [text('usrdf1', 'x'.repeat(51)), 'User Defined cannot be', 'it has 51 characters and Sage takes 50'],
    [text('bdgprc', '1.005'), 'Budget Amount cannot be 1.005', 'at most 2 decimals'],
    [text('bdgprc', '10000000000.00'), 'Budget Amount cannot be', 'Sage takes 10 digits before the point'],
    [text('chgdte', '2026-02-30'), 'Date cannot be 2026-02-30', 'not a date'],
    [text('csttyp', 'four'), 'Cost Type cannot be four', 'not a whole number'],
    [text('dscrpt', null), 'Description cannot be nothing', 'Sage needs a value here'],
  ])('writes no value that its column cannot hold (%#)', async (column, field, problem) => {
    const { code, sentence } = await refusal(withLast(column));
    expect(code).toBe('sage.value');
    expect(sentence).toContain(`Budget and Sub Change Details (6-4-1), ${field}`);
    expect(sentence).toContain(problem);
  });

  it('takes back every row when the database refuses the last one', async () => {
    expect(await refusal(withLast(text('cstcde', '99999999.999')))).toMatchObject({
      code: 'sage.data',
      next: 'needsPerson',
    });
  });

  it('takes back every row when something in Sage changes a value while it is saved', async () => {
    const trigger = afterInsert('sbcgln', "UPDATE sbcgln SET bdgprc = '2.01' WHERE linnum = 2 AND");
    expect(await refusal(twoBudgetLines, [trigger])).toEqual({
      next: 'needsPerson',
      code: 'sage.readBack',
      sentence:
        'Sage would store something else than was approved: Budget and Sub Change Details (6-4-1), Budget Amount, planned 2.00, found 2.01. Nothing was saved.',
    });
  });

  it('takes back every row when one of them vanishes while it is saved', async () => {
    const trigger = afterInsert('sbcgln', 'DELETE FROM sbcgln WHERE linnum = 2 AND');
    expect((await refusal(twoBudgetLines, [trigger])).code).toBe('sage.rowMissing');
  });

  it('changes no note that is longer than it can read', async () => {
    const target = await order('1008');
    const key = { recnum: target.record };
    const plan = planOf({
      target: { job: target.job, phase: target.phase, record: target.record, number: target.number },
      steps: [step('header', 'update', 'prmchg', key, text('ntetxt', 'short'), take('upddte', 'timestamp'))],
    });
    const { code, sentence } = await refusal(plan, [
      `UPDATE prmchg SET ntetxt = '${'x'.repeat(4000)}' WHERE recnum = 1008`,
    ]);
    expect(code).toBe('sage.tooLong');
    expect(sentence).toContain('Notes is longer than Plumbline can read');
  });

  it('refuses other content under a key that is applied already, and leaves what is there', async () => {
    const file = files.fresh();
    const company = companyOver(() => adapter.open(file));
    await company.apply(createPlan(), approval('transfer-1', 'first hash'));
    const counts = await rowCounts(adapter, file);
    const other = refused(await company.apply(createPlan({ amounts: ['9.99'] }), approval('transfer-1', 'other hash')));
    expect(other).toMatchObject({ next: 'needsPerson', code: 'sage.markerConflict' });
    expect(other.sentence).toContain('in Sage already as change order 9');
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it('writes no plan that was approved for another company', async () => {
    const { code, sentence } = await refusal({ ...createPlan(), company: companyIdOf('other-builders') });
    expect(code).toBe('sage.otherCompany');
    expect(sentence).toContain('approved for company other-builders');
  });

  it('writes no plan of its own that another company approved', async () => {
    const file = files.fresh();
    const counts = await rowCounts(adapter, file);
    const byOther = { ...approval('transfer-1'), company: companyIdOf('other-builders') };
    const found = refused(await companyOver(() => adapter.open(file)).apply(createPlan(), byOther));
    expect(found.code).toBe('sage.otherCompany');
    expect(await rowCounts(adapter, file)).toEqual(counts);
  });

  it('calls a plan that names no table of Sage a mistake of its own, and writes nothing', async () => {
    const plan = createPlan();
    expect(
      await refusal({ ...plan, steps: [...plan.steps, step('x', 'insert', 'employ', {}, text('recnum', '1'))] }),
    ).toMatchObject({ next: 'bug', code: 'sage.bug' });
  });
});
