import { type Money, subtractMoney, sumMoney } from '#shared/domain/money.ts';
import { jsonNumber } from '../../wireJson.ts';
import type { SandboxCor, SandboxState } from '../state.ts';
import { daysInReview, hours } from './present.ts';

/** The statuses that have totals, and the amount each goes by. A draft has none. */
const amountOf = {
  placeholder: (cor: SandboxCor) => cor.requestedAmount,
  approved_co_issued: (cor: SandboxCor) => cor.approvedCoIssuedAmount,
  rejected: (cor: SandboxCor) => cor.voidAmount,
  approved_to_proceed: (cor: SandboxCor) => cor.approvedToProceedAmount,
  in_review: (cor: SandboxCor) => cor.inReviewAmount,
} as const;

type TotalledStatus = keyof typeof amountOf;
const statuses = Object.keys(amountOf) as TotalledStatus[]; // the object above has no other keys

function totalOf(cors: readonly SandboxCor[], status: TotalledStatus): Money {
  return sumMoney(cors.filter((cor) => cor.status === status).map(amountOf[status]));
}

function hoursByUnit(state: SandboxState, cors: readonly SandboxCor[]) {
  const ids = new Set(cors.flatMap((cor) => cor.tagIds));
  const tags = ids.size === 0 ? [] : state.tags.filter((tag) => ids.has(tag.id));
  return {
    totalHoursST: jsonNumber(hours(tags.map((tag) => tag.hoursST))),
    totalHoursOT: jsonNumber(hours(tags.map((tag) => tag.hoursOT))),
    totalHoursDT: 0,
    totalHoursPOT: 0,
    totalHoursPDT: 0,
  };
}

/** `GET /cors/overview`: sums per status and overall. Averages are rounded to whole cents and whole days. */
export function overview(state: SandboxState, all: readonly SandboxCor[], now: string) {
  const cors = all.filter((cor) => cor.status !== 'draft');
  const perStatus = statuses.map((status) => {
    const own = cors.filter((cor) => cor.status === status);
    const entry = {
      totalAmount: jsonNumber(totalOf(own, status)),
      totalCount: own.length,
      valueCompleted: 0,
      ...hoursByUnit(state, own),
    };
    return [status, entry] as const;
  });
  const requested = sumMoney(cors.map((cor) => cor.requestedAmount));
  const effective = sumMoney(statuses.map((status) => totalOf(cors, status)));
  const days = cors.map((cor) => daysInReview(cor, now) ?? 0);
  return {
    ...Object.fromEntries(perStatus),
    totalStatusAmount: jsonNumber(effective),
    totalRequestedAmount: jsonNumber(requested),
    totalAmountRemaining: jsonNumber(subtractMoney(effective, totalOf(cors, 'approved_co_issued'))),
    valueCompleted: 0,
    marginTotal: 0,
    averageRequestedValue: jsonNumber(averageMoney(requested, cors.length)),
    averageDaysInReview: days.length === 0 ? 0 : Math.round(days.reduce((sum, one) => sum + one, 0) / days.length),
    totalTags: new Set(cors.flatMap((cor) => cor.tagIds)).size,
    totalCount: cors.length,
  };
}

function averageMoney(total: Money, count: number): Money {
  if (count === 0) return '0.00';
  const cents = (BigInt(total.replace('.', '')) / BigInt(count)).toString();
  const digits = cents.replace('-', '').padStart(3, '0');
  return `${cents.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `GET /cors/contract-summary`: the contracts of the projects concerned, and sums per status. */
export function contractSummary(state: SandboxState, cors: readonly SandboxCor[]) {
  const ids = new Set(cors.map((cor) => cor.contractId));
  const contracts = state.contracts.filter((one) => ids.has(one.id));
  const original = sumMoney(contracts.map((one) => one.contractValue ?? '0.00'));
  const sums = statuses.map((status) => [status, totalOf(cors, status)] as const);
  const pending = sums
    .filter(([status]) => status === 'in_review' || status === 'approved_to_proceed')
    .map(([, sum]) => sum);
  return {
    originalContractValue: jsonNumber(original),
    pendingContractValue: jsonNumber(sumMoney([original, totalOf(cors, 'approved_co_issued'), ...pending])),
    ...Object.fromEntries(sums.map(([status, sum]) => [status, jsonNumber(sum)])),
  };
}
