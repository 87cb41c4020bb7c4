import { absMoney, addMoney, isZero, type Money, subtractMoney, sumMoney, zero } from '../money.ts';

/** What is compared, in the order in which people look at it. `budget` is original and changes; `invoiced` is before retainage. */
export const measures = ['budget', 'original', 'changes', 'invoiced', 'retainage'] as const;
export type Measure = (typeof measures)[number];

/** A part of what one side says of one document. */
export type Share = {
  readonly measure: Measure;
  /** In Sage's words; Procore's own where Sage has none; null: the document is not coded line by line. */
  readonly coding: { readonly code: string; readonly type: string } | null;
  /** Vendor number in Sage, or the company's name where it is none; null: of no vendor, as budgets are. */
  readonly vendor: string | null;
  readonly amount: Money;
};

/** A document that is linked: both sides must say the same. */
export type Pair = {
  /** Procore's. */
  readonly project: string;
  /** Sage's. */
  readonly job: string;
  /** `Commitment SC-001 Marine piling` */
  readonly name: string;
  readonly procore: readonly Share[];
  readonly sage: readonly Share[];
  /** What is known of why they might differ, in sentences. */
  readonly reasons: readonly string[];
};

/** What is on one side only, and need not be on the other: told, and not counted. */
export type Apart = {
  readonly project: string;
  readonly job: string;
  readonly name: string;
  readonly measure: Measure;
  readonly procore: Money | null;
  readonly sage: Money | null;
  readonly reason: string;
};

/** Sums of a job, of one cost code and type or one vendor in it; then each difference, and what stands apart. */
export const levels = ['job', 'coding', 'vendor', 'difference', 'apart'] as const;
export type Level = (typeof levels)[number];

export type ReconcileRow = {
  readonly id: string;
  readonly project: string;
  readonly job: string;
  readonly level: Level;
  readonly measure: Measure;
  /** The document; empty in sums. */
  readonly name: string;
  /** Empty where the row is of none. */
  readonly code: string;
  readonly type: string;
  readonly vendor: string;
  readonly procore: Money | null;
  readonly sage: Money | null;
  /** Procore less Sage; null for what stands apart. */
  readonly difference: Money | null;
  readonly reason: string;
};

export type MeasureSum = {
  readonly measure: Measure;
  readonly procore: Money;
  readonly sage: Money;
  readonly difference: Money;
};

const noReason =
  'Both sides were equal when it was sent, and one of them was changed since: compare its lines under its kind.';

/**
 * Both sides added up in every way that people look at them. Every difference of a document, by coding and vendor, is a row of its own with
 * a reason, so that two that cancel each other out hide nothing.
 */
export function reconcile(pairs: readonly Pair[], apart: readonly Apart[]): readonly ReconcileRow[] {
  const sums = new Map<string, ReconcileRow>();
  const differences: ReconcileRow[] = [];
  for (const pair of pairs) {
    for (const row of pairRows(pair)) {
      for (const sum of sumsOf(row)) add(sums, sum);
      if (row.difference !== zero) differences.push(row);
    }
  }
  return [...sums.values(), ...differences, ...apart.map(apartRow)]
    .map((row) => [sortKey(row), row] as const)
    .sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1))
    .map(([, row], index, rows) => ({ ...row, id: numbered(row.id, index, rows) }));
}

/** How far the two sides are apart in all: without signs, so that nothing cancels out. In: any rows of `reconcile`. */
export function totalDifference(rows: readonly ReconcileRow[]): Money {
  return sumMoney(
    rows.flatMap(({ level, difference }) => (level === 'difference' ? [absMoney(difference ?? zero)] : [])),
  );
}

/** What each measure comes to in all jobs; those of which there is nothing are left out. In: any rows of `reconcile`. */
export function measureSums(rows: readonly ReconcileRow[]): readonly MeasureSum[] {
  return measures.flatMap((measure) => {
    const jobs = rows.filter((row) => row.level === 'job' && row.measure === measure);
    if (jobs.length === 0) return [];
    const procore = sumMoney(jobs.map((row) => row.procore ?? zero));
    const sage = sumMoney(jobs.map((row) => row.sage ?? zero));
    return [{ measure, procore, sage, difference: subtractMoney(procore, sage) }];
  });
}

/** One row for each measure, coding and vendor of a document. */
function pairRows(pair: Pair): readonly ReconcileRow[] {
  const { project, job, name, reasons } = pair;
  const rows = new Map<string, ReconcileRow>();
  const each = (shares: readonly Share[], side: 'procore' | 'sage') => {
    for (const { measure, coding, vendor, amount } of shares) {
      const { code, type } = coding ?? { code: '', type: '' };
      const at = { project, job, level: 'difference', measure, name, code, type, vendor: vendor ?? '' } as const;
      const both = { procore: zero, sage: zero, [side]: amount };
      add(rows, { ...at, ...both, id: idOf(at), difference: subtractMoney(both.procore, both.sage), reason: '' });
    }
  };
  each(pair.procore, 'procore');
  each(pair.sage, 'sage');
  const reason = reasons.length === 0 ? noReason : reasons.join(' ');
  return [...rows.values()].map((row) => ({ ...row, reason }));
}

/** The sums that a row counts in. */
function sumsOf(row: ReconcileRow): readonly ReconcileRow[] {
  const bare = { ...row, name: '', reason: '', code: '', type: '', vendor: '' };
  const { code, type, vendor } = row;
  const all: ReconcileRow[] = [{ ...bare, level: 'job' }];
  if (code !== '' || type !== '') all.push({ ...bare, level: 'coding', code, type });
  if (vendor !== '') all.push({ ...bare, level: 'vendor', vendor });
  return all.map((sum) => ({ ...sum, id: idOf(sum) }));
}

function add(rows: Map<string, ReconcileRow>, row: ReconcileRow): void {
  const before = rows.get(row.id);
  if (before === undefined) {
    rows.set(row.id, row);
    return;
  }
  const procore = addMoney(before.procore ?? zero, row.procore ?? zero);
  const sage = addMoney(before.sage ?? zero, row.sage ?? zero);
  rows.set(row.id, { ...before, procore, sage, difference: subtractMoney(procore, sage) });
}

function apartRow(apart: Apart): ReconcileRow {
  const at = { ...apart, level: 'apart', code: '', type: '', vendor: '' } as const;
  return { ...at, id: idOf(at), difference: null };
}

type Place = Pick<ReconcileRow, 'project' | 'level' | 'measure' | 'name' | 'code' | 'type' | 'vendor'>;

function idOf({ project, level, measure, name, code, type, vendor }: Place): string {
  return [project, level, measure, code, type, vendor, name].join('|');
}

function sortKey(row: ReconcileRow): string {
  const [level, measure] = [levels.indexOf(row.level), measures.indexOf(row.measure)];
  return [row.job, row.project, level, measure, row.code, row.type, row.vendor, row.name].join('\u0000');
}

/** Two documents of one name are two rows. */
function numbered(id: string, index: number, rows: readonly (readonly [string, ReconcileRow])[]): string {
  let same = 0;
  while (rows[index - same - 1]?.[1].id === id) same += 1;
  return same === 0 ? id : `${id}|${same + 1}`;
}

/** Whether anything at all is said of an amount. */
export const saysSomething = ({ procore, sage }: Pick<Apart, 'procore' | 'sage'>): boolean =>
  [procore, sage].some((amount) => amount !== null && !isZero(amount));
