import { formatMoney, parseMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { shownAmount } from '#shared/domain/plans/itemPlan.ts';
import { commitmentScreens, commitmentWords } from '#shared/domain/procore/commitmentKey.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { ProcoreCommitment } from '#shared/domain/procore/records.ts';
import { withdrawnStatuses } from '#shared/domain/procore/rules/commitment.ts';
import type { Context } from '../../../context.ts';
import { type CommitmentInSage, isVoid, knownCommitment, readSince } from '../commitments/inSage.ts';
import { changeLinksOf } from '../commitments/links.ts';

/**
 * where a synced commitment is no longer what both sides agreed on. A record that is not there counts as deleted only once
 * Sage was read after it was written. `commitment` null: Procore has it no longer.
 */
export function commitmentDiscrepancies(
  context: Context,
  link: ProcoreLink,
  commitment: ProcoreCommitment | null,
): readonly string[] {
  return [...ofProcore(link, commitment), ...ofSage(context, link)];
}

function ofProcore({ agreed }: ProcoreLink, commitment: ProcoreCommitment | null): readonly string[] {
  if (commitment === null || commitment.deleted)
    return ['It is no longer in Procore: delete it in Sage as well, then unlink it.'];
  const found: string[] = [];
  const total = parseMoney(commitment.grandTotal) ?? commitment.grandTotal;
  if (agreed.total !== undefined && total !== agreed.total) {
    found.push(
      `Its original amount in Procore is ${shownAmount(total)}; ${shownAmount(agreed.total)} was sent to Sage.`,
    );
  }
  if (agreed.company !== undefined && commitment.vendor !== agreed.company) {
    found.push(`Its company in Procore is ${commitment.vendorName} now, another one than was sent to Sage.`);
  }
  if (agreed.number !== undefined && commitment.number !== agreed.number) {
    found.push(`Its number in Procore was changed from ${agreed.number} to ${commitment.number}; in Sage it stays.`);
  }
  if (withdrawnStatuses.has(commitment.status)) {
    found.push(`Its status in Procore is ${commitment.status}; in Sage it still counts as committed cost.`);
  }
  return found;
}

function ofSage(context: Context, link: ProcoreLink): readonly string[] {
  const found = knownCommitment(context, link.sageKey);
  if (found === null) {
    if (!readSince(context, link.at)) return [];
    return [`${link.sageNumber} is no longer in Sage: unlink it, then it can be edited in Procore and sent again.`];
  }
  const { agreed } = link;
  const word = commitmentWords[found.type];
  const differences: string[] = [];
  const screen = commitmentScreens[found.type];
  if (found.number !== link.sageNumber) {
    differences.push(`The ${word} has number ${found.number} in Sage now; it was ${link.sageNumber}.`);
  }
  if (agreed.vendor !== undefined && found.vendor !== agreed.vendor) {
    differences.push(`The ${word} belongs to vendor ${found.vendor ?? 'none'} in Sage now; it was ${agreed.vendor}.`);
  }
  if (isVoid(found)) differences.push(`The ${word} is ${found.statusWords} in Sage (${screen}).`);
  return [...differences, ...totals(context, link, found)];
}

function totals(context: Context, link: ProcoreLink, found: CommitmentInSage): readonly string[] {
  const agreed = parseMoney(link.agreed.total ?? '');
  if (agreed === null) return [];
  const changes = changeLinksOf(context, link);
  // What a change has just written is not read back into the local copy yet.
  if (changes.some(({ at }) => !readSince(context, at)) || !readSince(context, link.at)) return [];
  const original = parseMoney(found.original ?? '');
  if (original !== null && original !== agreed) {
    return [`The original contract in Sage is ${formatMoney(original)}; ${formatMoney(agreed)} was sent.`];
  }
  const expected = sumMoney([
    parseMoney(link.agreed.sageTotal ?? '') ?? agreed,
    ...changes.map((change) => parseMoney(change.agreed.total ?? '') ?? zero),
  ]);
  const total = parseMoney(found.total);
  if (total === null || total === expected) return [];
  return [
    `The total in Sage is ${formatMoney(total)}; with the changes that were sent it should be ${formatMoney(expected)}: somebody changed it there.`,
  ];
}
