import type { BudgetDraft, Draft, PrimeDraft } from './draft.ts';
import type { Link } from './link.ts';
import type { Plan, Receipt, Step } from './plan.ts';
import type { ChangeOrder } from './sage/facts.ts';

/** Which lines of a change order belong to one COR after a plan was applied, and the allocation to start from next time. */
export type LinkedLines = {
  readonly prime: ReadonlySet<string>;
  readonly budget: ReadonlySet<string>;
  readonly allocation: Link['allocation'];
};

type Applied = {
  readonly plan: Plan;
  readonly draft: Draft;
  /** Null when only the marker was found: then new lines are recognised by their description. */
  readonly receipt: Receipt | null;
  readonly changeOrder: ChangeOrder;
  readonly corId: string;
  readonly before: Link | null;
};

export function linkedLines(applied: Applied): LinkedLines {
  const { draft, corId, before } = applied;
  const prime: PrimeDraft[] = [];
  const budget: BudgetDraft[] = [];
  for (const [index, line] of draft.prime.entries()) {
    const number = line.line ?? lineOf(applied, `prime.${index}`, 'pmcgln');
    if (line.corId === corId && number !== null) prime.push({ ...line, line: number });
  }
  for (const [index, line] of draft.budget.entries()) {
    const number = line.line ?? lineOf(applied, `budget.${index}`, 'sbcgln');
    // A line that was merged into another one has no row of its own.
    if (line.corId === corId && number !== null) budget.push(asWritten({ ...line, line: number }, applied));
  }
  const kept = draft.target.mode === 'void' ? before : null;
  return {
    prime: new Set(
      [...prime.map(({ line }) => line), ...(kept?.pushed.prime ?? []).map(({ line }) => line)].filter(isText),
    ),
    budget: new Set(
      [...budget.map(({ line }) => line), ...(kept?.pushed.budget ?? []).map(({ line }) => line)].filter(isText),
    ),
    allocation: kept?.allocation ?? { prime, budget },
  };
}

function isText(line: string | null): line is string {
  return line !== null;
}

function lineOf({ plan, receipt, changeOrder }: Applied, stepId: string, table: 'pmcgln' | 'sbcgln'): string | null {
  const written = receipt?.rows.find(({ step }) => step === stepId);
  const number = written?.columns.find(({ column }) => column === 'linnum')?.readBack ?? null;
  if (number !== null) return number;
  const step = plan.steps.find(({ id }) => id === stepId);
  if (receipt !== null || step === undefined) return null;
  const rows: readonly { readonly line: string; readonly description: string }[] =
    table === 'pmcgln' ? changeOrder.prime : changeOrder.budget;
  const description = textOf(step, 'dscrpt');
  const matches = rows.filter((row) => row.description === description);
  // Budget lines may share a description. New lines were numbered in the order of the plan, after what was there before.
  const alike = plan.steps.filter(
    (other) => other.op === 'insert' && other.table === table && textOf(other, 'dscrpt') === description,
  );
  return matches.slice(-alike.length)[alike.indexOf(step)]?.line ?? null;
}

function textOf(step: Step, column: string): string | null {
  const cell = step.columns.find((candidate) => candidate.column === column)?.cell;
  return cell?.kind === 'text' ? cell.text : null;
}

/** Where lines were merged, the row holds more than this line's share: from now on it is an amount of its own. */
function asWritten(line: BudgetDraft, { plan, draft, changeOrder }: Applied): BudgetDraft {
  if (line.subcontract === null) return line;
  const twins = draft.budget.filter(
    (other) =>
      other.subcontract?.subcontract === line.subcontract?.subcontract &&
      other.subcontract?.line === line.subcontract?.line &&
      line.subcontract?.line !== '',
  );
  const row = changeOrder.budget.find((candidate) => candidate.line === line.line);
  const subcontract = { ...line.subcontract, line: row?.subcontractLine ?? line.subcontract.line };
  if (twins.length < 2 || row === undefined || plan.kind === 'changeOrder.void') return { ...line, subcontract };
  return {
    ...line,
    subcontract,
    shareMode: 'amount',
    share: row.amount,
    multiplier: '1',
    hours: row.hours,
    units: row.units,
  };
}
