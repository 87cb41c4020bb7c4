import { sameCostCode } from '#shared/domain/costCode.ts';
import { type Failure, fail, type Result } from '#shared/domain/failure.ts';
import { formatMoney, isZero, parseMoney, zero } from '#shared/domain/money.ts';
import { shownAmount } from '#shared/domain/plans/itemPlan.ts';
import { commitmentKey, commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { foreignOwner } from '#shared/domain/procore/origin.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { type CodingFacts, lineName, sageCoding } from '#shared/domain/procore/rules/coding.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts, PartnerSearch } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import {
  type CommitmentInSage,
  commitmentsInSage,
  knownCommitment,
  linkOf,
  ofOrder,
  ofSubcontract,
} from '../commitments/inSage.ts';
import { originCalls, saveCommitmentLink } from '../commitments/links.ts';
import { jobOf, type Lookups, sendingLookups } from '../commitments/lookups.ts';
import { itemGone } from '../shared/planning.ts';
import { commitmentOf } from './accept.ts';

/** What exists on both sides already is paired after a comparison, never taken for granted; nothing is imported from Sage. */

export type PairedLines = {
  readonly lines: ProcoreLink['lines'];
  /** Why they cannot be paired one to one; null: they can. */
  readonly refusal: string | null;
};

/** Each line of Procore with one in Sage of the same code, cost type and original amount; each line in Sage once. */
export function pairLines(commitment: ProcoreCommitment, found: CommitmentInSage, coding: CodingFacts): PairedLines {
  const free = [...found.lines];
  const lines: { procoreId: string; sageLine: string }[] = [];
  let refusal: string | null = null;
  for (const line of commitment.lines) {
    const reading = sageCoding(line, coding);
    if (!reading.ok) {
      refusal ??= reading.unmet.sentence;
      continue;
    }
    const { costCode, costType } = reading.coding;
    const index = free.findIndex(
      (other) =>
        other.costCode !== null &&
        sameCostCode(other.costCode, costCode) &&
        other.costType === costType &&
        parseMoney(other.amount) === parseMoney(line.amount),
    );
    const [other] = index === -1 ? [] : free.splice(index, 1);
    if (other !== undefined) lines.push({ procoreId: line.id, sageLine: other.line });
    else
      refusal ??= `${lineName(line)} of ${shownAmount(line.amount)} has no line of the same code, type and amount in Sage.`;
  }
  const left = free.find(({ amount }) => !isZero(parseMoney(amount) ?? zero));
  if (left !== undefined) {
    refusal ??= `Line ${left.line} in Sage (${left.description}, ${shownAmount(left.amount)}) is no line of it in Procore.`;
  }
  return { lines, refusal };
}

/** Why the two may not be paired; null: they may. */
function pairRefusal(context: Context, commitment: ProcoreCommitment, found: CommitmentInSage): string | null {
  const { job, vendor, coding } = sendingLookups(context).sending(commitment.project, commitment.vendor);
  if (job === null) return 'Its project is not linked with a job: link the project first.';
  if (vendor === null) return 'Its company is not linked with a vendor: link the company first.';
  if (found.type !== commitment.type)
    return `It is a ${commitmentWords[found.type]}, not a ${commitmentWords[commitment.type]}.`;
  if (found.job !== job) return `It is of job ${found.job ?? 'none'}, not of job ${job}.`;
  if (found.vendor !== vendor) return `It belongs to vendor ${found.vendor ?? 'none'}, not to vendor ${vendor}.`;
  const other = linkOf(context, found);
  if (other !== null) return `It is linked with commitment ${other.agreed.number ?? other.procoreId} already.`;
  return pairLines(commitment, found, coding).refusal;
}

/** Records of the same job and vendor, those that may be linked first. */
export function commitmentPartners(context: Context, key: ItemKey, { search }: PartnerSearch) {
  const commitment = commitmentOf(context, key);
  const job = commitment === null ? null : jobOf(context, commitment.project);
  if (commitment === null || job === null) return [];
  const words = search.toLowerCase().split(/\s+/);
  return commitmentsInSage(context, commitment.type, job)
    .filter(({ number, title }) => words.every((word) => `${number} ${title}`.toLowerCase().includes(word)))
    .map((found) => ({
      sageKey: commitmentKey(found.type, found.record),
      title: `${found.number} ${found.title}, ${formatMoney(parseMoney(found.original ?? found.total) ?? zero)}`,
      refusal: pairRefusal(context, commitment, found),
    }))
    .sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null));
}

/** A record of the same job, vendor and number, shown and never taken. Looked up once for a whole list. */
export function suggestions(
  context: Context,
  known: Lookups,
): (commitment: ProcoreCommitment) => ItemFacts['suggestion'] {
  const name = (type: string, job: string | null, vendor: string | null, number: string) =>
    `${type}/${job}/${vendor}/${number.trim().toLowerCase()}`;
  const unlinked = new Map(
    (['subcontract', 'purchaseOrder'] as const)
      .flatMap((type) => commitmentsInSage(context, type))
      .filter((found) => linkOf(context, found) === null)
      .map((found) => [name(found.type, found.job, found.vendor, found.number), found]),
  );
  return ({ type, project, vendor, number }) => {
    const sending = known.sending(project, vendor);
    if (sending.job === null || sending.vendor === null) return null;
    const found = unlinked.get(name(type, sending.job, sending.vendor, number));
    if (found === undefined) return null;
    const words = `${commitmentWords[type]} ${found.number} of the same vendor is in Sage`;
    return {
      sageKey: commitmentKey(found.type, found.record),
      words: `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`,
    };
  };
}

/** Pairs the two as they are at this moment, and has Procore told. */
export async function linkCommitment(
  context: Context,
  key: ItemKey,
  sageKey: string,
  by: string,
): Promise<Result<null>> {
  const commitment = commitmentOf(context, key);
  const known = knownCommitment(context, sageKey);
  if (commitment === null || known === null) return fail(itemGone(commitment === null ? key.id : sageKey));
  const fresh = await readNow(context, known);
  if (!fresh.ok) return fresh;
  const found = fresh.value;
  if (found === null) return fail(itemGone(`${commitmentWords[known.type]} ${known.number}`));
  const { store } = context;
  return store.transaction((): Result<null> => {
    const barred =
      foreignOwner(`Commitment ${commitment.number}`, commitment.origin, context.company) ??
      (store.procore.links.get(key) === null && store.procore.acts.openOf(key) === null
        ? pairRefusal(context, commitment, found)
        : 'It is linked already, or just being linked.');
    if (barred !== null) return fail(linkRefused(commitment, found, barred));
    const { coding } = sendingLookups(context).sending(commitment.project, commitment.vendor);
    const link = saveCommitmentLink(context, {
      commitment,
      record: found.record,
      number: found.number,
      job: found.job ?? '',
      vendor: found.vendor ?? '',
      lines: pairLines(commitment, found, coding).lines,
      sageTotal: parseMoney(found.total),
      owner: 'both',
      transferId: null,
      by,
    });
    const title = `Commitment ${commitment.number} is ${commitmentWords[found.type]} ${found.number} in Sage`;
    queueAct(context, {
      item: key,
      purpose: 'link',
      title,
      calls: originCalls(context, link, found.type, { clear: false }),
      settle: '',
      by,
    });
    store.procore.decisions.remove(key);
    const sentence = `${by} linked commitment ${commitment.number} ${commitment.title} with ${commitmentWords[found.type]} ${found.number} in Sage.`;
    const detail = { item: `commitment ${key.id}`, sage: link.sageKey, lines: String(link.lines.length) };
    context.tell({ kind: 'procoreDecided', by, sentence, job: found.job, detail });
    return { ok: true, value: null };
  });
}

async function readNow(
  { store, sage }: Context,
  { type, record }: CommitmentInSage,
): Promise<Result<CommitmentInSage | null>> {
  if (type === 'subcontract') {
    const read = await sage.record('subcontract', record);
    if (!read.ok) return read;
    if (read.value !== null) store.sage.upsert('subcontract', [read.value]);
    return { ok: true, value: read.value === null ? null : ofSubcontract(read.value) };
  }
  const read = await sage.record('purchaseOrder', record);
  if (!read.ok) return read;
  if (read.value !== null) store.sage.upsert('purchaseOrder', [read.value]);
  return { ok: true, value: read.value === null ? null : ofOrder(read.value) };
}

function linkRefused(commitment: ProcoreCommitment, found: CommitmentInSage, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'procore.linkRefused',
    sentence: `Commitment ${commitment.number} cannot be linked with ${commitmentWords[found.type]} ${found.number}: ${why}`,
  };
}
