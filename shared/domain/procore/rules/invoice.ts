import { absMoney, compareMoney, formatMoney, isNegative, isZero, parseMoney } from '../../money.ts';
import { bills, type InvoiceAmounts, invoiceAmounts, itemName } from '../invoiceAmounts.ts';
import type { Unmet } from '../item.ts';
import type { ProcoreInvoice } from '../records.ts';
import { unapprovedWords } from './commitment.ts';

/** Procore's words for an invoice that may be sent. */
const sendable: readonly string[] = ['approved', 'approved_as_noted', 'pending_owner_approval'];

/** What else decides whether a subcontractor invoice may be sent. */
export type InvoiceFacts = {
  /** The commitment that it bills; null: Procore does not show it. */
  readonly commitment: { readonly number: string; readonly title: string; readonly synced: boolean } | null;
  /** Change orders of the commitment by their package. */
  readonly changes: ReadonlyMap<string, { readonly number: string; readonly synced: boolean }>;
  /** The currency of the Sage company; null: not known. */
  readonly currency: string | null;
};

/** what is missing before a subcontractor invoice may be sent to Sage, most general first. */
export function invoiceUnmet(invoice: ProcoreInvoice, facts: InvoiceFacts): readonly Unmet[] {
  const reading = invoiceAmounts(invoice);
  return [
    ...statusUnmet(invoice),
    ...commitmentUnmet(facts),
    ...changesUnmet(invoice, facts),
    ...taxUnmet(invoice, facts),
    ...dateUnmet(invoice),
    ...(reading.ok ? amountsUnmet(reading.amounts) : reading.unmet),
  ];
}

function statusUnmet({ status }: ProcoreInvoice): readonly Unmet[] {
  if (sendable.includes(status.trim().toLowerCase().replaceAll(' ', '_'))) return [];
  const what = 'an invoice that is approved, approved as noted or pending owner approval';
  const sentence = unapprovedWords(status.replaceAll('_', ' '), what);
  return [{ rule: 'R-062', field: 'status', value: status, sentence }];
}

function commitmentUnmet({ commitment }: InvoiceFacts): readonly Unmet[] {
  if (commitment === null) {
    const sentence = 'Its commitment is not visible to Plumbline: give its account access in Procore.';
    return [{ rule: 'R-067', field: 'commitment', value: '', sentence }];
  }
  if (commitment.synced) return [];
  const { number, title } = commitment;
  const sentence = `Commitment ${number} (${title}) is not in Sage yet: accept it first.`;
  return [{ rule: 'R-067', field: 'commitment', value: number, sentence }];
}

/** Only change orders of which something is billed: others may wait. */
function changesUnmet(invoice: ProcoreInvoice, { changes }: InvoiceFacts): readonly Unmet[] {
  const reading = invoiceAmounts(invoice);
  const billed = reading.ok
    ? reading.amounts.items.filter(bills).map(({ item }) => item)
    : invoice.items.filter(({ type }) => type === 'changeOrderItem');
  const packages = [...new Set(billed.flatMap((item) => item.package ?? []))];
  return packages.flatMap((one): Unmet[] => {
    const change = changes.get(one);
    if (change?.synced === true) return [];
    const value = change?.number ?? one;
    const sentence =
      change === undefined
        ? 'It bills a change order that Plumbline has not read: read Procore again, or give its account access to change orders.'
        : `It bills change order ${change.number}, which is not in Sage yet: accept that one first.`;
    return [{ rule: 'R-067', field: 'items', value, sentence }];
  });
}

/** Taxes are not sent. Where the books' currency is not known, Canadian dollars tell a Canadian invoice. */
function taxUnmet(invoice: ProcoreInvoice, { currency }: InvoiceFacts): readonly Unmet[] {
  const unmet = (field: string, value: string, sentence: string): Unmet => ({ rule: 'R-068', field, value, sentence });
  const byHand = 'enter it in Sage by hand and mark it here as posted';
  const other = currency === null ? invoice.currency === 'CAD' : !['', currency].includes(invoice.currency);
  const taxed = invoice.items.filter((item) => item.taxed);
  const [first] = taxed;
  const isTaxed = first !== undefined || !/^-?0*(?:\.0*)?$/.test(invoice.taxThisPeriod);
  return [
    ...(other
      ? [
          unmet(
            'currency',
            invoice.currency,
            `It is in ${invoice.currency}, and taxes and currencies are not sent to Sage: ${byHand}.`,
          ),
        ]
      : []),
    ...(isTaxed
      ? [
          unmet(
            first === undefined ? 'tax' : `items.${first.id}`,
            invoice.taxThisPeriod,
            `${first === undefined ? 'The invoice' : itemName(first)} carries tax (${taxWords(invoice)} this period), and taxes are not sent to Sage: ${byHand}.`,
          ),
        ]
      : []),
  ];
}

function taxWords({ taxThisPeriod }: ProcoreInvoice): string {
  const tax = parseMoney(taxThisPeriod);
  return tax === null ? taxThisPeriod : formatMoney(tax);
}

function dateUnmet({ billingDate }: ProcoreInvoice): readonly Unmet[] {
  if (billingDate !== null) return [];
  const sentence = "Billing date can't be blank: give the invoice one in Procore, it is the invoice date in Sage.";
  return [{ rule: 'R-064', field: 'billingDate', value: '', sentence }];
}

/**
 * Nothing to bill: refused, Sage would only hold an empty invoice. A negative one is a credit: it is sent, and written as Sage
 * writes credits, with negative amounts. Retainage goes the way of the gross: what is released beyond that belongs to invoices that
 * are in Sage already, where a person lowers it.
 */
function amountsUnmet({ items, gross, retained, net }: InvoiceAmounts): readonly Unmet[] {
  const unmet = (field: string, value: string, sentence: string): readonly Unmet[] => [
    { rule: 'R-070', field, value, sentence },
  ];
  if (!items.some(bills)) {
    return unmet(
      'items',
      '0.00',
      'There is nothing to pay: none of its items bills anything in this period. Mark it here as posted.',
    );
  }
  if (isZero(gross) && isZero(retained)) {
    return unmet(
      'items',
      '0.00',
      'There is nothing to pay: its items cancel out. Move the cost in Sage 6-3 by hand and mark it here as posted.',
    );
  }
  const released = formatMoney(absMoney(retained));
  const way = 'release it on the earlier invoices in Sage 4-2 (Retention) and mark this one here as posted';
  if (isZero(gross)) {
    const sentence = `It bills nothing and ${isNegative(retained) ? 'releases' : 'holds'} ${released} of retainage, which is on invoices that are in Sage already: ${way}.`;
    return unmet('retainage', retained, sentence);
  }
  if (!isZero(retained) && isNegative(retained) !== isNegative(gross)) {
    const sentence = `It ${isNegative(retained) ? 'releases' : 'holds'} ${released} of retainage more than goes with its ${formatMoney(gross)}: bill the work and the retainage in two invoices in Procore, or ${way}.`;
    return unmet('retainage', retained, sentence);
  }
  if (compareMoney(absMoney(retained), absMoney(gross)) > 0) {
    const sentence = `It holds ${released} of retainage and bills only ${formatMoney(gross)}, so that ${formatMoney(net)} would be due: look at the retainage in Procore.`;
    return unmet('retainage', retained, sentence);
  }
  return [];
}
