import { describe, expect, it } from 'vitest';
import { namedSums } from '#shared/domain/plan.ts';
import { type BudgetExport, planBudgetExport } from '#shared/domain/plans/budgetExport.ts';
import { codeList, job, planning, planOf, procoreRow, refusalsOf, sageRow, valuesOf } from './given.ts';

const pairs = {
  codes: new Map([
    ['12-100', '12.100'],
    ['12-200', '12.200'],
  ]),
  types: new Map([
    ['L', '2'],
    ['M', '1'],
  ] as const),
};

const input = (change: Partial<BudgetExport> = {}): BudgetExport => ({
  ...planning,
  job,
  rows: [procoreRow('12-100', 'L', '1000.00', '50.25'), procoreRow('12-200', 'M', '70.00')],
  pairs,
  exported: null,
  sage: { locked: false, rows: [sageRow('1', '12.100')] },
  costCodes: codeList('12.100', '12.200'),
  ...change,
});

describe('a budget of Procore into Sage', () => {
  it('R-041 writes original and changes of each code and cost type into its column, and sums up what it writes', () => {
    const plan = planOf(planBudgetExport(input()));
    const [header, changed, fresh] = plan.steps;
    expect(header).toMatchObject({ op: 'update', table: 'budget' });
    expect(changed).toMatchObject({ op: 'update', key: { recnum: '2402', phsnum: '0', linnum: '1' } });
    expect(changed?.columns.map(({ column, cell, was }) => [column, cell.kind === 'text' && cell.text, was])).toEqual([
      ['labbdg', '1050.25', '0.00'],
      ['ttlbdg', '1050.25', '0.00'],
    ]);
    expect(fresh && valuesOf(fresh)).toMatchObject({
      cstcde: '12.200',
      matbdg: '70.00',
      labbdg: '0.00',
      ttlbdg: '70.00',
    });
    expect(namedSums(plan)).toEqual([
      { label: 'Original', amount: '1070.00' },
      { label: 'Changes', amount: '50.25' },
      { label: 'Revised', amount: '1120.25' },
      { label: 'Written now', amount: '1120.25' },
    ]);
  });

  it('R-042 leaves hours, quantity and unit of a row alone', () => {
    const [, changed] = planOf(planBudgetExport(input())).steps;
    expect(changed?.columns.map(({ column }) => column)).toEqual(['labbdg', 'ttlbdg']);
  });

  it('looks again under the lock whether all rows of a code are what they were, also those that it does not change', () => {
    const rows = [sageRow('1', '12.100', { '2': '50.25' }), sageRow('4', '12.100', { '2': '100.00' })];
    const plan = planOf(planBudgetExport(input({ sage: { locked: false, rows } })));
    const check = plan.checks.find(({ table, where }) => table === 'bdglin' && where.cstcde === '12.100');
    expect(check).toMatchObject({ expect: 'none', columns: { linnum: ['1', '4'], labbdg: ['50.25', '100.00'] } });
    const alone = planOf(planBudgetExport(input())).checks.find(({ where }) => where.cstcde === '12.100');
    expect(alone).toMatchObject({ expect: 'one', columns: { linnum: ['1'], labbdg: ['0.00'] } });
  });

  it('R-044 writes only what was not exported before', () => {
    const exported = new Map([
      ['12.100/2', '1050.25'],
      ['12.200/1', '60.00'],
    ]);
    const rows = [sageRow('1', '12.100', { '2': '1050.25' }), sageRow('2', '12.200', { '1': '60.00' })];
    const plan = planOf(planBudgetExport(input({ exported, sage: { locked: false, rows } })));
    expect(plan.steps.map(({ id }) => id)).toEqual(['budget', 'row.12.200']);
    expect(namedSums(plan).at(-1)).toEqual({ label: 'Written now', amount: '10.00' });
  });

  it('R-044 writes nothing when nothing changed', () => {
    const exported = new Map([['12.100/2', '1050.25']]);
    const rows = [procoreRow('12-100', 'L', '1000.00', '50.25')];
    const sage = { locked: false, rows: [sageRow('1', '12.100', { '2': '1050.25' })] };
    expect(refusalsOf(planBudgetExport(input({ rows, exported, sage })))).toEqual([
      expect.stringContaining('there is nothing to write'),
    ]);
  });

  it('a row of $0 that Sage has no row for writes nothing, and one that was exported before becomes 0.00', () => {
    const rows = [procoreRow('12-100', 'L', '1000.00'), procoreRow('12-200', 'M', '0.00')];
    const [, only, none] = planOf(planBudgetExport(input({ rows }))).steps;
    expect(only?.id).toBe('row.12.100');
    expect(none).toBeUndefined();
    const exported = new Map([
      ['12.100/2', '1000.00'],
      ['12.200/1', '70.00'],
    ]);
    const sageRows = [sageRow('1', '12.100', { '2': '1000.00' }), sageRow('2', '12.200', { '1': '70.00' })];
    const again = planOf(planBudgetExport(input({ rows, exported, sage: { locked: false, rows: sageRows } })));
    expect(again.steps[1]).toMatchObject({ id: 'row.12.200' });
    expect(again.steps[1] && valuesOf(again.steps[1])).toEqual({ matbdg: '0.00', ttlbdg: '0.00' });
  });

  it('a cell whose row was deleted in Procore becomes 0.00', () => {
    const exported = new Map([['12.200/1', '70.00']]);
    const sage = { locked: false, rows: [sageRow('2', '12.200', { '1': '70.00' })] };
    const plan = planOf(planBudgetExport(input({ rows: [], exported, sage })));
    expect(plan.steps[1] && valuesOf(plan.steps[1])).toEqual({ matbdg: '0.00', ttlbdg: '0.00' });
  });

  it('R-045 refuses to write over what somebody changed in Sage, with both figures', () => {
    const exported = new Map([['12.100/2', '1000.00']]);
    const sage = { locked: false, rows: [sageRow('1', '12.100', { '2': '990.00' })] };
    expect(refusalsOf(planBudgetExport(input({ exported, sage })))).toEqual([
      expect.stringMatching(/12\.100, cost type 2-Labor was exported as 1,000\.00 and is 990\.00 in Sage now/),
    ]);
  });

  it('R-025 is refused where the budget has phases', () => {
    const sage = { locked: false, rows: [sageRow('1', '12.100', {}, { phase: '3' })] };
    expect(refusalsOf(planBudgetExport(input({ sage })))[0]).toMatch(/rows in phase 3/);
  });

  it('is refused while Sage has it locked, and looks again before it writes', () => {
    expect(refusalsOf(planBudgetExport(input({ sage: { locked: true, rows: [] } })))[0]).toMatch(/locked in Sage/);
    expect(planOf(planBudgetExport(input())).checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ table: 'budget', expect: 'one', columns: { lckedt: ['0'] } }),
        expect.objectContaining({ table: 'bdglin', where: { recnum: '2402', cstcde: '12.200' }, expect: 'none' }),
        expect.objectContaining({ table: 'bdglin', expect: 'none', columns: { phsnum: ['0'] } }),
      ]),
    );
  });

  it('makes the budget of a job that has none', () => {
    const plan = planOf(planBudgetExport(input({ sage: null })));
    expect(plan.target).toMatchObject({ table: 'budget', record: null, number: '2402' });
    expect(plan.steps[0]).toMatchObject({ op: 'insert', table: 'budget' });
    expect(plan.steps[1]?.columns.find(({ column }) => column === '_idref')?.cell).toMatchObject({ kind: 'copy' });
  });

  it('R-094 refuses a row with money that would be lost, before anything is written', () => {
    const rows = [procoreRow('99-999', 'L', '5.00'), procoreRow('12-100', 'X', '0.00', '-5.00')];
    expect(refusalsOf(planBudgetExport(input({ rows })))).toEqual([
      expect.stringContaining('99-999.L holds 5.00'),
      expect.stringContaining('12-100.X holds 0.00 and changes of -5.00'),
    ]);
    const thirds = [procoreRow('12-100', 'L', '0.333')];
    expect(refusalsOf(planBudgetExport(input({ rows: thirds })))[0]).toContain('whole cents');
  });

  it('says which amounts Sage has beside Procore', () => {
    const sage = { locked: false, rows: [sageRow('1', '12.100', { '4': '300.00' })] };
    expect(planOf(planBudgetExport(input({ sage }))).warnings).toEqual([
      expect.stringMatching(/12\.100, cost type 4-Subcontract has 300\.00 in Sage and nothing in Procore/),
    ]);
  });

  it('puts the difference into the first of several rows of one code', () => {
    const rows = [sageRow('1', '12.100', { '2': '400.00' }), sageRow('2', '12.100', { '2': '100.00' })];
    const plan = planOf(
      planBudgetExport(input({ rows: [procoreRow('12-100', 'L', '450.00')], sage: { locked: false, rows } })),
    );
    expect(plan.steps[1]?.key).toMatchObject({ linnum: '1' });
    expect(plan.steps[1] && valuesOf(plan.steps[1])).toEqual({ labbdg: '350.00', ttlbdg: '350.00' });
  });
});
