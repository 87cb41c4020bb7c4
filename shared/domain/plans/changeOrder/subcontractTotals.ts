import { addMoney, isZero, type Money, negateMoney, subtractMoney, zero } from '../../money.ts';
import type { Check, Step } from '../../plan.ts';
import type { BudgetLine, Subcontract, SubcontractLine } from '../../sage/facts.ts';
import type { ResolvedBudget } from './budgetLines.ts';
import { newSubcontractLineStep } from './budgetSteps.ts';
import { changing, derived, entered, fixed, rowIdOf, taken } from './steps.ts';

/**
 * How a change order moves a subcontract's own totals. Sage's program writes them when the change order is saved (confidence
 * high that it does; guess that only lines with status 1-Approved count, and that these are the formulas).
 */
export type SubcontractMove = {
  readonly subcontract: string;
  /** Line number; null when a new line is created by the step named. */
  readonly line: string | null;
  readonly newLine: ResolvedBudget | null;
  readonly amount: Money;
};

/** The move of a line as it will be, and the reverse of a line as it is. Only approved lines move anything. */
export function moveOf(line: ResolvedBudget): SubcontractMove | null {
  const sub = line.subcontract;
  if (sub === null) return null;
  const amount = sub.status === '1' ? line.amount : zero;
  const lineNumber = sub.line === '' ? null : sub.line;
  return { subcontract: sub.subcontract, line: lineNumber, newLine: lineNumber === null ? line : null, amount };
}

export function reverseOf(line: BudgetLine): SubcontractMove | null {
  if (line.subcontract === null || line.subcontractLine === null || line.status !== '1') return null;
  return { subcontract: line.subcontract, line: line.subcontractLine, newLine: null, amount: negateMoney(line.amount) };
}

/** New subcontract lines first (the budget lines copy their numbers), then the totals of lines and subcontracts. */
export function subcontractSteps(
  moves: readonly SubcontractMove[],
  subcontracts: readonly Subcontract[],
): { readonly newLines: readonly Step[]; readonly totals: readonly Step[]; readonly checks: readonly Check[] } {
  const newLines: Step[] = [];
  const totals: Step[] = [];
  const checks: Check[] = [];
  for (const subcontract of subcontracts) {
    const ours = moves.filter((move) => move.subcontract === subcontract.record);
    if (ours.length === 0) continue;
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
  return { newLines, totals, checks };
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
