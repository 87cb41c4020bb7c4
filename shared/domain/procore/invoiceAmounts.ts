import { addMoney, formatMoney, isZero, type Money, parseMoney, subtractMoney, sumMoney } from '../money.ts';
import type { Unmet } from './item.ts';
import type { ProcoreInvoice, ProcoreInvoiceItem } from './records.ts';

/** What one item of an invoice bills in its period. */
export type BilledItem = {
  readonly item: ProcoreInvoiceItem;
  /** Work and newly stored materials; before retainage. */
  readonly gross: Money;
  /** Retainage held less retainage released. */
  readonly retained: Money;
};

export type InvoiceAmounts = {
  readonly items: readonly BilledItem[];
  readonly gross: Money;
  readonly retained: Money;
  /** What is to be paid now: gross − retained. */
  readonly net: Money;
};

export type AmountsReading =
  | { readonly ok: true; readonly amounts: InvoiceAmounts }
  | { readonly ok: false; readonly unmet: readonly Unmet[] };

/**
 * The items that bill something. A commitment with a schedule of the subcontractor's own bills through its detail items; the contract
 * items beside them say the same again.
 */
export function billingItems({ items }: ProcoreInvoice): readonly ProcoreInvoiceItem[] {
  const inDetail = items.some(({ type }) => type === 'contractDetailItem');
  return inDetail ? items.filter(({ type }) => type !== 'contractItem') : items;
}

/**
 * gross and retainage of the period, to the cent, and reconciled with what Procore itself says is due. Materials are counted in
 * the period in which they come into storage, and not again when they are built in.
 */
export function invoiceAmounts(invoice: ProcoreInvoice): AmountsReading {
  const read = billingItems(invoice).map(itemAmounts);
  const unmet = read.flatMap((one) => ('sentence' in one ? [one] : []));
  const due = parseMoney(invoice.paymentDue);
  if (due === null) unmet.push(notMoney('paymentDue', 'Current payment due', invoice.paymentDue));
  if (unmet.length > 0 || due === null) return { ok: false, unmet };
  const items = read.flatMap((one) => ('sentence' in one ? [] : [one]));
  const gross = sumMoney(items.map((one) => one.gross));
  const retained = sumMoney(items.map((one) => one.retained));
  const net = subtractMoney(gross, retained);
  if (net !== due) {
    const sentence = `Its items come to ${formatMoney(gross)} less ${formatMoney(retained)} retainage, which is ${formatMoney(net)}, and Procore's current payment due is ${formatMoney(due)}: find the difference in Procore (taxes, an item that Plumbline may not see) and enter the invoice in Sage by hand if it is right as it is.`;
    return { ok: false, unmet: [{ rule: 'R-064', field: 'paymentDue', value: due, sentence }] };
  }
  return { ok: true, amounts: { items, gross, retained, net } };
}

/** What Procore says of an invoice, also where it cannot be sent: a person types that into Sage. Null where it is no dollars and cents. */
export function statedAmounts(invoice: ProcoreInvoice): {
  readonly items: readonly { readonly item: ProcoreInvoiceItem; readonly gross: Money | null }[];
  readonly gross: Money | null;
  readonly retained: Money | null;
  readonly net: Money | null;
} {
  const items = billingItems(invoice).map((item) => ({ item, gross: parseMoney(item.gross) }));
  return {
    items,
    gross: sumOrNull(items.map(({ gross }) => gross)),
    retained: sumOrNull(
      items.map(({ item }) => less(parseMoney(item.retainageHeld), parseMoney(item.retainageReleased))),
    ),
    net: parseMoney(invoice.paymentDue),
  };
}

function sumOrNull(amounts: readonly (Money | null)[]): Money | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sumMoney(known) : null;
}

function less(amount: Money | null, other: Money | null): Money | null {
  return amount === null || other === null ? null : subtractMoney(amount, other);
}

function itemAmounts(item: ProcoreInvoiceItem): BilledItem | Unmet {
  const name = itemName(item);
  const field = `items.${item.id}`;
  const parts = {
    'work this period': item.workThisPeriod,
    'materials stored': item.materialsStored,
    'materials moved': item.materialsMoved,
    'materials stored before': item.materialsStoredBefore,
    'retainage held': item.retainageHeld,
    'retainage released': item.retainageReleased,
    'gross amount': item.gross,
    'net amount': item.net,
  };
  const amounts: Record<string, Money> = {};
  for (const [label, text] of Object.entries(parts)) {
    const amount = parseMoney(text);
    if (amount === null) return notMoney(field, `${name}: ${label}`, text);
    amounts[label] = amount;
  }
  const of = (label: keyof typeof parts): Money => amounts[label] ?? '0.00';
  const stored = subtractMoney(of('materials stored'), of('materials stored before'));
  const gross = of('gross amount');
  // Materials that were built in are part of the work of this period, or of the work before it: Procore's setting decides.
  const readings = [
    addMoney(of('work this period'), stored),
    addMoney(of('work this period'), stored, of('materials moved')),
  ];
  if (!readings.includes(gross)) {
    const sentence = `${name}: work of ${formatMoney(of('work this period'))} and newly stored materials of ${formatMoney(addMoney(stored, of('materials moved')))} are not Procore's gross amount of ${formatMoney(gross)}: look at its stored materials in Procore.`;
    return { rule: 'R-064', field, value: gross, sentence };
  }
  const retained = subtractMoney(of('retainage held'), of('retainage released'));
  if (subtractMoney(gross, retained) !== of('net amount')) {
    const sentence = `${name}: ${formatMoney(gross)} less ${formatMoney(retained)} retainage is not Procore's net amount of ${formatMoney(of('net amount'))}: look at its retainage and taxes in Procore.`;
    return { rule: 'R-064', field, value: of('net amount'), sentence };
  }
  return { item, gross, retained };
}

function notMoney(field: string, label: string, value: string): Unmet {
  const sentence = `${label} '${value}' is not one of dollars and cents, which is all that Sage keeps: round it in Procore.`;
  return { rule: 'R-064', field, value, sentence };
}

/** `Item Rough-in`. */
export function itemName({ description, id }: ProcoreInvoiceItem): string {
  return description === '' ? `Item ${id}` : `Item ${description}`;
}

/** Whether an item bills or retains anything at all. */
export function bills({ gross, retained }: BilledItem): boolean {
  return !isZero(gross) || !isZero(retained);
}
