import { addMoney, isZero, type Money, sumMoney, zero } from '../../money.ts';
import type { Refusal } from '../../plan.ts';
import type { InvoiceAmounts } from '../../procore/invoiceAmounts.ts';
import { ledgerAccountFor } from '../../procore/rules/ledgerAccount.ts';
import type { BilledCommitment, PayableInvoiceInput } from './input.ts';

/** What an invoice bills of one line of the commitment in Sage. */
export type BilledLine = {
  readonly line: string;
  readonly description: string;
  readonly costCode: string;
  readonly costType: string;
  readonly amount: Money;
  readonly account: string;
  /** Why that account. */
  readonly why: string;
};

/** One line for each line of the commitment: Sage keeps invoiced amounts by line. Their sum is the gross of the invoice. */
export function billedLines(
  input: PayableInvoiceInput,
  amounts: InvoiceAmounts,
): { readonly lines: readonly BilledLine[]; readonly refusals: readonly Refusal[] } {
  const sums = new Map<string, Money>();
  const refusals: Refusal[] = [];
  for (const { item, gross } of amounts.items) {
    if (isZero(gross)) continue;
    const line = input.lineOf.get(item.id);
    if (line === undefined) {
      const sentence = `Item ${item.description} is on no line of the commitment in Sage that Plumbline knows: enter the invoice in Sage by hand.`;
      refusals.push({ field: `items.${item.id}`, value: item.description, sentence });
    } else sums.set(line, addMoney(sums.get(line) ?? zero, gross));
  }
  const lines = [...sums]
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([line, amount]) => (isZero(amount) ? [] : [resolved(input, line, amount)]));
  for (const one of lines) if ('sentence' in one) refusals.push(one);
  const found = lines.flatMap((one) => ('sentence' in one ? [] : [one]));
  return { lines: found, refusals: unique(refusals) };
}

function resolved(input: PayableInvoiceInput, line: string, amount: Money): BilledLine | Refusal {
  const { commitment, facts, posting } = input;
  const what = lineWords(commitment, line);
  const found = commitment.record.lines.find((one) => one.line === line);
  if (found === undefined) {
    return { field: 'commitment', value: line, sentence: `${what} is no longer in Sage: read Sage again.` };
  }
  const { costCode, costType } = found;
  if (costCode === null || costType === null) {
    const lacking = costCode === null ? 'cost code' : 'cost type';
    const sentence = `${what} has no ${lacking} in Sage, so its cost could not be booked: enter one there first.`;
    return { field: 'commitment', value: line, sentence };
  }
  const { vendor } = facts;
  const number = commitment.record.vendor ?? '';
  const answer = ledgerAccountFor({
    vendor: { number, name: vendor?.name ?? '', defaultAccount: vendor?.defaultAccount ?? null },
    costType,
    accounts: facts.accounts,
    configured: posting.cost === '' ? null : posting.cost,
  });
  if (!answer.ok) return answer.refusal;
  return { line, description: found.description, costCode, costType, amount, account: answer.account, why: answer.why };
}

/** `Line 2 of subcontract 850`. */
export function lineWords({ type, record }: BilledCommitment, line: string): string {
  return `Line ${line} of ${type === 'subcontract' ? 'subcontract' : 'purchase order'} ${record.number}`;
}

/** The sums of lines that have the same key, in the order in which each came first. */
export function summed<K extends string>(
  lines: readonly BilledLine[],
  keyOf: (line: BilledLine) => K,
): readonly { readonly key: K; readonly first: BilledLine; readonly amount: Money }[] {
  return [...Map.groupBy(lines, keyOf)].flatMap(([key, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ key, first, amount: sumMoney(group.map(({ amount }) => amount)) }];
  });
}

/** Several lines may lack the same thing. */
function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((one) => [one.sentence, one])).values()];
}
