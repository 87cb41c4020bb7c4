import { describe, expect, it } from 'vitest';
import { agreedAmounts, agreedNames } from '#shared/domain/procore/budgetCells.ts';
import type { ProcoreBudget } from '#shared/domain/procore/records.ts';
import {
  autoAdded,
  type BudgetFacts,
  budgetExportUnmet,
  budgetImportUnmet,
  firstExportCaution,
  importRows,
  notImported,
  readBackDifferences,
  unlockRefusal,
} from '#shared/domain/procore/rules/budget.ts';

const budget = (change: Partial<ProcoreBudget> = {}): ProcoreBudget => ({
  project: '900',
  locked: true,
  modifications: false,
  rows: [],
  ...change,
});
const facts = (change: Partial<BudgetFacts> = {}): BudgetFacts => ({
  project: 'Pier 9',
  job: '2402',
  owner: null,
  untyped: [],
  phases: [],
  readBack: null,
  ...change,
});
const cells = (amounts: Readonly<Record<string, string>>) => new Map(Object.entries(amounts));
const rules = (unmet: readonly { readonly rule: string; readonly field: string }[]) =>
  unmet.map(({ rule, field }) => `${rule} ${field}`);

describe('budgets', () => {
  it('R-039 a locked budget of a linked project with a type for each code can be sent', () => {
    expect(budgetExportUnmet(budget(), facts())).toEqual([]);
  });

  it('R-039 says the first condition that is not met first', () => {
    const unmet = budgetExportUnmet(budget({ locked: false }), facts({ job: null, untyped: ['12-100'] }));
    expect(rules(unmet)).toEqual(['R-039 project', 'R-039 locked', 'R-039 costTypes']);
  });

  it('R-039 only an unlocked budget is imported, and never one that was exported', () => {
    expect(budgetImportUnmet(budget({ locked: false }), facts())).toEqual([]);
    expect(rules(budgetImportUnmet(budget(), facts({ owner: 'procore' })))).toEqual(['R-039 owner', 'R-039 locked']);
    expect(rules(budgetExportUnmet(budget(), facts({ owner: 'sage' })))).toEqual(['R-039 owner']);
  });

  it('R-025 a budget with phases is refused with that reason', () => {
    expect(budgetExportUnmet(budget(), facts({ phases: ['3 East wing'] }))).toMatchObject([
      { rule: 'R-025', value: '3 East wing' },
    ]);
  });

  it('R-040 the caution says that import ends', () => {
    expect(firstExportCaution.sentence).toContain('Once this budget has been exported, it can no longer be imported.');
  });

  it('R-043 makes rows for estimates above zero only', () => {
    const sage = cells({ '12.100/2': '50.00', '12.200/1': '-5.00', '13.000/1': '0.00' });
    expect(importRows(sage, cells({}), 'keep')).toEqual(cells({ '12.100/2': '50.00' }));
    expect(notImported(sage)).toEqual(['12.200/1']);
  });

  it('R-043 keeps what is there and adds what is missing, or replaces it all', () => {
    const sage = cells({ '12.100/2': '50.00', '12.200/1': '70.00' });
    const procore = cells({ '12.100/2': '40.00', '13.000/1': '9.00', '14.000/1': '0.00' });
    expect(importRows(sage, procore, 'keep')).toEqual(cells({ '12.200/1': '70.00' }));
    expect(importRows(sage, procore, 'override')).toEqual(
      cells({ '12.100/2': '50.00', '12.200/1': '70.00', '13.000/1': '0.00' }),
    );
  });

  it('R-043 a second import of the same changes nothing', () => {
    const sage = cells({ '12.100/2': '50.00' });
    expect(importRows(sage, sage, 'override').size).toBe(0);
  });

  it('R-045 after an export nothing is sent before Sage was read, nor while it shows other amounts', () => {
    expect(rules(budgetExportUnmet(budget(), facts({ owner: 'procore' })))).toEqual(['R-045 readBack']);
    const readBack = readBackDifferences(cells({ '12.100/2': '50.00' }), cells({ '12.100/2': '49.99' }));
    expect(budgetExportUnmet(budget(), facts({ owner: 'procore', readBack }))).toMatchObject([
      { rule: 'R-045', sentence: expect.stringMatching(/exported as 50\.00 and is 49\.99 in Sage/) },
    ]);
    expect(budgetExportUnmet(budget(), facts({ owner: 'procore', readBack: [] }))).toEqual([]);
  });

  it('R-045 counts a missing cell as nothing, and what Sage has beside the export not at all', () => {
    expect(readBackDifferences(cells({ '12.100/2': '50.00' }), cells({}))).toMatchObject([
      { here: '50.00', there: '0.00' },
    ]);
    expect(readBackDifferences(cells({}), cells({ '12.100/2': '50.00' }))).toEqual([]);
  });

  it('R-047 a new pair of Sage comes with its estimate while the budget is unlocked, with nothing once it is locked', () => {
    const sage = cells({ '12.100/2': '50.00', '12.200/1': '70.00' });
    const procore = cells({ '12.100/2': '50.00' });
    expect(autoAdded(sage, procore, false)).toEqual(cells({ '12.200/1': '70.00' }));
    expect(autoAdded(sage, procore, true)).toEqual(cells({ '12.200/1': '0.00' }));
  });

  it('R-048 nobody is told to unlock a budget that has modifications', () => {
    expect(unlockRefusal(budget())).toBeNull();
    expect(unlockRefusal(budget({ modifications: true }))).toMatch(/unlocking would destroy them/);
    expect(budgetImportUnmet(budget({ modifications: true }), facts())[0]?.sentence).toMatch(/destroy/);
    expect(budgetImportUnmet(budget(), facts())[0]?.sentence).toMatch(/unlock it in the Budget tool/);
  });

  it('keeps what was agreed on the link and reads it again', () => {
    const amounts = cells({ '12.100/2': '50.00', '12.200/1': '0.00' });
    expect(agreedAmounts({ ...agreedNames(amounts), other: 'x' })).toEqual(amounts);
  });
});
