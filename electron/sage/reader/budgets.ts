import type { Budget, BudgetRow } from '#shared/domain/sage/documentFacts.ts';
import { type CostTypeNumber, costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import type { Document } from './documents.ts';
import type { Fields } from './fields.ts';
import type { Listing } from './listings.ts';

const headers: Listing<Omit<Budget, 'rows'>> = {
  table: 'budget',
  columns: ['recnum', 'lckedt'],
  fact: (row) => ({ job: row.text('recnum'), locked: row.flag('lckedt') }),
};

const rows: Listing<BudgetRow> = {
  table: 'bdglin',
  control: 'ttlbdg',
  columns: [
    ...['recnum', 'phsnum', 'linnum', 'cstcde', 'hrsbdg', 'estunt', 'untdsc', 'ttlbdg'],
    ...Object.values(budgetColumnOfCostType),
  ],
  fact: (row) => ({
    phase: row.phase('phsnum'),
    line: row.text('linnum'),
    costCode: row.costCode('cstcde'),
    hours: row.decimal('hrsbdg', 2),
    quantity: row.decimal('estunt', 4),
    unit: row.text('untdsc'),
    amounts: amountsOf(row),
    total: row.money('ttlbdg'),
  }),
};

/** Sage keeps the nine cost types as nine columns. */
function amountsOf(row: Fields): Record<CostTypeNumber, string> {
  // Filled one by one: budgets have the most rows of all, and making pairs first takes several times as long.
  const amounts: Partial<Record<CostTypeNumber, string>> = {};
  for (const type of costTypeNumbers) amounts[type] = row.money(budgetColumnOfCostType[type]);
  return amounts as Record<CostTypeNumber, string>;
}

export const budgets: Document<Omit<Budget, 'rows'>, { readonly rows: BudgetRow }> = { headers, grids: { rows } };
