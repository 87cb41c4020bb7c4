import type { Cor } from './cor.ts';
import { corStatusWords, effectiveAmount } from './corAmounts.ts';
import type { Difference, Link, LinkHealth } from './link.ts';
import { formatMoney } from './money.ts';
import { changeOrderStatuses } from './sage/enumerations.ts';
import type { BudgetLine, ChangeOrder, PrimeLine } from './sage/facts.ts';

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
    return answer('voidPending', `COR ${now.number} was voided in Clearstory: void it in Sage as well.`);
  }
  if (corSide.length > 0 && isLocked(changeOrder)) {
    return answer(
      'locked',
      `COR ${now.number} changed, but change order ${link.number} is locked or invoiced: push the difference as a new one.`,
    );
  }
  if (corSide.length > 0 && sageSide.length > 0) {
    return answer('conflict', 'Both sides changed since the push: decide field by field.');
  }
  if (corSide.length > 0) return answer('changedSincePush', changeSentence(totals));
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

function changeSentence({ previous, current }: Pick<LinkHealth, 'previous' | 'current'>): string {
  const amounts =
    previous.effective === current.effective && previous.requested === current.requested
      ? 'the amounts are the same'
      : `${formatMoney(previous.effective)} became ${formatMoney(current.effective)}`;
  return `Changed in Clearstory since the push: ${amounts}. Push the update.`;
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
  return corMoney.has(field) ? formatMoney(value) : value;
}

const headerFields = {
  number: 'Change#',
  date: 'Date',
  phase: 'Phase',
  description: 'Description',
  reason: 'Reason',
  clientPo: 'Client PO#',
  submitted: 'Submitted',
  approvedOn: 'Approved on',
  delayRequested: 'Delay Requested',
  delayApproved: 'Delay Approved',
  type: 'CO Type',
  status: 'Status',
  requested: 'Requested Amount',
  approved: 'Approved Amount',
  cost: 'Cost Amount',
} as const satisfies Partial<Record<keyof ChangeOrder, string>>;

const primeFields = {
  description: 'Description',
  requested: 'Requested',
  approved: 'Approved',
  costCode: 'Cost Code',
  costType: 'Cost Type',
} as const satisfies Partial<Record<keyof PrimeLine, string>>;

const budgetFields = {
  description: 'Description',
  hours: 'Budget Hours',
  units: 'Budget Units',
  amount: 'Budget Amount',
  costCode: 'Cost Code',
  costType: 'Cost Type',
  vendor: 'Vendor',
  subcontract: 'Subcontract',
  subcontractLine: 'Subcontract Line',
  changeNumber: 'Change#',
  status: 'Status',
} as const satisfies Partial<Record<keyof BudgetLine, string>>;

/** What was edited in Sage: in the header, or in the lines that this COR wrote. */
export function sageDifferences(link: Link, now: ChangeOrder): readonly Difference[] {
  const { header, prime, budget } = link.pushed;
  return [
    ...compare('header', '', headerFields, header, now),
    ...prime.flatMap((line) =>
      compareLine(
        'prime',
        'Prime line',
        primeFields,
        line,
        now.prime.find((row) => row.line === line.line),
      ),
    ),
    ...budget.flatMap((line) =>
      compareLine(
        'budget',
        'Budget line',
        budgetFields,
        line,
        now.budget.find((row) => row.line === line.line),
      ),
    ),
  ];
}

function compareLine<T extends { readonly line: string }>(
  grid: string,
  words: string,
  fields: Readonly<Record<string, string>>,
  pushed: T,
  now: T | undefined,
): readonly Difference[] {
  const name = `${words} ${pushed.line}`;
  if (now === undefined) {
    return [{ side: 'sage', field: `${grid}.${pushed.line}`, label: name, pushed: 'there', now: 'deleted in Sage' }];
  }
  return compare(`${grid}.${pushed.line}`, `${name}: `, fields, pushed, now);
}

function compare(
  place: string,
  words: string,
  fields: Readonly<Record<string, string>>,
  pushed: object,
  now: object,
): readonly Difference[] {
  const before = pushed as Readonly<Record<string, string | null>>;
  const after = now as Readonly<Record<string, string | null>>;
  return Object.entries(fields).flatMap(([field, label]): Difference[] => {
    const [was, is] = [before[field] ?? '', after[field] ?? ''];
    if (was === is) return [];
    const show = (value: string) => (field === 'status' ? statusWords(value) : value);
    return [{ side: 'sage', field: `${place}.${field}`, label: `${words}${label}`, pushed: show(was), now: show(is) }];
  });
}

function statusWords(value: string): string {
  const word = (changeOrderStatuses as Readonly<Record<string, string>>)[value];
  return word === undefined ? value : `${value}-${word}`;
}

/** The link with Sage's present values taken as agreed for the fields named, so that they are no difference any more. */
export function acceptSage(link: Link, now: ChangeOrder, fields: readonly string[]): Link {
  const takes = new Set(fields);
  const takeFrom = <T extends object>(place: string, pushed: T, present: T): T => {
    const changed = Object.entries(present).filter(([field]) => takes.has(`${place}.${field}`));
    return { ...pushed, ...Object.fromEntries(changed) };
  };
  const takeLines = <T extends { readonly line: string }>(
    grid: string,
    lines: readonly T[],
    present: readonly T[],
  ): T[] =>
    lines.flatMap((line) => {
      const row = present.find((candidate) => candidate.line === line.line);
      if (row === undefined) return takes.has(`${grid}.${line.line}`) ? [] : [line];
      return [takeFrom(`${grid}.${line.line}`, line, row)];
    });
  const { prime, budget, updated, ...header } = now;
  return {
    ...link,
    number: takes.has('header.number') ? now.number : link.number,
    pushed: {
      ...link.pushed,
      header: takeFrom('header', link.pushed.header, header),
      prime: takeLines('prime', link.pushed.prime, prime),
      budget: takeLines('budget', link.pushed.budget, budget),
    },
  };
}
