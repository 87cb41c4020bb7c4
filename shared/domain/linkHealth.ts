import type { Cor } from './cor.ts';
import { corStatusWords, effectiveAmount } from './corAmounts.ts';
import type { Difference, Link, LinkHealth } from './link.ts';
import { formatMoney } from './money.ts';
import { changeOrderStatuses, statusWords } from './sage/enumerations.ts';
import type { ChangeOrder } from './sage/facts.ts';
import { sageDifferences } from './sageDifferences.ts';
import { stageWords } from './stageWords.ts';

/**
 * How a COR and its change order stand to each other now, against what both looked like at the last push.
 * Computed whenever one side is read; what is stored of it is only a cache for the log's *Sage* column.
 */
export function linkHealth(link: Link, cor: Cor | null, changeOrder: ChangeOrder | null): LinkHealth {
  const before = link.pushed.cor;
  const now = cor ?? before;
  const totals = {
    previous: { requested: before.requestedAmount, effective: effectiveAmount(before) },
    current: { requested: now.requestedAmount, effective: effectiveAmount(now) },
  };
  if (changeOrder === null) {
    const sentence = `Change order ${link.number} is no longer in Sage: unlink this COR, then push it again if it should be there.`;
    return { state: 'orphaned', sentence, differences: [], ...totals };
  }
  const corSide = cor === null ? [] : corDifferences(before, cor);
  const sageSide = sageDifferences(link, changeOrder);
  const differences = [...corSide, ...sageSide];
  const answer = (state: LinkHealth['state'], sentence: string): LinkHealth => ({
    state,
    sentence,
    differences,
    ...totals,
  });

  if (now.status === 'rejected' && before.status !== 'rejected') {
    if (isVoid(changeOrder) && openLines(link, changeOrder).length === 0) {
      const word = statusWords(changeOrderStatuses, changeOrder.status);
      const sentence = `COR ${now.number} was voided in Clearstory, and change order ${link.number} is ${word} in Sage: nothing is left to write.`;
      return { state: 'inSync', sentence, differences: [], ...totals };
    }
    return answer('voidPending', voidSentence(link, now, changeOrder));
  }
  if (corSide.length > 0 && isLocked(changeOrder)) {
    return answer('locked', `COR ${now.number} changed, but change order ${link.number} ${lockWords(changeOrder)}`);
  }
  if (corSide.length > 0 && sageSide.length > 0) {
    return answer('conflict', 'Both sides changed since the push: decide field by field.');
  }
  if (corSide.length > 0) return answer('changedSincePush', changeSentence(link, changeOrder, totals));
  if (sageSide.length > 0) {
    return answer(
      'changedInSage',
      `Change order ${link.number} was edited in Sage: accept Sage's values, or push again.`,
    );
  }
  return answer('inSync', `In step with change order ${link.number}.`);
}

function isLocked(changeOrder: ChangeOrder): boolean {
  return changeOrder.locked || changeOrder.invoiced !== null;
}

function isVoid({ status }: ChangeOrder): boolean {
  return status === '5' || status === '6';
}

/** This COR's subcontract lines that still count in their subcontracts. Header and lines have statuses of their own in Sage. */
function openLines({ pushed }: Link, { budget }: ChangeOrder): readonly string[] {
  const ours = new Set(pushed.budget.map(({ line }) => line));
  return budget.filter(({ line, status }) => ours.has(line) && status === '1').map(({ line }) => line);
}

/** What stands in the way of an update, and the way out. */
function lockWords({ locked, invoiced }: ChangeOrder): string {
  return locked
    ? 'is locked (Lock Edit): unlock it in Sage 6-4-1, then push the update.'
    : `was invoiced on ${invoiced}: unlink this COR, then add only the difference to a new change order.`;
}

function voidSentence(link: Link, { number }: Cor, changeOrder: ChangeOrder): string {
  const name = `change order ${link.number}`;
  const voided = `COR ${number} was voided in Clearstory`;
  if (isVoid(changeOrder)) {
    const lines = openLines(link, changeOrder);
    const which = `budget ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
    return `${voided}, and ${name} in Sage, but 1-Approved still stands on ${which}: set the status in Sage 6-4-1.`;
  }
  if (changeOrder.locked) return `${voided}, but ${name} is locked (Lock Edit): unlock it in Sage 6-4-1, then void it.`;
  if (changeOrder.invoiced !== null) {
    return `${voided}, but ${name} was invoiced on ${changeOrder.invoiced}: enter a reversing change order in Sage 6-4-1, then unlink this COR.`;
  }
  return `${voided}: void it in Sage as well.`;
}

function changeSentence(
  link: Link,
  changeOrder: ChangeOrder,
  { previous, current }: Pick<LinkHealth, 'previous' | 'current'>,
): string {
  const moved =
    previous.effective !== current.effective
      ? `${formatMoney(previous.effective)} became ${formatMoney(current.effective)}`
      : previous.requested !== current.requested
        ? `requested ${formatMoney(previous.requested)} became ${formatMoney(current.requested)}`
        : 'the amounts are the same';
  const wayOut = isVoid(changeOrder)
    ? `Change order ${link.number} is ${statusWords(changeOrderStatuses, changeOrder.status)}: unlink this COR, then add it to a new one.`
    : 'Push the update.';
  return `Changed in Clearstory since the push: ${moved}. ${wayOut}`;
}

/** Fields of a COR that matter to Sage. Labels, tags and days in review are not among them. */
const corFields = {
  number: 'Number',
  title: 'Title',
  status: 'Status',
  stage: 'Stage',
  requestedAmount: 'Requested',
  inReviewAmount: 'In review amount',
  approvedToProceedAmount: 'Approved to proceed amount',
  approvedCoIssuedAmount: 'Approved CO issued amount',
  voidAmount: 'Void amount',
  dateSubmitted: 'Submitted',
  coIssueDate: 'CO issued',
  approvedToProceedDate: 'Approved to proceed',
  voidDate: 'Voided',
  customerReferenceNumber: 'Customer reference number',
  customerCoNumber: 'Customer CO number',
  contractId: 'Contract',
  version: 'Version',
} as const satisfies Partial<Record<keyof Cor, string>>;

const corMoney = new Set<string>([
  'requestedAmount',
  'inReviewAmount',
  'approvedToProceedAmount',
  'approvedCoIssuedAmount',
  'voidAmount',
]);

/** What of a COR goes into the hash of its snapshot: approval is of these values. */
export function corSnapshot(cor: Cor): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(corFields).map((field) => [field, text(cor[field as keyof typeof corFields])]));
}

export function corDifferences(pushed: Cor, now: Cor): readonly Difference[] {
  return Object.entries(corFields).flatMap(([name, label]): Difference[] => {
    const field = name as keyof typeof corFields;
    const [was, is] = [text(pushed[field]), text(now[field])];
    if (was === is) return [];
    return [{ side: 'cor', field: `cor.${field}`, label, pushed: corWords(field, was), now: corWords(field, is) }];
  });
}

function text(value: string | null): string {
  return value ?? '';
}

function corWords(field: string, value: string): string {
  if (field === 'status') return (corStatusWords as Readonly<Record<string, string>>)[value] ?? value;
  if (field === 'stage') return stageWords(value);
  return corMoney.has(field) ? formatMoney(value) : value;
}
