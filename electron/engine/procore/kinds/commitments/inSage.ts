import { compareInstants } from '#shared/domain/dates.ts';
import { type CommitmentType, commitmentKey, commitmentOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { TakenNumber } from '#shared/domain/procore/rules/numbers.ts';
import type { PurchaseOrder } from '#shared/domain/sage/documentFacts.ts';
import { purchaseOrderStatuses, statusWords, subcontractStatuses } from '#shared/domain/sage/enumerations.ts';
import type { Subcontract } from '#shared/domain/sage/facts.ts';
import type { Context } from '../../../context.ts';
import { allOfSage } from '../shared/sageFacts.ts';

/** A subcontract or purchase order of Sage, by what both have. */
export type CommitmentInSage = {
  readonly type: CommitmentType;
  readonly record: string;
  readonly number: string;
  readonly job: string | null;
  readonly vendor: string | null;
  readonly title: string;
  readonly status: string;
  /** `4-Current` */
  readonly statusWords: string;
  readonly date: string | null;
  readonly retainage: string | null;
  /** What was signed; null where Sage does not keep it apart from changes. */
  readonly original: string | null;
  readonly total: string;
  readonly lines: readonly {
    readonly line: string;
    readonly description: string;
    readonly costCode: string | null;
    readonly costType: string | null;
    /** What was signed of it, without changes. */
    readonly amount: string;
    readonly total: string;
  }[];
};

export function ofSubcontract(found: Subcontract): CommitmentInSage {
  return {
    ...pick(found),
    type: 'subcontract',
    statusWords: statusWords(subcontractStatuses, found.status),
    date: found.date,
    retainage: found.retainagePercent,
    original: found.original,
    lines: found.lines.map((line) => ({ ...line, total: line.contract })),
  };
}

export function ofOrder(found: PurchaseOrder): CommitmentInSage {
  return {
    ...pick(found),
    type: 'purchaseOrder',
    statusWords: statusWords(purchaseOrderStatuses, found.status),
    date: found.date,
    retainage: null,
    original: null,
    lines: found.lines.map((line) => ({ ...line, amount: line.extended, total: line.extended })),
  };
}

function pick({ record, number, job, vendor, description, status, total }: Subcontract | PurchaseOrder) {
  return { record, number: number.trim(), job, vendor, title: description, status, total };
}

/** As last read; null when it is not there. In: `subcon.9001`. */
export function knownCommitment({ store }: Context, sageKey: string): CommitmentInSage | null {
  const key = commitmentOfKey(sageKey);
  if (key === null) return null;
  if (key.type === 'subcontract') {
    const found = store.sage.get('subcontract', key.record);
    return found === null ? null : ofSubcontract(found);
  }
  const found = store.sage.get('purchaseOrder', key.record);
  return found === null ? null : ofOrder(found);
}

/** 5-Void of an order, 2-Refused of a subcontract; a subcontract that goes on to 5-Complete or 6-Closed is as it should be. */
export function isVoid({ type, status }: CommitmentInSage): boolean {
  return status === (type === 'subcontract' ? '2' : '5');
}

/** Everything of one type, as last read. `job`: only that of one. */
export function commitmentsInSage(context: Context, type: CommitmentType, job?: string): readonly CommitmentInSage[] {
  return type === 'subcontract'
    ? allOfSage(context, 'subcontract', job).map(ofSubcontract)
    : allOfSage(context, 'purchaseOrder', job).map(ofOrder);
}

/** Whether Sage was read as a whole since then: before that, a record that is not known may only not have been read yet. */
export function readSince({ store }: Context, instant: string): boolean {
  const last = store.runs.lastGood('sage');
  return last !== null && compareInstants(last.startedAt, instant) > 0;
}

/** R-028: numbers of one type that Sage has, or will have when what was approved has been written. `own`: the item that asks. */
export function takenNumbers(context: Context, type: CommitmentType, own: string): readonly TakenNumber[] {
  const word = type === 'subcontract' ? 'subcontract' : 'purchase order';
  const table = type === 'subcontract' ? 'subcon' : 'pchord';
  const inSage = commitmentsInSage(context, type).map(({ number, job }) => ({
    number,
    by: `${word} ${number}${job === null ? '' : ` of job ${job}`} in Sage`,
  }));
  // What was just written may not have been read back into the local copy yet.
  const linked = context.store.procore.links
    .all('commitment')
    .filter(({ item, sageKey }) => item.id !== own && commitmentOfKey(sageKey)?.type === type)
    .map(({ sageNumber, job }) => ({ number: sageNumber, by: `${word} ${sageNumber} of job ${job ?? ''} in Sage` }));
  const coming = context.store.transfers.open().flatMap((transfer) => {
    if (transfer.cloud !== 'procore' || transfer.item.id === own || transfer.plan === null) return [];
    const { target, title } = transfer.plan;
    if (target.table !== table || target.record !== null || target.number === null) return [];
    return [{ number: target.number, by: `'${title}', which is on its way to Sage` }];
  });
  return [...inSage, ...linked, ...coming];
}

/** The link of a record of Sage; null: it has none. */
export function linkOf({ store }: Context, found: Pick<CommitmentInSage, 'type' | 'record'>) {
  return store.procore.links.ofSage('commitment', commitmentKey(found.type, found.record));
}
