import { addMoney, formatMoney, isZero, type Money, subtractMoney, zero } from '../../money.ts';
import type { Check, Step } from '../../plan.ts';
import type { BudgetLine, Subcontract, SubcontractLine } from '../../sage/facts.ts';
import { newSubcontractLineStep } from './budgetSteps.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';
import { changing, derived, entered, fixed, rowIdOf, taken } from './steps.ts';

/**
 * How a change order moves a subcontract's own totals. Sage's program writes them when the change order is saved (confidence
 * high that it does; guess that only lines with status 1-Approved count, and that these are the formulas).
 */
export type SubcontractMove = {
  readonly subcontract: string;
  /** Line number; null when a new line is created by the step named, or when the row in Sage names none. */
  readonly line: string | null;
  readonly newLine: ResolvedBudget | null;
  readonly amount: Money;
  /** Number of the budget line in Sage that has put the amount in; null for one that this plan inserts. */
  readonly row: string | null;
};

/** The move of a budget line that this plan inserts. Only approved lines move anything. */
export function moveOf(line: ResolvedBudget): SubcontractMove | null {
  const sub = line.subcontract;
  if (sub === null) return null;
  const amount = sub.status === '1' ? line.amount : zero;
  const lineNumber = sub.line === '' ? null : sub.line;
  const newLine = lineNumber === null ? line : null;
  return { subcontract: sub.subcontract, line: lineNumber, newLine, amount, row: null };
}

/** The move of a budget line in Sage from its present status and amount to others: what it put in comes out again first. */
export function moveFrom(now: BudgetLine, status: string | null, amount: Money): SubcontractMove | null {
  if (now.subcontract === null) return null;
  const moved = subtractMoney(status === '1' ? amount : zero, now.status === '1' ? now.amount : zero);
  if (isZero(moved)) return null;
  return { subcontract: now.subcontract, line: now.subcontractLine, newLine: null, amount: moved, row: now.line };
}

export type SubcontractSteps = {
  /** New subcontract lines come first: the budget lines copy their numbers. */
  readonly newLines: readonly Step[];
  readonly totals: readonly Step[];
  readonly checks: readonly Check[];
  /** Totals that would have to move and cannot: without them the plan would leave the subcontract wrong. */
  readonly problems: readonly string[];
};

export function subcontractSteps(
  moves: readonly SubcontractMove[],
  subcontracts: readonly Subcontract[],
): SubcontractSteps {
  const newLines: Step[] = [];
  const totals: Step[] = [];
  const checks: Check[] = [];
  const problems = moves.flatMap((move) => lostMove(move, subcontracts) ?? []);
  for (const subcontract of subcontracts) {
    const ours = moves.filter((move) => move.subcontract === subcontract.record);
    if (ours.length === 0) continue;
    if (subcontract.locked) {
      problems.push(
        `Subcontract ${subcontract.number} is locked (Lock Edit), and its totals would change: unlock it in Sage 6-7-1 first.`,
      );
    }
    checks.push({
      table: 'subcon',
      where: { recnum: subcontract.record },
      expect: 'one',
      columns: { lckedt: ['0'] },
      sentence: `Subcontract ${subcontract.number} was locked or removed meanwhile: look at it in Sage 6-7-1.`,
    });
    for (const move of ours)
      if (move.newLine !== null) newLines.push(newLineStep(subcontract, move.newLine, move.amount));
    for (const line of subcontract.lines) totals.push(...lineTotals(subcontract, line, total(ours, line.line)));
    totals.push(...headerTotals(subcontract, total(ours)));
  }
  return { newLines, totals, checks, problems };
}

/** Why the amount of a line in Sage cannot be moved: its subcontract or subcontract line is not there. */
function lostMove({ subcontract, line, row, amount }: SubcontractMove, all: readonly Subcontract[]): string | null {
  if (row === null) return null;
  const found = all.find(({ record }) => record === subcontract);
  if (found?.lines.some((candidate) => candidate.line === line)) return null;
  const name = found === undefined ? `subcontract record ${subcontract}` : `subcontract ${found.number}`;
  const place = found === undefined || line === null ? name : `line ${line} of ${name}`;
  const why = found !== undefined && line === null ? 'the row names no line of it' : 'Sage has no such one any more';
  return `Budget line ${row} would move ${place} by ${formatMoney(amount)}, but ${why}: put the row right in Sage 6-4-1, then sync.`;
}

function total(moves: readonly SubcontractMove[], line?: string): Money {
  const some = line === undefined ? moves : moves.filter((move) => move.line === line);
  return some.reduce((sum, { amount }) => addMoney(sum, amount), zero);
}

function newLineStep(subcontract: Subcontract, line: ResolvedBudget, approved: Money): Step {
  const why = 'A subcontract change without a line creates one';
  return {
    id: newSubcontractLineStep(line),
    op: 'insert',
    table: 'sbcnln',
    key: {},
    corId: line.corId,
    title: `New line of subcontract ${subcontract.number}: ${line.description}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      rowIdOf('_idref', 'subcon', subcontract.record, 'The row id of the subcontract'),
      fixed('recnum', subcontract.record, 'The record number of the subcontract'),
      taken('linnum', 'line', 'the next line', 'Next line of the subcontract, taken under the lock'),
      entered('dscrpt', line.description),
      entered('cstcde', line.costCode),
      entered('csttyp', line.costType),
      fixed('amount', zero, `${why}: nothing of it was in the original contract`),
      derived('change', approved, 'Approved changes of this line', 'guess'),
      derived('cntrct', approved, 'Original + changes', 'guess'),
      fixed('billed', zero, 'Nothing is invoiced on a new line'),
      derived('remain', approved, 'New contract − invoiced', 'guess'),
    ],
  };
}

function lineTotals(subcontract: Subcontract, line: SubcontractLine, amount: Money): readonly Step[] {
  if (isZero(amount)) return [];
  const contract = addMoney(line.contract, amount);
  return [
    {
      id: `subcontract.${subcontract.record}.line${line.line}`,
      op: 'update',
      table: 'sbcnln',
      key: { recnum: subcontract.record, linnum: line.line },
      corId: null,
      title: `Totals of subcontract ${subcontract.number} line ${line.line}: ${line.description}`,
      columns: [
        changing(
          derived('change', addMoney(line.change, amount), 'Present changes + this change', 'guess'),
          line.change,
        ),
        changing(derived('cntrct', contract, 'Present contract + this change', 'guess'), line.contract),
        changing(
          derived('remain', subtractMoney(contract, line.billed), 'New contract − invoiced', 'guess'),
          line.remaining,
        ),
      ],
    },
  ];
}

function headerTotals(subcontract: Subcontract, amount: Money): readonly Step[] {
  if (isZero(amount)) return [];
  const rule = 'Present total + this change';
  return [
    {
      id: `subcontract.${subcontract.record}.totals`,
      op: 'update',
      table: 'subcon',
      key: { recnum: subcontract.record },
      corId: null,
      title: `Totals of subcontract ${subcontract.number}: ${subcontract.description}`,
      columns: [
        changing(derived('chgttl', addMoney(subcontract.changes, amount), rule, 'guess'), subcontract.changes),
        changing(derived('ctcttl', addMoney(subcontract.total, amount), rule, 'guess'), subcontract.total),
        changing(derived('balttl', addMoney(subcontract.balance, amount), rule, 'guess'), subcontract.balance),
      ],
    },
  ];
}
