import { allocateByWeights } from '#shared/domain/allocate.ts';
import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import { type CostTypeNumber, costTypeNumbers } from '#shared/domain/sage/enumerations.ts';
import { budgetColumnOfCostType } from '#shared/domain/sage/schema/budgets.ts';
import { between, dayText, dollars, rowIdOf, share, sum } from './chance.ts';
import { hasDocuments, phaseNumbers, type SampleJob } from './jobs.ts';
import { type Row, type SampleRow, sampleRow } from './rows.ts';
import { generalConditions, selfPerformed, type TradeName, trades } from './words/trades.ts';

/** One line of a budget: a cost code in a phase, its amounts in cents by cost type. */
export type BudgetLine = {
  readonly phase: string;
  readonly line: string;
  readonly code: string;
  readonly trade: TradeName | null;
  readonly byType: Readonly<Partial<Record<CostTypeNumber, bigint>>>;
};

type Slot = {
  readonly code: string;
  readonly trade: TradeName | null;
  readonly costType: CostTypeNumber | null;
  readonly weight: number;
};

/** Labor is budgeted at 72.50 an hour. */
const laborRateCents = 7250n;

/** Parts that add up to the whole, to the cent. */
export function split(whole: bigint, weights: readonly number[]): readonly bigint[] {
  const parts = allocateByWeights(dollars(whole), weights.map(String)) ?? [];
  return parts.map((part) => parseScaled(part, 2) ?? 0n);
}

/** The field office is budgeted in full in the first phase; later phases carry a few of its codes. */
function slotsOf(job: SampleJob, phase: string, first: boolean): readonly Slot[] {
  const office = generalConditions.slice(0, first ? generalConditions.length : 4).map(({ code, costType }) => ({
    code,
    trade: null,
    costType,
    weight: between(1, 6, job.number, phase, code),
  }));
  const work = job.trades.flatMap((trade) =>
    trades[trade].codes.slice(0, between(2, 5, job.number, phase, trade)).map((code) => ({
      code,
      trade,
      costType: selfPerformed.has(trade) ? null : ('4' as const),
      weight: between(5, 40, job.number, phase, code),
    })),
  );
  return [...office, ...work];
}

/** Our own crews: material, labor, equipment. */
function ownWork(amount: bigint): BudgetLine['byType'] {
  const [material = 0n, labor = 0n, equipment = 0n] = split(amount, [40, 45, 15]);
  return { '1': material, '2': labor, '3': equipment };
}

/** The budget of a job: its cost is 84–92 % of the contract, spread over phases and codes so that nothing is lost. */
export function budgetOf(job: SampleJob): readonly BudgetLine[] {
  if (!hasDocuments(job)) return [];
  const cost = share(job.contract, BigInt(between(84, 92, job.number, 'cost')), 100n);
  const phases = phaseNumbers(job);
  const ofPhase = split(
    cost,
    phases.map((phase) => between(2, 5, job.number, 'phase', phase)),
  );
  return phases.flatMap((phase, index) => {
    const slots = slotsOf(job, phase, index === 0);
    const amounts = split(
      ofPhase[index] ?? 0n,
      slots.map(({ weight }) => weight),
    );
    return slots.map(({ code, trade, costType }, position) => {
      const amount = amounts[position] ?? 0n;
      const byType = costType === null ? ownWork(amount) : { [costType]: amount };
      return { phase, line: String(position + 1), code, trade, byType };
    });
  });
}

export function* budgetRows(job: SampleJob, lines: readonly BudgetLine[]): Iterable<SampleRow> {
  if (lines.length === 0) return;
  yield sampleRow('budget', {
    recnum: job.number,
    lckedt: job.status === '6' ? '1' : '0',
    edtdte: dayText(job.from + 10),
    usrnme: 'moyelaran',
  });
  for (const { phase, line, code, byType } of lines) {
    const columns: Row = Object.fromEntries(
      costTypeNumbers.map((type) => [budgetColumnOfCostType[type], dollars(byType[type] ?? 0n)]),
    );
    yield sampleRow('bdglin', {
      _idref: rowIdOf('budget', job.number),
      recnum: job.number,
      phsnum: phase,
      linnum: line,
      cstcde: code,
      hrsbdg: formatScaled(share(byType['2'] ?? 0n, 100n, laborRateCents), 2),
      ...columns,
      ttlbdg: dollars(sum(Object.values(byType))),
    });
  }
}
