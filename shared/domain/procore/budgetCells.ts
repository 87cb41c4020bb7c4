import { addMoney, isZero, type Money, parseMoney, sumMoney, zero } from '../money.ts';
import { type CostTypeNumber, costTypeNumbers } from '../sage/enumerations.ts';
import type { CodePairs } from './codes.ts';
import type { ProcoreBudgetRow } from './records.ts';

/**
 * Procore keeps a budget as rows of one code and one cost type, Sage as rows of one code with nine columns of money (6-2). A cell
 * is one code and one cost type on either side; everything that both sides agree on or differ in is said of cells.
 */

/** Code of Sage with three decimals, cost type 1–9 and, in a phase, its number: `12.100/2`, `12.100/2/3`. */
export type CellKey = string;

export function cellKey(code: string, type: CostTypeNumber, phase = '0'): CellKey {
  return phase === '0' ? `${code}/${type}` : `${code}/${type}/${phase}`;
}

/** `phase`: '0' for none. */
export function cellOf(key: CellKey): { readonly code: string; readonly type: CostTypeNumber; readonly phase: string } {
  const [code = '', text = '', phase = '0'] = key.split('/');
  const type = costTypeNumbers.find((number) => number === text);
  if (code === '' || type === undefined) throw new Error(`Not a budget cell: ${key}`);
  return { code, type, phase };
}

/** What is looked at of a row of Sage's budget. */
export type SageBudgetRow = {
  /** '0': none. */
  readonly phase: string;
  readonly line: string;
  readonly costCode: string | null;
  readonly amounts: Readonly<Record<CostTypeNumber, Money>>;
  /** As Sage keeps it beside the nine amounts. */
  readonly total: Money;
};

export type SageBudget = { readonly locked: boolean; readonly rows: readonly SageBudgetRow[] };

/** The cells of Sage that hold money; several rows of one code count together. */
export function sageCells(rows: readonly SageBudgetRow[]): ReadonlyMap<CellKey, Money> {
  const cells = new Map<CellKey, Money>();
  for (const { costCode, amounts, phase } of rows) {
    if (costCode === null) continue;
    for (const type of costTypeNumbers) {
      const key = cellKey(costCode, type, phase);
      if (!isZero(amounts[type])) cells.set(key, addMoney(cells.get(key) ?? zero, amounts[type]));
    }
  }
  return withoutZeros(cells);
}

export type ProcoreCell = { readonly original: Money; readonly changes: Money; readonly revised: Money };

/** How codes and cost types of Procore read in Sage. */
export type Pairs = {
  readonly codes: CodePairs;
  /** Cost type 1–9 by the id of Procore's. */
  readonly types: ReadonlyMap<string, CostTypeNumber>;
  /** Phases of the job by the id of Procore's sub jobs; those that nobody linked are missing. */
  readonly phases?: ReadonlyMap<string, string>;
};

export type ProcoreCells = {
  readonly cells: ReadonlyMap<CellKey, ProcoreCell>;
  /** Rows with money whose code, cost type or sub job is none of Sage's, or with parts of a cent: they would be lost. */
  readonly unread: readonly ProcoreBudgetRow[];
};

/**
 * The cells of Procore's budget. Rows on which nothing was budgeted (Procore only shows costs there) are left out unless they hold
 * money; cells of $0 stay, because a pair that once had money may have none now.
 */
export function procoreCells(rows: readonly ProcoreBudgetRow[], { codes, types, phases }: Pairs): ProcoreCells {
  const cells = new Map<CellKey, ProcoreCell>();
  const unread: ProcoreBudgetRow[] = [];
  for (const row of rows) {
    const code = codes.get(row.coding.fullCode ?? '');
    const type = types.get(row.coding.costType ?? '');
    const phase = row.coding.subJob === null ? '0' : phases?.get(row.coding.subJob);
    const [rowOriginal, rowChanges] = [parseMoney(row.original), parseMoney(row.changes)];
    const holds = [rowOriginal, rowChanges].some((amount) => amount === null || !isZero(amount));
    if (
      code === undefined ||
      type === undefined ||
      phase === undefined ||
      rowOriginal === null ||
      rowChanges === null
    ) {
      if (holds) unread.push(row);
      continue;
    }
    if (row.id === null && !holds) continue;
    const key = cellKey(code, type, phase);
    const before = cells.get(key) ?? { original: zero, changes: zero };
    const original = addMoney(before.original, rowOriginal);
    const changes = addMoney(before.changes, rowChanges);
    cells.set(key, { original, changes, revised: addMoney(original, changes) });
  }
  return { cells, unread };
}

/** The figures that an approver compares with the document. */
export function totalsOf(cells: Iterable<ProcoreCell>): ProcoreCell {
  const all = [...cells];
  return {
    original: sumMoney(all.map(({ original }) => original)),
    changes: sumMoney(all.map(({ changes }) => changes)),
    revised: sumMoney(all.map(({ revised }) => revised)),
  };
}

/** What both sides agreed on stands on the link by these names: the revised amount of each cell when it was exported or imported. */
const agreedPrefix = 'amount:';

export function agreedAmounts(agreed: Readonly<Record<string, string>>): ReadonlyMap<CellKey, Money> {
  return new Map(
    Object.entries(agreed).flatMap(([name, amount]) =>
      name.startsWith(agreedPrefix) ? [[name.slice(agreedPrefix.length), amount] as const] : [],
    ),
  );
}

export function agreedNames(cells: ReadonlyMap<CellKey, Money>): Readonly<Record<string, string>> {
  return Object.fromEntries([...cells].map(([key, amount]) => [`${agreedPrefix}${key}`, amount]));
}

function withoutZeros(cells: ReadonlyMap<CellKey, Money>): ReadonlyMap<CellKey, Money> {
  return new Map([...cells].filter(([, amount]) => !isZero(amount)));
}

export type CellDifference = {
  readonly key: CellKey;
  readonly here: Money;
  readonly there: Money;
};

/** Cells that are not the same on both sides; a missing one is nothing. In the order of their keys. */
export function differentCells(
  here: ReadonlyMap<CellKey, Money>,
  there: ReadonlyMap<CellKey, Money>,
): readonly CellDifference[] {
  const keys = [...new Set([...here.keys(), ...there.keys()])].sort();
  return keys
    .map((key) => ({ key, here: here.get(key) ?? zero, there: there.get(key) ?? zero }))
    .filter((cell) => cell.here !== cell.there);
}
