import { addMoney, type Money, parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { type CellKey, cellOf, procoreCells } from '#shared/domain/procore/budgetCells.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Share } from '#shared/domain/procore/reconcile.ts';
import type { Context } from '../../context.ts';
import { standingOf, unreadWords } from '../kinds/budget/standing.ts';
import { type Lookups, procoreShare, type Sides } from './shares.ts';

/** Besides what must be equal: money in cells that the owner of the budget does not have. */
export type BudgetSides = Sides & { readonly besides: { readonly procore: Money; readonly sage: Money } };

/**
 * The cells that were exchanged, and all others of the side that owns the budget. What the other side has besides was never asked to be
 * equal. Less than nothing is no estimate, so Procore never gets it.
 */
export function budgetSides(context: Context, { codesOf }: Lookups, project: ProcoreLink): BudgetSides | null {
  const standing = standingOf(context, project);
  if (standing === null) return null;
  const { cells, sageCells, agreed, link, budget, pairs } = standing;
  const procore = new Map([...cells].map(([key, { revised }]) => [key, revised] as const));
  const estimates = [...sageCells].filter(([, amount]) => !amount.startsWith('-')).map(([key]) => key);
  const keys = new Set<CellKey>([...(agreed?.keys() ?? []), ...(link?.owner === 'sage' ? estimates : procore.keys())]);
  const own = budget.rows.filter(({ coding }) => coding.subJob === null);
  const unread = procoreCells(own, pairs).unread.map((row) => {
    const amount = addMoney(parseMoney(row.original) ?? zero, parseMoney(row.changes) ?? zero);
    return procoreShare('budget', { coding: row.coding, amount }, codesOf(project.procoreId), null);
  });
  return {
    procore: [...sharesOf(procore, keys), ...unread],
    sage: sharesOf(sageCells, keys),
    reasons: unreadWords(standing),
    besides: { procore: besides(procore, keys), sage: besides(sageCells, keys) },
  };
}

function sharesOf(cells: ReadonlyMap<CellKey, Money>, keys: ReadonlySet<CellKey>): readonly Share[] {
  return [...keys].map((key) => ({
    measure: 'budget',
    coding: cellOf(key),
    vendor: null,
    amount: cells.get(key) ?? zero,
  }));
}

function besides(cells: ReadonlyMap<CellKey, Money>, keys: ReadonlySet<CellKey>): Money {
  return sumMoney([...cells].flatMap(([key, amount]) => (keys.has(key) ? [] : [amount])));
}
