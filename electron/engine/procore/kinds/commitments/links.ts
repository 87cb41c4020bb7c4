import { parseMoney } from '#shared/domain/money.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import { type CommitmentType, commitmentKey } from '#shared/domain/procore/commitmentKey.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import type { Context } from '../../../context.ts';

export type CommitmentPair = {
  readonly commitment: ProcoreCommitment;
  readonly record: string;
  readonly number: string;
  readonly job: string;
  readonly vendor: string;
  readonly lines: ProcoreLink['lines'];
  /** What Sage's total was when the two were paired, where it is not the original amount: changes that were there before. */
  readonly sageTotal: string | null;
  readonly owner: ProcoreLink['owner'];
  readonly transferId: string | null;
  readonly by: string;
};

/** The lasting pair, with what both sides agree on. */
export function saveCommitmentLink(context: Context, pair: CommitmentPair): ProcoreLink {
  const { commitment, record, number, job, vendor, sageTotal } = pair;
  const link: ProcoreLink = {
    item: procoreItem('commitment', commitment.id),
    procoreId: commitment.id,
    project: commitment.project,
    sageKey: commitmentKey(commitment.type, record),
    sageNumber: number,
    job,
    originId: originIdOf(context.company, commitment.type, job, record),
    owner: pair.owner,
    lines: pair.lines,
    agreed: {
      number: commitment.number,
      title: commitment.title,
      total: parseMoney(commitment.grandTotal) ?? commitment.grandTotal,
      company: commitment.vendor ?? '',
      vendor,
      currency: commitment.currency,
      ...(sageTotal === null ? {} : { sageTotal }),
    },
    transferId: pair.transferId,
    at: context.clock.now(),
    by: pair.by,
  };
  context.store.procore.links.save(link);
  return link;
}

/** the marks of a synced commitment, lines first and the header last. In: the link; `clear`: take them off again. */
export function originCalls(
  context: Context,
  link: ProcoreLink,
  type: CommitmentType,
  { clear }: { readonly clear: boolean },
): readonly ProcoreCall[] {
  const record = link.sageKey.split('.')[1] ?? '';
  return [
    {
      op: 'commitment.origins',
      project: link.project ?? '',
      commitment: link.procoreId,
      type,
      origin: clear ? { id: null, code: null } : { id: link.originId, code: link.sageNumber },
      lines: link.lines.map(({ procoreId, sageLine }) => ({
        id: procoreId,
        originId: clear ? null : lineOrigin(context, type, link.job ?? '', record, sageLine),
      })),
    },
  ];
}

export function lineOrigin(context: Context, type: CommitmentType, job: string, record: string, line: string): string {
  return originIdOf(context.company, type, job, record, line);
}

/** Links of the changes of a commitment. */
export function changeLinksOf({ store }: Context, link: ProcoreLink): readonly ProcoreLink[] {
  return store.procore.links
    .all('commitmentChange', link.project ?? undefined)
    .filter(({ agreed }) => agreed.commitment === link.procoreId);
}
