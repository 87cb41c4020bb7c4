import { addMoney, formatMoney, isNegative, negateMoney, sumMoney } from '../money.ts';
import { dueByTerms } from '../paymentTerms.ts';
import type { Refusal } from '../plan.ts';
import { type InvoiceAmounts, invoiceAmounts } from '../procore/invoiceAmounts.ts';
import type { ProcoreInvoice } from '../procore/records.ts';
import type { Vendor } from '../sage/facts.ts';
import { vendorName } from './commitment/header.ts';
import type { Caution } from './commitment/input.ts';
import { itemPlan } from './itemPlan.ts';
import { type Entry, jobCostSteps, ledgerEntries, ledgerSteps } from './payableInvoice/bookings.ts';
import { invoiceChecks, invoiceRefusals } from './payableInvoice/checkInvoice.ts';
import { commitmentSteps } from './payableInvoice/commitmentTotals.ts';
import { headerStep, lineStep } from './payableInvoice/header.ts';
import type { InvoiceChoices, PayableInvoiceInput, PlannedInvoice } from './payableInvoice/input.ts';
import { type BilledLine, billedLines, lineWords } from './payableInvoice/lines.ts';
import { postingAccounts } from './payableInvoice/posting.ts';

/**
 * The plan of a new payable invoice (4-2) from a subcontractor invoice of Procore, or why there is none:
 * the invoice with a line for each commitment line that it bills, its retainage, what it costs by cost code and cost type (6-3), its
 * ledger transaction (1-3), and what it moves on the commitment.
 */
export function planPayableInvoice(input: PayableInvoiceInput): PlannedInvoice {
  const reading = invoiceAmounts(input.invoice);
  const refusals: Refusal[] = [...invoiceRefusals(input)];
  // Whatever is wrong with the amounts is said by the rules.
  if (!reading.ok) return { ok: false, refusals };
  const { amounts } = reading;
  const { lines, refusals: lineRefusals } = billedLines(input, amounts);
  const posting = postingAccounts(input);
  refusals.push(...lineRefusals, ...('payables' in posting ? [] : posting));
  if (refusals.length > 0 || !('payables' in posting)) return { ok: false, refusals };
  const entries = ledgerEntries(lines, amounts, posting);
  return planned(input, amounts, lines, entries);
}

function planned(
  input: PayableInvoiceInput,
  amounts: InvoiceAmounts,
  lines: readonly BilledLine[],
  entries: readonly Entry[],
): PlannedInvoice {
  const { planning, choices, commitment, facts } = input;
  const { record } = commitment;
  const number = choices.number.trim();
  const job = record.job ?? '';
  const credit = isNegative(amounts.gross);
  const booked = entries.map(({ amount }) => amount);
  const result = itemPlan(planning, {
    kind: 'payableInvoice.create',
    businessKey: `job/${job}`,
    target: { job, phase: record.phase, table: 'acpinv', record: null, number },
    checks: invoiceChecks(
      input,
      lines,
      entries.map(({ account }) => account),
    ),
    steps: [
      ...ledgerSteps(input, entries),
      headerStep(input, amounts),
      ...lines.map((line) => lineStep(line, planning.item.id)),
      ...jobCostSteps(input, lines),
      ...commitmentSteps(commitment, lines, amounts.gross),
    ],
    lines: lines.length,
    sums: [
      { label: 'Invoice total', amount: amounts.gross },
      { label: 'Retainage held', amount: amounts.retained },
      { label: 'Net due', amount: amounts.net },
      { label: 'Job costs', amount: sumMoney(lines.map(({ amount }) => amount)) },
      { label: 'Ledger debits', amount: sumMoney(booked.filter((amount) => !isNegative(amount))) },
      { label: 'Ledger credits', amount: negateMoney(sumMoney(booked.filter(isNegative))) },
    ],
    title: `${credit ? 'Credit' : 'Invoice'} ${number} of vendor ${record.vendor ?? ''} (${facts.vendor?.name ?? ''}) on ${wordOf(input)} ${record.number}`,
    warnings: warnings(input, amounts),
    undo: [
      `To undo: void invoice ${number} in Sage 4-2 while nothing is paid of it, then unlink it here: Procore's invoice can be edited again.`,
    ],
    fieldOf: ({ id, table }, column) => (table === 'acpinv' ? (fields[column] ?? 'items') : id),
  });
  return result.ok ? { ...result, cautions: [...alike(input, amounts), ...overBilled(input, lines)] } : result;
}

/** The choice that decides a column of the header. */
const fields: Readonly<Record<string, string>> = {
  invnum: 'number',
  dscrpt: 'description',
  invdte: 'date',
  duedte: 'due',
  actper: 'period',
  postyr: 'year',
};

function wordOf({ commitment }: Pick<PayableInvoiceInput, 'commitment'>): string {
  return commitment.type === 'subcontract' ? 'subcontract' : 'purchase order';
}

/**
 * More than the contract holds: Procore's tolerance is not public, and an invoice approved as noted may mean it, so a person confirms
 * each by name.
 */
function overBilled({ commitment }: PayableInvoiceInput, lines: readonly BilledLine[]): readonly Caution[] {
  if (commitment.type === 'purchaseOrder') return [];
  return lines.flatMap(({ line, amount }): Caution[] => {
    const now = commitment.record.lines.find((one) => one.line === line);
    const left = now === undefined ? amount : addMoney(now.remaining, negateMoney(amount));
    if (now === undefined || !isNegative(left) || isNegative(amount)) return [];
    const sentence = `${lineWords(commitment, line)} has ${formatMoney(now.remaining)} left of its contract, and this invoice bills ${formatMoney(amount)}: ${formatMoney(negateMoney(left))} more.`;
    return [{ name: `overBilled.${line}`, sentence }];
  });
}

/** One over the same amount is in Sage already: whoever accepts says that it is another one, and nothing crosses by itself. */
function alike({ facts, commitment }: PayableInvoiceInput, { gross }: InvoiceAmounts): readonly Caution[] {
  const found = facts.invoices.filter(
    (one) =>
      one.status !== '5' &&
      one.total === gross &&
      !facts.linked.has(one.record) &&
      [one.subcontract, one.purchaseOrder].includes(commitment.record.number),
  );
  return found.map((one) => ({
    name: `alike.${one.record}`,
    sentence: `Vendor ${vendorName(facts)} has invoice ${one.number} over the same ${formatMoney(gross)} on ${wordOf({ commitment })} ${commitment.record.number} in Sage, and it is linked with nothing: check that it is not entered twice.`,
  }));
}

function warnings(input: PayableInvoiceInput, { gross }: InvoiceAmounts): readonly string[] {
  const { facts, choices, planning, posting, invoice } = input;
  const { vendor } = facts;
  const name = vendorName(facts);
  return [
    ...(isNegative(gross) ? [`It is a credit: Sage gets an invoice of ${formatMoney(gross)}.`] : []),
    ...(vendor?.inactive === true ? [`Vendor ${name} is inactive in Sage.`] : []),
    ...(choices.date > planning.today ? [`Invoice Date ${choices.date} lies in the future.`] : []),
    ...(invoice.periodOpen
      ? ['Its billing period is still open in Procore, where the invoice may still be changed.']
      : []),
    ...(posting.retention === ''
      ? ['Retainage is owed on the account of payables: Settings, Procore names no other.']
      : []),
  ];
}

/** What the approver is offered first. In: the commitment and its vendor in Sage. */
export function proposedInvoice(
  invoice: ProcoreInvoice,
  commitment: { readonly number: string },
  vendor: Pick<Vendor, 'dueTerms'> | null,
): InvoiceChoices {
  const date = invoice.billingDate ?? '';
  const own = invoice.invoiceNumber.trim();
  return {
    // Without a number of the subcontractor's own: the commitment's, and which invoice of it this is.
    number: own === '' ? `${commitment.number}-${invoice.number}` : own,
    date,
    due: dueByTerms(vendor?.dueTerms ?? '', date) ?? date,
    description: `Invoice ${invoice.number} on ${commitment.number}`,
    // Where the fiscal year is not the calendar's the person who posts knows better.
    period: date === '' ? '' : String(Number(date.slice(5, 7))),
    year: date.slice(0, 4),
  };
}
