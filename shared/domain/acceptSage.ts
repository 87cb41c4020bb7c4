import type { Cor } from './cor.ts';
import type { BudgetDraft, PrimeDraft } from './draft.ts';
import type { Link } from './link.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from './sage/facts.ts';

/**
 * The link with these differences settled in Sage's favour, so that they are none any more. What was edited in Sage becomes what was
 * pushed, also in the allocation that the next update starts from: otherwise that update would take the edit back. What changed in
 * the COR (fields `cor.…`, taken from `cor`) counts as seen, and Sage keeps what it has. `fields`: names as in `Difference.field`.
 */
export function acceptSage(link: Link, now: ChangeOrder, fields: readonly string[], cor: Cor | null = null): Link {
  const takes = new Set(fields);
  const { prime, budget, updated, ...header } = now;
  return {
    ...link,
    number: takes.has('header.number') ? now.number : link.number,
    pushed: {
      cor: cor === null ? link.pushed.cor : taken(takes, 'cor', link.pushed.cor, cor),
      header: taken(takes, 'header', link.pushed.header, header),
      prime: takenLines(takes, 'prime', link.pushed.prime, prime),
      budget: takenLines(takes, 'budget', link.pushed.budget, budget),
    },
    allocation: {
      prime: allocated(takes, 'prime', link.allocation.prime, prime, primeFrom),
      budget: allocated(takes, 'budget', link.allocation.budget, budget, budgetFrom),
    },
  };
}

function taken<T extends object>(takes: ReadonlySet<string>, place: string, pushed: T, present: T): T {
  const changed = Object.entries(present).filter(([field]) => takes.has(`${place}.${field}`));
  return { ...pushed, ...Object.fromEntries(changed) };
}

/** A line that was deleted in Sage is a difference of its own: accepting it forgets the line. */
function takenLines<T extends { readonly line: string }>(
  takes: ReadonlySet<string>,
  grid: string,
  lines: readonly T[],
  present: readonly T[],
): readonly T[] {
  return lines.flatMap((line) => {
    const row = present.find((candidate) => candidate.line === line.line);
    if (row === undefined) return takes.has(`${grid}.${line.line}`) ? [] : [line];
    return [taken(takes, `${grid}.${line.line}`, line, row)];
  });
}

function allocated<D extends { readonly line: string | null }, R extends { readonly line: string }>(
  takes: ReadonlySet<string>,
  grid: string,
  drafts: readonly D[],
  present: readonly R[],
  from: (draft: D, row: R, accepted: (field: keyof R & string) => boolean) => D,
): readonly D[] {
  return drafts.flatMap((draft) => {
    if (draft.line === null) return [draft];
    const row = present.find(({ line }) => line === draft.line);
    if (row === undefined) return takes.has(`${grid}.${draft.line}`) ? [] : [draft];
    return [from(draft, row, (field) => takes.has(`${grid}.${draft.line}.${field}`))];
  });
}

function primeFrom(draft: PrimeDraft, row: PrimeLine, accepted: (field: keyof PrimeLine) => boolean): PrimeDraft {
  return {
    ...draft,
    description: accepted('description') ? row.description : draft.description,
    requested: accepted('requested') ? row.requested : draft.requested,
    approved: accepted('approved') ? row.approved : draft.approved,
    costCode: accepted('costCode') ? (row.costCode ?? '') : draft.costCode,
    costType: accepted('costType') ? (row.costType ?? '') : draft.costType,
  };
}

/** An amount typed in Sage is no share of the price any more: it stays as it is when the price changes. */
function budgetFrom(draft: BudgetDraft, row: BudgetLine, accepted: (field: keyof BudgetLine) => boolean): BudgetDraft {
  const share = { shareMode: 'amount', share: row.amount, multiplier: '1' } as const;
  return {
    ...draft,
    ...(accepted('amount') ? share : {}),
    description: accepted('description') ? row.description : draft.description,
    hours: accepted('hours') ? row.hours : draft.hours,
    units: accepted('units') ? row.units : draft.units,
    costCode: accepted('costCode') ? (row.costCode ?? '') : draft.costCode,
    costType: accepted('costType') ? (row.costType ?? '') : draft.costType,
    subcontract: subcontractFrom(draft.subcontract, row, accepted),
  };
}

function subcontractFrom(
  sub: BudgetDraft['subcontract'],
  row: BudgetLine,
  accepted: (field: keyof BudgetLine) => boolean,
): BudgetDraft['subcontract'] {
  const unit = ['vendor', 'subcontract', 'subcontractLine', 'changeNumber', 'status'] as const;
  if (!unit.some(accepted)) return sub;
  if (accepted('subcontract') && row.subcontract === null) return null;
  const before = sub ?? { vendor: '', subcontract: '', line: '', changeNumber: '', status: '' };
  return {
    vendor: accepted('vendor') ? (row.vendor ?? '') : before.vendor,
    subcontract: accepted('subcontract') ? (row.subcontract ?? '') : before.subcontract,
    line: accepted('subcontractLine') ? (row.subcontractLine ?? '') : before.line,
    changeNumber: accepted('changeNumber') ? row.changeNumber : before.changeNumber,
    status: accepted('status') ? (row.status ?? '') : before.status,
  };
}
