import { parseMoney, zero } from '#shared/domain/money.ts';
import { invoiceAmounts } from '#shared/domain/procore/invoiceAmounts.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Measure, Share } from '#shared/domain/procore/reconcile.ts';
import type { Context } from '../../context.ts';
import { readSince } from '../kinds/commitments/inSage.ts';
import { type Lookups, notReadYet, type Sides } from './shares.ts';

/** Gross and retainage of an invoice. By vendor: which codes it was booked on is in Sage's job costs, which are not read. */
export function invoiceSides({ store, ...context }: Context, { vendorOf }: Lookups, link: ProcoreLink): Sides {
  const { records } = store.procore;
  const invoice = records.get('invoice', link.procoreId);
  const commitment = invoice === null ? null : records.get('commitment', invoice.commitment);
  const reading = invoice === null ? null : invoiceAmounts(invoice);
  const payable = store.sage.get('payableInvoice', link.sageKey);
  const isRead = payable !== null || readSince({ store, ...context }, link.at);
  return {
    procore:
      reading?.ok === true
        ? both(
            reading.amounts.gross,
            reading.amounts.retained,
            vendorOf(commitment?.vendor ?? null, commitment?.vendorName ?? ''),
          )
        : [],
    sage: payable === null || payable.status === '5' ? [] : both(payable.total, payable.retainage, payable.vendor),
    reasons: [
      ...(isRead ? [] : [notReadYet(link)]),
      ...(payable?.status === '4' ? ['It is paid in Sage: retention that was released no longer stands on it.'] : []),
    ],
  };
}

function both(gross: string, retained: string, vendor: string): readonly Share[] {
  const share = (measure: Measure, amount: string): Share => ({
    measure,
    coding: null,
    vendor,
    amount: parseMoney(amount) ?? zero,
  });
  return [share('invoiced', gross), share('retainage', retained)];
}
