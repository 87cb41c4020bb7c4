import { formatMoney, isNegative, isZero, type Money, zero } from '../../money.ts';
import { type CellDifference, type CellKey, differentCells } from '../budgetCells.ts';
import type { Unmet } from '../item.ts';
import type { ProcoreBudget } from '../records.ts';
import { cellWords, someOf } from '../words.ts';

/** Conditions of budgets (6-2). A budget is owned for good by the side that it was made in. */

export type BudgetOwner = 'procore' | 'sage' | null;

export type BudgetFacts = {
  readonly project: string;
  /** Null: the project is no job yet. */
  readonly job: string | null;
  readonly owner: BudgetOwner;
  /** Codes without a cost type, as people read them. */
  readonly untyped: readonly string[];
  /** phases of the job, or sub jobs in the budget. */
  readonly phases: readonly string[];
  /** After an export: null as long as Sage was not read since, else what differs from what was exported. */
  readonly readBack: readonly CellDifference[] | null;
};

/** before a budget is sent to Sage. */
export function budgetExportUnmet(budget: ProcoreBudget, facts: BudgetFacts): readonly Unmet[] {
  const unmet: Unmet[] = [];
  const add = (rule: string, field: string, value: string, sentence: string) =>
    unmet.push({ rule, field, value, sentence });
  if (facts.job === null) {
    add(
      'R-039',
      'project',
      facts.project,
      `Project ${facts.project} is no job in Sage yet: send or link the project first.`,
    );
  }
  if (facts.owner === 'sage') {
    const sentence = 'This budget comes from Sage, which owns it: change it in Sage 6-2 and import it again.';
    add('R-039', 'owner', 'Sage', sentence);
  }
  if (facts.phases.length > 0) {
    const phases = someOf(facts.phases);
    const sentence = `Phases are in use (${phases}): such a budget is made in Sage 6-2 and imported into Procore, because sub jobs are never sent.`;
    add('R-025', 'phases', phases, sentence);
  }
  if (!budget.locked) {
    const sentence =
      'The budget is not locked in Procore, so it may still change: lock it in the Budget tool, then send it.';
    add('R-039', 'locked', 'unlocked', sentence);
  }
  if (facts.untyped.length > 0) {
    const codes = someOf(facts.untyped);
    add('R-039', 'costTypes', codes, `These cost codes have no cost type: ${codes}. Give each one in Procore.`);
  }
  return [...unmet, ...settleUnmet(facts)];
}

/** after an export nothing is sent again before Sage was read and shows what was exported. */
function settleUnmet({ owner, readBack }: BudgetFacts): readonly Unmet[] {
  if (owner !== 'procore') return [];
  if (readBack === null) {
    const sentence =
      'Sage has not been read since this budget was exported: it can be sent again once its amounts were seen there.';
    return [{ rule: 'R-045', field: 'readBack', value: '', sentence }];
  }
  return readBack.map((difference) => ({
    rule: 'R-045',
    field: `row.${difference.key}`,
    value: difference.there,
    sentence: `${mismatchWords(difference)}: set it back in Sage 6-2, then read Sage again.`,
  }));
}

/** `here` was exported, `there` is in Sage. Both figures, so that somebody can tell which one is wrong. */
export function mismatchWords({ key, here, there }: CellDifference): string {
  return `${cellWords(key)} was exported as ${formatMoney(here)} and is ${formatMoney(there)} in Sage`;
}

/** before a budget is imported from Sage. */
export function budgetImportUnmet(budget: ProcoreBudget, facts: BudgetFacts): readonly Unmet[] {
  const unmet: Unmet[] = [];
  if (facts.job === null) {
    unmet.push({
      rule: 'R-039',
      field: 'project',
      value: facts.project,
      sentence: `Project ${facts.project} is no job in Sage yet: send or link the project first.`,
    });
  }
  if (facts.owner === 'procore') {
    unmet.push({
      rule: 'R-039',
      field: 'owner',
      value: 'Procore',
      sentence:
        'This budget was exported once, so Procore owns it: it can no longer be imported. Change it in Procore and send it again.',
    });
  }
  if (budget.locked) {
    const way = unlockRefusal(budget) ?? 'unlock it in the Budget tool of Procore, then import.';
    unmet.push({
      rule: 'R-039',
      field: 'locked',
      value: 'locked',
      sentence: `The budget is locked in Procore, which then takes no amounts: ${way}`,
    });
  }
  return unmet;
}

/** why a budget must not be unlocked; null when it may be. Procore destroys its modifications when it is unlocked by the API. */
export function unlockRefusal({ modifications }: ProcoreBudget): string | null {
  if (!modifications) return null;
  return 'it has budget modifications, and unlocking would destroy them. Remove them in Procore first, or leave it locked.';
}

/** confirmed by name before the first export. */
export const firstExportCaution = {
  name: 'firstExport',
  sentence:
    'Caution: Once this budget has been exported, it can no longer be imported. Procore owns it from then on: changes are made in Procore and sent again.',
} as const;

export type ImportMode = 'keep' | 'override';

/** amounts that Procore's original column gets, by cell. `keep` adds what is missing; `override` also replaces and clears. */
export function importRows(
  sage: ReadonlyMap<CellKey, Money>,
  procore: ReadonlyMap<CellKey, Money>,
  mode: ImportMode,
): ReadonlyMap<CellKey, Money> {
  const rows = new Map<CellKey, Money>();
  for (const [key, amount] of sage) {
    if (isNegative(amount) || isZero(amount)) continue;
    const present = procore.get(key);
    if (present === undefined || (mode === 'override' && present !== amount)) rows.set(key, amount);
  }
  if (mode === 'override') {
    for (const [key, amount] of procore) {
      const estimate = sage.get(key) ?? zero;
      if (!isZero(amount) && (isNegative(estimate) || isZero(estimate))) rows.set(key, zero);
    }
  }
  return rows;
}

/** cells of Sage that no row is made for, because nothing or less is budgeted. */
export function notImported(sage: ReadonlyMap<CellKey, Money>): readonly CellKey[] {
  return [...sage].filter(([, amount]) => isNegative(amount)).map(([key]) => key);
}

/** rows for pairs that are new in Sage: with their estimate while the budget is unlocked, with nothing once it is locked. */
export function autoAdded(
  sage: ReadonlyMap<CellKey, Money>,
  procore: ReadonlyMap<CellKey, Money>,
  locked: boolean,
): ReadonlyMap<CellKey, Money> {
  const fresh = [...sage].filter(([key]) => !procore.has(key));
  return new Map(fresh.map(([key, amount]) => [key, locked || isNegative(amount) ? zero : amount]));
}

/** what was exported against what Sage has now. Cells that were never exported are none of it. */
export function readBackDifferences(
  exported: ReadonlyMap<CellKey, Money>,
  sage: ReadonlyMap<CellKey, Money>,
): readonly CellDifference[] {
  return differentCells(exported, new Map([...sage].filter(([key]) => exported.has(key))));
}
