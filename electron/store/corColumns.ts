import { type Cor, corStatuses } from '#shared/domain/cor.ts';
import { effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { CorLogQuery } from '#shared/domain/corLog.ts';
import { parseScaled } from '#shared/domain/decimal.ts';
import { type SageState, sageStates } from '#shared/domain/link.ts';
import type { SqlValue } from './database.ts';
import { instantKey } from './instants.ts';
import { foldText, foldWords, naturalKey } from './searchText.ts';

/** What the Change Order Log sorts by: the column of the table `cors`, or null where the mapping knows (the job). */
export const sortColumns: Readonly<Record<CorLogQuery['sort']['column'], string | null>> = {
  number: 'number',
  title: 'title',
  project: 'project',
  job: null,
  status: 'status',
  stage: 'stage',
  requested: 'requested',
  approved: 'effective',
  customerCoNumber: 'customer_co_number',
  customerReferenceNumber: 'customer_reference_number',
  daysInReview: 'days_in_review',
  updated: 'updated_at',
  sage: 'sage',
};

/** The sort keys of one COR, by column of the table `cors`. Absent text sorts as empty text. */
export function sortKeysOf(cor: Cor): Readonly<Record<string, SqlValue>> {
  return {
    updated_at: instantKey(cor.updatedAt),
    number: naturalKey(cor.number),
    title: naturalKey(cor.title),
    project: naturalKey(cor.projectName),
    status: corStatuses.indexOf(cor.status),
    stage: naturalKey(cor.stage ?? ''),
    requested: centsOf(cor.requestedAmount),
    effective: centsOf(effectiveAmount(cor)),
    customer_co_number: naturalKey(cor.customerCoNumber ?? ''),
    customer_reference_number: naturalKey(cor.customerReferenceNumber ?? ''),
    days_in_review: cor.daysInReview,
  };
}

/** A state as stored; what this program does not know is not in Sage. */
export function knownState(stored: string): SageState {
  return sageStates.find((state) => state === stored) ?? 'notInSage';
}

/** Place of a state in the order of `sageStates`, for sorting. */
export function sageRank(state: SageState): number {
  return sageStates.indexOf(state);
}

/** The words of a COR that a search looks at, and after the line end those of its change order number. */
export function corWords(cor: Cor, changeOrder: string | null): string {
  const words = foldWords([
    cor.number,
    cor.title,
    cor.customerCoNumber,
    cor.customerReferenceNumber,
    cor.projectName,
    cor.jobNumber,
    cor.customerJobNumber,
  ]);
  return `${words}\n${foldText(changeOrder ?? '')}`;
}

const largest = 2n ** 63n - 1n;

/** Cents for sorting; what no SQLite integer can hold sorts as the largest or smallest one. */
function centsOf(amount: string): bigint {
  const cents = parseScaled(amount, 2) ?? 0n;
  if (cents > largest) return largest;
  return cents < -largest ? -largest : cents;
}
