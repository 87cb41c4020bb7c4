import { z } from 'zod';
import type { ProcoreCommitment, ProcoreCommitmentLine } from '#shared/domain/procore/records.ts';
import { plainFromHtml } from '#shared/domain/text.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { codingFields, noCoding, type WbsCodes, wbsIdOf } from './coding.ts';
import { lineFields, lineOf } from './line.ts';
import { originFields, originOf } from './origin.ts';
import { amount, amountOrZero, dayOrNull, id, idOrNull, instant, percent, text, textOrNull } from './values.ts';

export const currencyField = z
  .object({ currency_iso_code: textOrNull })
  .nullish()
  .catch(null)
  .transform((currency) => currency?.currency_iso_code ?? '');

const lineSchema = z.object({ ...lineFields, ...originFields });

export function lineFromWire(row: unknown, codes: WbsCodes): Mapped<ProcoreCommitmentLine> {
  return readRow(lineSchema, row, (wire) => ({ ...lineOf(wire, codes), origin: originOf(wire) }));
}

/** The budget codes that lines name; whatever cannot be read names none. */
export function codesNamed(rows: readonly unknown[]): readonly (string | null)[] {
  return rows.map((row) => {
    const named = z.object(codingFields).safeParse(row).data;
    return named === undefined ? noCoding.wbsCode : wbsIdOf(named);
  });
}

const linesSchema = z.object({ line_items: z.array(z.unknown()).nullish() });

/** The lines that a commitment brings along; null when it brings none, not even an empty list. */
export function linesWithin(row: unknown): readonly unknown[] | null {
  return linesSchema.safeParse(row).data?.line_items ?? null;
}

const commitmentSchema = z.object({
  id,
  number: text,
  title: text,
  description: text,
  status: text,
  accounting_method: textOrNull,
  retainage_percent: percent,
  vendor: z.object({ id: idOrNull, company: text }).nullish(),
  contract_date: dayOrNull,
  contract_start_date: dayOrNull,
  contract_estimated_completion_date: dayOrNull,
  delivery_date: dayOrNull,
  grand_total: amount,
  approved_change_orders: amountOrZero,
  currency_configuration: currencyField,
  deleted_at: textOrNull,
  ...originFields,
  created_at: instant,
  updated_at: instant,
});

export function commitmentFromWire(
  row: unknown,
  project: string,
  type: ProcoreCommitment['type'],
  lines: readonly ProcoreCommitmentLine[],
): Mapped<ProcoreCommitment> {
  return readRow(commitmentSchema, row, (wire) => ({
    id: wire.id,
    project,
    type,
    number: wire.number,
    title: wire.title,
    description: plainFromHtml(wire.description),
    status: wire.status,
    vendor: wire.vendor?.id ?? null,
    vendorName: wire.vendor?.company ?? '',
    byUnits: wire.accounting_method === 'unit',
    retainagePercent: wire.retainage_percent,
    contractDate: wire.contract_date,
    startDate: wire.contract_start_date,
    completionDate: wire.contract_estimated_completion_date,
    deliveryDate: wire.delivery_date,
    grandTotal: wire.grand_total,
    approvedChanges: wire.approved_change_orders,
    currency: wire.currency_configuration,
    deleted: wire.deleted_at !== null,
    lines: [...lines].sort((a, b) => a.position - b.position),
    origin: originOf(wire),
    createdAt: wire.created_at,
    updatedAt: wire.updated_at,
  }));
}
