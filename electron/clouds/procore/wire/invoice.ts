import { z } from 'zod';
import { compareDecimals, sameDecimal } from '#shared/domain/decimal.ts';
import type { ProcoreInvoice, ProcoreInvoiceItem } from '#shared/domain/procore/records.ts';
import { plainFromHtml } from '#shared/domain/text.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { difference, sum } from './amounts.ts';
import { codingFields, codingOf, type WbsCodes } from './coding.ts';
import { currencyField } from './commitment.ts';
import { originFields, originOf } from './origin.ts';
import { amount, amountOrZero, dayOrNull, flag, id, idOrNull, instant, text, textOrNull } from './values.ts';

const itemTypes = {
  contract_item: 'contractItem',
  contract_detail_item: 'contractDetailItem',
  change_order_item: 'changeOrderItem',
} as const satisfies Record<string, ProcoreInvoiceItem['type']>;

const itemSchema = z.object({
  id,
  item_type: z.enum(['contract_item', 'contract_detail_item', 'change_order_item'], 'is not one Plumbline knows'),
  line_item_id: idOrNull,
  detail_line_item_id: idOrNull,
  commitment_line_item_id: idOrNull,
  change_order_package_id: idOrNull,
  description_of_work: text,
  ...codingFields,
  scheduled_value: amountOrZero,
  work_completed_this_period: amount,
  materials_presently_stored: amount,
  materials_moved: amountOrZero,
  work_completed_retainage_retained_this_period: amountOrZero,
  work_completed_retainage_released_this_period: amountOrZero,
  materials_stored_retainage_released_this_period: amountOrZero,
  gross_amount: amount,
  net_amount: amount,
  taxes: z.array(z.unknown()).nullish().catch([]),
});
type WireItem = z.output<typeof itemSchema>;

/** What the invoice alone does not tell. */
export type InvoiceContext = {
  readonly codes: WbsCodes;
  /** The commitment line behind a line of the subcontractor's own schedule of values, by that line's id. */
  readonly detailLines: ReadonlyMap<string, string>;
  /** Materials stored at the end of the period before, by the key of the item (`itemKey`). */
  readonly storedBefore: ReadonlyMap<string, string>;
  /** Ids of billing periods that are closed. */
  readonly closedPeriods: ReadonlySet<string>;
};

const invoiceSchema = z.object({
  id,
  commitment_id: id,
  commitment_type: z.enum(['WorkOrderContract', 'PurchaseOrderContract'], 'is not one Plumbline knows'),
  number: text,
  invoice_number: text,
  status: text,
  billing_date: dayOrNull,
  requisition_start: dayOrNull,
  requisition_end: dayOrNull,
  period_id: idOrNull,
  final: flag,
  summary: z.object({ current_payment_due: amount, tax_applicable_to_this_payment: amountOrZero }, 'is missing'),
  items: z.array(itemSchema, 'is missing'),
  currency_configuration: currencyField,
  ...originFields,
  created_at: instant,
  updated_at: instant,
});

export function invoiceFromWire(row: unknown, project: string, context: InvoiceContext): Mapped<ProcoreInvoice> {
  return readRow(invoiceSchema, row, (wire) => ({
    id: wire.id,
    project,
    commitment: wire.commitment_id,
    commitmentType: wire.commitment_type === 'WorkOrderContract' ? 'subcontract' : 'purchaseOrder',
    number: wire.number,
    invoiceNumber: wire.invoice_number,
    status: wire.status,
    billingDate: wire.billing_date,
    periodStart: wire.requisition_start,
    periodEnd: wire.requisition_end,
    periodOpen: wire.period_id === null || !context.closedPeriods.has(wire.period_id),
    final: wire.final,
    paymentDue: wire.summary.current_payment_due,
    taxThisPeriod: wire.summary.tax_applicable_to_this_payment,
    currency: wire.currency_configuration,
    items: wire.items.map((item) => toItem(item, context)),
    origin: originOf(wire),
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  }));
}

function toItem(wire: WireItem, context: InvoiceContext): ProcoreInvoiceItem {
  const stored = wire.materials_presently_stored;
  const storedBefore = context.storedBefore.get(keyOf(wire)) ?? '0.00';
  const released = sum(
    wire.work_completed_retainage_released_this_period,
    wire.materials_stored_retainage_released_this_period,
  );
  const materials = [stored, storedBefore, wire.materials_moved].some((one) => !sameDecimal(one, '0'));
  return {
    id: wire.id,
    type: itemTypes[wire.item_type],
    commitmentLine: commitmentLineOf(wire, context),
    package: wire.change_order_package_id,
    description: plainFromHtml(wire.description_of_work),
    coding: codingOf(wire, context.codes),
    scheduled: wire.scheduled_value,
    workThisPeriod: wire.work_completed_this_period,
    materialsStored: stored,
    materialsMoved: wire.materials_moved,
    materialsStoredBefore: storedBefore,
    // Procore tells only what is held on stored materials in all; what this period adds is what lies between gross and net.
    retainageHeld: materials
      ? sum(difference(wire.gross_amount, wire.net_amount), released)
      : wire.work_completed_retainage_retained_this_period,
    retainageReleased: released,
    gross: wire.gross_amount,
    net: wire.net_amount,
    taxed: (wire.taxes ?? []).length > 0,
  };
}

function commitmentLineOf(wire: WireItem, context: InvoiceContext): string | null {
  switch (wire.item_type) {
    case 'contract_item':
      return wire.line_item_id;
    case 'contract_detail_item':
      return context.detailLines.get(wire.detail_line_item_id ?? '') ?? null;
    case 'change_order_item':
      return wire.commitment_line_item_id;
  }
}

/** The same line in the invoices of one commitment. */
function keyOf(item: Pick<WireItem, 'item_type' | 'line_item_id' | 'detail_line_item_id'>): string {
  return `${item.item_type}/${item.detail_line_item_id ?? item.line_item_id}`;
}

const outlineItem = z.object({
  item_type: itemSchema.shape.item_type,
  line_item_id: idOrNull,
  detail_line_item_id: idOrNull,
  work_completed_this_period: amountOrZero,
  materials_presently_stored: amountOrZero,
  materials_moved: amountOrZero,
  gross_amount: amountOrZero,
});
const outlineSchema = z.object({
  id,
  commitment_id: idOrNull,
  commitment_type: textOrNull,
  previous_requisition_id: idOrNull,
  items: z.array(outlineItem),
});

export type InvoiceOutline = {
  readonly id: string;
  readonly commitment: string | null;
  readonly subcontract: boolean;
  readonly previous: string | null;
  readonly hasDetailItems: boolean;
  /** Something was stored then or before: what was billed is not the work alone. */
  readonly hasMaterials: boolean;
  readonly stored: ReadonlyMap<string, string>;
};

/** What decides what else has to be read; null for an invoice that cannot be read. */
export function outlineOf(row: unknown): InvoiceOutline | null {
  const wire = outlineSchema.safeParse(row).data;
  if (wire === undefined) return null;
  const nothing = (value: string) => sameDecimal(value, '0');
  return {
    id: wire.id,
    commitment: wire.commitment_id,
    subcontract: wire.commitment_type !== 'PurchaseOrderContract',
    previous: wire.previous_requisition_id,
    hasDetailItems: wire.items.some((item) => item.item_type === 'contract_detail_item'),
    hasMaterials: wire.items.some(
      (item) =>
        !nothing(item.materials_presently_stored) ||
        !nothing(item.materials_moved) ||
        compareDecimals(item.gross_amount, item.work_completed_this_period) !== 0,
    ),
    stored: new Map(wire.items.map((item) => [keyOf(item), item.materials_presently_stored])),
  };
}
