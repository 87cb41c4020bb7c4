import { isZero, type Money, parseMoney, subtractMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { changeOfKey } from '#shared/domain/procore/commitmentKey.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Share } from '#shared/domain/procore/reconcile.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { withdrawnStatuses } from '#shared/domain/procore/rules/commitment.ts';
import type { Context } from '../../context.ts';
import { keptLines } from '../kinds/commitmentChange/orderLines.ts';
import { type CommitmentInSage, isVoid, knownCommitment, readSince } from '../kinds/commitments/inSage.ts';
import { changeLinksOf } from '../kinds/commitments/links.ts';
import { type Lookups, notReadYet, procoreShare, type Sides, sageShare } from './shares.ts';

/** What was signed, line by line: without changes. */
export function commitmentSides(context: Context, lookups: Lookups, link: ProcoreLink): Sides {
  const commitment = context.store.procore.records.get('commitment', link.procoreId);
  const found = knownCommitment(context, link.sageKey);
  return {
    procore: commitment === null ? [] : signedInProcore(lookups, commitment),
    sage: found === null ? [] : signedInSage(context, link, found),
    reasons: found === null && !readSince(context, link.at) ? [notReadYet(link)] : [],
  };
}

function signedInProcore({ vendorOf, codesOf }: Lookups, commitment: ProcoreCommitment): readonly Share[] {
  if (commitment.deleted || withdrawnStatuses.has(commitment.status)) return [];
  const vendor = vendorOf(commitment.vendor, commitment.vendorName);
  return commitment.lines.map((line) => procoreShare('original', line, codesOf(commitment.project), vendor));
}

function signedInSage(context: Context, link: ProcoreLink, found: CommitmentInSage): readonly Share[] {
  if (isVoid(found)) return [];
  return signedLines(context, link, found).map((line) => sageShare('original', line, found.vendor));
}

/**
 * An order keeps changes as lines like any other: those of changes that are linked are theirs, and lines that it had besides when it was
 * paired are nobody's.
 */
function signedLines(
  context: Context,
  link: ProcoreLink,
  { type, lines }: CommitmentInSage,
): CommitmentInSage['lines'] {
  if (type === 'subcontract') return lines;
  const changed = new Set(changeLinksOf(context, link).flatMap((change) => appended(change, lines)));
  const paired = new Set(link.lines.map(({ sageLine }) => sageLine));
  return lines.filter(({ line }) => !changed.has(line) && (link.agreed.sageTotal === undefined || paired.has(line)));
}

/** Lines of an order that a change appended and that are still as they were. */
function appended(change: ProcoreLink, lines: CommitmentInSage['lines']): readonly string[] {
  if (changeOfKey(change.sageKey)?.type !== 'purchaseOrder') return [];
  return keptLines(
    change,
    lines.map(({ line, total }) => ({ line, extended: total })),
  ).there;
}

/** An approved change, line by line. */
export function changeSides(context: Context, lookups: Lookups, link: ProcoreLink): Sides {
  const { records } = context.store.procore;
  const change = records.get('change', link.procoreId);
  const commitment = records.get('commitment', link.agreed.commitment ?? '');
  const vendor = lookups.vendorOf(commitment?.vendor ?? null, commitment?.vendorName ?? '');
  const codes = lookups.codesOf(link.project ?? '');
  const found = changeInSage(context, link);
  return {
    procore:
      change?.status !== 'approved' ? [] : change.lines.map((line) => procoreShare('changes', line, codes, vendor)),
    sage: found ?? [],
    reasons: found === null && !readSince(context, link.at) ? [notReadYet(link)] : [],
  };
}

/** Null: Sage has it not, as far as it was read. */
function changeInSage(context: Context, link: ProcoreLink): readonly Share[] | null {
  const key = changeOfKey(link.sageKey);
  if (key === null) return null;
  const { sage } = context.store;
  if (key.type === 'purchaseOrder') {
    const order = knownCommitment(context, `pchord.${key.record}`);
    if (order === null) return null;
    const own = new Set(appended(link, order.lines));
    const lines = isVoid(order) ? [] : order.lines.filter(({ line }) => own.has(line));
    return lines.map((line) => sageShare('changes', line, order.vendor));
  }
  const found = sage.get('changeOrder', key.record);
  if (found === null) return null;
  if (found.status === '5' || found.status === '6') return [];
  const of = link.agreed.subcontract ?? '';
  const vendor = sage.get('subcontract', of)?.vendor ?? null;
  return found.budget
    .filter(({ subcontract, status }) => subcontract === of && status === '1')
    .map((line) => sageShare('changes', line, line.vendor ?? vendor));
}

/** What a commitment came to in Sage by changes that Procore does not have; null: nothing. */
export function changesBesides(context: Context, link: ProcoreLink): Money | null {
  const found = knownCommitment(context, link.sageKey);
  if (found === null || isVoid(found)) return null;
  const changes = changeLinksOf(context, link);
  if ([link, ...changes].some(({ at }) => !readSince(context, at))) return null;
  const linked = changes.flatMap((change) => (changeInSage(context, change) ?? []).map(({ amount }) => amount));
  const signed = signedInSage(context, link, found).map(({ amount }) => amount);
  const besides = subtractMoney(parseMoney(found.total) ?? zero, sumMoney([...signed, ...linked]));
  return isZero(besides) ? null : besides;
}
