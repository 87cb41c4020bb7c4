import { type Cor, corStatuses } from '#shared/domain/cor.ts';
import { effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { CorLogQuery } from '#shared/domain/corLog.ts';
import { dateInZone } from '#shared/domain/dates.ts';
import { compareDecimals } from '#shared/domain/decimal.ts';
import { type SageState, sageStates } from '#shared/domain/link.ts';

/** What the log must answer, computed the slow and obvious way from whole records. */

export type ModelCor = { readonly cor: Cor; readonly state: SageState; readonly changeOrder: string | null };
export type ModelJob = { readonly job: string; readonly name: string };
export type Model = {
  readonly cors: readonly ModelCor[];
  /** Mapped projects only. */
  readonly jobs: ReadonlyMap<string, ModelJob>;
  readonly timeZone: string;
};

export function expectedLog(model: Model, query: CorLogQuery) {
  const mapped = model.cors.filter(({ cor }) => model.jobs.has(cor.projectId));
  const counts: Partial<Record<SageState, number>> = {};
  for (const { state } of mapped) counts[state] = (counts[state] ?? 0) + 1;
  const found = mapped.filter((item) => fits(model, item, query)).sort((a, b) => compare(model, a, b, query));
  const ids = found.map(({ cor }) => cor.id);
  return { ids: ids.slice(query.offset, query.offset + query.limit), total: ids.length, counts };
}

function fits(model: Model, { cor, state, changeOrder }: ModelCor, query: CorLogQuery): boolean {
  const job = model.jobs.get(cor.projectId);
  const day = cor.dateSubmitted === null ? null : dateInZone(cor.dateSubmitted, model.timeZone);
  const approved = cor.status === 'approved_to_proceed' || cor.status === 'approved_co_issued';
  const texts = [
    cor.number,
    cor.title,
    cor.customerCoNumber,
    cor.customerReferenceNumber,
    cor.projectName,
    cor.jobNumber,
    cor.customerJobNumber,
    changeOrder,
    job?.job,
    job?.name,
  ].map((text) => fold(text ?? ''));
  return (
    (query.projectId === '' || cor.projectId === query.projectId) &&
    (query.statuses.length === 0 || query.statuses.includes(cor.status)) &&
    (query.sageStates.length === 0 || query.sageStates.includes(state)) &&
    (!query.approvedNotInSage || (approved && state !== 'inSync')) &&
    (query.submittedFrom === '' || (day !== null && day >= query.submittedFrom)) &&
    (query.submittedTo === '' || (day !== null && day <= query.submittedTo)) &&
    fold(query.search)
      .split(/\s+/)
      .every((word) => texts.some((text) => text.includes(word)))
  );
}

function compare(model: Model, a: ModelCor, b: ModelCor, { sort }: CorLogQuery): number {
  const byColumn = compareColumn(model, a, b, sort.column);
  const order = byColumn !== 0 ? byColumn : a.cor.id < b.cor.id ? -1 : 1;
  return sort.descending ? -order : order;
}

function compareColumn(model: Model, a: ModelCor, b: ModelCor, column: CorLogQuery['sort']['column']): number {
  const natural = (text: (cor: Cor) => string | null) => compareNaturally(text(a.cor) ?? '', text(b.cor) ?? '');
  switch (column) {
    case 'number':
      return natural((cor) => cor.number);
    case 'title':
      return natural((cor) => cor.title);
    case 'project':
      return natural((cor) => cor.projectName);
    case 'stage':
      return natural((cor) => cor.stage);
    case 'customerCoNumber':
      return natural((cor) => cor.customerCoNumber);
    case 'customerReferenceNumber':
      return natural((cor) => cor.customerReferenceNumber);
    case 'job':
      return natural((cor) => model.jobs.get(cor.projectId)?.job ?? '');
    case 'status':
      return corStatuses.indexOf(a.cor.status) - corStatuses.indexOf(b.cor.status);
    case 'sage':
      return sageStates.indexOf(a.state) - sageStates.indexOf(b.state);
    case 'requested':
      return compareDecimals(a.cor.requestedAmount, b.cor.requestedAmount);
    case 'approved':
      return compareDecimals(effectiveAmount(a.cor), effectiveAmount(b.cor));
    case 'daysInReview':
      return (a.cor.daysInReview ?? -1) - (b.cor.daysInReview ?? -1);
    case 'updated':
      return Date.parse(a.cor.updatedAt) - Date.parse(b.cor.updatedAt);
  }
}

function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim();
  return plain.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Runs of digits by their value, everything else by character. */
function compareNaturally(a: string, b: string): number {
  const left = fold(a).match(/\d+|[^\d]/gu) ?? [];
  const right = fold(b).match(/\d+|[^\d]/gu) ?? [];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const bothDigits = /\d/.test(part) && /\d/.test(other);
    const difference = bothDigits ? BigInt(part) - BigInt(other) : BigInt(codeOf(part) - codeOf(other));
    if (difference !== 0n) return difference < 0n ? -1 : 1;
  }
  return left.length - right.length;
}

const codeOf = (text: string): number => text.codePointAt(0) ?? 0;
