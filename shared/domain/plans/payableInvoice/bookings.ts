import { absMoney, isNegative, isZero, type Money, subtractMoney, zero } from '../../money.ts';
import type { Step } from '../../plan.ts';
import type { InvoiceAmounts } from '../../procore/invoiceAmounts.ts';
import { collapseSpaces } from '../../text.ts';
import { phaseOrNull } from '../changeOrder/header.ts';
import { copied, derived, entered, insertedAudit, taken, updatedAudit } from '../changeOrder/steps.ts';
import { postedOn } from './header.ts';
import type { PayableInvoiceInput } from './input.ts';
import { type BilledLine, summed } from './lines.ts';
import type { PostingAccounts } from './posting.ts';

/** One side of a ledger transaction: positive is a debit, negative a credit. */
export type Entry = { readonly account: string; readonly amount: Money; readonly why: string };

/** What the invoice costs on one side, what is owed for it on the other: the sum is nothing. */
export function ledgerEntries(
  lines: readonly BilledLine[],
  { net, retained, gross }: InvoiceAmounts,
  { payables, retention }: PostingAccounts,
): readonly Entry[] {
  const costs = summed(lines, ({ account }) => account).map(({ key, first, amount }) => ({
    account: key,
    amount,
    why: first.why,
  }));
  const owed = retention === null ? gross : net;
  const entries = [...costs, { account: payables.account, amount: subtractMoney(zero, owed), why: payables.why }];
  if (retention !== null) {
    entries.push({ account: retention.account, amount: subtractMoney(zero, retained), why: retention.why });
  }
  return entries.filter(({ amount }) => !isZero(amount));
}

/**
 * The ledger transaction (1-3) that Sage's own program makes of a payable invoice. Its columns are described with low confidence: only
 * a certificate shows that they are these.
 */
export function ledgerSteps(input: PayableInvoiceInput, entries: readonly Entry[]): readonly Step[] {
  const item = input.planning.item.id;
  const header: Step = {
    id: 'ledger',
    op: 'insert',
    table: 'lgrtrn',
    key: {},
    corId: null,
    title: `Ledger transaction of invoice ${input.choices.number.trim()}`,
    columns: [
      taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
      taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
      ...postedOn(input),
      derived('vndnum', input.commitment.record.vendor ?? '', 'The vendor of the invoice', 'low'),
      derived('status', '1', '1-Open', 'low'),
      ...insertedAudit,
      ...updatedAudit,
    ],
  };
  const lines = entries.map(({ account, amount, why }, index): Step => {
    const isCredit = isNegative(amount);
    return {
      id: `ledger.${index + 1}`,
      op: 'insert',
      table: 'lgtnln',
      key: {},
      corId: item,
      title: `${isCredit ? 'Credit' : 'Debit'} of account ${account}`,
      columns: [
        taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
        copied('_idref', 'ledger', '_idnum', 'The row id of the ledger transaction'),
        copied('recnum', 'ledger', 'recnum', 'The record number of the ledger transaction'),
        taken('linnum', 'line', 'the next line', 'Next line of the transaction'),
        derived('lgract', account, why, 'med'),
        derived('dscrpt', collapseSpaces(input.choices.description), 'The description of the invoice', 'low'),
        derived('dbtamt', isCredit ? zero : amount, 'What it costs', 'low'),
        derived('crdamt', isCredit ? absMoney(amount) : zero, 'What is owed for it', 'low'),
      ],
    };
  });
  return [header, ...lines];
}

/** Job costs (6-3): one for each cost code and cost type, together the gross of the invoice. */
export function jobCostSteps(input: PayableInvoiceInput, lines: readonly BilledLine[]): readonly Step[] {
  const { record } = input.commitment;
  const costs = summed(lines, ({ costCode, costType }) => `${costCode}/${costType}`);
  return costs
    .filter(({ amount }) => !isZero(amount))
    .map(({ key, first, amount }) => ({
      id: `cost.${key}`,
      op: 'insert',
      table: 'jobcst',
      key: {},
      corId: input.planning.item.id,
      title: `Job cost ${first.costCode}, cost type ${first.costType}`,
      columns: [
        taken('_idnum', 'rowId', 'a new row id', 'Internal row id'),
        taken('recnum', 'record', 'the next record', 'Next record number, taken under the lock'),
        entered('jobnum', record.job),
        entered('phsnum', phaseOrNull(record.phase)),
        ...postedOn(input),
        derived('status', '1', '1-Open: it counts as cost', 'high'),
        derived('bllsts', '1', '1-Open: not billed to the client yet', 'low'),
        entered('cstcde', first.costCode),
        entered('csttyp', first.costType),
        derived('vndnum', record.vendor ?? '', 'The vendor of the invoice', 'med'),
        derived('cstamt', amount, 'What the invoice bills on this code and type', 'high'),
        copied('lgrrec', 'ledger', 'recnum', 'The ledger transaction of the invoice'),
        ...insertedAudit,
        ...updatedAudit,
      ],
    }));
}
