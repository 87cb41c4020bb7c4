import { describe, expect, it } from 'vitest';
import { type CostCodeUpdate, planCostCodeUpdate } from '#shared/domain/plans/costCodeUpdate.ts';
import { codeList, costCode, job, planning, planOf, refusalsOf, sageRow, valuesOf } from './given.ts';

const input = (change: Partial<CostCodeUpdate> = {}): CostCodeUpdate => ({
  ...planning,
  job,
  used: [
    { code: '12.100', name: 'Wiring, as Procore calls it' },
    { code: '12.200', name: 'Fixtures' },
  ],
  costCodes: codeList('12.100'),
  division: '',
  sage: { locked: false, rows: [sageRow('1', '12.100', { '2': '50.00' })] },
  ...change,
});

describe('new cost codes of a project', () => {
  it('R-020 are written, and nothing that is there is touched', () => {
    const { steps } = planOf(planCostCodeUpdate(input()));
    expect(steps.map(({ op, table, id }) => `${op} ${table} ${id}`)).toEqual([
      'insert cstcde code.12.200',
      'update budget budget',
      'insert bdglin row.12.200',
    ]);
    expect(steps.flatMap((step) => Object.keys(valuesOf(step)))).not.toContain('12.100');
    expect(JSON.stringify(steps)).not.toContain('as Procore calls it');
  });

  it('R-020 take no row for another cost type, because every row has a column for each', () => {
    const used = [{ code: '12.100', name: 'Wiring' }];
    expect(refusalsOf(planCostCodeUpdate(input({ used })))).toEqual([expect.stringContaining('every cost code')]);
  });

  it('R-020 that the company has already come into the budget with the name they have there', () => {
    const { steps } = planOf(planCostCodeUpdate(input({ costCodes: codeList('12.100', '12.200') })));
    expect(steps.map(({ title }) => title)).toEqual(['Budget of job 2402', 'Budget row 12.200 Code 12.200']);
  });

  it('go into the division that was chosen, else into that of the code before them', () => {
    const costCodes = new Map([
      ['12.100', costCode('12.100', { division: '12' })],
      ['13.000', costCode('13.000', { division: '13' })],
    ]);
    const divisionOf = (division: string) =>
      planOf(planCostCodeUpdate(input({ costCodes, division }))).steps[0]?.columns.find(
        ({ column }) => column === 'divnum',
      );
    expect(divisionOf('')).toMatchObject({
      cell: { text: '12' },
      why: expect.stringContaining('12.100'),
      confidence: 'guess',
    });
    expect(divisionOf('7')).toMatchObject({ cell: { text: '7' }, origin: 'entered' });
  });

  it('are refused where Sage has no code to take the division from', () => {
    expect(refusalsOf(planCostCodeUpdate(input({ costCodes: new Map(), sage: null })))).toEqual([
      expect.stringContaining('needs a division'),
      expect.stringContaining('needs a division'),
    ]);
  });

  it('wait while the budget of the job is locked or the job is closed', () => {
    const sage = { locked: true, rows: [] };
    const closed = { ...job, status: '6' };
    expect(refusalsOf(planCostCodeUpdate(input({ sage })))[0]).toMatch(/locked in Sage/);
    expect(refusalsOf(planCostCodeUpdate(input({ job: closed })))[0]).toMatch(/6-Closed/);
  });

  it('with names that Sage cannot keep are refused by their limit', () => {
    const used = [{ code: '12.200', name: 'x'.repeat(51) }];
    expect(refusalsOf(planCostCodeUpdate(input({ used })))[0]).toMatch(
      /12\.200 has a name of 51 characters and Sage keeps 50/,
    );
  });
});
