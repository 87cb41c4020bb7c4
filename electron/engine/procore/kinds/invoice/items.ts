import { formatMoney, parseMoney } from '#shared/domain/money.ts';
import { invoiceAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import { type ItemKey, procoreItem, type Unmet } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { foreignOwner } from '#shared/domain/procore/origin.ts';
import type { ProcoreInvoice } from '#shared/domain/procore/records.ts';
import { invoiceUnmet } from '#shared/domain/procore/rules/invoice.ts';
import { payableInvoiceStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { ItemFacts } from '../../kindModule.ts';
import { readSince } from '../commitments/inSage.ts';
import { bareFacts } from '../shared/bareFacts.ts';
import { byPlace, goneFacts } from '../shared/goneFacts.ts';
import { whyUnread } from '../shared/sageFacts.ts';
import { type Invoice, invoiceFacts, invoiceOf, withCommitment } from './invoice.ts';

/** Subcontractor invoices of Procore, by project, commitment and number. */
export function invoiceItems(context: Context): readonly ItemFacts[] {
  const { records, links } = context.store.procore;
  const invoices = records.all('invoice');
  const here = new Set(invoices.map(({ id }) => id));
  const gone = links.all('invoice').filter(({ procoreId }) => !here.has(procoreId));
  return [
    ...invoices.map((invoice) => factsOf(context, withCommitment(context.store, invoice))),
    ...gone.map((link) =>
      goneFacts(link, projectName(context, link.project ?? ''), discrepancies(context, link, null)),
    ),
  ].sort(byPlace);
}

export function invoiceItem(context: Context, key: ItemKey): ItemFacts | null {
  const found = invoiceOf(context, key);
  if (found !== null) return factsOf(context, found);
  const link = context.store.procore.links.get(key);
  return link === null
    ? null
    : goneFacts(link, projectName(context, link.project ?? ''), discrepancies(context, link, null));
}

function factsOf(context: Context, found: Invoice): ItemFacts {
  const { invoice, commitment } = found;
  const key = procoreItem('invoice', invoice.id);
  const link = context.store.procore.links.get(key);
  const reading = invoiceAmounts(invoice);
  return {
    ...bareFacts(key, `${commitment?.vendorName ?? ''} ${invoice.invoiceNumber}`.trim()),
    direction: 'export',
    number: `${commitment?.number ?? '?'} / ${invoice.number}`,
    place: projectName(context, invoice.project),
    project: invoice.project,
    amount: reading.ok ? reading.amounts.gross : null,
    updatedAt: invoice.updatedAt,
    external: link === null ? foreignOwner(`Invoice ${invoice.number}`, invoice.origin, context.company) : null,
    unmet: link === null ? [...unread(context), ...invoiceUnmet(invoice, invoiceFacts(context, found))] : [],
    link,
    discrepancies: link === null ? [] : discrepancies(context, link, invoice),
  };
}

/** Without the invoices of Sage nobody sees that one is there already. */
function unread(context: Context): readonly Unmet[] {
  const why = whyUnread(context, 'payableInvoice');
  if (why === null) return [];
  const sentence = `Payable invoices of Sage (4-2) cannot be read, because ${why}, so that an invoice could be entered twice: let IT look at Settings, Sage.`;
  return [{ rule: 'R-064', field: 'payableInvoice', value: why, sentence }];
}

function projectName({ store }: Context, id: string): string {
  return store.procore.records.get('project', id)?.name ?? id;
}

/** where a synced invoice is no longer what both sides agreed on. */
function discrepancies(context: Context, link: ProcoreLink, invoice: ProcoreInvoice | null): readonly string[] {
  const { agreed } = link;
  const found: string[] = [];
  const reading = invoice === null ? null : invoiceAmounts(invoice);
  if (invoice === null) found.push('It is no longer in Procore: void it in Sage as well, then unlink it.');
  else if (reading?.ok !== true || reading.amounts.gross !== agreed.total) {
    const now = reading?.ok === true ? formatMoney(reading.amounts.gross) : 'no longer certain';
    found.push(`Its amount in Procore is ${now}; ${formatMoney(agreed.total ?? '0.00')} was sent to Sage.`);
  }
  const payable = context.store.sage.get('payableInvoice', link.sageKey);
  if (payable === null) {
    if (readSince(context, link.at)) found.push(`${link.sageNumber} is no longer in Sage: unlink it.`);
    return found;
  }
  if (payable.status === '5') {
    const words = statusWords(payableInvoiceStatuses, payable.status);
    found.push(`Invoice ${payable.number.trim()} is ${words} in Sage (4-2).`);
  }
  const [total, retained] = [parseMoney(payable.total), parseMoney(payable.retainage)];
  if (total !== null && total !== agreed.total) {
    found.push(
      `Invoice ${payable.number.trim()} is ${formatMoney(total)} in Sage; ${formatMoney(agreed.total ?? '0.00')} was sent.`,
    );
  }
  if (retained !== null && payable.status !== '4' && retained !== agreed.retained) {
    found.push(
      `Its retention is ${formatMoney(retained)} in Sage; ${formatMoney(agreed.retained ?? '0.00')} was sent.`,
    );
  }
  return found;
}
