import type { Money } from '#shared/domain/money.ts';
import type { Plan, Step } from '#shared/domain/plan.ts';
import type { PayableInvoiceInput } from '#shared/domain/plans/payableInvoice/input.ts';
import { proposedInvoice } from '#shared/domain/plans/payableInvoice.ts';
import { noOrigin, type ProcoreInvoice, type ProcoreInvoiceItem } from '#shared/domain/procore/records.ts';
import type { LedgerAccount, PayableInvoice, PurchaseOrder } from '#shared/domain/sage/documentFacts.ts';
import { facts as sageFacts, subcontract, vendor } from '../planner/company.ts';
import { coding } from './commitments.ts';
import { planning } from './planning.ts';

/** Invoice 2 of subcontract 850 with vendor 501: 10,000.00 of work on line 1, 10 % held back. */

export function invoiceItem(change: Partial<ProcoreInvoiceItem> = {}): ProcoreInvoiceItem {
  return {
    id: '601',
    type: 'contractItem',
    commitmentLine: '177',
    package: null,
    description: 'Rough-in',
    coding: coding(),
    scheduled: '150000.00',
    workThisPeriod: '1000.00',
    materialsStored: '0.00',
    materialsMoved: '0.00',
    materialsStoredBefore: '0.00',
    retainageHeld: '100.00',
    retainageReleased: '0.00',
    gross: '1000.00',
    net: '900.00',
    taxed: false,
    ...change,
  };
}

/** An item of plain work. */
export function workItem(id: string, gross: string, held: string, net: string): ProcoreInvoiceItem {
  return invoiceItem({ id, workThisPeriod: gross, gross, retainageHeld: held, net });
}

export function invoice(change: Partial<ProcoreInvoice> = {}): ProcoreInvoice {
  return {
    id: '1280646',
    project: '225096',
    commitment: '41',
    commitmentType: 'subcontract',
    number: '2',
    invoiceNumber: 'HE-0042',
    status: 'approved',
    billingDate: '2026-03-31',
    periodStart: '2026-03-01',
    periodEnd: '2026-03-31',
    periodOpen: false,
    final: false,
    paymentDue: '900.00',
    taxThisPeriod: '0.00',
    currency: 'USD',
    items: [invoiceItem()],
    origin: noOrigin,
    createdAt: '2026-03-28T09:00:00Z',
    updatedAt: '2026-04-02T09:00:00Z',
    ...change,
  };
}

const account = (number: string, type: string, costType: string | null): LedgerAccount => ({
  number,
  name: `Account ${number}`,
  type,
  costType,
  subaccounts: '0',
  inactive: false,
});

export const accounts: readonly LedgerAccount[] = [
  account('2000', '7', null),
  account('2010', '7', null),
  account('5000', '13', '1'),
  account('5010', '13', '1'),
  account('5300', '13', '4'),
  account('5900', '14', null),
];

export const harbor = vendor('501', 'Harbor Electric', { dueTerms: '30DY' });

/** What is in Sage already. */
export function inSage(change: Partial<PayableInvoice> = {}): PayableInvoice {
  return {
    record: '3001',
    number: 'HE-0041',
    vendor: '501',
    job: '2402',
    phase: '0',
    purchaseOrder: '',
    subcontract: '850',
    description: 'Invoice 1',
    date: '2026-02-28',
    due: '2026-03-30',
    status: '1',
    type: '1',
    retainage: '20.00',
    total: '200.00',
    paid: '0.00',
    balance: '200.00',
    net: '180.00',
    tax: '0.00',
    updated: '',
    lines: [],
    ...change,
  };
}

export function purchaseOrder(change: Partial<PurchaseOrder> = {}): PurchaseOrder {
  return {
    record: '501',
    number: 'PO-007',
    date: '2026-02-10',
    vendor: '501',
    job: '2402',
    phase: '0',
    description: 'Switchgear',
    status: '1',
    locked: false,
    subtotal: '24500.00',
    tax: '0.00',
    total: '24500.00',
    received: '1200.00',
    canceled: '0.00',
    balance: '23300.00',
    updated: '',
    lines: [
      {
        line: '1',
        description: 'Switch',
        unit: 'EA',
        quantity: '20.0000',
        price: '1200.0000',
        extended: '24000.00',
        received: '1.0000',
        canceled: '0.0000',
        costCode: '16100.000',
        costType: '1',
      },
    ],
    ...change,
  };
}

/** An invoice to be written as it is, with what is proposed. */
export function billing(
  of: ProcoreInvoice = invoice(),
  change: Partial<PayableInvoiceInput> = {},
): PayableInvoiceInput {
  const commitment = change.commitment ?? { type: 'subcontract', record: subcontract() };
  return {
    planning: planning({ item: { id: 'p:1280646', number: '2', snapshotHash: 'hash' }, today: '2026-04-02' }),
    invoice: of,
    choices: proposedInvoice(of, commitment.record, harbor),
    sending: {
      commitment: { number: 'SC-001', title: 'Electrical', synced: true },
      changes: new Map([['3', { number: '001', synced: true }]]),
      currency: 'USD',
    },
    commitment,
    lineOf: new Map(of.items.map(({ id }, index) => [id, String((index % commitment.record.lines.length) + 1)])),
    facts: { job: sageFacts().job, vendor: harbor, accounts, invoices: [inSage()], linked: new Set() },
    posting: { cost: '', payables: '2000', retention: '2010' },
    ...change,
  };
}

export const stepsOn = (plan: Plan, table: string): readonly Step[] =>
  plan.steps.filter((step) => step.table === table);

export function valueIn(step: Step | undefined, column: string): string | null {
  const cell = step?.columns.find((one) => one.column === column)?.cell;
  return cell?.kind === 'text' ? cell.text : null;
}
export const valuesIn = (plan: Plan, table: string, column: string): readonly Money[] =>
  stepsOn(plan, table).map((step) => valueIn(step, column) ?? 'missing');
