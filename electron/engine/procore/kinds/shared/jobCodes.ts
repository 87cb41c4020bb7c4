import { cellOf, type SageBudget, sageCells } from '#shared/domain/procore/budgetCells.ts';
import type { JobCode } from '#shared/domain/procore/rules/project.ts';
import type { Context } from '../../../context.ts';
import { knownBudget } from './sageFacts.ts';

/**
 * The cost codes of a job and the cost types that it has money in, from its budget (6-2): Sage keeps no other list of what a job uses.
 * By code.
 */
export function jobCodes(context: Context, job: string): readonly JobCode[] {
  return codesOfBudget(knownBudget(context, job));
}

export function codesOfBudget(budget: SageBudget | null): readonly JobCode[] {
  const types = new Map<string, Set<string>>();
  for (const { costCode } of budget?.rows ?? [])
    if (costCode !== null) types.set(costCode, types.get(costCode) ?? new Set());
  for (const key of sageCells(budget?.rows ?? []).keys()) {
    const { code, type } = cellOf(key);
    types.get(code)?.add(type);
  }
  return [...types]
    .map(([code, used]) => ({ code, types: [...used].sort() }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
