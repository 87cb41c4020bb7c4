import { z } from 'zod';
import type { ProcoreBudgetRow } from '#shared/domain/procore/records.ts';
import { type Mapped, readRow } from '../../mapped.ts';
import { codingFields, type WbsCodes, wbsIdOf } from './coding.ts';
import { amount, amountOrZero, id, idOrNull, textOrNull } from './values.ts';

const rowSchema = z.object({
  id: idOrNull,
  wbs_code_id: idOrNull,
  cost_code_id: idOrNull,
  category_id: idOrNull,
  biller_id: idOrNull,
  biller_type: textOrNull,
  original_budget_amount: amount,
  budget_modifications: amountOrZero,
});

/** The budget code of a row, to tell rows apart: what was never budgeted has no id. */
export function budgetRowKey(row: unknown): string | null {
  const { data } = z.object({ id: idOrNull, wbs_code_id: idOrNull }).safeParse(row);
  return data === undefined || (data.id === null && data.wbs_code_id === null)
    ? null
    : `${data.wbs_code_id}/${data.id}`;
}

/** `changes` are the modifications that the row itself tells. */
export function budgetRowFromWire(row: unknown, codes: WbsCodes): Mapped<ProcoreBudgetRow> {
  return readRow(rowSchema, row, (wire) => {
    const known = wire.wbs_code_id === null ? undefined : codes.get(wire.wbs_code_id);
    return {
      id: wire.id,
      coding: known ?? {
        wbsCode: wire.wbs_code_id,
        costCode: wire.cost_code_id,
        fullCode: null,
        costType: wire.category_id,
        costTypeCode: null,
        subJob: wire.biller_type === 'SubJob' ? wire.biller_id : null,
      },
      original: wire.original_budget_amount,
      changes: wire.budget_modifications,
      quantity: null,
      unit: null,
    };
  });
}

const changeSchema = z.object({ id, status: textOrNull });

export type BudgetChange = z.output<typeof changeSchema>;

export function budgetChangeFromWire(row: unknown): Mapped<BudgetChange> {
  return readRow(changeSchema, row, (wire) => wire);
}

const changeLineSchema = z.object({
  id: idOrNull,
  type: textOrNull,
  ...codingFields,
  amount,
  budget_change_id: id,
});

export type BudgetChangeLine = { readonly change: string; readonly wbsCode: string | null; readonly amount: string };

/** Ids of these lines are unique only within their type and change. */
export function budgetChangeLineKey(row: unknown): string | null {
  const { data } = z.object({ id: idOrNull, type: textOrNull, budget_change_id: idOrNull }).safeParse(row);
  return data === undefined || data.id === null ? null : `${data.budget_change_id}/${data.type}/${data.id}`;
}

export function budgetChangeLineFromWire(row: unknown): Mapped<BudgetChangeLine> {
  return readRow(changeLineSchema, row, (wire) => ({
    change: wire.budget_change_id,
    wbsCode: wbsIdOf(wire),
    amount: wire.amount,
  }));
}
