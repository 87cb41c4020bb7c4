import type { ChangeOrderStatus } from '#shared/domain/sage/enumerations.ts';
import { at, between, centsBetween, oneIn, pick, seeded, share } from './chance.ts';
import { changeNumbers, phaseOf, statusOf, userOf } from './changeOrderHabits.ts';
import { hasDocuments, type SampleJob } from './jobs.ts';
import { type ChangesOfOne, subcontractChanges } from './subcontractChanges.ts';
import type { Subcontract } from './subcontracts.ts';
import { type ChangeEvent, changeEvents } from './words/changeEvents.ts';

/** A change order with its lines; amounts in cents, days on the sample company's time line. */
export type ChangeOrder = {
  readonly record: string;
  readonly number: string;
  readonly phase: string | null;
  readonly status: ChangeOrderStatus;
  readonly description: string;
  readonly user: string;
  readonly day: number;
  readonly submittedDay: number;
  readonly approvedDay: number | null;
  readonly invoicedDay: number | null;
  readonly locked: boolean;
  readonly prime: readonly PrimeLine[];
  readonly budget: readonly BudgetChange[];
};
export type PrimeLine = {
  readonly description: string;
  readonly code: string;
  readonly costType: string;
  readonly estimated: bigint;
  /** Percent; both zero where the requested amount was typed in. */
  readonly overheadRate: string;
  readonly profitRate: string;
  readonly requested: bigint;
  readonly approved: bigint;
};
export type BudgetChange = {
  readonly description: string;
  readonly code: string;
  readonly costType: string;
  readonly amount: bigint;
  /** Hundredths of an hour. */
  readonly hours: bigint;
  readonly sub: SubcontractChange | null;
};
/** The five columns of a subcontract change; `line` is '' where the change has not made its line yet. */
export type SubcontractChange = {
  readonly vendor: string;
  readonly record: string;
  readonly line: string;
  readonly changeNumber: string;
  readonly status: ChangeOrderStatus;
};

const countByStatus: Readonly<Record<SampleJob['status'], readonly [number, number]>> = {
  '1': [0, 0],
  '2': [0, 0],
  '3': [1, 2],
  '4': [5, 7],
  '5': [3, 4],
  '6': [2, 4],
};

/** Labor in change orders is figured at 78.00 an hour. */
const laborRateCents = 7800n;

/** What happened, and the title that no other line of the job has: progress billing matches lines by their exact text. */
type Happening = ChangeEvent & { readonly nth: number };

/** Events of the job's own trades, in an order of its own; after the last one they come round again, numbered. */
function happenings(job: SampleJob): (position: number) => Happening {
  const fitting = changeEvents.filter(({ trade }) => job.trades.includes(trade));
  const start = seeded('events', job.number) % fitting.length;
  return (position) => {
    const event = at(fitting, start + position);
    const round = Math.floor(position / fitting.length);
    return { ...event, nth: position, title: round === 0 ? event.title : `${event.title} (${round + 1})` };
  };
}

function costOf(job: SampleJob, happening: Happening): bigint {
  const largest = job.contract / 90n > 90_000n ? job.contract / 90n : 90_000n;
  const cost = centsBetween(45_000n, largest, job.number, 'cost', happening.nth);
  const rounded = oneIn(3, job.number, 'whole', happening.nth) ? (cost / 10_000n) * 10_000n + 10_000n : cost;
  return happening.title.startsWith('Credit') ? -rounded : rounded;
}

/** Cost × overhead × profit, compounding and rounded once, or a price typed in with a markup in mind. */
function primeLine(job: SampleJob, happening: Happening, cost: bigint, status: ChangeOrderStatus): PrimeLine {
  const rated = oneIn(4, job.number, 'rates', happening.nth);
  const markup = BigInt(between(8, 22, job.number, 'markup', happening.nth));
  const requested = rated ? share(cost, 11_550n, 10_000n) : share(cost, 100n + markup, 100n);
  const negotiated = oneIn(7, job.number, 'negotiated', happening.nth) && requested > 0n;
  return {
    description: happening.title,
    code: happening.code,
    costType: happening.trade === 'concrete' || happening.trade === 'carpentry' ? '2' : '4',
    estimated: rated ? cost : 0n,
    overheadRate: rated ? '10.00' : '0.00',
    profitRate: rated ? '5.00' : '0.00',
    requested,
    approved: status !== '1' ? 0n : negotiated ? share(requested, 95n, 100n) : requested,
  };
}

/** Our own crews: labor with hours, and material for the rest. */
function ownLines(happening: Happening, cost: bigint): readonly BudgetChange[] {
  const labor = share(cost, 55n, 100n);
  const line = { description: happening.title, code: happening.code, sub: null };
  return [
    { ...line, costType: '2', amount: labor, hours: share(labor, 100n, laborRateCents) },
    { ...line, costType: '1', amount: cost - labor, hours: 0n },
  ];
}

function budgetChanges(
  happening: Happening,
  cost: bigint,
  status: ChangeOrderStatus,
  changeSubcontract: ChangesOfOne,
): readonly BudgetChange[] {
  const change = changeSubcontract(happening.trade, status);
  if (change === null) return ownLines(happening, cost);
  // A named subcontract line brings its own cost code along.
  const code = change.code ?? happening.code;
  return [{ description: happening.title, code, costType: '4', amount: cost, hours: 0n, sub: change.sub }];
}

/** The day's steps of a change order: written, submitted, approved, invoiced; nothing lies after the job's last day. */
function daysOf(job: SampleJob, index: number, count: number, status: ChangeOrderStatus) {
  const by = (day: number) => Math.min(job.to, day);
  const day = job.from + 20 + Math.floor(((job.to - job.from - 22) * (index + 1)) / (count + 1));
  const submittedDay = by(day + between(1, 5, job.number, 'submitted', index));
  const approvedDay = by(submittedDay + between(4, 24, job.number, 'approved', index));
  const invoicedDay = by(approvedDay + between(4, 30, job.number, 'invoiced', index));
  const billed = status === '1' && (job.status === '6' || index * 2 < count);
  return {
    day,
    submittedDay,
    // One approval of the FoxPro days has no date.
    approvedDay: status === '1' && !(job.migrated && index === 0) ? approvedDay : null,
    invoicedDay: billed ? invoicedDay : null,
  };
}

/** All change orders of a job, in the order in which they were written. */
export function changeOrdersOf(
  job: SampleJob,
  subcontracts: readonly Subcontract[],
  nextRecord: () => string,
): readonly ChangeOrder[] {
  if (!hasDocuments(job)) return [];
  const [fewest, most] = countByStatus[job.status];
  const count = job.number === '2402' || job.number === '2405' ? 8 : between(fewest, most, job.number, 'changes');
  const numbers = changeNumbers(job);
  const happening = happenings(job);
  const nextChanges = subcontractChanges(subcontracts);
  let position = 0;
  return Array.from({ length: count }, (_, index) => {
    const status = statusOf(job, index, count);
    // A line may be approved ahead of its header, never the other way round; job 2403 does so while a header is in review.
    const lineStatus = job.number === '2403' && status === '3' ? '1' : status;
    const phase = phaseOf(job, index);
    const changeSubcontract = nextChanges();
    const happened = Array.from({ length: between(1, 4, job.number, 'lines', index) }, () => happening(position++));
    const costs = happened.map((event) => costOf(job, event));
    const days = daysOf(job, index, count, status);
    return {
      record: nextRecord(),
      number: numbers(phase),
      phase,
      status,
      description:
        happened.length === 1
          ? happening(position - 1).title
          : `${pick(['Bulletin', 'ASI', 'Owner list'], job.number, index)} ${index + 1} revisions`,
      user: userOf(job, index),
      ...days,
      locked: job.status === '6' || (days.invoicedDay !== null && oneIn(3, job.number, 'locked', index)),
      prime: happened.map((event, line) => primeLine(job, event, costs[line] ?? 0n, status)),
      budget: happened.flatMap((event, line) => budgetChanges(event, costs[line] ?? 0n, lineStatus, changeSubcontract)),
    };
  });
}
