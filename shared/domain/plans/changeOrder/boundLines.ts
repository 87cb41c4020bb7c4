import type { BudgetDraft } from '../../draft.ts';
import type { BudgetLine } from '../../sage/facts.ts';
import type { Refusals } from './fields.ts';
import { linksOf, type PlanningInput, targetOf } from './input.ts';

/**
 * Draft lines that name a line in Sage: only an update may, each line once, and only lines that their own COR wrote and that are
 * still there. Anything else would drop their money without a word, or change somebody else's.
 */
export function checkBoundLines(input: PlanningInput, refusals: Refusals): void {
  for (const grid of ['prime', 'budget'] as const) {
    const seen = new Set<string>();
    for (const [index, line] of input.draft[grid].entries()) {
      if (line.line === null) continue;
      const words = boundRefusal(input, grid, line.corId, line.line, seen);
      if (words !== null) refusals.add(`${grid}.${index}.description`, line.description, words);
      seen.add(line.line);
    }
  }
  const rows = targetOf(input)?.budget ?? [];
  for (const [index, line] of input.draft.budget.entries()) {
    const row = rows.find((candidate) => candidate.line === line.line);
    if (row !== undefined && !sameSubcontractLine(line.subcontract, row)) {
      const what = rowWords(input, row);
      const words = `Budget line ${row.line} ${what} in Sage, and that stays: remove it here, which takes its amount back, then add a new line.`;
      refusals.add(`budget.${index}.subcontract`, '', words);
    }
  }
}

function boundRefusal(
  input: PlanningInput,
  grid: 'prime' | 'budget',
  corId: string,
  line: string,
  seen: ReadonlySet<string>,
): string | null {
  const target = targetOf(input);
  const name = `${grid === 'prime' ? 'Prime' : 'Budget'} line ${line}`;
  if (input.draft.target.mode !== 'update' || target === null) {
    return `${name} is said to be in Sage already, but not in this change order: remove it here, then add a new line.`;
  }
  const whole = `${name} of change order ${target.number}`;
  if (!target[grid].some((row) => row.line === line)) {
    return `${whole} was deleted in Sage: remove it here, and add a new line if it should be there again.`;
  }
  const link = linksOf(input).find((candidate) => candidate.corId === corId);
  if (link !== undefined && !link.pushed[grid].some((row) => row.line === line)) {
    return `${whole} was not written for COR ${link.pushed.cor.number}: remove it here, then add a new line.`;
  }
  return seen.has(line) ? `${whole} stands here twice: remove one of the two.` : null;
}

/** Vendor, subcontract and subcontract line of a row are never rewritten: totals follow the row, not the draft. */
function sameSubcontractLine(sub: BudgetDraft['subcontract'], row: BudgetLine): boolean {
  if (sub === null || row.subcontract === null) return sub === null && row.subcontract === null;
  const sameLine = sub.line === '' || sub.line === row.subcontractLine;
  return sameLine && sub.subcontract === row.subcontract && sub.vendor === row.vendor;
}

function rowWords({ facts }: PlanningInput, row: BudgetLine): string {
  if (row.subcontract === null) return 'is a plain budget line';
  const number = facts.subcontracts.find(({ record }) => record === row.subcontract)?.number ?? row.subcontract;
  return row.subcontractLine === null
    ? `changes subcontract ${number}`
    : `changes line ${row.subcontractLine} of subcontract ${number}`;
}
